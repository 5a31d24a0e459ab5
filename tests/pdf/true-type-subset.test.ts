import { readdirSync, readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { TrueTypeSubset } from '../../src/pdf/true-type-subset.ts';
import { resourcePath } from '../../src/resources.ts';
import { readSfnt } from '../../src/text/sfnt.ts';

const files = readdirSync(resourcePath('fonts'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ttf'))
  .sort();

function open(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes));
  if (!('getGlyph' in font)) throw new Error('a collection');
  return font;
}

describe('TrueTypeSubset', () => {
  it.each(files)('keeps the outlines and metrics of %s, composite letters included', (file) => {
    const bytes = readFileSync(resourcePath('fonts', file));
    const whole = open(bytes);
    const subset = new TrueTypeSubset(readSfnt(bytes));
    const numbers = [...'Éàç ŒŸ«№ﬁ8'].flatMap((letter) => {
      const { id } = whole.glyphForCodePoint(letter.codePointAt(0) ?? 0);
      return id === 0 ? [] : [[id, subset.include(id)] as const];
    });
    expect(numbers.length).toBeGreaterThan(0);
    const cut = open(subset.encode());
    for (const [old, number] of numbers) {
      expect(cut.getGlyph(number).path.toSVG()).toBe(whole.getGlyph(old).path.toSVG());
      expect(cut.getGlyph(number).advanceWidth).toBe(whole.getGlyph(old).advanceWidth);
    }
  });

  it('numbers glyphs in the order of their first use, .notdef first', () => {
    const subset = new TrueTypeSubset(
      readSfnt(readFileSync(resourcePath('fonts', files[0] as string))),
    );
    expect([subset.include(40), subset.include(7), subset.include(40), subset.include(0)]).toEqual([
      1, 2, 1, 0,
    ]);
  });

  it('writes checksums that add up', () => {
    const subset = new TrueTypeSubset(
      readSfnt(readFileSync(resourcePath('fonts', files[0] as string))),
    );
    subset.include(40);
    const program = Buffer.from(subset.encode());
    let sum = 0;
    for (let at = 0; at < program.length; at += 4) sum = (sum + program.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});
