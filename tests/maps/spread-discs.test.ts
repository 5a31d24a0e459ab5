import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/geometry.ts';
import { segmentsCross, spreadDiscs } from '../../src/maps/spread-discs.ts';
import { seededNumbers } from './invented-territory.ts';

const size = { width: 300, height: 200 };

function leastDistance(centres: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, a] of centres.entries())
    for (const b of centres.slice(index + 1))
      least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
  return least;
}

function isInside(centre: Point, radius: number): boolean {
  return (
    centre.x >= radius && centre.y >= radius && centre.x <= 300 - radius && centre.y <= 200 - radius
  );
}

describe('spreadDiscs', () => {
  it('leaves lonely discs on their places', () => {
    const places = [
      { x: 50, y: 50 },
      { x: 100, y: 50 },
      { x: 250, y: 180 },
    ];
    expect(spreadDiscs({ places, radius: 6, size })).toEqual(places);
  });

  it('fans out places that coincide, clockwise from the top, leaving the place visible', () => {
    const place = { x: 150, y: 100 };
    const centres = spreadDiscs({ places: [place, place, place, place], radius: 6, size }) ?? [];
    expect(centres).toHaveLength(4);
    expect(centres[0]?.x).toBeCloseTo(150, 6);
    expect(centres[0]?.y).toBeLessThan(100);
    expect(centres[1]?.x).toBeGreaterThan(150);
    for (const centre of centres)
      expect(Math.hypot(centre.x - 150, centre.y - 100)).toBeGreaterThan(6);
  });

  it('brings a disc at the edge into the frame', () => {
    const [centre] = spreadDiscs({ places: [{ x: 0, y: 100 }], radius: 6, size }) ?? [];
    expect(centre && isInside(centre, 6)).toBe(true);
    expect(Math.hypot(centre?.x ?? 99, (centre?.y ?? 99) - 100)).toBeLessThan(13);
  });

  it('says when the discs cannot all stand in the frame', () => {
    const places = Array.from({ length: 500 }, () => ({ x: 150, y: 100 }));
    expect(spreadDiscs({ places, radius: 9, size })).toBeUndefined();
  });

  it('gives each place one disc, apart and inside, on 50 random maps', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const next = seededNumbers(seed);
      const town = { x: 300 * next(), y: 200 * next() };
      const places = Array.from({ length: 5 + Math.floor(next() * 90) }, () =>
        next() < 0.4
          ? { x: Math.min(300, town.x + 15 * next()), y: Math.min(200, town.y + 15 * next()) }
          : next() < 0.2
            ? town
            : { x: 300 * next(), y: 200 * next() },
      );
      const centres = spreadDiscs({ places, radius: 5, size });
      expect(centres).toHaveLength(places.length);
      expect(leastDistance(centres ?? [])).toBeGreaterThanOrEqual(10);
      expect((centres ?? []).every((centre) => isInside(centre, 5))).toBe(true);
      expect(spreadDiscs({ places, radius: 5, size })).toEqual(centres);
    }
  });
});

describe('segmentsCross', () => {
  const at = (x: number, y: number): Point => ({ x, y });

  it('tells crossing segments from those that only touch or miss', () => {
    expect(segmentsCross(at(0, 0), at(10, 10), at(0, 10), at(10, 0))).toBe(true);
    expect(segmentsCross(at(0, 0), at(10, 10), at(0, 0), at(10, 0))).toBe(false);
    expect(segmentsCross(at(0, 0), at(10, 0), at(0, 5), at(10, 5))).toBe(false);
  });
});
