import type { Sfnt } from './sfnt.ts';
import { tableOffset } from './sfnt.ts';

/** Family, weight and style as a style sheet asks for them. */
export interface FontNames {
  readonly family: string;
  /** 1 to 1000. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

/** Reads the names of a font file, the typographic family (16) before the old one (1). */
export function readNames(sfnt: Sfnt): FontNames {
  const names = readNameTable(sfnt);
  const family = names.get(16) ?? names.get(1) ?? '';
  const subfamily = names.get(17) ?? names.get(2) ?? '';
  return { family: family.trim(), weight: readWeight(sfnt), style: readStyle(sfnt, subfamily) };
}

function readNameTable(sfnt: Sfnt): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const span = sfnt.tables.get('name');
  if (span === undefined) return names;
  const { view } = sfnt;
  const strings = span.offset + view.getUint16(span.offset + 4);
  const count = view.getUint16(span.offset + 2);
  for (let i = 0; i < count; i++) {
    const record = span.offset + 6 + i * 12;
    const platform = view.getUint16(record);
    const language = view.getUint16(record + 4);
    const id = view.getUint16(record + 6);
    const english = platform !== 3 || language === 0x409;
    if (id > 17 || (names.has(id) && !english)) continue;
    const at = strings + view.getUint16(record + 10);
    names.set(id, readString(view, { at, length: view.getUint16(record + 8), platform }));
  }
  return names;
}

function readString(
  view: DataView,
  { at, length, platform }: { at: number; length: number; platform: number },
): string {
  let text = '';
  const wide = platform !== 1;
  for (let i = at; i < at + length; i += wide ? 2 : 1) {
    text += String.fromCharCode(wide ? view.getUint16(i) : view.getUint8(i));
  }
  return text;
}

function readWeight(sfnt: Sfnt): number {
  const span = sfnt.tables.get('OS/2');
  const weight = span === undefined ? 400 : sfnt.view.getUint16(span.offset + 4);
  return weight >= 1 && weight <= 1000 ? weight : 400;
}

function readStyle(sfnt: Sfnt, subfamily: string): FontNames['style'] {
  const macStyle = sfnt.view.getUint16(tableOffset(sfnt, 'head') + 44);
  return (macStyle & 2) !== 0 || /italic|oblique/i.test(subfamily) ? 'italic' : 'normal';
}
