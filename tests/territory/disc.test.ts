import { describe, expect, it } from 'vitest';
import { discExtent, discHolds, distanceKm } from '../../src/territory/disc.ts';
import { resolved } from './territory-fixtures.ts';

const origin = { longitude: 0, latitude: 0 };

describe('distanceKm', () => {
  it('measures arcs of the sphere', () => {
    const degree = (6371.0088 * Math.PI) / 180;
    expect(distanceKm(origin, { longitude: 0, latitude: 1 })).toBeCloseTo(degree, 9);
    expect(distanceKm(origin, { longitude: 180, latitude: 0 })).toBeCloseTo(180 * degree, 6);
    const north = { longitude: 10, latitude: 60 };
    expect(distanceKm(north, { longitude: 11, latitude: 60 })).toBeCloseTo(55.6, 0);
    expect(distanceKm(north, north)).toBe(0);
  });
});

describe('discExtent', () => {
  it('holds the disc and touches it on each side', () => {
    const disc = { longitude: 2.5, latitude: 45, km: 10 };
    const extent = discExtent(disc);
    expect(discHolds(disc, 2.5, extent.north - 1e-9)).toBe(true);
    expect(discHolds(disc, 2.5, extent.north + 1e-6)).toBe(false);
    expect(discHolds(disc, extent.east - 1e-5, 45)).toBe(true);
    expect(discHolds(disc, extent.east + 1e-4, 45)).toBe(false);
  });
});

describe('a territory that is a disc', () => {
  it('goes by position alone', async () => {
    const territory = await resolved({ radius: { longitude: 2.5, latitude: 45, km: 10 } });
    expect(territory.name).toBe('10\u00a0km autour de 45°\u00a0N, 2,5°\u00a0E');
    expect(territory.communes.size).toBe(0);
    expect(territory.locate({ longitude: 2.5, latitude: 45.08 }).kind).toBe('inside');
    expect(territory.locate({ longitude: 2.5, latitude: 45.1 }).kind).toBe('outside');
    expect(territory.locate({ insee: '15014', longitude: 2.5, latitude: 45 }).kind).toBe('inside');
    expect(territory.locate({ insee: '15014' }).kind).toBe('unplaced');
    expect(territory.locate({}).kind).toBe('unplaced');
    expect(territory.extent?.north).toBeCloseTo(45.09, 2);
  });

  it('adds to communes, and exclusions hold', async () => {
    const territory = await resolved({
      include: ['15014'],
      exclude: [],
      radius: { longitude: 0, latitude: 0, km: 5 },
    });
    expect(territory.locate({ insee: '15014', longitude: 9, latitude: 9 }).kind).toBe('inside');
    expect(territory.locate({ insee: '35236', longitude: 0, latitude: 0.01 }).kind).toBe('inside');
    expect(territory.locate({ insee: '35236', longitude: 0, latitude: 1 }).kind).toBe('outside');
    const less = await resolved({
      exclude: ['35236'],
      radius: { longitude: 0, latitude: 0, km: 5 },
    });
    expect(less.locate({ insee: '35236', longitude: 0, latitude: 0 }).kind).toBe('outside');
    expect(less.locate({ longitude: 0, latitude: 0 }).kind).toBe('inside');
  });
});
