import { type FaceTables, openFaceTables } from './face-tables.ts';
import type { FontFace, GlyphRun, ShapeFeatures } from './font.ts';
import type { FontNames } from './font-names.ts';
import type { ShapedGlyphs } from './full-shaping.ts';
import type { Substitutions } from './substitution.ts';

/** Features that a font applies unasked, as the full shaper does. */
const usual = ['ccmp', 'locl', 'rlig', 'calt', 'clig', 'liga', 'rclt', 'ltra', 'ltrm'];
const ligatureTags = ['clig', 'liga'];

/** Scripts without marks or joining, no fraction slash: glyph by glyph, pair by pair. */
const simple =
  /^[\u0020-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u2000-\u200a\u2010-\u2043\u2045-\u205f\u2070-\u20cf\u2100-\u2bff\ufb00-\ufb06]*$/;

const narrowSpace = 0x202f;
const noBreakSpace = 0xa0;
const softHyphen = 0xad;
/** Width of the narrow no-break space where a font has only the wide one, as a share of it. */
const narrowShare = 0.6;

/** Characters of the same look in the same face, tried in turn. */
const standIns: ReadonlyMap<number, readonly number[]> = new Map([
  [narrowSpace, [noBreakSpace, 0x20]],
  [noBreakSpace, [0x20]],
  [0x2011, [0x2010, 0x2d]],
  [0x2010, [0x2d]],
  [softHyphen, [0x2d]],
  [0x2212, [0x2013]],
  [0x2215, [0x2f]],
  [0x2002, [0x20]],
  [0x2003, [0x20]],
  [0x2007, [noBreakSpace, 0x20]],
  [0x2009, [noBreakSpace, 0x20]],
]);

interface Plan {
  readonly substitutions: Substitutions | null;
  /** The same features for the full shaper. */
  readonly tags: Readonly<Record<string, boolean>>;
  readonly runs: Map<string, GlyphRun>;
}

/** One shared row per code point: runs hold one for each of their glyphs. */
const rows = new Array<readonly number[] | undefined>(0x3000);

function alone(codePoint: number): readonly number[] {
  const known = rows[codePoint];
  if (known !== undefined) return known;
  const row = Object.freeze([codePoint]);
  rows[codePoint] = row;
  return row;
}

/** Runs kept per face and features; a live preview must not grow for ever. */
const mostRuns = 20_000;

/** A face of a font file, opened at its first use. */
export class FileFace implements FontFace {
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly file: string;
  readonly #plans: (Plan | undefined)[] = [];
  #opened: FaceTables | null = null;

  constructor(names: FontNames, file: string) {
    this.family = names.family;
    this.weight = names.weight;
    this.style = names.style;
    this.id = `${names.family}/${names.weight}/${names.style}`;
    this.file = file;
  }

  get ascent(): number {
    return this.#tables.metrics.ascent;
  }

  get descent(): number {
    return this.#tables.metrics.descent;
  }

  get capHeight(): number {
    return this.#tables.metrics.capHeight;
  }

  get xHeight(): number {
    return this.#tables.metrics.xHeight;
  }

  get hasSmallCaps(): boolean {
    return this.#tables.hasFeature('smcp');
  }

  get outlines(): 'truetype' | 'cff' {
    return this.#tables.outlines;
  }

  advanceOf(glyph: number): number {
    return this.#tables.metrics.advances[glyph] ?? 0;
  }

  has(codePoint: number): boolean {
    return this.#tables.map.glyph(codePoint) !== 0;
  }

  /** True when the face has the character or one that looks the same. */
  covers(codePoint: number): boolean {
    return this.#standIn(codePoint) !== 0;
  }

  shape(text: string, features: ShapeFeatures): GlyphRun {
    const plan = this.#plan(features);
    const known = plan.runs.get(text);
    if (known !== undefined) return known;
    const shaped = this.#shape(text, plan);
    const run: GlyphRun = {
      face: this,
      text,
      ...shaped,
      width: shaped.advances.reduce((sum, advance) => sum + advance, 0),
      isSpace: text === ' ' || text === '\u00a0',
    };
    if (plan.runs.size >= mostRuns) plan.runs.clear();
    plan.runs.set(text, run);
    return run;
  }

