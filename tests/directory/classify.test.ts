import { describe, expect, it } from 'vitest';
import { at, directory, outline, service } from './directory-fixtures.ts';

const mixed = [
  service('lycee', 'Lycée Rosa', { types: ['lycee'], ...at('99003') }),
  service('agence', 'Agence', { types: ['france-travail'], ...at('99002') }),
  service('mairie-2', 'Mairie', at('99002')),
  service('mairie-1', 'Mairie'),
  service('poste', 'La Poste', { types: ['poste'] }),
];

describe('by theme', () => {
  it('gives theme, category, entries', () => {
    expect(outline(directory(mixed).sections)).toEqual([
      'Services publics',
      '  Administration',
      '    - mairie-1',
      '    - mairie-2',
      '    - poste',
      '  Emploi',
      '    - agence',
      'Éducation',
      '  Enseignement',
      '    - lycee',
    ]);
  });

  it('gives each type a heading once two types have three entries', () => {
    const many = ['1', '2', '3'].flatMap((n) => [
      service(`ecole-${n}`, `École ${n}`, { types: ['ecole'] }),
      service(`lycee-${n}`, `Lycée ${n}`, { types: ['lycee'] }),
    ]);
    expect(outline(directory(many).sections)).toEqual([
      'Éducation',
      '  Enseignement',
      '    Écoles primaires',
      ...['1', '2', '3'].map((n) => `      - ecole-${n}`),
      '    Lycées',
      ...['1', '2', '3'].map((n) => `      - lycee-${n}`),
    ]);
    expect(outline(directory(many.slice(0, 5)).sections)[2]).toBe('    - ecole-1');
  });

  it('spares a category of many types with few entries each their headings', () => {
    const ids = ['mairie', 'mairie', 'mairie', 'poste', 'poste', 'poste'];
    const services = ids.map((type, index) => service(`s${index}`, type, { types: [type] }));
    expect(directory(services).sections[0]?.groups[0]?.groups).toHaveLength(2);
    const rare = service('rare', 'Rare', { types: ['annexe'] });
    expect(directory([...services, rare]).sections[0]?.groups[0]?.groups).toHaveLength(0);
  });
});

