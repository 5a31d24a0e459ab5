import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import type { FontFace, ShapeFeatures } from '../../src/text/font.ts';
import { loadFontLibrary } from '../../src/text/font-library.ts';
import { library, plain, rulerFolder, shippedFaces } from './shipped-faces.ts';

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
  // Two ï in a row are the meeting that a contextual rule of a serif changes.
  const made = new Set(['naïïf', 'ï']);
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
  test('sets the soft hyphen at which a word was cut as a hyphen, and says which it is', () => {
    for (const face of [sans, serif, legible]) {
      const run = face.shape('départe\u00ad', plain);
      expect(run.glyphs.at(-1)).toBe(face.shape('-', plain).glyphs[0]);
      expect(run.codePoints.at(-1)).toEqual([0xad]);
      expect(run.width).toBe(face.shape('départe-', plain).width);
    }
    const full = sans.shape('q\u0301x\u00ad', plain);
    expect(full.codePoints.at(-1)).toEqual([0xad]);
    expect(full.glyphs.at(-1)).toBe(sans.shape('-', plain).glyphs[0]);
  });

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

/** A font file with one more table, its directory written anew. */
function withTable(font: Buffer, tag: string, table: Buffer): Buffer {
  const count = font.readUInt16BE(4);
  const head = Buffer.alloc(12 + 16 * (count + 1));
  font.copy(head, 0, 0, 12);
  head.writeUInt16BE(count + 1, 4);
  const records = Array.from({ length: count }, (_, i) => {
    const record = Buffer.from(font.subarray(12 + i * 16, 28 + i * 16));
    record.writeUInt32BE(record.readUInt32BE(8) + 16, 8);
    return record;
  });
  const own = Buffer.alloc(16);
  own.write(tag, 'latin1');
  own.writeUInt32BE(font.length + 16, 8);
  own.writeUInt32BE(table.length, 12);
  const sorted = [...records, own].sort((a, b) =>
    Buffer.compare(a.subarray(0, 4), b.subarray(0, 4)),
  );
  head.set(Buffer.concat(sorted), 12);
  return Buffer.concat([head, font.subarray(12 + 16 * count), table]);
}

describe('the old kern table', () => {
  test('is read where a font has no kerning feature', () => {
    const folder = mkdtempSync(join(tmpdir(), 'proximites-kern-'));
    const ruler = readFileSync(join(rulerFolder, 'ruler.ttf'));
    const [a, v] = loadFontLibrary({ folders: [rulerFolder] })
      .face({ families: ['Ruler'], weight: 400, style: 'normal' })
      .shape('AV', plain).glyphs as [number, number];
    const words = [0, 1, 0, 20, 1, 1, 6, 0, 0, a, v, -80];
    const table = Buffer.alloc(words.length * 2);
    for (const [i, word] of words.entries()) table.writeInt16BE(word, i * 2);
    writeFileSync(join(folder, 'kerned.ttf'), withTable(ruler, 'kern', table));
    const face = loadFontLibrary({ folders: [folder] }).face({
      families: ['Ruler'],
      weight: 400,
      style: 'normal',
    });
    expect(face.shape('AVA', plain).advances).toEqual([920, 1000, 1000]);
    const font = fontkit.create(readFileSync(face.file)) as fontkit.Font;
    expect(font.layout('AVA').advanceWidth).toBe(2920);
    rmSync(folder, { recursive: true });
  });
});
