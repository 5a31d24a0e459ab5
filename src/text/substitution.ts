import {
  type ContextualRule,
  markFirsts,
  matchesAt,
  readContextualRule,
} from './contextual-rule.ts';
import {
  coverageIndex,
  type LayoutTable,
  type Lookup,
  lookupsOf,
  readLookup,
} from './opentype-layout.ts';

/** A word as glyphs, changed in place by substitutions. */
export interface GlyphString {
  readonly glyphs: number[];
  /** Code points that each glyph stands for. */
  readonly codePoints: (readonly number[])[];
}

/** Substitutions of the features that are on. */
export interface Substitutions {
  /** 1 for each glyph at which some substitution may begin: other words need none. */
  readonly firsts: Uint8Array;
  /** Changes the string in place; false when the word needs a full shaper, the string being spoilt. */
  apply(string: GlyphString): boolean;
}

interface Step {
  readonly lookup: Lookup;
  readonly firsts: Uint8Array;
  readonly rules: readonly (ContextualRule | null)[];
}

/** A sub-table's verdict at a place: nothing to do, done, or beyond us. */
type Outcome = 'none' | 'done' | 'beyond';

/**
 * Prepares single substitutions and ligatures. Contextual rules are only matched: the rare word
 * that one would change goes to the full shaper, so that the result is always the same as its own.
 */
export function readSubstitutions(
  table: LayoutTable,
  tags: readonly string[],
  glyphCount: number,
): Substitutions {
  const firsts = new Uint8Array(glyphCount);
  const steps = lookupsOf(table, tags).map((index) => {
    const step = readStep(table, readLookup(table, index, 7), glyphCount);
    for (let glyph = 0; glyph < glyphCount; glyph++) {
      if (step.firsts[glyph] === 1) firsts[glyph] = 1;
    }
    return step;
  });
  return { firsts, apply: (string) => steps.every((step) => applyStep(table.view, step, string)) };
}

function readStep(table: LayoutTable, lookup: Lookup, glyphCount: number): Step {
  const { view } = table;
  const contextual = lookup.type === 5 || lookup.type === 6;
  const rules = lookup.subtables.map((subtable) =>
    contextual ? readContextualRule(view, subtable, lookup.type === 6) : null,
  );
  const firsts = new Uint8Array(glyphCount);
  markFirsts(view, lookup, rules, firsts);
  return { lookup, firsts, rules };
}

function applyStep(view: DataView, step: Step, string: GlyphString): boolean {
  for (let index = 0; index < string.glyphs.length; index++) {
    if (step.firsts[string.glyphs[index] as number] !== 1) continue;
    for (const [i, subtable] of step.lookup.subtables.entries()) {
      const rule = step.rules[i] ?? null;
      const outcome = applySubtable(
        { view, type: step.lookup.type, subtable, rule },
        string,
        index,
      );
      if (outcome === 'beyond') return false;
      if (outcome === 'done') break;
    }
  }
  return true;
}

interface Subtable {
  readonly view: DataView;
  readonly type: number;
  readonly subtable: number;
  readonly rule: ContextualRule | null;
}

function applySubtable(of: Subtable, string: GlyphString, index: number): Outcome {
  const { view, type, subtable, rule } = of;
  if (rule !== null) {
    if (!matchesAt(view, rule, string.glyphs, index)) return 'none';
    return rule.changes ? 'beyond' : 'done';
  }
  const coverage = subtable + view.getUint16(subtable + 2);
  const place = coverageIndex(view, coverage, string.glyphs[index] as number);
  if (place < 0) return 'none';
  if (type === 1) return replaceOne(of, string, index, place);
  if (type === 4) return ligate(of, string, index, place);
  return 'beyond';
}

function replaceOne(of: Subtable, string: GlyphString, index: number, place: number): Outcome {
  const { view, subtable } = of;
  const glyph = string.glyphs[index] as number;
  string.glyphs[index] =
    view.getUint16(subtable) === 1
      ? (glyph + view.getInt16(subtable + 4)) & 0xffff
      : view.getUint16(subtable + 6 + place * 2);
  return 'done';
}

function ligate(of: Subtable, string: GlyphString, index: number, place: number): Outcome {
  const { view, subtable } = of;
  const set = subtable + view.getUint16(subtable + 6 + place * 2);
  const count = view.getUint16(set);
  for (let i = 0; i < count; i++) {
    const ligature = set + view.getUint16(set + 2 + i * 2);
    const length = view.getUint16(ligature + 2);
    if (!hasComponents(view, ligature, string.glyphs, index)) continue;
    string.glyphs.splice(index, length, view.getUint16(ligature));
    string.codePoints.splice(index, length, string.codePoints.slice(index, index + length).flat());
    return 'done';
  }
  return 'none';
}

function hasComponents(
  view: DataView,
  ligature: number,
  glyphs: readonly number[],
  index: number,
): boolean {
  const length = view.getUint16(ligature + 2);
  for (let k = 1; k < length; k++) {
    if (glyphs[index + k] !== view.getUint16(ligature + 2 + k * 2)) return false;
  }
  return true;
}
