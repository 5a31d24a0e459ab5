import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { hyphenationPoints } from '../../src/text/hyphenation.ts';

const requireFile = createRequire(import.meta.url);

function show(word: string, lang: string): string {
  const cuts = [0, ...hyphenationPoints(word, lang), word.length];
  return cuts
    .slice(1)
    .map((end, i) => word.slice(cuts[i], end))
    .join('-');
}

/** What the package that brings the patterns makes of a word. */
function reference(word: string, file: string): readonly number[] {
  const { hyphenateSync } = requireFile(`hyphen/${file}`) as {
    hyphenateSync(text: string, options: object): string;
  };
  const parts = hyphenateSync(word, { hyphenChar: '|', minWordLength: 2 }).split('|');
  let at = 0;
  return parts.slice(0, -1).map((part) => {
    at += part.length;
    return at;
  });
}

describe('hyphenationPoints', () => {
  test.each([
    ['fr', 'bibliothèque', 'bi-blio-thèque'],
    ['fr', 'déchèterie', 'dé-chè-te-rie'],
    ['fr', 'Gendarmerie', 'Gen-dar-me-rie'],
    ['fr', 'œuvre', 'œuvre'],
    ['en', 'neighbourhood', 'neigh-bour-hood'],
    ['de', 'Gemeindeverwaltung', 'Ge-mein-de-ver-wal-tung'],
    ['es', 'ayuntamiento', 'ayun-ta-mien-to'],
    ['it', 'biblioteca', 'bi-blio-te-ca'],
    ['nl', 'openingstijden', 'ope-nings-tij-den'],
  ])('%s: %s', (lang, word, expected) => {
    expect(show(word, lang)).toBe(expected);
  });

  test('French keeps two letters before and three after', () => {
    expect(show('commune', 'fr')).toBe('com-mune');
    expect(show('mairie', 'fr')).toBe('mai-rie');
    expect(show('école', 'fr')).toBe('école');
    expect(reference('communalité', 'fr').at(-1)).toBe(9);
    expect(show('communalité', 'fr')).toBe('com-mu-na-lité');
  });

  test('regional tags fall back on their language', () => {
    expect(show('bibliothèque', 'fr-CA')).toBe('bi-blio-thèque');
  });

  test.each(['SNCF', 'ANCIENNEMENT', 'a'.repeat(61)])('leaves %s whole', (word) => {
    expect(hyphenationPoints(word, 'fr')).toEqual([]);
  });

  test('leaves other languages whole', () => {
    expect(hyphenationPoints('bibliothèque', 'tlh')).toEqual([]);
  });

  const words =
    'administration anticonstitutionnellement accueil associations bureau centre collège commune ' +
    'conservatoire crèche départemental écoles enseignement équipement gymnase hébergement ' +
    'hôpital information intercommunal jeunesse logement maternelle municipal naissance office ' +
    'ordures patrimoine périscolaire pharmacie piscine postale presbytère protection restauration ' +
    'salle santé sapeurs secrétariat services solidarité stationnement syndicat tourisme transports ' +
    'trésorerie tribunal urbanisme vétérinaire voirie aujourd extraordinaire subaquatique';

  test('agrees with the package on where patterns cut', () => {
    for (const word of words.split(' ')) {
      const expected = reference(word, 'fr').filter((at) => at >= 2 && at <= word.length - 3);
      expect([word, hyphenationPoints(word, 'fr')]).toEqual([word, expected]);
    }
  });
});
