import { coverageIndex, coveredGlyphs, type Lookup } from './opentype-layout.ts';

/**
 * One sub-table of a contextual lookup (GSUB 5, 6; GPOS 7, 8), read only as far as needed to say
 * whether it touches a glyph. Offsets of coverage tables are from the start of the file.
 */
export interface ContextualRule {
  /** Nearest glyph first. */
  readonly backtrack: readonly number[];
  readonly input: readonly number[];
  readonly lookahead: readonly number[];
  /** False for a rule that only protects a sequence from the rules after it. */
  readonly changes: boolean;
}

/** Reads a sub-table that begins with coverages (format 3); null for the formats by classes. */
export function readContextualRule(
  view: DataView,
  subtable: number,
  chained: boolean,
): ContextualRule | null {
  if (view.getUint16(subtable) !== 3) return null;
  if (!chained) {
    const count = view.getUint16(subtable + 2);
    const input = readCoverages(view, { subtable, at: subtable + 6, count });
    return { backtrack: [], input, lookahead: [], changes: view.getUint16(subtable + 4) > 0 };
  }
  let at = subtable + 2;
  const next = (): readonly number[] => {
    const count = view.getUint16(at);
    const coverages = readCoverages(view, { subtable, at: at + 2, count });
    at += 2 + count * 2;
    return coverages;
  };
  const backtrack = next();
  const input = next();
  const lookahead = next();
  return { backtrack, input, lookahead, changes: view.getUint16(at) > 0 };
}

function readCoverages(
  view: DataView,
  { subtable, at, count }: { subtable: number; at: number; count: number },
): readonly number[] {
  return Array.from({ length: count }, (_, i) => subtable + view.getUint16(at + i * 2));
}

/** True when the rule matches the glyphs with its input beginning at `index`. */
export function matchesAt(
  view: DataView,
  rule: ContextualRule,
  glyphs: readonly number[],
  index: number,
): boolean {
  const covers = (coverage: number, at: number): boolean => {
    const glyph = glyphs[at];
    return glyph !== undefined && coverageIndex(view, coverage, glyph) >= 0;
  };
  const after = index + rule.input.length;
  return (
    rule.input.every((coverage, i) => covers(coverage, index + i)) &&
    rule.lookahead.every((coverage, i) => covers(coverage, after + i)) &&
    rule.backtrack.every((coverage, i) => covers(coverage, index - 1 - i))
  );
}

/** Marks in `firsts` the glyphs at which any sub-table of a lookup may begin to act. */
export function markFirsts(
  view: DataView,
  lookup: Lookup,
  rules: readonly (ContextualRule | null)[],
  firsts: Uint8Array,
): void {
  for (const [i, subtable] of lookup.subtables.entries()) {
    const coverage = rules[i]?.input[0] ?? subtable + view.getUint16(subtable + 2);
    for (const glyph of coveredGlyphs(view, coverage)) firsts[glyph] = 1;
  }
}
