import { describe, expect, it } from 'vitest';
import { contoursExtent, extentOf, shownExtent } from '../../src/maps/extent.ts';
import { squareTerritory } from './invented-territory.ts';

const position = (longitude: number, latitude: number) =>
  ({ longitude, latitude, origin: 'address' }) as const;
const territory = { west: 2, south: 45, east: 2.4, north: 45.3 };

describe('extentOf', () => {
  it('is undefined for nothing', () => {
    expect(extentOf([])).toBeUndefined();
  });

  it('holds every position', () => {
    expect(
      extentOf([
        [2, 45],
        [1, 46],
        [3, 44],
      ]),
    ).toEqual({ west: 1, south: 44, east: 3, north: 46 });
  });
});

describe('contoursExtent', () => {
  it('is that of all the outlines', () => {
    expect(contoursExtent(squareTerritory().contours)).toEqual({
      west: 2.4,
      south: 44.9,
      east: 2.7,
      north: 45.1,
    });
  });
});

describe('shownExtent', () => {
  it('grows to hold what stands beside the territory', () => {
    expect(shownExtent(territory, [position(2.5, 45.1)])?.east).toBe(2.5);
  });

  it('leaves out what stands further than the width of the territory', () => {
    expect(shownExtent(territory, [position(4.8, 45.7), position(0, 0)])).toEqual(territory);
  });

  it('is that of the positions without a territory, less those absurdly far', () => {
    const near = [position(2, 45), position(2.1, 45.1), position(2.05, 45), position(2.2, 45.05)];
    expect(shownExtent(undefined, [...near, position(48, -1)])).toEqual({
      west: 2,
      south: 45,
      east: 2.2,
      north: 45.1,
    });
    expect(shownExtent(undefined, near.slice(0, 2))).toEqual({
      west: 2,
      south: 45,
      east: 2.1,
      north: 45.1,
    });
  });

  it('is undefined when nothing has a place', () => {
    expect(shownExtent(undefined, [])).toBeUndefined();
  });
});
