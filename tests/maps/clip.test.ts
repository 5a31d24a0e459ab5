import { describe, expect, it } from 'vitest';
import { clipLine, clipRing } from '../../src/maps/clip.ts';

const rect = { x: 0, y: 0, width: 10, height: 10 };
const line = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([x, y]) => ({ x, y }));

describe('clipRing', () => {
  it('leaves a ring inside as it is', () => {
    const ring = line([1, 1], [9, 1], [9, 9]);
    expect(clipRing(ring, rect)).toEqual(ring);
  });

  it('cuts a ring at the frame', () => {
    expect(clipRing(line([5, 5], [15, 5], [15, 8], [5, 8]), rect)).toEqual(
      line([5, 5], [10, 5], [10, 8], [5, 8]),
    );
  });

  it('gives the frame for a ring around it and nothing for one outside', () => {
    expect(clipRing(line([-5, -5], [15, -5], [15, 15], [-5, 15]), rect)).toHaveLength(4);
    expect(clipRing(line([11, 0], [15, 0], [15, 5]), rect)).toBeUndefined();
  });
});

describe('clipLine', () => {
  it('gives one piece per stay inside', () => {
    expect(clipLine(line([-5, 5], [5, 5], [5, 15], [8, 15], [8, 5]), rect)).toEqual([
      line([0, 5], [5, 5], [5, 10]),
      line([8, 10], [8, 5]),
    ]);
  });

  it('gives nothing for a line outside', () => {
    expect(clipLine(line([-5, -5], [-5, 15]), rect)).toEqual([]);
  });
});
