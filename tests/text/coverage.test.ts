import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { fontsFolder, library, plain, shippedFaces, textFaces } from './shipped-faces.ts';

const families = [...new Set(textFaces.map(({ family }) => family))];

/** What every text face must have itself. */
const letters =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789' +
  'ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿ' + // French
  'ÁÍÑÓÚáíñóú¿¡ªº' + // Spanish
  'ẞßÌìÒò' + // German, Italian
  'ĲĳÅåØøŠšŽžČčŁłŃńŐőŞşĞğ'; // names of people and of twin towns
const signs = ' \u00a0.,;:!?…’‘“”«»‹›()[]{}/\\|-–—_·•*+−×÷=<>%‰§&@#€£°²³¹½¼¾©®™†‡\'"';

/** What a text face or its fallbacks must have. */
const symbols = '\u202f\u2011№→←↑↓◆◇■□▪▸►●○★☆✓✔✗☎☏✆✉♿⚠①②⑨❶❾♦☐☑⌂♥⚕☀✂✚';

function missingFrom(has: (codePoint: number) => boolean, wanted: string): string {
  return [...wanted].filter((character) => !has(character.codePointAt(0) as number)).join('');
}

describe.each(textFaces.map((face) => [face.id, face] as const))('%s', (_id, face) => {
  test('has the letters of the six languages of the guides', () => {
    expect(missingFrom((code) => face.has(code), letters.replace(/[ĲĳẞŐőŞşĞğ]/g, ''))).toBe('');
  });

  test('has the signs of French typesetting', () => {
    expect(missingFrom((code) => face.has(code), signs)).toBe('');
  });

  test('finds every other sign in its fallbacks, never .notdef', () => {
    const stack = library.stack({
      families: [face.family],
      weight: face.weight,
      style: face.style,
    });
    expect(stack[0]).toBe(face);
    for (const character of letters + symbols) {
      const runs = library.shapeWord(stack, character, plain);
      expect([character, runs.length]).toEqual([character, 1]);
      expect([character, runs[0]?.glyphs.includes(0)]).toEqual([character, false]);
      expect(runs[0]?.codePoints).toEqual([[character.codePointAt(0)]]);
    }
  });

  test('has figures of one width, by itself or on demand', () => {
    const widths = [...'0123456789'].map(
      (figure) => face.shape(figure, { smallCaps: false, tabularFigures: true }).width,
    );
    // One italic has a zero narrower by a thousandth of an em.
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
  });

  test('embeds accented letters, some made of several glyphs in the file', () => {
    const font = fontkit.create(readFileSync(face.file)) as fontkit.Font;
    const subset = font.createSubset();
    const glyphs = [...'ÉŸœçïÀ'].map((letter) => face.shape(letter, plain).glyphs[0] as number);
    // fontkit's types ask for a Glyph and promise a boolean; its code takes and gives numbers.
    const { includeGlyph } = subset as unknown as { includeGlyph(glyph: number): number };
    const placed = glyphs.map((glyph) => includeGlyph.call(subset, glyph));
    expect(placed).toEqual([1, 2, 3, 4, 5, 6]);
    const sizes = outlineSizes(Buffer.from(subset.encode()));
    expect(placed.every((glyph) => (sizes[glyph] as number) > 0)).toBe(true);
    expect(sizes.length).toBeGreaterThanOrEqual(7);
  });
});

/** Bytes of each glyph's outline in an embedded TrueType font, from its loca table. */
function outlineSizes(program: Buffer): number[] {
  const table = (tag: string): number => {
    for (let at = 12; at < 12 + 16 * program.readUInt16BE(4); at += 16) {
      if (program.toString('latin1', at, at + 4) === tag) return program.readUInt32BE(at + 8);
    }
    throw new Error(`no table ${tag}`);
  };
  const long = program.readInt16BE(table('head') + 50) === 1;
  const loca = table('loca');
  const offset = (i: number): number =>
    long ? program.readUInt32BE(loca + i * 4) : program.readUInt16BE(loca + i * 2) * 2;
  const count = program.readUInt16BE(table('maxp') + 4);
  return Array.from({ length: count }, (_, i) => offset(i + 1) - offset(i));
}

describe('where faces differ', () => {
  test.each([
    ['Source Sans 3', '', true],
    ['Source Serif 4', '\u2011', true],
    ['IBM Plex Sans Condensed', '\u202f\u2011', false],
    ['Atkinson Hyperlegible Next', '\u202f\u2011№', false],
  ])('%s lacks %j', (family, lacking, smallCaps) => {
    const face = library.face({ families: [family], weight: 400, style: 'normal' });
    expect(missingFrom((code) => face.has(code), '\u202f\u2011№')).toBe(lacking);
    expect(face.hasSmallCaps).toBe(smallCaps);
  });
});

describe('the folder of fonts', () => {
  test('lists every file, by the family, weight and style that the file says', () => {
    const files = readdirSync(fontsFolder, { recursive: true, encoding: 'utf8' });
    const fonts = files.filter((name) => /\.(ttf|otf)$/.test(name)).sort();
    expect(fonts).toEqual(
      shippedFaces.map(({ file }) => file.slice(fontsFolder.length + 1)).sort(),
    );
    for (const face of shippedFaces) {
      const font = fontkit.create(readFileSync(face.file)) as fontkit.Font;
      const weight = (font as unknown as { 'OS/2': { usWeightClass: number } })['OS/2']
        .usWeightClass;
      expect([face.file, face.weight]).toEqual([face.file, weight]);
      expect(font.familyName.replace(/\s|SemiBold/g, '')).toBe(face.family.replace(/\s/g, ''));
      expect(face.style === 'italic').toBe(/Italic/.test(font.subfamilyName));
    }
  });

  test('has the licence beside each file, and names each family in its README', () => {
    const readme = readFileSync(join(fontsFolder, 'README.md'), 'utf8');
    for (const face of shippedFaces) {
      const licence = join(dirname(face.file), 'OFL.txt');
      expect([basename(face.file), existsSync(licence)]).toEqual([basename(face.file), true]);
      expect(readFileSync(licence, 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
      expect(readme).toContain(face.family);
    }
  });

  test('stays below 6 MB', () => {
    const sizes = shippedFaces.map(({ file }) => statSync(file).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
  });

  test('has four text families', () => {
    expect(families).toEqual([
      'Source Sans 3',
      'Source Serif 4',
      'IBM Plex Sans Condensed',
      'Atkinson Hyperlegible Next',
    ]);
  });
});
