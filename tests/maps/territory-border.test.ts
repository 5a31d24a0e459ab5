import { describe, expect, it } from 'vitest';
import { territoryBorder } from '../../src/maps/territory-border.ts';
import { squareContour, squareTerritory } from './invented-territory.ts';

describe('territoryBorder', () => {
  it('is one closed line around communes that share their limits', () => {
    const [border, ...others] = territoryBorder(squareTerritory().contours);
    expect(others).toEqual([]);
    expect(border).toHaveLength(11);
    expect(border?.[0]).toEqual(border?.[10]);
  });

  it('does not go between two communes', () => {
    const inner = '2.5,45';
    const positions = territoryBorder(squareTerritory().contours).flat().map(String);
    expect(positions).not.toContain(inner);
    expect(positions).toContain('2.4,44.9');
  });

  it('is one line per part of a scattered territory', () => {
    const parts = [squareContour('1', 'A', 0, 0), squareContour('2', 'B', 5, 0)];
    expect(territoryBorder(parts)).toHaveLength(2);
  });

  it('is empty without contours', () => {
    expect(territoryBorder([])).toEqual([]);
  });
});
