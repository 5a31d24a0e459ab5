import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { loadFontLibrary } from '../../src/text/font-library.ts';
import { plain, rulerFolder } from './shipped-faces.ts';

const face = loadFontLibrary({ folders: [rulerFolder] }).face({
  families: ['Ruler'],
  weight: 400,
  style: 'normal',
});
const font = fontkit.create(readFileSync(join(rulerFolder, 'ruler.ttf'))) as fontkit.Font;

describe('the ruler font of the layout tests', () => {
  test('has every character of its ranges, each 1 em wide, as fontkit sees it too', () => {
    const ranges = [
      [0x20, 0x7e],
      [0xa0, 0x24f],
      [0x2010, 0x2027],
      [0x202f, 0x202f],
    ] as const;
    for (const [first, last] of ranges) {
      for (let code = first; code <= last; code++) {
        expect([code, face.has(code)]).toEqual([code, true]);
        const character = String.fromCodePoint(code);
        expect([code, face.shape(character, plain).width]).toEqual([code, 1000]);
        expect(font.glyphForCodePoint(code).advanceWidth).toBe(1000);
      }
    }
    expect(face.has(0x250)).toBe(false);
  });

  test('neither kerns nor ligates', () => {
    const text = 'AVATAR office ÉÀÇ';
    expect(face.shape(text, plain).width).toBe(text.length * 1000);
    expect(font.layout(text).advanceWidth).toBe(text.length * 1000);
  });

  test('can be embedded, accented letters being made of others', () => {
    const subset = font.createSubset();
    for (const glyph of font.layout('Éà').glyphs) subset.includeGlyph(glyph);
    expect(Buffer.from(subset.encode()).length).toBeGreaterThan(300);
  });
});
