import { expect, test } from 'vitest';
import { loadTypology } from '../../src/typology/load-typology.ts';
import { searchTypology } from '../../src/typology/search-typology.ts';

const typology = loadTypology();

function ids(words: string | readonly string[]): string[] {
  return searchTypology(typology, words).map((type) => type.id);
}

test('labels that begin with the words come first, then synonyms, then headings', () => {
  expect(ids('école')).toEqual([
    'ecole-de-musique',
    'ecole-maternelle',
    'ecole-elementaire',
    'ecole-primaire',
    'ecole-d-enseignement-superieur',
    'formation-sanitaire-et-sociale',
  ]);
  expect(ids('PISCINE')).toEqual(['piscine']);
  expect(ids('cabinet')).toEqual(['maison-de-sante', 'dentiste', 'infirmier']);
});

test('several words must all be found', () => {
  expect(ids(['aire', 'covoiturage'])).toEqual(['aire-de-covoiturage']);
  expect(ids('covoiturage aire')).toEqual(['aire-de-covoiturage']);
  expect(ids('aire inconnue')).toEqual([]);
});

test('a category lists its types, a body that is gone is listed too', () => {
  expect(ids('se loger')).toEqual([
    'aire-de-camping-car',
    'hotel',
    'camping',
    'chambre-d-hotes',
    'gite',
    'gite-d-etape',
  ]);
  expect(ids('ANPE')).toEqual(['anpe']);
});

test('no word at all lists every type in order', () => {
  expect(searchTypology(typology, '')).toEqual(typology.types);
});
