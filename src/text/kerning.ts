import {
  type ContextualRule,
  markFirsts,
  matchesAt,
  readContextualRule,
} from './contextual-rule.ts';
import {
  coverageIndex,
  glyphClass,
  type LayoutTable,
  type Lookup,
  lookupsOf,
  readLookup,
} from './opentype-layout.ts';
import type { Sfnt } from './sfnt.ts';

/** Kerning of a font, in font units. */
export interface Kerning {
  /** What is added to the advance of `left` before `right`. */
  between(left: number, right: number): number;
  /** True when rules that look further than a pair touch these glyphs. */
  isBeyond(glyphs: readonly number[]): boolean;
}

/** Value records may carry an advance and device tables; anything else moves the glyph. */
const advanceOnly = 0x00f4;

/** Reads GPOS pair kerning, or the old kern table where the font has no such feature. */
export function readKerning(sfnt: Sfnt, table: LayoutTable | null, glyphCount: number): Kerning {
  if (table?.features.has('kern') !== true) return readOldKerning(sfnt);
  const lookups = lookupsOf(table, ['kern', 'curs']).map((index) => readLookup(table, index, 9));
  const pairs = lookups.filter((lookup) => isPlainPairs(table.view, lookup));
  const beyond = lookups
    .filter((lookup) => !pairs.includes(lookup))
    .map((lookup) => readBeyond(table.view, lookup, glyphCount));
  const known = new Map<number, number>();
  return {
    between: (left, right) => {
      const key = left * 0x10000 + right;
      let value = known.get(key);
      if (value === undefined) {
        value = pairs.reduce((sum, lookup) => sum + pairValue(table.view, lookup, left, right), 0);
        known.set(key, value);
      }
      return value;
    },
    isBeyond: (glyphs) => beyond.some((test) => test(glyphs)),
  };
}

function isPlainPairs(view: DataView, lookup: Lookup): boolean {
  return (
    lookup.type === 2 &&
    lookup.subtables.every(
      (subtable) =>
        (view.getUint16(subtable + 4) & ~advanceOnly) === 0 && view.getUint16(subtable + 6) === 0,
    )
  );
}

/** The first sub-table that knows the pair decides. */
function pairValue(view: DataView, lookup: Lookup, left: number, right: number): number {
  for (const subtable of lookup.subtables) {
    const place = coverageIndex(view, subtable + view.getUint16(subtable + 2), left);
    if (place < 0) continue;
    const value =
      view.getUint16(subtable) === 1
        ? listedValue(view, subtable, place, right)
        : classValue(view, subtable, left, right);
    if (value !== null) return value;
  }
  return 0;
}

function listedValue(
  view: DataView,
  subtable: number,
  place: number,
  right: number,
): number | null {
  const format = view.getUint16(subtable + 4);
  const size = 2 + recordSize(format);
  const set = subtable + view.getUint16(subtable + 10 + place * 2);
  let low = 0;
  let high = view.getUint16(set) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = set + 2 + middle * size;
    const glyph = view.getUint16(record);
    if (right < glyph) high = middle - 1;
    else if (right > glyph) low = middle + 1;
    else return readAdvance(view, record + 2, format);
  }
  return null;
}

function classValue(view: DataView, subtable: number, left: number, right: number): number {
  const format = view.getUint16(subtable + 4);
  const leftClass = glyphClass(view, subtable + view.getUint16(subtable + 8), left);
  const rightClass = glyphClass(view, subtable + view.getUint16(subtable + 10), right);
  const columns = view.getUint16(subtable + 14);
  const cell = leftClass * columns + rightClass;
  return readAdvance(view, subtable + 16 + cell * recordSize(format), format);
}

function readAdvance(view: DataView, at: number, format: number): number {
  return (format & 4) === 0 ? 0 : view.getInt16(at);
}

/** Bytes of a value record: two for each field of its format. */
function recordSize(format: number): number {
  let size = 0;
  for (let bits = format; bits !== 0; bits >>= 1) size += (bits & 1) * 2;
  return size;
}

type BeyondTest = (glyphs: readonly number[]) => boolean;

function readBeyond(view: DataView, lookup: Lookup, glyphCount: number): BeyondTest {
  const contextual = lookup.type === 7 || lookup.type === 8;
  const rules = lookup.subtables.map((subtable) =>
    contextual ? readContextualRule(view, subtable, lookup.type === 8) : null,
  );
  const firsts = new Uint8Array(glyphCount);
  markFirsts(view, lookup, rules, firsts);
  return (glyphs) => glyphs.some((glyph, i) => firsts[glyph] === 1 && acts(view, rules, glyphs, i));
}

/** Goes by the rules in order: one that protects its sequence stops those after it. */
function acts(
  view: DataView,
  rules: readonly (ContextualRule | null)[],
  glyphs: readonly number[],
  index: number,
): boolean {
  for (const rule of rules) {
    if (rule === null) return true;
    if (matchesAt(view, rule, glyphs, index)) return rule.changes;
  }
  return false;
}

function readOldKerning(sfnt: Sfnt): Kerning {
  const pairs = readOldPairs(sfnt);
  return {
    between: (left, right) => pairs.get(left * 0x10000 + right) ?? 0,
    isBeyond: () => false,
  };
}

/** Horizontal sub-tables of format 0 of the old kern table (version 0). */
function readOldPairs(sfnt: Sfnt): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const span = sfnt.tables.get('kern');
  const { view } = sfnt;
  if (span === undefined || view.getUint16(span.offset) !== 0) return pairs;
  let at = span.offset + 4;
  for (let i = 0; i < view.getUint16(span.offset + 2); i++) {
    const coverage = view.getUint16(at + 4);
    const count = coverage >> 8 === 0 && (coverage & 7) === 1 ? view.getUint16(at + 6) : 0;
    for (let pair = at + 14; pair < at + 14 + count * 6; pair += 6) {
      const key = view.getUint16(pair) * 0x10000 + view.getUint16(pair + 2);
      pairs.set(key, (pairs.get(key) ?? 0) + view.getInt16(pair + 4));
    }
    at += view.getUint16(at + 2);
  }
  return pairs;
}
