import { describe, expect, it } from 'vitest';
import { labelPoints } from '../../src/maps/label-point.ts';

const ring = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([x, y]) => ({ x, y }));
const square = ring([0, 0], [20, 0], [20, 20], [0, 20]);

describe('labelPoints', () => {
  it('starts with the middle of a square', () => {
    expect(labelPoints([square])[0]).toEqual({ at: { x: 10, y: 10 }, room: 20 });
  });

  it('starts in the wide arm of an L, not at its centroid', () => {
    const [best] = labelPoints([ring([0, 0], [5, 0], [5, 30], [40, 30], [40, 40], [0, 40])]);
    expect(best?.room).toBe(40);
    expect(best?.at.x).toBe(20);
    expect(best?.at.y).toBeGreaterThan(30);
  });

  it('keeps out of holes', () => {
    const hole = ring([5, 2], [15, 2], [15, 18], [5, 18]);
    for (const { at } of labelPoints([square, hole]))
      expect(at.x < 5 || at.x > 15 || at.y < 2 || at.y > 18).toBe(true);
  });

  it('finds nothing in nothing', () => {
    expect(labelPoints([])).toEqual([]);
  });
});
