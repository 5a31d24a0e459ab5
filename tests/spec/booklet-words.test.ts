import { describe, expect, test } from 'vitest';
import { foldWord } from '../../src/diagnostics/nearest.ts';
import { bookletJsonSchema } from '../../src/spec/booklet-json-schema.ts';
import {
  canonicalKey,
  fieldWords,
  groupWords,
  keyWords,
  mapWords,
  readWord,
  sortWords,
} from '../../src/spec/booklet-words.ts';
import { slugify } from '../../src/spec/slug.ts';

function repeated(words: readonly string[]): readonly string[] {
  const folded = words.map(foldWord);
  return folded.filter((word, at) => folded.indexOf(word) !== at);
}

/** Spellings of each word, those that fold alike counted once. */
function spellings(list: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(list).flatMap(([word, others]) => [
    ...new Set([word, ...others].map(foldWord)),
  ]);
}

describe('words of a booklet', () => {
  test.each([
    ['keys', keyWords],
    ['fields', fieldWords],
    ['sorts', sortWords],
    ['groups', groupWords],
    ['maps', mapWords],
  ])('no spelling stands for two %s', (_, list) => {
    expect(repeated(spellings(list))).toEqual([]);
  });

  test('every key of the schema has its French word', () => {
    const unknown: string[] = [];
    const visit = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, inside] of Object.entries(schema)) {
        if (key === 'properties') {
          const names = Object.keys(inside as object);
          unknown.push(...names.filter((name) => canonicalKey(name) === undefined));
        }
        visit(inside);
      }
    };
    visit(bookletJsonSchema());
    expect(unknown).toEqual([]);
  });

  test('capitals, accents, blanks and hyphens do not matter', () => {
    expect(canonicalKey('SOUS_TITRE')).toBe('subtitle');
    expect(canonicalKey('themeColours')).toBe('theme-colours');
    expect(canonicalKey('Edition')).toBe('edition');
    expect(canonicalKey('constructor')).toBeUndefined();
    expect(readWord(sortWords, 'Code postal')).toBe('postcode');
    expect(readWord(sortWords, 'toString')).toBeUndefined();
  });

  test('slugs are safe names', () => {
    expect(slugify('Œuvres & Cie — l’été 2026')).toBe('oeuvres-cie-l-ete-2026');
    expect(slugify('.')).toBe('livret');
    expect(slugify('nul')).toBe('livret-nul');
    expect(slugify('𝒜'.repeat(500))).toBe('livret');
  });
});
