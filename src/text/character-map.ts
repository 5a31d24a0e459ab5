import { FontFileFault, type Sfnt, tableOffset } from './sfnt.ts';

/** Glyph of each code point; 0 where the font has none. */
export interface CharacterMap {
  glyph(codePoint: number): number;
}

/** Reads the Unicode sub-table of cmap (format 12 or 4) into arrays: one look-up, no search. */
export function readCharacterMap(sfnt: Sfnt): CharacterMap {
  const basic = new Uint16Array(0x10000);
  const beyond = new Map<number, number>();
  const glyphCount = sfnt.view.getUint16(tableOffset(sfnt, 'maxp') + 4);
  const put = (codePoint: number, glyph: number): void => {
    if (glyph >= glyphCount) throw new FontFileFault('truncated', 'cmap');
    if (codePoint < 0x10000) basic[codePoint] = glyph;
    else if (glyph !== 0) beyond.set(codePoint, glyph);
  };
  const { view } = sfnt;
  const at = findUnicodeTable(sfnt);
  if (view.getUint16(at) === 12) readGroups(view, at, put);
  else readSegments(view, at, put);
  return {
    glyph: (codePoint) =>
      codePoint < 0x10000 ? (basic[codePoint] as number) : (beyond.get(codePoint) ?? 0),
  };
}

/** Prefers the full repertoire to the basic plane. */
function findUnicodeTable(sfnt: Sfnt): number {
  const { view } = sfnt;
  const cmap = tableOffset(sfnt, 'cmap');
  const count = view.getUint16(cmap + 2);
  let best = { format: 0, at: 0 };
  for (let i = 0; i < count; i++) {
    const record = cmap + 4 + i * 8;
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!unicode) continue;
    const at = cmap + view.getUint32(record + 4);
    const format = view.getUint16(at);
    if ((format === 4 || format === 12) && format > best.format) best = { format, at };
  }
  if (best.at === 0) throw new FontFileFault('missing-table', 'cmap (Unicode)');
  return best.at;
}

type Put = (codePoint: number, glyph: number) => void;

function readGroups(view: DataView, at: number, put: Put): void {
  const count = view.getUint32(at + 12);
  for (let i = 0; i < count; i++) {
    const group = at + 16 + i * 12;
    const first = view.getUint32(group);
    const last = Math.min(view.getUint32(group + 4), 0x10ffff);
    const glyph = view.getUint32(group + 8);
    for (let code = first; code <= last; code++) put(code, glyph + code - first);
  }
}

function readSegments(view: DataView, at: number, put: Put): void {
  const count = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const offsets = deltas + count * 2;
  for (let i = 0; i < count; i++) {
    const last = view.getUint16(ends + i * 2);
    const first = view.getUint16(starts + i * 2);
    const delta = view.getUint16(deltas + i * 2);
    const offsetAt = offsets + i * 2;
    const offset = view.getUint16(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const read = offset === 0 ? code : view.getUint16(offsetAt + offset + (code - first) * 2);
      put(code, read === 0 && offset !== 0 ? 0 : (read + delta) & 0xffff);
    }
  }
}
