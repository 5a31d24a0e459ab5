import { expect, test } from 'vitest';
import { foldWord, wordKey } from '../../src/typology/word-key.ts';

test.each([
  ['École  Élémentaire', 'ecole elementaire'],
  ['L’Haÿ & Œuvres', 'l hay oeuvres'],
  ["prud'hommes", 'prud hommes'],
  ['E\u0301cole', 'ecole'],
  ['FRANCE-SERVICES', 'france services'],
  ['\u00a0« ÆTHER »\u202f!', 'aether'],
  ['日本', ''],
])('foldWord(%j) is %j', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

test.each([
  ['Agences de l’eau', 'agence eau'],
  ['Bureaux de poste', 'bureau poste'],
  ['Tribunaux administratifs', 'tribunal administratif'],
  ['Office du tourisme', 'office tourisme'],
  ['Mas', 'mas'],
  ['La', 'la'],
])('wordKey(%j) is %j', (word, key) => {
  expect(wordKey(word)).toBe(key);
});
