import { describe, expect, it } from 'vitest';
import { guessWidth, labelRect, overlap, placeLabels } from '../../src/maps/labels.ts';
import { fitExtent } from '../../src/maps/projection.ts';
import { squareContour, squareTerritory } from './invented-territory.ts';

const extent = { west: 2.4, south: 44.9, east: 2.7, north: 45.1 };
const projection = (width: number) =>
  fitExtent(extent, { width, height: width * 0.7 }, { margin: 10, leastMetres: 100 });
const free = { markers: [], taken: [], measure: guessWidth };

describe('placeLabels', () => {
  it('names every commune in its middle when there is room', () => {
    const territory = squareTerritory();
    const labels = placeLabels(territory.contours, territory, projection(400), free);
    expect(labels.map((label) => label.text)).toEqual([
      'Vaux-sur-Lise',
      'Brenne',
      'Saint-Orin',
      'Quatre-Étangs',
      'Ombreval',
      'Lise',
    ]);
    expect(labels[1]?.at.x).toBeCloseTo(200, 3);
  });

  it('keeps names apart, the most peopled communes first', () => {
    const [first, second] = [
      squareContour('1', 'Grand-Bourg', 0, 0),
      squareContour('2', 'Petit-Bourg', 0, 0),
    ];
    const population = (code: string) => ({
      code,
      name: '',
      departement: '',
      region: '',
      postcodes: [],
      population: code === '2' ? 900 : 50,
    });
    const territory = squareTerritory({ commune: population });
    const crowded = { ...free, measure: () => 110 };
    const labels = placeLabels([first, second], territory, projection(400), crowded);
    expect(labels[0]?.text).toBe('Petit-Bourg');
    const rects = labels.map((label) => labelRect(label.at, 110));
    for (const [index, rect] of rects.entries())
      for (const other of rects.slice(index + 1)) expect(overlap(rect, other)).toBe(false);
  });

  it('keeps clear of markers', () => {
    const territory = squareTerritory();
    const centre = placeLabels(territory.contours, territory, projection(400), free)[0]?.at ?? {
      x: 0,
      y: 0,
    };
    const marker = {
      anchor: 'e-0001',
      number: 1,
      at: centre,
      centre,
      radius: 6,
      colour: '#000000',
    };
    const [moved] = placeLabels(territory.contours, territory, projection(400), {
      ...free,
      markers: [marker],
    });
    expect(moved?.text).toBe('Vaux-sur-Lise');
    const disc = { x: centre.x - 6, y: centre.y - 6, width: 12, height: 12 };
    expect(overlap(labelRect(moved?.at ?? centre, guessWidth('Vaux-sur-Lise', 6.5)), disc)).toBe(
      false,
    );
  });

  it('leaves out a name that is much wider than its commune', () => {
    const territory = squareTerritory();
    const texts = placeLabels(territory.contours, territory, projection(90), free).map(
      (label) => label.text,
    );
    expect(texts).toContain('Lise');
    expect(texts).not.toContain('Vaux-sur-Lise');
  });
});
