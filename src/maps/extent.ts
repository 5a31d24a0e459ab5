import type { Position } from '../feed/service.ts';
import type { Contour, Extent } from '../territory/territory.ts';

/** The smallest extent that holds all the positions given as [longitude, latitude]; undefined for none. */
export function extentOf(positions: Iterable<readonly [number, number]>): Extent | undefined {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const [longitude, latitude] of positions) {
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return west <= east ? { west, south, east, north } : undefined;
}

/** Extent of outlines, in degrees; undefined when there are none. */
export function contoursExtent(contours: readonly Contour[]): Extent | undefined {
  return extentOf(outerPositions(contours));
}

function* outerPositions(contours: readonly Contour[]): Iterable<readonly [number, number]> {
  for (const contour of contours) for (const polygon of contour.polygons) yield* polygon[0] ?? [];
}

/**
 * What the map must show: the territory, and the positions that lie around it. A position further
 * from the territory than its own width would shrink it to a dot: it is left to the map's edge.
 */
export function shownExtent(
  territory: Extent | undefined,
  positions: readonly Position[],
): Extent | undefined {
  const near = territory
    ? positions.filter((position) => isNear(position, territory))
    : withoutStrays(positions);
  return extentOf([...(territory ? corners(territory) : []), ...near.map(pair)]);
}

function pair(position: Position): readonly [number, number] {
  return [position.longitude, position.latitude];
}

function corners(extent: Extent): readonly (readonly [number, number])[] {
  return [
    [extent.west, extent.south],
    [extent.east, extent.north],
  ];
}

/** A tenth of a degree is about 10 km: the least surroundings of a territory, however small. */
const leastSurroundings = 0.1;

function isNear(position: Position, extent: Extent): boolean {
  const width = Math.max(extent.east - extent.west, leastSurroundings) / 2;
  const height = Math.max(extent.north - extent.south, leastSurroundings) / 2;
  return (
    position.longitude >= extent.west - width &&
    position.longitude <= extent.east + width &&
    position.latitude >= extent.south - height &&
    position.latitude <= extent.north + height
  );
}

/** Without an outline, only what stands absurdly far from the others (0° 0°) is a stray. */
function withoutStrays(positions: readonly Position[]): readonly Position[] {
  if (positions.length < 4) return positions;
  const longitude = quantile(
    positions.map((each) => each.longitude),
    0.5,
  );
  const latitude = quantile(
    positions.map((each) => each.latitude),
    0.5,
  );
  const distance = (each: Position) =>
    Math.hypot(each.longitude - longitude, each.latitude - latitude);
  const limit = Math.max(1, 10 * quantile(positions.map(distance), 0.75));
  return positions.filter((each) => distance(each) <= limit);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] as number;
}
