import { describe, expect, test } from 'vitest';
import { applyApostrophes, applySpacing, ordinalParts } from '../../src/text/french-spacing.ts';

/** Shows U+202F as ⍽ and U+00A0 as ~. */
function show(text: string): string {
  return text.replaceAll('\u202f', '⍽').replaceAll('\u00a0', '~');
}

const cases: readonly (readonly [string, string])[] = [
  ['Fermé ; ouvert : quand ? Là !', 'Fermé⍽; ouvert⍽: quand⍽? Là⍽!'],
  ['Quoi ?! Non !!', 'Quoi⍽?! Non⍽!!'],
  ['Horaires: lundi; mardi', 'Horaires⍽: lundi⍽; mardi'],
  [' : suite', '⍽: suite'],
  ['« Le Relais »', '«⍽Le Relais⍽»'],
  ['«Le Relais»', '«⍽Le Relais⍽»'],
  ['« Le Relais » : ouvert', '«⍽Le Relais⍽»⍽: ouvert'],
  ['Tél. : 02 61 91 35 87', 'Tél.⍽: 02⍽61⍽91⍽35⍽87'],
  ['0 800 12 34 56', '0⍽800⍽12⍽34⍽56'],
  ['+33 2 61 91 35 87', '+33⍽2⍽61⍽91⍽35⍽87'],
  ['+33 (0)2 61 91 35 87', '+33⍽(0)2⍽61⍽91⍽35⍽87'],
  ['02.61.91.35.87', '02.61.91.35.87'],
  ['12 000 habitants', '12⍽000 habitants'],
  ['1 200 000 m²', '1⍽200⍽000⍽m²'],
  ['50% ou 50 % de 3,50€', '50⍽% ou 50⍽% de 3,50⍽€'],
  ['à 5 km', 'à 5⍽km'],
  ['5 kilos', '5 kilos'],
  ['9 h 30–12 h, 14 h', '9⍽h⍽30–12⍽h, 14⍽h'],
  ['à 12:30', 'à 12:30'],
  ['n° 5, n°12', 'n°~5, n°~12'],
  ['le 1er mai et le 14 juillet', 'le 1er~mai et le 14~juillet'],
  ['le 1er étage', 'le 1er étage'],
  ['M. Dupont et Mme Durand', 'M.~Dupont et Mme~Durand'],
  ['15100 Saint-Flour', '15100 Saint-Flour'],
  ['voir http://example.fr/a;b?c=1 : oui', 'voir http://example.fr/a;b?c=1⍽: oui'],
  ['écrire à x@example.fr !', 'écrire à x@example.fr⍽!'],
  ['deux\n: lignes', 'deux\n: lignes'],
  ['rien à changer', 'rien à changer'],
  ['', ''],
];

describe('applySpacing', () => {
  test.each(cases)('%s', (text, expected) => {
    expect(show(applySpacing(text, 'fr'))).toBe(expected);
  });

  test.each(cases)('twice is as once: %s', (text) => {
    const once = applySpacing(text, 'fr');
    expect(applySpacing(once, 'fr')).toBe(once);
  });

  test('changes nothing but blanks', () => {
    for (const [text] of cases) {
      expect(applySpacing(text, 'fr').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });

  test('is for French only', () => {
    expect(applySpacing('Why ? 50 %', 'en')).toBe('Why ? 50 %');
    expect(applySpacing('Pourquoi ?', 'fr-BE')).toBe('Pourquoi\u202f?');
    expect(applySpacing('Waarom ?', 'fry')).toBe('Waarom ?');
  });
});

describe('applyApostrophes', () => {
  test.each([
    ["l'école d'aujourd'hui", 'l’école d’aujourd’hui'],
    ["l'«Étoile»", 'l’«Étoile»'],
    ["'cité' 5'", "'cité' 5'"],
  ])('%s', (text, expected) => {
    expect(applyApostrophes(text, 'fr')).toBe(expected);
  });

  test('is for French only', () => {
    expect(applyApostrophes("l'école", 'it')).toBe("l'école");
  });
});

describe('ordinalParts', () => {
  /** Raised parts in brackets. */
  function mark(text: string): string {
    return ordinalParts(text)
      .map((part) => (part.superscript ? `[${part.text}]` : part.text))
      .join('');
  }

  test.each([
    ['XIXe siècle', 'XIX[e] siècle'],
    ['le 1er et le 2e étage', 'le 1[er] et le 2[e] étage'],
    ['1re, 2nde, 3ème', '1[re], 2[nde], 3[ème]'],
    ['François Ier, Ve République', 'François I[er], V[e] République'],
    ['les 1ers et 12es', 'les 1[ers] et 12[es]'],
    ['11e', '11[e]'],
    ['', ''],
  ])('raises the ending of %s', (text, expected) => {
    expect(mark(text)).toBe(expected);
  });

  test.each(['Ce De Le Me Des Les Mes Mer', 'IIIIe', '3d', '12er', '2e-mail', 'A1e', '1e'])(
    'leaves %s alone',
    (text) => {
      expect(ordinalParts(text)).toEqual([{ text, superscript: false }]);
    },
  );
});
