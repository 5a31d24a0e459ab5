import { describe, expect, it } from 'vitest';
import { distanceToSegment, simplifyLine, simplifyRing } from '../../src/maps/simplify.ts';
import { seededNumbers } from './invented-territory.ts';

const line = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([x, y]) => ({ x, y }));

describe('simplifyLine', () => {
  it('drops points nearer than the tolerance and keeps the others', () => {
    expect(simplifyLine(line([0, 0], [5, 0.1], [10, 0]), 0.15)).toEqual(line([0, 0], [10, 0]));
    expect(simplifyLine(line([0, 0], [5, 0.2], [10, 0]), 0.15)).toEqual(
      line([0, 0], [5, 0.2], [10, 0]),
    );
  });

  it('never strays further than the tolerance from a long line', () => {
    const next = seededNumbers(11);
    const wavy = Array.from({ length: 3000 }, (_, index) => ({
      x: index / 10,
      y: 20 * Math.sin(index / 90) + next() / 5,
    }));
    const simple = simplifyLine(wavy, 0.15);
    expect(simple.length).toBeLessThan(1500);
    for (const point of wavy) {
      const nearest = Math.min(
        ...simple
          .slice(1)
          .map((end, index) => distanceToSegment(point, simple[index] as typeof end, end)),
      );
      expect(nearest).toBeLessThanOrEqual(0.15 + 1e-9);
    }
  });
});

describe('simplifyRing', () => {
  const square = line([0, 0], [5, 0.01], [10, 0], [10, 10], [0, 10], [0, 0]);

  it('keeps the corners, without the closing point', () => {
    expect(simplifyRing(square, 0.15)).toEqual(line([0, 0], [10, 0], [10, 10], [0, 10]));
  });

  it('gives nothing for what would not show', () => {
    expect(simplifyRing(line([0, 0], [0.1, 0], [0.1, 0.1], [0, 0]), 0.15)).toBeUndefined();
    expect(simplifyRing(line([0, 0], [10, 0], [0, 0]), 0.15)).toBeUndefined();
    expect(simplifyRing([], 0.15)).toBeUndefined();
  });
});
