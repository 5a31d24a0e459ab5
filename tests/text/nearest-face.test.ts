import { describe, expect, test } from 'vitest';
import { nearestFace } from '../../src/text/nearest-face.ts';

const weights = (...list: readonly number[]) =>
  list.map((weight) => ({ weight, style: 'normal' as const }));

describe('nearestFace', () => {
  test.each([
    [400, [300, 500, 700], 500],
    [450, [300, 400, 500], 500],
    [500, [300, 400, 600], 400],
    [400, [700, 900], 700],
    [300, [100, 200, 400], 200],
    [300, [400, 700], 400],
    [600, [400, 500, 700, 900], 700],
    [900, [400, 700], 700],
  ])('%d among %j is %d', (wanted, offered, expected) => {
    expect(nearestFace(weights(...offered), wanted, 'normal')?.weight).toBe(expected);
  });

  test('the style comes before the weight', () => {
    const faces = [...weights(700), { weight: 300, style: 'italic' as const }];
    expect(nearestFace(faces, 700, 'italic')?.weight).toBe(300);
    expect(nearestFace(weights(400, 700), 700, 'italic')?.weight).toBe(700);
  });

  test('no face, no answer', () => {
    expect(nearestFace([], 400, 'normal')).toBeNull();
  });
});
