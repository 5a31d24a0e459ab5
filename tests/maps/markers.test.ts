import { describe, expect, it } from 'vitest';
import { discRadius, numberSize, placedEntries, placeMarkers } from '../../src/maps/markers.ts';
import { fitExtent } from '../../src/maps/projection.ts';
import { entryAt, entryWithout, strewnEntries } from './invented-territory.ts';

const size = { width: 300, height: 200 };
const projection = fitExtent({ west: 2.4, south: 44.9, east: 2.7, north: 45.1 }, size, {
  margin: 10,
  leastMetres: 100,
});
const colour = () => '#0b5cad';

describe('placedEntries', () => {
  it('passes over entries without a position', () => {
    const placed = placedEntries([entryAt(1, 2.5, 45), entryWithout(2), entryAt(3, 2.6, 45)]);
    expect(placed.map(({ entry }) => entry.number)).toEqual([1, 3]);
  });
});

describe('placeMarkers', () => {
  it('gives every entry one marker that tells its true place', () => {
    const entries = strewnEntries(80, 3);
    const { markers, legible } = placeMarkers(placedEntries(entries), projection, colour);
    expect(legible).toBe(true);
    expect(markers.map((marker) => marker.anchor)).toEqual(entries.map((entry) => entry.anchor));
    for (const [index, marker] of markers.entries()) {
      const position = entries[index]?.service.position;
      expect(marker.at).toEqual(
        projection.toPoint(position?.longitude ?? 0, position?.latitude ?? 0),
      );
    }
  });

  it('takes the largest numbers when there is room', () => {
    const plan = placeMarkers(
      placedEntries([entryAt(1, 2.5, 45), entryAt(12, 2.6, 45)]),
      projection,
      colour,
    );
    expect(plan.fontSize).toBe(numberSize.largest);
    expect(plan.markers[0]?.radius).toBe(discRadius(7.5, 2));
    expect(plan.markers[0]?.centre).toEqual(plan.markers[0]?.at);
  });

  it('shrinks 500 markers at one address, keeps them all apart, and says so', () => {
    const entries = Array.from({ length: 500 }, (_, index) => entryAt(index + 1, 2.55, 45));
    const plan = placeMarkers(placedEntries(entries), projection, colour);
    expect(plan.markers).toHaveLength(500);
    expect(plan.legible).toBe(false);
    const [radius] = plan.markers.map((marker) => marker.radius ?? 0);
    const seats = new Set(
      plan.markers.map(({ centre }) => `${centre?.x.toFixed(2)} ${centre?.y.toFixed(2)}`),
    );
    expect(seats.size).toBe(500);
    expect(radius).toBeGreaterThan(1);
    expect(radius).toBeLessThan(6);
  });

  it('points from the edge to a place off the map', () => {
    const { markers } = placeMarkers(
      placedEntries([entryAt(1, 9, 45), entryAt(2, 2.55, 45)]),
      projection,
      colour,
    );
    const [far, near] = markers;
    expect(far?.offMap).toBe(true);
    expect(far?.at.x).toBe(300);
    expect(far?.centre?.x).toBeCloseTo(285, 0);
    expect(near?.offMap).toBeUndefined();
  });

  it('marks what is known to the commune only', () => {
    const entries = [
      entryAt(1, 2.5, 45, 'commune'),
      entryAt(2, 2.6, 45, 'entrance'),
      entryAt(3, 2.65, 45, 'unknown'),
    ];
    const { markers } = placeMarkers(placedEntries(entries), projection, colour);
    expect(markers.map((marker) => marker.approximate)).toEqual([true, undefined, true]);
  });

  it('colours each marker after its entry', () => {
    const entries = placedEntries([entryAt(1, 2.5, 45), entryAt(2, 2.6, 45)]);
    const { markers } = placeMarkers(entries, projection, (entry) =>
      entry.number === 2 ? '#b3261e' : '#0b5cad',
    );
    expect(markers.map((marker) => marker.colour)).toEqual(['#0b5cad', '#b3261e']);
  });

  it('has nothing to place without entries', () => {
    expect(placeMarkers([], projection, colour).markers).toEqual([]);
  });
});
