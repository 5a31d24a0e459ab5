import pointInPolygon from 'point-in-polygon-hao';
import type { Extent, Polygon } from './territory.ts';

/** Areas searched by position. */
export interface PlaceIndex<Place> {
  /** The first area that holds the position, edges included. */
  at(longitude: number, latitude: number): Place | undefined;
  readonly extent: Extent | undefined;
}

interface Part<Place> extends Extent {
  readonly place: Place;
  readonly polygon: Polygon;
}

/** Prepares areas for search; a box around each polygon spares most of the work. */
export function makePlaceIndex<Place extends { readonly polygons: readonly Polygon[] }>(
  places: readonly Place[],
): PlaceIndex<Place> {
  const parts: readonly Part<Place>[] = places.flatMap((place) =>
    place.polygons
      .filter((polygon) => (polygon[0]?.length ?? 0) > 0)
      .map((polygon) => ({ ...ringExtent(polygon), place, polygon })),
  );
  return {
    at: (longitude, latitude) =>
      parts.find(
        (part) =>
          holds(part, longitude, latitude) &&
          pointInPolygon([longitude, latitude], part.polygon as unknown as number[][][]) !== false,
      )?.place,
    extent: parts.length > 0 ? parts.reduce<Extent>(joined, parts[0] as Extent) : undefined,
  };
}

/** Whether a position stands in the box, widened by `margin` degrees. */
export function holds(extent: Extent, longitude: number, latitude: number, margin = 0): boolean {
  return (
    longitude >= extent.west - margin &&
    longitude <= extent.east + margin &&
    latitude >= extent.south - margin &&
    latitude <= extent.north + margin
  );
}

/** The smallest box that holds both. */
export function joined(one: Extent, other: Extent): Extent {
  return {
    west: Math.min(one.west, other.west),
    south: Math.min(one.south, other.south),
    east: Math.max(one.east, other.east),
    north: Math.max(one.north, other.north),
  };
}

function ringExtent(polygon: Polygon): Extent {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of polygon[0] ?? []) {
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return { west, south, east, north };
}
