import { describe, expect, it } from 'vitest';
import { cleanPosition } from '../../src/feed/clean-position.ts';
import { representativePoint } from '../../src/feed/representative-point.ts';
import { collecting } from './reports.ts';

const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });

describe('cleanPosition', () => {
  it('rounds to 6 decimals and keeps the origin', () => {
    const { report, codes } = collecting();
    expect(cleanPosition(point(-1.12345678, 48.98765432, 12), 'address', report)).toEqual({
      longitude: -1.123457,
      latitude: 48.987654,
      origin: 'address',
    });
    expect(cleanPosition(null, 'address', report)).toBeUndefined();
    expect(codes()).toEqual([]);
  });

  it.each([
    [point(352442.5, 6789156), 'position-out-of-range'],
    [point(0, 0), 'position-zero'],
    [point(48.1, -1.6), 'position-swapped'],
    [point(-21.1, 55.5), 'position-swapped'],
    [point('2', '46'), 'bad-geometry'],
    [{ type: 'Point' }, 'bad-geometry'],
    [{ type: 'GeometryCollection', geometries: [] }, 'bad-geometry'],
    [{ type: 'Polygon', coordinates: [] }, 'bad-geometry'],
    [12, 'bad-geometry'],
  ])('%j is dropped: %s', (geometry, code) => {
    const { report, codes } = collecting();
    expect(cleanPosition(geometry, 'unknown', report)).toBeUndefined();
    expect(codes()).toEqual([code]);
  });

  it.each([
    [6.14, 46.2],
    [55.5, -21.1],
    [45.2, -12.8],
    [-61, 14.6],
    [13.4, 52.5],
  ])('keeps %d, %d', (longitude, latitude) => {
    const { report, codes } = collecting();
    expect(cleanPosition(point(longitude, latitude), 'unknown', report)).toMatchObject({
      longitude,
    });
    expect(codes()).toEqual([]);
  });

  it('says how to swap', () => {
    const { report, faults } = collecting();
    cleanPosition(point(48.1, -1.6), 'unknown', report);
    expect(faults[0]?.hint?.fr).toBe('Écrivez la longitude d’abord\u00a0: [-1.6, 48.1].');
  });
});

describe('representativePoint', () => {
  const square = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ];
  const hole = [
    [1, 1],
    [3.5, 1],
    [3.5, 3],
    [1, 3],
    [1, 1],
  ];

  it('stands in the polygon and out of its hole', () => {
    const [x, y] = representativePoint({ type: 'Polygon', coordinates: [square, hole] }) ?? [9, 9];
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(1);
    expect(y).toBeCloseTo(2, 2);
  });

  it('takes the largest part', () => {
    const small = [square.map(([x, y]) => [(x as number) / 10 - 9, (y as number) / 10])];
    const [x] = representativePoint({ type: 'MultiPolygon', coordinates: [small, [square]] }) ?? [
      9,
    ];
    expect(x).toBeCloseTo(2, 5);
  });

  it('takes the middle of a line and the first of several points', () => {
    const coordinates = [
      [1, 1],
      [2, 5],
      [3, 1],
    ];
    expect(representativePoint({ type: 'LineString', coordinates })).toEqual([2, 5]);
    expect(representativePoint({ type: 'MultiPoint', coordinates })).toEqual([1, 1]);
  });
});
