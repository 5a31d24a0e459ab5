import { expect, test } from 'vitest';
import { foldWord, nearestWord } from '../../src/diagnostics/nearest.ts';
import { quote, quoteAny } from '../../src/diagnostics/quote.ts';

test('spellings that differ by case, accents, blanks and hyphens are one', () => {
  expect(foldWord('Sous Titre')).toBe(foldWord('sous-titre'));
  expect(foldWord('Édition')).toBe('edition');
  expect(foldWord('cœur')).toBe('coeur');
});

test('the nearest word is found whatever its accents, and none when all are far', () => {
  const words = ['couverture', 'thèmes', 'territoire', 'page'];
  expect(nearestWord('couverure', words)).toBe('couverture');
  expect(nearestWord('THEME', words)).toBe('thèmes');
  expect(nearestWord('xyz', words)).toBeUndefined();
  expect(nearestWord('a'.repeat(100_000), words)).toBeUndefined();
});

test('a quoted value is one line of at most 60 characters', () => {
  expect(quote('a\n  b')).toEqual({ fr: '«\u00a0a b\u00a0»', en: '“a b”' });
  expect(quote('x'.repeat(100_000)).en).toBe(`“${'x'.repeat(60)}…”`);
  expect(quote('é'.repeat(60)).en).toBe(`“${'é'.repeat(60)}”`);
  expect(quote('😀'.repeat(61)).en).toBe(`“${'😀'.repeat(60)}…”`);
});

test('a choice is said as a sentence', () => {
  expect(quoteAny(['a', 'b', 'c']).fr).toBe('«\u00a0a\u00a0», «\u00a0b\u00a0» ou «\u00a0c\u00a0»');
  expect(quoteAny(['a']).en).toBe('“a”');
});