  get #tables(): FaceTables {
    this.#opened ??= openFaceTables(this.file);
    return this.#opened;
  }

  #plan(features: ShapeFeatures): Plan {
    const key =
      (features.smallCaps ? 1 : 0) +
      (features.tabularFigures ? 2 : 0) +
      (features.ligatures === false ? 4 : 0);
    const known = this.#plans[key];
    if (known !== undefined) return known;
    const plan = this.#makePlan(features);
    this.#plans[key] = plan;
    return plan;
  }

  #makePlan(features: ShapeFeatures): Plan {
    const extra = [
      ...(features.smallCaps ? ['smcp'] : []),
      ...(features.tabularFigures ? ['tnum'] : []),
    ];
    const off = features.ligatures === false ? ligatureTags : [];
    const on = [...usual.filter((tag) => !off.includes(tag)), ...extra];
    const tags = Object.fromEntries([
      ...extra.map((tag) => [tag, true]),
      ...off.map((tag) => [tag, false]),
    ]);
    return { substitutions: this.#tables.substitutions(on), tags, runs: new Map() };
  }

  #shape(text: string, plan: Plan): ShapedGlyphs {
    if (!simple.test(text)) return this.#shapeFully(text, plan);
    const glyphs: number[] = [];
    const codePoints: (readonly number[])[] = [];
    let substituted = false;
    const firsts = plan.substitutions?.firsts;
    for (let i = 0; i < text.length; i++) {
      // The scripts taken here have no surrogates.
      const codePoint = text.charCodeAt(i);
      const glyph = this.#standIn(codePoint);
      glyphs.push(glyph);
      codePoints.push(alone(codePoint));
      if (firsts?.[glyph] === 1) substituted = true;
    }
    if (substituted && plan.substitutions?.apply({ glyphs, codePoints }) === false) {
      return this.#shapeFully(text, plan);
    }
    if (this.#tables.kerning.isBeyond(glyphs)) return this.#shapeFully(text, plan);
    return { glyphs, codePoints, advances: this.#advances(glyphs, codePoints) };
  }

  #advances(glyphs: readonly number[], codePoints: readonly (readonly number[])[]): number[] {
    const { metrics, kerning } = this.#tables;
    const scale = 1000 / metrics.unitsPerEm;
    const advances: number[] = [];
    for (let i = 0; i < glyphs.length; i++) {
      const glyph = glyphs[i] as number;
      const next = glyphs[i + 1];
      const nominal = metrics.advances[glyph] as number;
      const kern = next === undefined ? 0 : kerning.between(glyph, next) * scale;
      const narrowed = codePoints[i]?.[0] === narrowSpace && !this.has(narrowSpace);
      advances.push(nominal * (narrowed ? narrowShare : 1) + kern);
    }
    return advances;
  }

  #shapeFully(text: string, plan: Plan): ShapedGlyphs {
    const script = simple.test(text) ? { script: 'latn' } : {};
    const covered = Array.from(text, (character) => {
      const codePoint = character.codePointAt(0) as number;
      // The full shaper hides soft hyphens.
      if (codePoint !== softHyphen && this.has(codePoint)) return character;
      const other = standIns.get(codePoint)?.find((candidate) => this.has(candidate));
      return other === undefined ? character : String.fromCodePoint(other);
    }).join('');
    const shaped = this.#tables.shapeFully(covered, { tags: plan.tags, ...script });
    if (text.codePointAt(text.length - 1) !== softHyphen) return shaped;
    return { ...shaped, codePoints: [...shaped.codePoints.slice(0, -1), alone(softHyphen)] };
  }

  #standIn(codePoint: number): number {
    const { map } = this.#tables;
    const own = map.glyph(codePoint);
    if (own !== 0) return own;
    for (const other of standIns.get(codePoint) ?? []) {
      const glyph = map.glyph(other);
      if (glyph !== 0) return glyph;
    }
    return 0;
  }
}
