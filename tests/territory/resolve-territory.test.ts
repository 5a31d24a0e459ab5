import { describe, expect, it } from 'vitest';
import { refused, resolved } from './territory-fixtures.ts';

describe('territory words', () => {
  it.each([
    ['35236', 'Redon', 1],
    ['redon', 'Redon', 1],
    ['243500741', 'Redon Agglomération', 31],
    ['REDON-AGGLOMERATION', 'Redon Agglomération', 31],
    ['CA Redon Agglomération', 'Redon Agglomération', 31],
    ['35', 'Ille-et-Vilaine', 332],
    ['2a', 'Corse-du-Sud', 124],
    ['ille et vilaine', 'Ille-et-Vilaine', 332],
    ['Bretagne (région)', 'Bretagne', 1202],
    ['St Pierre (97502)', 'Saint-Pierre', 1],
    ['Saint-Denis (Réunion)', 'Saint-Denis', 1],
    ['Vienne (département 86)', 'Vienne', 265],
    ['Vienne (38)', 'Vienne', 1],
    ['Paris', 'Paris', 1],
    ['Mayotte', 'Mayotte', 17],
    ['loire', 'Loire', 320],
    ['Loiré', 'Loiré', 1],
    ['200057867', 'Plaine Commune', 8],
  ])('%s is %s', async (word, name, communes) => {
    const territory = await resolved({ include: [word] });
    expect(territory.name).toBe(name);
    expect(territory.communes.size).toBe(communes);
  });

  it('tells a région from the département of the same code by its kind', async () => {
    expect((await resolved({ include: ['53'] })).name).toBe('Mayenne');
    expect((await resolved({ include: [{ region: '53' }] })).name).toBe('Bretagne');
    expect((await resolved({ include: [{ epci: 'alencon' }] })).name).toBe(
      'Communauté urbaine d’Alençon',
    );
  });

  it('lists every candidate of an ambiguous name with its code', async () => {
    const [error] = await refused({ include: ['St-Denis'] });
    expect(error?.code).toBe('territory/ambiguous-name');
    expect(error?.where).toEqual({ file: 'livret.yaml', field: 'territory.include[1]' });
    for (const code of ['11339', '30247', '93066', '97411']) {
      expect(error?.message.fr).toContain(code);
      expect(error?.message.en).toContain(code);
    }
  });

  it('accepts each candidate as it was proposed', async () => {
    const territory = await resolved({ include: ['Saint-Denis (93066, Seine-Saint-Denis)'] });
    expect([...territory.communes.keys()]).toEqual(['93066']);
  });

  it.each([
    ['Reddon', 'Redon (35236, Ille-et-Vilaine)'],
    ['redon agglo', 'Redon Agglomération (EPCI 243500741)'],
    ['35600', 'Redon (35236, Ille-et-Vilaine)'],
    ['1033', 'Valserhône (01033, Ain)'],
    ['99999', 'INSEE'],
    ['xyzzyxyzzy', 'proximites list territories'],
  ])('suggests something for %s', async (word, suggestion) => {
    const [error] = await refused({ include: [word] });
    expect(error?.code).toBe('territory/unknown');
    expect(error?.message.fr).toContain(`«\u00a0${word}\u00a0»`);
    expect(error?.hint?.fr).toContain(suggestion);
    expect(error?.hint?.en).toContain(suggestion);
  });

  it('gathers all the errors of both lists', async () => {
    const errors = await refused({ include: ['Reddon', '35', 'Vienne'], exclude: ['Rennnes'] });
    expect(errors.map(({ where }) => where.field)).toEqual([
      'territory.include[1]',
      'territory.include[3]',
      'territory.exclude[1]',
    ]);
  });

  it('refuses a territory that says nothing or has nothing left', async () => {
    expect((await refused({}))[0]?.code).toBe('territory/none');
    expect((await refused({ include: ['35236'], exclude: ['Redon'] }))[0]?.code).toBe(
      'territory/empty',
    );
    const radius = { longitude: 2, latitude: 45, km: 0 };
    expect((await refused({ radius }))[0]?.code).toBe('territory/bad-radius');
  });
});

