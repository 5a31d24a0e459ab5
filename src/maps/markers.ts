import type { Entry } from '../directory/directory.ts';
import type { Position } from '../feed/service.ts';
import type { Point, Size } from '../geometry/geometry.ts';
import type { MapMarker } from './map-image.ts';
import type { MapProjection } from './projection.ts';
import { spreadDiscs } from './spread-discs.ts';

/** An entry that has a place on earth. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly position: Position;
}

/** Every marker of a map, and whether all of them can be read. */
export interface MarkerPlan {
  readonly markers: readonly MapMarker[];
  /** Size of the numbers, pt. */
  readonly fontSize: number;
  readonly legible: boolean;
}

/** Largest and smallest size at which numbers are printed, pt; below the floor only if nothing else fits. */
export const numberSize = { largest: 7.5, floor: 5.5, step: 0.5 } as const;

/** Entries that have a position, each once, in their order. */
export function placedEntries(entries: readonly Entry[]): readonly PlacedEntry[] {
  return entries.flatMap((entry) => {
    const { position } = entry.service;
    return position ? [{ entry, position }] : [];
  });
}

/** One marker per entry, discs apart from each other and inside the frame, as large as they fit. */
export function placeMarkers(
  placed: readonly PlacedEntry[],
  projection: MapProjection,
  colourOf: (entry: Entry) => string,
): MarkerPlan {
  const tips = placed.map(({ position }) => tipOf(position, projection));
  const digits = placed.reduce((most, { entry }) => Math.max(most, String(entry.number).length), 1);
  const { fontSize, centres } = largestSpread(
    tips.map((tip) => tip.disc),
    digits,
    projection.size,
  );
  const radius = discRadius(fontSize, digits);
  const markers = placed.map(({ entry, position }, index): MapMarker => {
    const { at, offMap } = tips[index] as Tip;
    const marker = { anchor: entry.anchor, number: entry.number, at, colour: colourOf(entry) };
    const approximate = position.origin === 'commune' || position.origin === 'unknown';
    return {
      ...marker,
      centre: centres[index] as Point,
      radius,
      fontSize,
      ...(approximate ? { approximate } : {}),
      ...(offMap ? { offMap } : {}),
    };
  });
  return { markers, fontSize, legible: fontSize >= numberSize.floor };
}

interface Tip {
  readonly at: Point;
  /** Where the disc is best: on the tip, or far enough from the frame for an arrow to show. */
  readonly disc: Point;
  readonly offMap: boolean;
}

/** Between the frame and the middle of a disc that points out of it, pt. */
const arrowRoom = 15;

/** A place off the map is pointed at from the edge, on the way from the middle of the map to it. */
function tipOf(position: Position, projection: MapProjection): Tip {
  const { width, height } = projection.size;
  const point = projection.toPoint(position.longitude, position.latitude);
  const inside = point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height;
  if (inside) return { at: point, disc: point, offMap: false };
  const dx = point.x - width / 2;
  const dy = point.y - height / 2;
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : height / 2 / Math.abs(dy),
  );
  const at = { x: width / 2 + dx * share, y: height / 2 + dy * share };
  const back = arrowRoom / Math.hypot(dx, dy);
  return { at, disc: { x: at.x - dx * back, y: at.y - dy * back }, offMap: true };
}

/** Radius of a disc that holds a number of so many digits, pt; figures are half an em wide or a little more. */
export function discRadius(fontSize: number, digits: number): number {
  return fontSize * (Math.hypot(0.52 * digits, 0.66) / 2 + 0.16);
}

interface SizedSpread {
  readonly fontSize: number;
  readonly centres: readonly Point[];
}

/** Below the floor markers go on shrinking: small ones that can be told apart beat hidden ones. */
function largestSpread(places: readonly Point[], digits: number, size: Size): SizedSpread {
  const farthest = Math.max(28, Math.hypot(size.width, size.height) / 10);
  for (let fontSize: number = numberSize.largest; fontSize > 0.01; fontSize = smaller(fontSize)) {
    const centres = spreadDiscs({ places, radius: discRadius(fontSize, digits), size });
    const mayShrink = fontSize > numberSize.floor;
    if (centres && !(mayShrink && mostStray(places, centres) > farthest))
      return { fontSize, centres };
  }
  throw new Error(`${places.length} markers do not fit in ${size.width} x ${size.height} pt`);
}

function smaller(fontSize: number): number {
  return fontSize > numberSize.floor ? fontSize - numberSize.step : fontSize * 0.85;
}

/** Distance from its place of the disc that nine out of ten do not exceed, pt. */
function mostStray(places: readonly Point[], centres: readonly Point[]): number {
  const strays = places.map((place, index) => {
    const centre = centres[index] as Point;
    return Math.hypot(centre.x - place.x, centre.y - place.y);
  });
  strays.sort((a, b) => a - b);
  return strays[Math.floor((strays.length - 1) * 0.9)] ?? 0;
}
