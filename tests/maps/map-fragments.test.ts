import { describe, expect, it } from 'vitest';
import { drawMap } from '../../src/maps/draw-map.ts';
import { type MapVector, mapVectors } from '../../src/maps/map-fragments.ts';
import type { MapImage, MapMarker } from '../../src/maps/map-image.ts';
import { mapRequest } from './invented-territory.ts';

const empty: MapImage = {
  id: 'carte',
  size: { width: 200, height: 100 },
  shapes: [],
  markers: [],
  labels: [],
  scaleBar: { at: { x: 10, y: 90 }, length: 40, label: '1\u00a0km' },
  scaleDenominator: 70000,
  attribution: '',
  alt: '',
  outside: [],
  frame: { x: 0, y: 0, width: 200, height: 100 },
};
const marker: MapMarker = {
  anchor: 'e-0007',
  number: 7,
  at: { x: 50, y: 50 },
  colour: '#0b5cad',
  centre: { x: 50, y: 50 },
  radius: 5,
  fontSize: 7,
};

function texts(vectors: readonly MapVector[]): readonly string[] {
  return vectors.flatMap((vector) => (vector.kind === 'text' ? [vector.text] : []));
}

const kinds = (map: Partial<MapImage>) =>
  mapVectors({ ...empty, ...map })
    .slice(0, -4)
    .map((vector) => vector.kind);

describe('mapVectors', () => {
  it('ends with the scale bar and the frame', () => {
    const vectors = mapVectors(empty);
    expect(vectors.map((vector) => vector.kind)).toEqual(['shape', 'shape', 'text', 'shape']);
    expect(texts(vectors)).toEqual(['1\u00a0km']);
    expect(vectors[1]).toMatchObject({
      rings: [
        [
          { x: 10, y: 87 },
          { x: 10, y: 90 },
          { x: 50, y: 90 },
          { x: 50, y: 87 },
        ],
      ],
    });
  });

  it('draws a marker at its place as a disc and its number', () => {
    const [disc, number] = mapVectors({ ...empty, markers: [marker] });
    expect(disc).toMatchObject({ kind: 'circle', at: { x: 50, y: 50 }, fill: '#0b5cad' });
    expect(number).toMatchObject({
      kind: 'text',
      text: '7',
      colour: '#ffffff',
      align: 'center',
      weight: 700,
    });
    expect(number?.kind === 'text' && number.at.y).toBeCloseTo(52.31, 6);
  });

  it('joins a moved disc to its place by a leader and a dot', () => {
    const moved = { ...marker, centre: { x: 70, y: 50 } };
    expect(kinds({ markers: [moved] })).toEqual(['shape', 'circle', 'circle', 'text']);
    expect(mapVectors({ ...empty, markers: [moved] })[0]).toMatchObject({
      closed: false,
      rings: [
        [
          { x: 50, y: 50 },
          { x: 70, y: 50 },
        ],
      ],
    });
  });

  it('points out of the map with an arrow head', () => {
    const far = { ...marker, at: { x: 200, y: 50 }, centre: { x: 185, y: 50 }, offMap: true };
    expect(kinds({ markers: [far] })).toEqual(['shape', 'shape', 'circle', 'text']);
    expect(mapVectors({ ...empty, markers: [far] })[1]).toMatchObject({
      closed: true,
      rings: [
        [
          { x: 200, y: 50 },
          { x: 196, y: 52 },
          { x: 196, y: 48 },
        ],
      ],
    });
  });

  it('draws an approximate place hollow', () => {
    const [disc, number] = mapVectors({ ...empty, markers: [{ ...marker, approximate: true }] });
    expect(disc).toMatchObject({ fill: '#ffffff', stroke: { colour: '#0b5cad' } });
    expect(number).toMatchObject({ colour: '#1a1a1a' });
  });

  it('draws leaders below all discs', () => {
    const crowd = [marker, { ...marker, number: 8, centre: { x: 70, y: 50 } }];
    expect(kinds({ markers: crowd })).toEqual([
      'shape',
      'circle',
      'circle',
      'text',
      'circle',
      'text',
    ]);
  });

  it('has every number and every name of a drawn map, once', async () => {
    const map = (await drawMap(mapRequest())) as MapImage;
    const expected = [
      ...map.markers.map((each) => String(each.number)),
      ...map.labels.map((label) => label.text),
      map.scaleBar.label,
    ];
    expect([...texts(mapVectors(map))].sort()).toEqual(expected.sort());
  });
});
