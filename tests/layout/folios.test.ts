import { describe, expect, it } from 'vitest';
import { mergeLocators, romanNumeral } from '../../src/layout/folios.ts';

const at = (page: number, anchor = `a${page}`) => ({ anchor, page: page - 1, folio: String(page) });
const texts = (pages: readonly number[]) =>
  mergeLocators(pages.map((page) => at(page))).map((locator) => locator.text);

describe('romanNumeral', () => {
  it.each([
    [1, 'i'],
    [4, 'iv'],
    [9, 'ix'],
    [14, 'xiv'],
    [40, 'xl'],
    [99, 'xcix'],
    [1994, 'mcmxciv'],
  ])('%i is %s', (number, numeral) => {
    expect(romanNumeral(number)).toBe(numeral);
  });
});

describe('mergeLocators', () => {
  it('joins neighbouring pages', () => {
    expect(texts([12, 13, 14])).toEqual(['12–14']);
    expect(texts([3, 5, 6, 9])).toEqual(['3', '5–6', '9']);
  });

  it('names a page once', () => {
    expect(texts([7, 7, 7])).toEqual(['7']);
  });

  it('puts the main place first when it is not the first page', () => {
    expect(texts([20, 4, 5, 6])).toEqual(['20', '4–6']);
  });

  it('leads to the first anchor of each range', () => {
    const merged = mergeLocators([at(2, 'x'), at(3, 'y'), at(9, 'z')]);
    expect(merged).toEqual([
      { text: '2–3', anchor: 'x' },
      { text: '9', anchor: 'z' },
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(mergeLocators([])).toEqual([]);
  });
});
