import type { Point, Rect } from '../geometry/geometry.ts';
import { ink, textColourOn } from './colour.ts';
import { scaleBarHeight, scaleLabelSize } from './furniture.ts';
import { labelSize } from './labels.ts';
import type { MapImage, MapLabel, MapMarker, MapShape } from './map-image.ts';
import { discRadius, numberSize } from './markers.ts';

interface Stroke {
  readonly colour: string;
  /** pt */
  readonly width: number;
}

/** One thing to draw, in pt from the map's top left corner; painting order is list order. */
export type MapVector =
  | {
      readonly kind: 'shape';
      readonly rings: readonly (readonly Point[])[];
      readonly closed: boolean;
      readonly fill: string | null;
      readonly stroke: Stroke | null;
    }
  | {
      readonly kind: 'circle';
      readonly at: Point;
      readonly radius: number;
      readonly fill: string | null;
      readonly stroke: Stroke | null;
    }
  | {
      readonly kind: 'text';
      /** On the baseline. */
      readonly at: Point;
      readonly text: string;
      /** pt */
      readonly size: number;
      readonly weight: number;
      readonly colour: string;
      readonly align: 'left' | 'center' | 'right';
    };

/** Height of capitals and figures of the usual text faces, em: half of it centres a text on a point. */
const capHeight = 0.66;

/** Outlines, names, leaders, discs with their numbers, scale bar, frame. */
export function mapVectors(map: MapImage): readonly MapVector[] {
  return [
    ...map.shapes.map(shapeVector),
    ...map.labels.map(labelVector),
    ...map.markers.flatMap(leaderVectors),
    ...map.markers.flatMap(discVectors),
    ...scaleBarVectors(map.scaleBar),
    frameVector(map.frame),
  ];
}

function shapeVector(shape: MapShape): MapVector {
  return {
    kind: 'shape',
    rings: shape.rings,
    closed: shape.closed,
    fill: shape.fill ?? null,
    stroke: shape.stroke ? { colour: shape.stroke, width: shape.strokeWidth ?? 0.5 } : null,
  };
}

function labelVector(label: MapLabel): MapVector {
  const size = label.fontSize ?? labelSize;
  return {
    kind: 'text',
    at: { x: label.at.x, y: label.at.y + (size * capHeight) / 2 },
    text: label.text,
    size,
    weight: 400,
    colour: '#4a4a46',
    align: 'center',
  };
}

function leaderVectors(marker: MapMarker): readonly MapVector[] {
  const centre = marker.centre ?? marker.at;
  if (centre.x === marker.at.x && centre.y === marker.at.y) return [];
  const line: MapVector = {
    kind: 'shape',
    rings: [[marker.at, centre]],
    closed: false,
    fill: null,
    stroke: { colour: marker.colour, width: 0.6 },
  };
  return marker.offMap ? [line, arrowHead(marker, centre)] : [line, dotVector(marker)];
}

function dotVector(marker: MapMarker): MapVector {
  return {
    kind: 'circle',
    at: marker.at,
    radius: 1.2,
    fill: marker.colour,
    stroke: { colour: '#ffffff', width: 0.4 },
  };
}

function arrowHead(marker: MapMarker, centre: Point): MapVector {
  const length = Math.hypot(marker.at.x - centre.x, marker.at.y - centre.y);
  const along = { x: (marker.at.x - centre.x) / length, y: (marker.at.y - centre.y) / length };
  const foot = { x: marker.at.x - 4 * along.x, y: marker.at.y - 4 * along.y };
  const ring = [
    marker.at,
    { x: foot.x - 2 * along.y, y: foot.y + 2 * along.x },
    { x: foot.x + 2 * along.y, y: foot.y - 2 * along.x },
  ];
  return { kind: 'shape', rings: [ring], closed: true, fill: marker.colour, stroke: null };
}

function discVectors(marker: MapMarker): readonly MapVector[] {
  const at = marker.centre ?? marker.at;
  const text = String(marker.number);
  const size = marker.fontSize ?? numberSize.largest;
  const radius = marker.radius ?? discRadius(size, text.length);
  const rim = Math.min(0.6, radius * 0.15);
  const hollow = marker.approximate === true;
  return [
    {
      kind: 'circle',
      at,
      radius: radius - rim / 2,
      fill: hollow ? '#ffffff' : marker.colour,
      stroke: { colour: hollow ? marker.colour : '#ffffff', width: rim },
    },
    {
      kind: 'text',
      at: { x: at.x, y: at.y + (size * capHeight) / 2 },
      text,
      size,
      weight: 700,
      colour: hollow ? ink : textColourOn(marker.colour),
      align: 'center',
    },
  ];
}

function scaleBarVectors(bar: MapImage['scaleBar']): readonly MapVector[] {
  const { x, y } = bar.at;
  const right = x + bar.length;
  const ring = (points: readonly Point[]): MapVector => ({
    kind: 'shape',
    rings: [points],
    closed: false,
    fill: null,
    stroke: { colour: ink, width: 0.7 },
  });
  return [
    {
      kind: 'shape',
      rings: [
        [
          { x: x - 2, y: y - scaleBarHeight },
          { x: right + 2, y: y - scaleBarHeight },
          { x: right + 2, y: y + 2 },
          { x: x - 2, y: y + 2 },
        ],
      ],
      closed: true,
      fill: '#ffffff',
      stroke: null,
    },
    ring([
      { x, y: y - 3 },
      { x, y },
      { x: right, y },
      { x: right, y: y - 3 },
    ]),
    {
      kind: 'text',
      at: { x: x + bar.length / 2, y: y - 3.5 },
      text: bar.label,
      size: scaleLabelSize,
      weight: 400,
      colour: ink,
      align: 'center',
    },
  ];
}

function frameVector(frame: Rect): MapVector {
  const right = frame.x + frame.width;
  const bottom = frame.y + frame.height;
  return {
    kind: 'shape',
    rings: [
      [
        { x: frame.x, y: frame.y },
        { x: right, y: frame.y },
        { x: right, y: bottom },
        { x: frame.x, y: bottom },
      ],
    ],
    closed: true,
    fill: null,
    stroke: { colour: '#8a8a86', width: 0.6 },
  };
}
