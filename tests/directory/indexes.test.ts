import { describe, expect, it } from 'vitest';
import { createTypology } from '../../src/typology/load-typology.ts';
import type { Typology } from '../../src/typology/typology.ts';
import { at, directory, indexLines, service, typology } from './directory-fixtures.ts';

describe('index of names', () => {
  it('puts articles behind and namesakes apart by commune', () => {
    const made = directory([
      service('a', 'La Poste'),
      service('b', 'Mairie'),
      service('c', 'Mairie', at('99002')),
      service('d', 'École Jaurès', { types: ['ecole'] }),
      service('e', 'École Jaurès', { types: ['ecole'] }),
      service('f', '1, 2, 3 Soleil', { types: ['ecole'] }),
    ]);
    expect(indexLines(made.nameIndex)).toEqual([
      '0-9 | 1, 2, 3 Soleil | e-0004',
      'E | École Jaurès | e-0005 e-0006',
      'M | Mairie | e-0001 | Aubenoire',
      'M | Mairie | e-0002 | Le Bourg',
      'P | Poste (La) | e-0003',
    ]);
  });

  it('orders letters as printed, accents folded', () => {
    const names = ['Zut', 'Été', 'eau', 'Œuf', 'Ours', '7 lieues', 'Ωmega', '« Avril »'];
    const made = directory(names.map((name, index) => service(`s${index}`, name)));
    expect(made.nameIndex.map(({ letter }) => letter)).toEqual(['0-9', 'A', 'E', 'O', 'Z', 'Ω']);
  });
});

describe('index of communes', () => {
  it('lists what stands in a commune or serves it', () => {
    const made = directory([
      service('a', 'Mairie', at('99002')),
      service('b', 'Permanence', { ...at('99100'), serves: ['99002', '99003'] }),
    ]);
    expect(indexLines(made.communeIndex)).toEqual([
      'B | Bourg (Le) | e-0001 e-0002',
      'C | Clairval | e-0002',
      'V | Voisine | e-0002',
    ]);
  });

  it('tells namesakes apart by département', () => {
    const position = { longitude: 1, latitude: 45, origin: 'address' as const };
    const foreign = { address: { lines: [], insee: '44001', commune: 'Aubenoire' }, position };
    const made = directory(
      [service('a', 'Mairie'), service('b', 'Annexe', foreign)],
      {},
      {
        territory: twoAubenoires(),
      },
    );
    expect(indexLines(made.communeIndex)).toEqual([
      'A | Aubenoire | e-0002 | Ille-et-Vilaine',
      'A | Aubenoire | e-0001 | Loire-Atlantique',
    ]);
  });
});

function twoAubenoires() {
  const commune = (code: string) => ({
    code,
    name: 'Aubenoire',
    departement: code.slice(0, 2),
    region: '',
    postcodes: [],
  });
  return {
    name: 'Deux',
    communes: new Map(['99001', '44001'].map((code) => [code, commune(code)])),
    contours: [],
    locate: ({ insee = '' }) => ({ kind: 'inside' as const, commune: commune(insee) }),
    commune,
    epciOf: () => undefined,
    departementOf: (code: string) =>
      code === '44001'
        ? { code: '44', name: 'Loire-Atlantique' }
        : { code: '35', name: 'Ille-et-Vilaine' },
  };
}

