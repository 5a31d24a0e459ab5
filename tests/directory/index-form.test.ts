import { describe, expect, it } from 'vitest';
import { indexForm, indexLetter } from '../../src/directory/index-form.ts';

describe('indexForm', () => {
  it.each([
    ['La Poste', 'Poste (La)'],
    ['LA POSTE', 'POSTE (LA)'],
    ['Les Lucioles', 'Lucioles (Les)'],
    ["L'Atelier", 'Atelier (L’)'],
    ['l’atelier', 'Atelier (l’)'],
    ['Le Havre', 'Havre (Le)'],
    ['Lester', 'Lester'],
    ['Laverie du port', 'Laverie du port'],
    ['La', 'La'],
    ['École Le Clos', 'École Le Clos'],
    ['« Les Tilleuls »', 'Tilleuls » (Les)'],
    ['123 Soleil', '123 Soleil'],
    ['crèche', 'Crèche'],
    ['***', '***'],
  ])('%s stands as %s', (name, form) => {
    expect(indexForm(name)).toBe(form);
  });
});

describe('indexLetter', () => {
  it.each([
    ['École', 'E'],
    ['Œuvre', 'O'],
    ['œuvre', 'O'],
    ['Ægir', 'A'],
    ['Ÿ', 'Y'],
    ['çà', 'C'],
    ['3 Suisses', '0-9'],
    ['(Hors) piste', 'H'],
    ['***', '0-9'],
    ['Ωmega', 'Ω'],
  ])('%s stands under %s', (form, letter) => {
    expect(indexLetter(form)).toBe(letter);
  });
});
