import { type Sfnt, tagAt } from './sfnt.ts';

/** A GSUB or GPOS table, with the features of the Latin script in its default language. */
export interface LayoutTable {
  readonly view: DataView;
  /** Lookup indexes of each feature. */
  readonly features: ReadonlyMap<string, readonly number[]>;
  readonly lookups: readonly number[];
}

/** A lookup with its extension sub-tables resolved; offsets are from the start of the file. */
export interface Lookup {
  readonly type: number;
  readonly subtables: readonly number[];
}

/** Opens GSUB or GPOS; null if the font has none. */
export function readLayoutTable(sfnt: Sfnt, tag: 'GSUB' | 'GPOS'): LayoutTable | null {
  const span = sfnt.tables.get(tag);
  if (span === undefined || span.length < 10) return null;
  const { view } = sfnt;
  const table = span.offset;
  return {
    view,
    features: readFeatures(view, table),
    lookups: readOffsets(view, table + view.getUint16(table + 8)),
  };
}

function readOffsets(view: DataView, list: number): readonly number[] {
  const count = view.getUint16(list);
  return Array.from({ length: count }, (_, i) => list + view.getUint16(list + 2 + i * 2));
}

function readFeatures(view: DataView, table: number): ReadonlyMap<string, readonly number[]> {
  const features = new Map<string, readonly number[]>();
  const language = findLanguage(view, table + view.getUint16(table + 4));
  if (language === 0) return features;
  const list = table + view.getUint16(table + 6);
  const count = view.getUint16(language + 4);
  for (let i = 0; i < count; i++) {
    const record = list + 2 + view.getUint16(language + 6 + i * 2) * 6;
    const feature = list + view.getUint16(record + 4);
    const length = view.getUint16(feature + 2);
    features.set(
      tagAt(view, record),
      Array.from({ length }, (_, k) => view.getUint16(feature + 4 + k * 2)),
    );
  }
  return features;
}

/** Default language of the Latin script, else of the default one; 0 if there is neither. */
function findLanguage(view: DataView, list: number): number {
  const scripts = new Map<string, number>();
  const count = view.getUint16(list);
  for (let i = 0; i < count; i++) {
    const record = list + 2 + i * 6;
    scripts.set(tagAt(view, record), list + view.getUint16(record + 4));
  }
  const script = scripts.get('latn') ?? scripts.get('DFLT') ?? 0;
  if (script === 0) return 0;
  const language = view.getUint16(script);
  return language === 0 ? 0 : script + language;
}

/** A lookup by its index; `extension` is the type that stands for another (7 in GSUB, 9 in GPOS). */
export function readLookup(table: LayoutTable, index: number, extension: number): Lookup {
  const { view } = table;
  const at = table.lookups[index];
  if (at === undefined) return { type: 0, subtables: [] };
  const type = view.getUint16(at);
  const count = view.getUint16(at + 4);
  const subtables = Array.from({ length: count }, (_, i) => at + view.getUint16(at + 6 + i * 2));
  if (type !== extension) return { type, subtables };
  return {
    type: subtables[0] === undefined ? 0 : view.getUint16(subtables[0] + 2),
    subtables: subtables.map((subtable) => subtable + view.getUint32(subtable + 4)),
  };
}

/** Lookups of features that are on, in the order in which a font applies them. */
export function lookupsOf(table: LayoutTable, tags: readonly string[]): readonly number[] {
  const indexes = new Set(tags.flatMap((tag) => table.features.get(tag) ?? []));
  return [...indexes].sort((a, b) => a - b);
}

/** Place of a glyph in a coverage table, or -1. */
export function coverageIndex(view: DataView, coverage: number, glyph: number): number {
  const ranges = view.getUint16(coverage) === 2;
  const size = ranges ? 6 : 2;
  let low = 0;
  let high = view.getUint16(coverage + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = coverage + 4 + middle * size;
    const first = view.getUint16(record);
    if (glyph < first) high = middle - 1;
    else if (glyph > (ranges ? view.getUint16(record + 2) : first)) low = middle + 1;
    else return ranges ? view.getUint16(record + 4) + glyph - first : middle;
  }
  return -1;
}

/** Glyphs of a coverage table in the order of their index. */
export function coveredGlyphs(view: DataView, coverage: number): readonly number[] {
  const count = view.getUint16(coverage + 2);
  const glyphs: number[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint16(coverage) === 1) {
      glyphs.push(view.getUint16(coverage + 4 + i * 2));
      continue;
    }
    const record = coverage + 4 + i * 6;
    const last = view.getUint16(record + 2);
    for (let glyph = view.getUint16(record); glyph <= last; glyph++) glyphs.push(glyph);
  }
  return glyphs;
}

/** Class of a glyph in a class definition; 0 when it is not listed. */
export function glyphClass(view: DataView, definition: number, glyph: number): number {
  if (view.getUint16(definition) === 1) {
    const at = glyph - view.getUint16(definition + 2);
    const inside = at >= 0 && at < view.getUint16(definition + 4);
    return inside ? view.getUint16(definition + 6 + at * 2) : 0;
  }
  let low = 0;
  let high = view.getUint16(definition + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = definition + 4 + middle * 6;
    if (glyph < view.getUint16(record)) high = middle - 1;
    else if (glyph > view.getUint16(record + 2)) low = middle + 1;
    else return view.getUint16(record + 4);
  }
  return 0;
}
