import { describe, expect, it } from 'vitest';
import {
  collection,
  geojsonFile,
  polygonFeature,
  refused,
  resolved,
  square,
} from './territory-fixtures.ts';

const west = polygonFeature(
  { code: '99001', nom: 'Aubenoire', departement: '35', epci: '999000001', lib_epci: 'Val d’Aube' },
  square(0, 0, 1),
);
const east = polygonFeature(
  { code: '99002', nom: 'Belleroche', epci: '999000001', lib_epci: 'Val d’Aube' },
  square(1, 0, 1),
  square(1.4, 0.4, 0.2),
);
const invented = geojsonFile(collection(west, east));

describe('a polygon whose features are communes', () => {
  it('makes an invented territory', async () => {
    const territory = await resolved({ polygon: invented });
    expect(territory.name).toBe('Val d’Aube');
    expect([...territory.communes.values()].map(({ code, name }) => [code, name])).toEqual([
      ['99001', 'Aubenoire'],
      ['99002', 'Belleroche'],
    ]);
    expect(territory.extent).toEqual({ west: 0, south: 0, east: 2, north: 1 });
    expect(territory.contours.map(({ code }) => code)).toEqual(['99001', '99002']);
    expect(territory.epciOf('99001')).toEqual({ code: '999000001', name: 'Val d’Aube' });
    expect(territory.departementOf('99001')).toEqual({ code: '35', name: 'Ille-et-Vilaine' });
    expect(territory.departementOf('99002')).toBeUndefined();
    expect(territory.commune('99002')?.name).toBe('Belleroche');
  });

  it('goes by code first, then by position', async () => {
    const territory = await resolved({ polygon: invented });
    const located = (placement: Parameters<typeof territory.locate>[0]) => {
      const membership = territory.locate(placement);
      return [membership.kind, membership.kind === 'inside' ? membership.commune?.code : undefined];
    };
    expect(located({ insee: '99001' })).toEqual(['inside', '99001']);
    expect(located({ insee: '99001', longitude: 50, latitude: 50 })).toEqual(['inside', '99001']);
    expect(located({ longitude: 1.5, latitude: 0.1 })).toEqual(['inside', '99002']);
    expect(located({ insee: '99999', longitude: 0.5, latitude: 0.5 })).toEqual(['inside', '99001']);
    expect(located({ insee: '99999' })).toEqual(['unplaced', undefined]);
    expect(located({ insee: '35236' })).toEqual(['outside', undefined]);
    expect(located({ insee: '35236', longitude: 0.5, latitude: 0.5 })).toEqual([
      'outside',
      undefined,
    ]);
    expect(located({ longitude: 3, latitude: 0 })).toEqual(['outside', undefined]);
    expect(located({})).toEqual(['unplaced', undefined]);
  });

  it('counts edges as inside and holes as outside', async () => {
    const territory = await resolved({ polygon: invented });
    expect(territory.locate({ longitude: 2, latitude: 0.5 }).kind).toBe('inside');
    expect(territory.locate({ longitude: 1.5, latitude: 0.5 }).kind).toBe('outside');
  });
});

describe('a polygon without codes', () => {
  const area = polygonFeature({ nom: 'Parc du Marais' }, square(0, 0, 1));

  it.each([
    ['a collection', collection(area)],
    ['a feature', area],
    ['a geometry', area.geometry],
    [
      'a MultiPolygon',
      { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 5, 1)]] },
    ],
  ])('reads %s', async (_, content) => {
    const territory = await resolved({ polygon: geojsonFile(content) });
    expect(territory.communes.size).toBe(0);
    expect(territory.locate({ longitude: 0.5, latitude: 0.5 })).toEqual({ kind: 'inside' });
    expect(territory.locate({ longitude: 2.5, latitude: 2.5 }).kind).toBe('outside');
    expect(territory.locate({ insee: '35236' }).kind).toBe('unplaced');
    expect(territory.locate({ insee: '35236', longitude: 0.5, latitude: 0.5 }).kind).toBe('inside');
  });

  it('takes its name from the feature', async () => {
    expect((await resolved({ polygon: geojsonFile(area) })).name).toBe('Parc du Marais');
  });

  it('learns communes from the contours given beside it', async () => {
    const territory = await resolved({
      radius: { longitude: 1, latitude: 0.5, km: 30 },
      contours: invented,
    });
    const membership = territory.locate({ longitude: 1.1, latitude: 0.5 });
    expect(membership).toMatchObject({ kind: 'inside', commune: { name: 'Belleroche' } });
    expect(territory.locate({ longitude: 0.1, latitude: 0.5 }).kind).toBe('outside');
  });
});