describe('by commune, EPCI and département', () => {
  it('gives commune, theme; communes in French order, articles aside', () => {
    const { sections } = directory(mixed, { group: 'commune' });
    expect(outline(sections)).toEqual([
      'Aubenoire',
      '  Services publics',
      '    - mairie-1',
      '    - poste',
      'Le Bourg',
      '  Services publics',
      '    - agence',
      '    - mairie-2',
      'Clairval',
      '  Éducation',
      '    - lycee',
    ]);
    expect(sections.map(({ kind, id, entryCount }) => [kind, id, entryCount])).toEqual([
      ['commune', '99001', 2],
      ['commune', '99002', 2],
      ['commune', '99003', 1],
    ]);
  });

  it('gives EPCI, commune; what has no EPCI stands last', () => {
    expect(outline(directory(mixed, { group: 'epci' }).sections)).toEqual([
      'Val d’Aube',
      '  Aubenoire',
      '    - mairie-1',
      '    - poste',
      '  Le Bourg',
      '    - agence',
      '    - mairie-2',
      'Hors intercommunalité',
      '  Clairval',
      '    - lycee',
    ]);
  });

  it('gives département, commune; themes inside a commune of many entries', () => {
    const many = ['1', '2', '3', '4'].flatMap((n) => [
      service(`ecole-${n}`, `École ${n}`, { types: ['ecole'] }),
      service(`mairie-${n}`, `Mairie ${n}`),
    ]);
    const few = outline(directory(many, { group: 'departement' }).sections);
    expect(few.slice(0, 3)).toEqual(['Ille-et-Vilaine', '  Aubenoire', '    - ecole-1']);
    const more = [...many, service('poste', 'La Poste', { types: ['poste'] })];
    const long = outline(directory(more, { group: 'departement' }).sections);
    expect(long.slice(0, 4)).toEqual([
      'Ille-et-Vilaine',
      '  Aubenoire',
      '    Services publics',
      '      - mairie-1',
    ]);
  });

  it('puts a service from elsewhere under a commune that it serves', () => {
    const visiting = service('x', 'Permanence', { ...at('99100'), serves: ['99002'] });
    const { sections } = directory([visiting], { group: 'commune' });
    expect(sections.map(({ title }) => title)).toEqual(['Le Bourg']);
  });

  it('says in the booklet’s language that a commune is not known', () => {
    const position = { longitude: 1, latitude: 45, origin: 'address' as const };
    const lost = service('x', 'Cabane', { address: { lines: [] }, position });
    const titles = (language: string) =>
      directory([lost], { group: 'commune', language }).sections.map(({ title }) => title);
    expect(titles('fr')).toEqual(['Commune non précisée']);
    expect(titles('en-GB')).toEqual(['Commune not stated']);
    expect(titles('pl')).toEqual(['Commune non précisée']);
  });

  it('takes one commune for one, whatever its spelling', () => {
    const position = { longitude: 1, latitude: 45, origin: 'address' as const };
    const named = (id: string, commune: string) =>
      service(id, id, { address: { lines: [], commune }, position });
    const services = [
      named('a', 'LE BOURG'),
      named('b', 'Le Bourg'),
      named('c', 'St-Loin'),
      named('d', 'Saint Loin'),
    ];
    const { sections } = directory(services, { group: 'commune' });
    expect(sections.map(({ title, entryCount }) => [title, entryCount])).toEqual([
      ['Le Bourg', 2],
      ['St-Loin', 2],
    ]);
  });
});

describe('order and numbers', () => {
  const names = [
    'Zoé',
    'École',
    'Eclair',
    'La Poste',
    'Œuvre',
    'Osier',
    'L’Atelier',
    'Salle 10',
    'Salle 2',
    'Étang',
  ];

  it('sorts names in French order, articles aside, figures as numbers', () => {
    const services = names.map((name, index) => service(`s${index}`, name));
    expect(directory(services).entries.map((entry) => entry.service.name)).toEqual([
      'L’Atelier',
      'Eclair',
      'École',
      'Étang',
      'Œuvre',
      'Osier',
      'La Poste',
      'Salle 2',
      'Salle 10',
      'Zoé',
    ]);
  });

  it('sorts by commune or postcode when asked, then by name; namesakes by id', () => {
    const services = [
      service('d', 'A', at('99003', '35000')),
      service('c', 'B', at('99002', '44000')),
      service('b', 'B', at('99001', '44000')),
      service('a', 'B', at('99001', '44000')),
    ];
    const order = (sort: 'name' | 'commune' | 'postcode') =>
      directory(services, { sort })
        .entries.map((entry) => entry.service.id)
        .join('');
    expect(order('name')).toBe('dabc');
    expect(order('commune')).toBe('abcd');
    expect(order('postcode')).toBe('dabc');
    expect(directory(services.toReversed()).entries).toEqual(directory(services).entries);
  });

  it('numbers entries and groups in printing order', () => {
    const { sections, entries } = directory(mixed);
    expect(entries.map(({ number, anchor }) => [number, anchor])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [number, `e-000${number}`]),
    );
    expect(sections.map(({ anchor }) => anchor)).toEqual(['g-0001', 'g-0004']);
    expect(sections[0]?.groups.map(({ anchor }) => anchor)).toEqual(['g-0002', 'g-0003']);
    const many = Array.from({ length: 10_000 }, (_, index) => service(`s${index}`, 'Mairie'));
    const anchors = directory(many).entries.map(({ anchor }) => anchor);
    expect([anchors[0], anchors[9_999]]).toEqual(['e-00001', 'e-10000']);
  });
});
