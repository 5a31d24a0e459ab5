import { describe, expect, it } from 'vitest';
import { memberContours, outlineShapes, signedArea } from '../../src/maps/outline.ts';
import { fitExtent } from '../../src/maps/projection.ts';
import { squareContour, squareTerritory } from './invented-territory.ts';

const size = { width: 300, height: 200 };
const projection = fitExtent({ west: 2.4, south: 44.9, east: 2.7, north: 45.1 }, size, {
  margin: 10,
  leastMetres: 100,
});
const style = { colour: '#0b5cad', filled: true };

describe('memberContours', () => {
  it('is the communes of the territory, a former code counting as today’s', () => {
    const territory = squareTerritory();
    const former = squareContour('99999', 'Vieux Brenne', 4, 0);
    const known = territory.commune('99002');
    const withFormer = squareTerritory({
      contours: [...territory.contours, former, squareContour('88001', 'Ailleurs', 5, 0)],
      commune: (code) => (code === '99999' ? known : territory.commune(code)),
    });
    expect(memberContours(withFormer).map((contour) => contour.code)).toEqual([
      '99001',
      '99002',
      '99003',
      '99004',
      '99005',
      '99006',
      '99999',
    ]);
  });

  it('is every contour of a territory drawn by hand', () => {
    expect(memberContours(squareTerritory({ communes: new Map() }))).toHaveLength(6);
  });
});

describe('outlineShapes', () => {
  it('draws neighbours, then members, then the border', () => {
    const neighbour = squareContour('88001', 'Ailleurs', -1, 0);
    const territory = squareTerritory();
    const shapes = outlineShapes(
      { ...territory, contours: [...territory.contours, neighbour] },
      projection,
      style,
    );
    expect(shapes.map((shape) => shape.fill)).toEqual([
      '#f6f6f4',
      ...Array(6).fill('#e7eff7'),
      undefined,
    ]);
    expect(shapes[7]?.closed).toBe(false);
  });

  it('keeps everything inside the frame', () => {
    const narrow = fitExtent({ west: 2.45, south: 44.95, east: 2.5, north: 45 }, size, {
      margin: 0,
      leastMetres: 100,
    });
    const points = outlineShapes(squareTerritory(), narrow, style).flatMap((shape) =>
      shape.rings.flat(),
    );
    expect(points.length).toBeGreaterThan(6);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(-1e-9);
      expect(x).toBeLessThanOrEqual(300 + 1e-9);
      expect(y).toBeGreaterThanOrEqual(-1e-9);
      expect(y).toBeLessThanOrEqual(200 + 1e-9);
    }
  });

  it('winds a hole against its polygon, whatever the source did', () => {
    const outer = squareContour('1', 'A', 0, 0).polygons[0]?.[0] ?? [];
    const hole = [
      [2.42, 44.92],
      [2.48, 44.92],
      [2.48, 44.98],
      [2.42, 44.98],
    ] as const;
    const contour = { code: '99001', name: 'A', polygons: [[outer, hole]] };
    const [shape] = outlineShapes(squareTerritory({ contours: [contour] }), projection, style);
    const [first, second] = (shape?.rings ?? []).map(signedArea);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeLessThan(0);
  });

  it('draws the border alone over tiles', () => {
    const shapes = outlineShapes(squareTerritory(), projection, { ...style, filled: false });
    expect(shapes).toHaveLength(1);
    expect(shapes[0]?.fill).toBeUndefined();
  });
});
