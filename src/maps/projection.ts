import type { Point, Rect, Size } from '../geometry/geometry.ts';
import type { Extent } from '../territory/territory.ts';

/** Latitude, in degrees, at which the square world of Web Mercator stops. */
export const maxLatitude = 85.0511287798066;

/** Length of the equator of Web Mercator's sphere, metres. */
export const equator = 2 * Math.PI * 6378137;

/** Metres on paper in one point. */
export const metresPerPaperPoint = 0.0254 / 72;

/** From degrees to points on the map. */
export interface MapProjection {
  readonly size: Size;
  /** What the frame shows of the world, a square of side 1 with its corner at the north-west. */
  readonly world: Rect;
  /** Latitude of the middle of the frame, degrees. */
  readonly latitude: number;
  /** Ground metres in one point, at that latitude. */
  readonly metresPerPoint: number;
  toPoint(longitude: number, latitude: number): Point;
}

/** Web Mercator in a world of side 1, y down. */
export function toWorld(longitude: number, latitude: number): Point {
  const bounded = Math.max(-maxLatitude, Math.min(maxLatitude, latitude));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return {
    x: (longitude + 180) / 360,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

/** Degrees of a point of the world of side 1. */
export function fromWorld(point: Point): { longitude: number; latitude: number } {
  return {
    longitude: point.x * 360 - 180,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * point.y))) * 180) / Math.PI,
  };
}

/**
 * The projection that shows the extent as large as the frame allows, `margin` pt away from its
 * edges, and never fewer than `leastMetres` of ground across the frame's shorter side.
 */
export function fitExtent(
  extent: Extent,
  size: Size,
  { margin, leastMetres }: { readonly margin: number; readonly leastMetres: number },
): MapProjection {
  const northWest = toWorld(extent.west, extent.north);
  const southEast = toWorld(extent.east, extent.south);
  const middle = { x: (northWest.x + southEast.x) / 2, y: (northWest.y + southEast.y) / 2 };
  const { latitude } = fromWorld(middle);
  const metresPerWorld = equator * Math.cos((latitude * Math.PI) / 180);
  const room = { width: size.width - 2 * margin, height: size.height - 2 * margin };
  const worldPerPoint = Math.max(
    (southEast.x - northWest.x) / room.width,
    (southEast.y - northWest.y) / room.height,
    leastMetres / metresPerWorld / Math.min(size.width, size.height),
  );
  return projectionAround(middle, worldPerPoint, size);
}

function projectionAround(middle: Point, worldPerPoint: number, size: Size): MapProjection {
  const world: Rect = {
    x: middle.x - (worldPerPoint * size.width) / 2,
    y: middle.y - (worldPerPoint * size.height) / 2,
    width: worldPerPoint * size.width,
    height: worldPerPoint * size.height,
  };
  const { latitude } = fromWorld(middle);
  return {
    size,
    world,
    latitude,
    metresPerPoint: worldPerPoint * equator * Math.cos((latitude * Math.PI) / 180),
    toPoint(longitude, degrees) {
      const point = toWorld(longitude, degrees);
      return { x: (point.x - world.x) / worldPerPoint, y: (point.y - world.y) / worldPerPoint };
    },
  };
}
