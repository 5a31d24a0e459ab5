import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import type { FontFace, ShapeFeatures } from '../../src/text/font.ts';
import { library, plain, shippedFaces } from './shipped-faces.ts';

const parts =
  'com mu nau té ser vi bi blio thè pa tri é co fi ffi ffl fl av T o qu’ Va Saint- l’ A ç œ W y f’ f ' +
  '1 7 12 . , « » … fj tt Y LT Ÿ – / ( ) € ij ì TA P. r, f! f? L’ D’ x@ .fr';

/** Invented words with every awkward meeting of letters, the same at each run. */
const words: readonly string[] = (() => {
  const pieces = parts.split(' ');
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const made = new Set<string>();
  while (made.size < 300) {
    made.add(Array.from({ length: 2 + next(4) }, () => pieces[next(pieces.length)]).join(''));
  }
  return [...made];
})();

const settings: readonly (readonly [string, ShapeFeatures, Record<string, boolean>])[] = [
  ['plain', plain, {}],
  ['small capitals', { ...plain, smallCaps: true }, { smcp: true }],
  ['tabular figures', { ...plain, tabularFigures: true }, { tnum: true }],
  ['no ligatures', { ...plain, ligatures: false }, { liga: false, clig: false }],
];

function widthsEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] as number)) < 1e-6);
}

/** Words that the face sets in another way than a full layout of the font. */
function differing(
  face: FontFace,
  features: ShapeFeatures,
  tags: Record<string, boolean>,
): string[] {
  const font = fontkit.create(readFileSync(face.file)) as fontkit.Font;
  const scale = 1000 / font.unitsPerEm;
  return words.filter((word) => {
    if (![...word].every((character) => face.has(character.codePointAt(0) as number))) return false;
    const run = face.shape(word, features);
    const whole = font.layout(word, { ...tags }, 'latn');
    const glyphs = whole.glyphs.map(({ id }) => id);
    const advances = whole.positions.map(({ xAdvance }) => xAdvance * scale);
    return String(glyphs) !== String(run.glyphs) || !widthsEqual(run.advances, advances);
  });
}

describe('against a full layout of the same font', () => {
  for (const face of shippedFaces) {
    test.each(settings)(`${face.id}, %s`, (_name, features, tags) => {
      expect(differing(face, features, tags)).toEqual([]);
    });
  }
});

const sans = library.face({ families: ['Source Sans 3'], weight: 400, style: 'normal' });
const serif = library.face({ families: ['Source Serif 4'], weight: 400, style: 'normal' });
const legible = library.face({
  families: ['Atkinson Hyperlegible Next'],
  weight: 400,
  style: 'normal',
});

describe('FileFace', () => {
  test('tells its metrics in em', () => {
    expect([sans.ascent, sans.descent]).toEqual([1.024, 0.4]);
    expect([sans.capHeight, sans.xHeight]).toEqual([0.66, 0.486]);
    expect(sans.outlines).toBe('truetype');
    expect(sans.advanceOf?.(sans.shape('A', plain).glyphs[0] as number)).toBe(543);
  });

  test('gives a run whose width is the sum of its advances', () => {
    const run = serif.shape('AVIS', plain);
    expect(run).toMatchObject({ face: serif, text: 'AVIS', isSpace: false });
    expect(run.codePoints).toEqual([[65], [86], [73], [83]]);
    expect(run.width).toBe(run.advances.reduce((sum, advance) => sum + advance));
    const apart = [...'AVIS'].map((letter) => serif.shape(letter, plain).width);
    expect(run.width).toBeLessThan(apart.reduce((sum, width) => sum + width));
  });

  test('sets ffi as one glyph that stands for three letters', () => {
    const run = serif.shape('office', plain);
    expect(run.codePoints).toEqual([[111], [102, 102, 105], [99], [101]]);
    expect(serif.shape('office', { ...plain, ligatures: false }).glyphs).toHaveLength(6);
  });

  test('gives the same object for the same arguments', () => {
    expect(sans.shape('mairie', { ...plain })).toBe(sans.shape('mairie', { ...plain }));
    expect(sans.shape('mairie', { ...plain, smallCaps: true })).not.toBe(
      sans.shape('mairie', plain),
    );
  });

  test('knows which runs justification may stretch', () => {
    expect([' ', '\u00a0', '\u202f', 'a'].map((text) => sans.shape(text, plain).isSpace)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(sans.shape(' ', plain).width).toBe(200);
  });

  test('narrows U+00A0 where the font has no U+202F, which text extraction still finds', () => {
    const run = legible.shape('5\u202f€', plain);
    expect(legible.has(0x202f)).toBe(false);
    expect(run.codePoints).toEqual([[0x35], [0x202f], [0x20ac]]);
    expect(run.glyphs[1]).toBe(legible.shape('\u00a0', plain).glyphs[0]);
    expect(legible.shape('\u202f', plain).width).toBeCloseTo(280 * 0.6);
    expect(sans.shape('\u202f', plain).width).toBe(120);
  });

  test('goes to a full layout for what is more than letters in a row', () => {
    const accented = sans.shape('q\u0301', plain);
    const font = fontkit.create(readFileSync(sans.file)) as fontkit.Font;
    expect(accented.glyphs).toEqual(font.layout('q\u0301').glyphs.map(({ id }) => id));
    expect(accented.width).toBe(sans.shape('q', plain).width);
    const fraction = sans.shape('3\u20444', plain);
    expect(fraction.glyphs).toEqual(font.layout('3\u20444').glyphs.map(({ id }) => id));
  });

  test('sets Greek and Cyrillic', () => {
    expect(sans.shape('Αθήνα', plain).glyphs).not.toContain(0);
    expect(sans.shape('Київ', plain).glyphs).toHaveLength(4);
  });
});
