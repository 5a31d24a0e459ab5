import { describe, expect, it } from 'vitest';
import { type MapFacts, mapAlt, mapNotes } from '../../src/maps/map-words.ts';

const facts: MapFacts = {
  territory: 'Redon Agglomération',
  numbers: [1, 2, 23],
  approximate: 0,
  offMap: 0,
};

describe('mapAlt', () => {
  it('says territory, places, and where the list is', () => {
    expect(mapAlt(facts, 'fr')).toBe(
      'Carte de Redon Agglomération\u00a0: 3 lieux numérotés de 1 à 23. La liste des lieux est à côté, dans le même ordre de numéros.',
    );
    expect(mapAlt({ ...facts, subject: 'Health' }, 'en-GB')).toBe(
      'Map of Redon Agglomération, Health: 3 places numbered 1 to 23. The list of places is beside it, in the same order of numbers.',
    );
  });

  it('joins the French name as French does', () => {
    const opening = (territory: string) => mapAlt({ ...facts, territory, numbers: [] }, 'fr');
    expect(opening('Aurillac')).toBe('Carte d’Aurillac\u00a0: aucun lieu numéroté.');
    expect(opening('Le Puy-en-Velay')).toContain('Carte du Puy-en-Velay');
    expect(opening('Les Ancizes-Comps')).toContain('Carte des Ancizes-Comps');
    expect(opening('La Roche-Blanche')).toContain('Carte de La Roche-Blanche');
    expect(opening('Écurey')).toContain('Carte d’Écurey');
  });

  it('names a single place', () => {
    expect(mapAlt({ ...facts, numbers: [7] }, 'fr')).toContain('un lieu, numéro 7.');
  });

  it('speaks six languages, and French for another', () => {
    const openings = ['fr', 'en', 'de', 'es', 'it', 'nl'].map((language) =>
      mapAlt(facts, language),
    );
    expect(new Set(openings).size).toBe(6);
    expect(mapAlt(facts, 'oc')).toBe(mapAlt(facts, 'fr'));
  });
});

describe('mapNotes', () => {
  it('explains only the signs that stand on the map', () => {
    expect(mapNotes(facts, 'fr')).toEqual([]);
    expect(mapNotes({ ...facts, approximate: 2 }, 'fr')).toEqual([
      'Numéro sur fond blanc\u00a0: position approximative.',
    ]);
    expect(mapNotes({ ...facts, approximate: 1, offMap: 1 }, 'en')).toHaveLength(2);
  });
});
