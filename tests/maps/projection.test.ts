import { describe, expect, it } from 'vitest';
import { fitExtent, fromWorld, maxLatitude, toWorld } from '../../src/maps/projection.ts';

const size = { width: 300, height: 200 };
const extent = { west: 2, south: 45, east: 3, north: 45.2 };

describe('toWorld', () => {
  it('puts 0° 0° in the middle of the world and the poles of Mercator on its edges', () => {
    expect(toWorld(0, 0)).toEqual({ x: 0.5, y: 0.5 });
    expect(toWorld(-180, maxLatitude).x).toBe(0);
    expect(toWorld(-180, maxLatitude).y).toBeCloseTo(0, 9);
    expect(toWorld(180, -maxLatitude).y).toBeCloseTo(1, 9);
  });

  it('gives the tile of Paris at zoom 12', () => {
    const { x, y } = toWorld(2.3522, 48.8566);
    expect([Math.floor(x * 4096), Math.floor(y * 4096)]).toEqual([2074, 1409]);
  });

  it('bounds the latitude where Mercator has no end', () => {
    expect(toWorld(0, 90)).toEqual(toWorld(0, maxLatitude));
  });

  it('is undone by fromWorld', () => {
    for (const [longitude, latitude] of [
      [2.44, 44.93],
      [-61.5, 16.2],
      [55.5, -21.1],
    ] as const) {
      const back = fromWorld(toWorld(longitude, latitude));
      expect(back.longitude).toBeCloseTo(longitude, 10);
      expect(back.latitude).toBeCloseTo(latitude, 10);
    }
  });
});

describe('fitExtent', () => {
  it('fills the width less the margin with a wide extent, centred in height', () => {
    const projection = fitExtent(extent, size, { margin: 10, leastMetres: 100 });
    const northWest = projection.toPoint(2, 45.2);
    const southEast = projection.toPoint(3, 45);
    expect(northWest.x).toBeCloseTo(10, 6);
    expect(southEast.x).toBeCloseTo(290, 6);
    expect(northWest.y + southEast.y).toBeCloseTo(200, 6);
    expect(northWest.y).toBeGreaterThan(10);
  });

  it('fills the height with a tall extent', () => {
    const tall = { west: 2, south: 45, east: 2.1, north: 46 };
    const projection = fitExtent(tall, size, { margin: 10, leastMetres: 100 });
    expect(projection.toPoint(2, 46).y).toBeCloseTo(10, 6);
    expect(projection.toPoint(2.1, 45).y).toBeCloseTo(190, 6);
  });

  it('measures the ground at the latitude of the middle', () => {
    const projection = fitExtent(extent, size, { margin: 10, leastMetres: 100 });
    const degree = ((2 * Math.PI * 6378137) / 360) * Math.cos((45.1 * Math.PI) / 180);
    expect(projection.latitude).toBeCloseTo(45.1, 3);
    expect(projection.metresPerPoint / (degree / 280)).toBeCloseTo(1, 4);
  });

  it('shows the least ground asked for around a single place', () => {
    const place = { west: 2, south: 45, east: 2, north: 45 };
    const projection = fitExtent(place, size, { margin: 10, leastMetres: 600 });
    expect(projection.metresPerPoint * 200).toBeCloseTo(600, 6);
    expect(projection.toPoint(2, 45).x).toBeCloseTo(150, 6);
    expect(projection.toPoint(2, 45).y).toBeCloseTo(100, 6);
  });
});