describe('territory made of parts', () => {
  it('names a list in French', async () => {
    const auvergne = await resolved({ include: ['03', '15', '43', '63'] });
    expect(auvergne.name).toBe('Allier, Cantal, Haute-Loire et Puy-de-Dôme');
    expect(auvergne.communes.size).toBe(317 + 250 + 257 + 463);
    const many = await resolved({ include: ['01', '03', '07', '15', '26', '38', '42', '43'] });
    expect(many.name).toBe('Ain, Allier, Ardèche, Cantal et 4 autres départements');
    expect((await resolved({ name: 'Chez nous', include: ['15'] })).name).toBe('Chez nous');
  });

  it('takes exclusions out and says so in the name', async () => {
    const territory = await resolved({ include: ['35'], exclude: ['Rennes'] });
    expect(territory.name).toBe('Ille-et-Vilaine (sauf Rennes)');
    expect(territory.communes.size).toBe(331);
    expect(territory.locate({ insee: '35238' }).kind).toBe('outside');
  });

  it('warns of an exclusion that takes nothing out', async () => {
    await resolved({ include: ['35'], exclude: ['Lyon'] }, 'territory/useless-exclusion');
  });

  it('takes a former commune as the commune that it stands in today', async () => {
    for (const word of ['Arbignieu', '01340']) {
      const territory = await resolved({ include: [word] }, 'territory/former-commune');
      expect([...territory.communes.keys()]).toEqual(['01015']);
      expect(territory.name).toBe('Arboys en Bugey');
    }
  });
});

describe('locate by INSEE code', () => {
  it('goes by the code of today, former ones followed', async () => {
    const territory = await resolved({ include: ['01015'] });
    const commune = territory.communes.get('01015');
    expect(territory.locate({ insee: '01340' })).toEqual({ kind: 'inside', commune });
    expect(territory.locate({ insee: '01001' }).kind).toBe('outside');
    expect(territory.locate({ insee: '01015', longitude: 0, latitude: 0 }).kind).toBe('inside');
  });

  it('cannot place what has no known code and no outline', async () => {
    const territory = await resolved({ include: ['35236'] });
    expect(territory.locate({}).kind).toBe('unplaced');
    expect(territory.locate({ insee: '99999' }).kind).toBe('unplaced');
    expect(territory.locate({ insee: 'Redon' }).kind).toBe('unplaced');
    expect(territory.locate({ longitude: -2.08, latitude: 47.65 }).kind).toBe('unplaced');
  });

  it('reads the arrondissements of a city', async () => {
    const city = await resolved({ include: ['Marseille'] });
    expect(city.locate({ insee: '13201' })).toMatchObject({
      kind: 'inside',
      commune: { code: '13055' },
    });
    const district = await resolved({ include: ['13201'] });
    expect(district.locate({ insee: '13201' }).kind).toBe('inside');
    expect(district.locate({ insee: '13202' }).kind).toBe('outside');
    expect(district.locate({ insee: '13055' }).kind).toBe('unplaced');
    const less = await resolved({ include: ['Marseille'], exclude: ['13201'] });
    expect(less.locate({ insee: '13201' }).kind).toBe('outside');
    expect(less.locate({ insee: '13202' }).kind).toBe('inside');
  });
});

describe('groupings of a commune', () => {
  it('knows its EPCI and its département', async () => {
    const territory = await resolved({ include: ['35236'] });
    expect(territory.epciOf('35236')).toEqual({ code: '243500741', name: 'Redon Agglomération' });
    expect(territory.departementOf('35236')).toEqual({ code: '35', name: 'Ille-et-Vilaine' });
    expect(territory.departementOf('97411')).toEqual({ code: '974', name: 'La Réunion' });
    expect(territory.departementOf('99001')).toBeUndefined();
    expect(territory.commune('01340')?.name).toBe('Arboys en Bugey');
    expect(territory.commune('99999')).toBeUndefined();
  });
});
