import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawMap } from '../../src/maps/draw-map.ts';
import { territoryBorder } from '../../src/maps/territory-border.ts';
import { resourcePath } from '../../src/resources.ts';
import type { Contour, Polygon } from '../../src/territory/territory.ts';
import { entryAt, mapRequest, seededNumbers, squareTerritory } from './invented-territory.ts';

const file = resourcePath('..', 'shared', 'data', 'contours', 'communes-15-cantal.geojson');

interface Feature {
  readonly properties: { readonly code: string; readonly nom: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Polygon }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] };
}

function readContours(): readonly Contour[] {
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: readonly Feature[] };
  return features.map(({ properties, geometry }) => ({
    code: properties.code,
    name: properties.nom,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
}

describe.skipIf(!existsSync(file))('Cantal (left out when the shared outlines are absent)', () => {
  const territory = () =>
    squareTerritory({ name: 'Cantal', communes: new Map(), contours: readContours() });

  it('has one border around its 247 communes', () => {
    const lines = [...territoryBorder(territory().contours)].sort((a, b) => b.length - a.length);
    expect(lines[0]?.length).toBeGreaterThan(500);
    const rest = lines.slice(1).reduce((count, line) => count + line.length, 0);
    expect(rest).toBeLessThan((lines[0]?.length ?? 0) / 10);
  });

  it('is drawn on an A5 page with 200 places, inside the frame, without warnings', async () => {
    const next = seededNumbers(21);
    const entries = Array.from({ length: 200 }, (_, index) =>
      entryAt(index + 1, 2.2 + next(), 44.75 + 0.6 * next()),
    );
    const request = mapRequest({
      territory: territory(),
      entries,
      size: { width: 340, height: 440 },
    });
    const map = await drawMap(request);
    expect(request.sink.all).toEqual([]);
    expect(map?.markers).toHaveLength(200);
    for (const { x, y } of map?.shapes.flatMap((shape) => shape.rings.flat()) ?? []) {
      if (x < -1e-6 || x > 340.000001 || y < -1e-6 || y > 440.000001)
        throw new Error(`a point stands outside the frame: ${x}, ${y}`);
    }
  });
});
