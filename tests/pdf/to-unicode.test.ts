import { describe, expect, it } from 'vitest';
import { toUnicodeCmap } from '../../src/pdf/to-unicode.ts';

function meaning(...codePoints: number[]): string | undefined {
  return /<0001> <([0-9A-F]+)>/.exec(toUnicodeCmap([{ cid: 1, codePoints }]))?.[1];
}

describe('what a character stands for', () => {
  it('is its text in UTF-16', () => {
    expect(meaning(0x66, 0x69)).toBe('00660069');
    expect(meaning(0x1f3eb)).toBe('D83CDFEB');
  });

  it('is never nothing, nor what PDF/UA forbids', () => {
    expect(meaning()).toBe('200B');
    expect(meaning(0xfeff, 0x61)).toBe('0061');
    expect(meaning(0)).toBe('200B');
  });

  it('is never a code of private use, which would want words beside it', () => {
    expect(meaning(0xe000)).toBe('FFFD');
    expect(meaning(0x61, 0xf0001)).toBe('0061FFFD');
  });
});