describe('index of types', () => {
  it('refers old names and other words to the types printed', () => {
    const made = directory([
      service('a', 'Mairie'),
      service('b', 'Agence', { types: ['france-travail', 'mairie'] }),
    ]);
    expect(indexLines(made.typeIndex)).toEqual([
      'A | Agences France Travail | e-0002',
      'A | ANPE | voir Agences France Travail',
      'H | Hôtel de ville | voir Mairies',
      'M | Mairies | e-0001 e-0002',
    ]);
  });

  const withNeeds: Typology = {
    ...typology,
    needs: [
      { text: { fr: 'Carte d’identité', en: 'Identity card' }, see: ['mairie', 'annexe'] },
      { text: { fr: 'Chômage' }, see: ['france-travail'] },
      { text: { fr: 'Lettres' }, see: ['poste'] },
      { text: { fr: 'Écolier' }, see: ['ecole'] },
      { text: { fr: 'Hôtel de ville' }, see: ['annexe'] },
    ],
    neighbours: [
      ['ecole', 'lycee', 'mairie'],
      ['annexe', 'mairie'],
    ],
    unprinted: ['Mairie annexe'],
  };

  it('refers needs to the types that are printed, the first to turn to in front', () => {
    const made = directory(
      [service('a', 'Mairie'), service('b', 'Annexe', { types: ['annexe'] })],
      {},
      { typology: withNeeds },
    );
    expect(indexLines(made.typeIndex)).toEqual([
      'A | Annexes | e-0001, voir aussi Mairies',
      'C | Carte d’identité | voir Mairies, Annexes',
      'H | Hôtel de ville | voir Annexes, Mairies',
      'M | Mairies | e-0002, voir aussi Annexes',
    ]);
  });

  it('leaves out a need that stands beside its only type, and neighbours that are not printed', () => {
    const made = directory(
      [service('a', 'École', { types: ['ecole'] }), service('b', 'Lycée', { types: ['lycee'] })],
      {},
      { typology: withNeeds },
    );
    expect(indexLines(made.typeIndex)).toEqual([
      'E | Écoles primaires | e-0001, voir aussi Lycées',
      'L | Lycées | e-0002, voir aussi Écoles primaires',
    ]);
  });

  it('says a need in the language of the booklet, else in French', () => {
    const services = [service('a', 'Mairie'), service('b', 'A', { types: ['france-travail'] })];
    const made = directory(services, {}, { typology: withNeeds, language: 'en-GB' });
    expect(indexLines(made.typeIndex)).toContain('I | Identity card | voir Mairies');
    expect(indexLines(made.typeIndex)).toContain('C | Chômage | voir Agences France Travail');
  });

  it('prints a synonym only where nothing beside it says the same', () => {
    const renamed = createTypology({
      themes: typology.themes,
      categories: typology.categories,
      types: typology.types.map((type) =>
        type.id === 'poste'
          ? { ...type, synonyms: ['La Poste', 'Postier', 'Timbre'] }
          : { ...type, synonyms: [] },
      ),
      needs: [{ text: { fr: 'Timbres et colis' }, see: ['poste'] }],
    });
    const made = directory(
      [service('a', 'Poste', { types: ['poste'] })],
      {},
      { typology: renamed },
    );
    expect(indexLines(made.typeIndex)).toEqual([
      'B | Bureaux de poste | e-0001',
      'P | Poste (La) | voir Bureaux de poste',
      'T | Timbres et colis | voir Bureaux de poste',
    ]);
  });

  it('refers to a label without its acronym, which its own line keeps', () => {
    const long = createTypology({
      themes: typology.themes,
      categories: typology.categories,
      types: typology.types.map((type) =>
        type.id === 'mairie'
          ? { ...type, label: { singular: 'Caisse (CAF)', plural: 'Caisses familiales (CAF)' } }
          : type,
      ),
      neighbours: [['mairie', 'poste']],
    });
    const made = directory(
      [service('a', 'Caf'), service('b', 'Poste', { types: ['poste'] })],
      {},
      { typology: long },
    );
    expect(indexLines(made.typeIndex)).toEqual([
      'B | Bureaux de poste | e-0002, voir aussi Caisses familiales',
      'C | Caisses familiales (CAF) | e-0001, voir aussi Bureaux de poste',
      'H | Hôtel de ville | voir Caisses familiales',
      'M | Mairie annexe | voir Caisses familiales',
    ]);
  });
});

describe('credits', () => {
  it('counts the entries of each source, with the latest date', () => {
    const from = (id: string, source: object) =>
      service(id, id, { source: { contributor: 'Région', ...source } });
    const made = directory([
      from('a', { dataset: 'Lycées', date: '2024-01-01' }),
      from('b', { dataset: 'Lycées', date: '2025-06-30', url: 'https://example.fr' }),
      from('c', { dataset: 'Lycées' }),
      from('d', { dataset: 'Lycées', licence: 'ODbL' }),
      from('e', { contributor: 'Académie' }),
    ]);
    expect(made.credits).toEqual([
      { contributor: 'Académie', entryCount: 1 },
      {
        contributor: 'Région',
        dataset: 'Lycées',
        url: 'https://example.fr',
        date: '2025-06-30',
        entryCount: 3,
      },
      { contributor: 'Région', dataset: 'Lycées', licence: 'ODbL', entryCount: 1 },
    ]);
  });
});
