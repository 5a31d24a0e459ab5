import { describe, expect, it } from 'vitest';
import { placeScaleBar, scaleBarRect } from '../../src/maps/furniture.ts';

const size = { width: 300, height: 200 };
const bar = { length: 50, label: '2\u00a0km' };
const marker = (x: number, y: number) => ({
  anchor: 'e-0001',
  number: 1,
  at: { x, y },
  centre: { x, y },
  radius: 6,
  colour: '#000000',
});

describe('placeScaleBar', () => {
  it('stands at the bottom left', () => {
    expect(placeScaleBar(bar, size, []).at).toEqual({ x: 7, y: 193 });
  });

  it('goes to the next corner that hides fewer markers', () => {
    expect(placeScaleBar(bar, size, [marker(30, 190)]).at).toEqual({ x: 243, y: 193 });
    expect(placeScaleBar(bar, size, [marker(30, 190), marker(270, 190)]).at).toEqual({
      x: 7,
      y: 18,
    });
  });

  it('stays inside the frame in every corner', () => {
    const corners = [
      [],
      [marker(30, 190)],
      [marker(30, 190), marker(270, 190)],
      [marker(30, 190), marker(270, 190), marker(30, 12)],
    ];
    for (const markers of corners) {
      const rect = scaleBarRect(placeScaleBar(bar, size, markers));
      expect(rect.x).toBeGreaterThan(0);
      expect(rect.y).toBeGreaterThan(0);
      expect(rect.x + rect.width).toBeLessThan(300);
      expect(rect.y + rect.height).toBeLessThan(200);
    }
  });
});
