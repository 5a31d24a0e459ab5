import { describe, expect, it } from 'vitest';
import { at, directory, indexLines, service } from './directory-fixtures.ts';

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