describe('contours of communes of the register', () => {
  const redon = polygonFeature({ code: '35236', nom: 'Redon' }, square(0, 0, 1));
  const renac = polygonFeature({ code: '35237', nom: 'Renac' }, square(1, 0, 1));

  it('place what has no code', async () => {
    const contours = geojsonFile(collection(redon, renac));
    const territory = await resolved({ include: ['35236'], contours });
    expect(territory.contours.map(({ code }) => code)).toEqual(['35236']);
    expect(territory.extent).toEqual({ west: 0, south: 0, east: 1, north: 1 });
    const inside = territory.locate({ longitude: 0.5, latitude: 0.5 });
    expect(inside).toMatchObject({ kind: 'inside', commune: { name: 'Redon' } });
    expect(territory.locate({ longitude: 1.5, latitude: 0.5 }).kind).toBe('outside');
    expect(territory.locate({ insee: '35237', longitude: 0.5, latitude: 0.5 }).kind).toBe(
      'outside',
    );
  });

  it('leave in doubt what may stand in a member without outline', async () => {
    const contours = geojsonFile(collection(redon));
    const territory = await resolved(
      { include: ['35236', '35237'], contours },
      'territory/contours-missing',
    );
    expect(territory.locate({ longitude: 1.2, latitude: 0.5 }).kind).toBe('unplaced');
    expect(territory.locate({ longitude: 9, latitude: 9 }).kind).toBe('outside');
  });

  it('follow a former code to the commune of today', async () => {
    const former = polygonFeature({ code: '01340', nom: 'Saint-Bois' }, square(0, 0, 1));
    const territory = await resolved({
      include: ['01015'],
      contours: geojsonFile(collection(former)),
    });
    expect(territory.locate({ longitude: 0.5, latitude: 0.5 })).toMatchObject({
      kind: 'inside',
      commune: { code: '01015' },
    });
  });

  it('may be those of an EPCI cut in two or of a département', async () => {
    const half = (x: number) =>
      polygonFeature({ siren_epci: '243500741', lib_epci: 'CA Redon Agglo' }, square(x, 0, 1));
    const contours = geojsonFile(collection(half(0), half(5)));
    const territory = await resolved({ include: ['243500741'], contours });
    expect(territory.contours).toHaveLength(1);
    expect(territory.locate({ longitude: 5.5, latitude: 0.5 })).toEqual({ kind: 'inside' });
    const cantal = geojsonFile(polygonFeature({ code: '15', nom: 'Cantal' }, square(0, 0, 1)));
    const whole = await resolved({ include: ['15'], contours: cantal });
    expect(whole.locate({ longitude: 0.5, latitude: 0.5 }).kind).toBe('inside');
  });

  it('exclude by position too', async () => {
    const contours = geojsonFile(collection(redon, renac));
    const territory = await resolved({ include: ['35236', '35237'], exclude: ['35237'], contours });
    expect(territory.locate({ longitude: 1.5, latitude: 0.5 }).kind).toBe('outside');
  });
});

describe('bad outlines', () => {
  const coordinates = (value: unknown) => ({ type: 'Polygon', coordinates: value });

  it.each([
    ['text that is not JSON', 'Redon', 'territory/not-geojson'],
    ['a list', '[]', 'territory/not-geojson'],
    ['no feature', collection(), 'territory/no-outline'],
    ['a point alone', { type: 'Point', coordinates: [0, 0] }, 'territory/no-outline'],
    ['no coordinates', coordinates([]), 'territory/bad-outline'],
    [
      'a ring of two corners',
      coordinates([
        [
          [0, 0],
          [1, 1],
        ],
      ]),
      'territory/bad-outline',
    ],
    ['words for numbers', coordinates([[['0', '1']]]), 'territory/bad-outline'],
    ['Lambert 93', coordinates([square(350_000, 6_700_000, 10)]), 'territory/bad-outline'],
    ['a hostile depth', coordinates([[[[[[[1]]]]]]]), 'territory/bad-outline'],
  ])('refuses %s', async (_, content, code) => {
    const [error] = await refused({ polygon: geojsonFile(content) });
    expect(error?.code).toBe(code);
    expect(error?.where.field).toBe('territory.polygon');
  });

  it('says where it looked for a file that is not there', async () => {
    const [error] = await refused({ polygon: '/nowhere/zones.geojson' });
    expect(error?.code).toBe('territory/outline-missing');
    expect(error?.hint?.fr).toContain('/nowhere/zones.geojson');
  });

  it('closes an open ring and says so', async () => {
    const open = coordinates([square(0, 0, 1).slice(0, 4)]);
    const territory = await resolved({ polygon: geojsonFile(open) }, 'territory/bad-outline');
    expect(territory.locate({ longitude: 0.1, latitude: 0.5 }).kind).toBe('inside');
  });

  it('leaves points out and says so', async () => {
    const point = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [0, 0] },
    };
    await resolved({ polygon: geojsonFile(collection(west, point)) }, 'territory/bad-outline');
  });

  it('reads a file with a byte order mark', async () => {
    const territory = await resolved({ polygon: geojsonFile(`\uFEFF${JSON.stringify(west)}`) });
    expect(territory.name).toBe('Aubenoire');
  });

  it('warns of contours without a code', async () => {
    const nameless = polygonFeature({}, square(0, 0, 1));
    const contours = geojsonFile(collection(nameless));
    await resolved(
      { include: ['35236'], contours },
      'territory/contours-without-code',
      'territory/contours-missing',
    );
  });
});
