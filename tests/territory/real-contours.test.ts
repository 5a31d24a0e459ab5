import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { resolved } from './territory-fixtures.ts';

const folder = fileURLToPath(new URL('../../../shared/data/contours/', import.meta.url));
const aurillac = { longitude: 2.45, latitude: 44.93 };

describe.skipIf(!existsSync(folder))('real contours (left out where the folder is absent)', () => {
  it('finds four communes of today missing from the Cantal of 2018', async () => {
    const territory = await resolved(
      { include: ['15'], contours: `${folder}communes-15-cantal.geojson` },
      'territory/contours-missing',
    );
    expect(territory.contours).toHaveLength(247);
    expect(territory.locate(aurillac)).toMatchObject({ commune: { code: '15014' } });
    expect(territory.locate({ longitude: 0, latitude: 48 }).kind).toBe('outside');
  });

  it('covers every commune of today with the Cantal of 2016', async () => {
    const territory = await resolved({
      include: ['15'],
      contours: `${folder}communes-2016-15-cantal.geojson`,
    });
    expect(territory.communes.size).toBe(250);
    expect(territory.locate(aurillac)).toMatchObject({ commune: { code: '15014' } });
    expect(territory.locate({ longitude: 0, latitude: 48 }).kind).toBe('outside');
  });

  it('draws an EPCI that stands in three départements', async () => {
    const territory = await resolved(
      { include: ['243500741'], contours: `${folder}epci-france-2026.geojson` },
      'territory/contours-without-code',
    );
    expect(territory.contours).toHaveLength(1);
    expect(territory.locate({ longitude: -2.08, latitude: 47.65 }).kind).toBe('inside');
    expect(territory.locate({ longitude: 2.35, latitude: 48.85 }).kind).toBe('outside');
  });

  it('takes a département outline as a polygon', async () => {
    const territory = await resolved({ polygon: `${folder}departement-15-cantal.geojson` });
    expect(territory.name).toBe('Cantal');
    expect(territory.locate(aurillac).kind).toBe('inside');
  });
});
