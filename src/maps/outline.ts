import type { Point, Rect } from '../geometry/geometry.ts';
import type { Contour, Polygon, Territory } from '../territory/territory.ts';
import { clipLine, clipRing } from './clip.ts';
import { tint } from './colour.ts';
import type { MapShape } from './map-image.ts';
import type { MapProjection } from './projection.ts';
import { simplifyLine, simplifyRing } from './simplify.ts';
import { territoryBorder } from './territory-border.ts';

/** Finest detail that print shows, pt. */
export const printTolerance = 0.15;

/** How an outline map looks. */
export interface OutlineStyle {
  /** Main colour "#rrggbb". */
  readonly colour: string;
  /** False over tiles: only the border of the territory is drawn. */
  readonly filled: boolean;
}

/** The contours of the territory's own communes; all of them when it has no commune list. */
export function memberContours(territory: Territory): readonly Contour[] {
  if (territory.communes.size === 0) return territory.contours;
  const known = membersOf.get(territory);
  if (known) return known;
  const members = territory.contours.filter((contour) => isMember(contour, territory));
  membersOf.set(territory, members);
  return members;
}

const membersOf = new WeakMap<Territory, readonly Contour[]>();

function isMember(contour: Contour, territory: Territory): boolean {
  const today = territory.commune(contour.code)?.code ?? contour.code;
  return territory.communes.has(today);
}

/** Neighbours in white, member communes lightly filled, then the border of the whole territory. */
export function outlineShapes(
  territory: Territory,
  projection: MapProjection,
  style: OutlineStyle,
): readonly MapShape[] {
  const members = memberContours(territory);
  const border = borderShapes(members, projection, style.colour);
  if (!style.filled) return border;
  const own = new Set(members);
  const neighbours = territory.contours.filter((contour) => !own.has(contour));
  return [
    ...contourShapes(neighbours, projection, neighbourStyle),
    ...contourShapes(members, projection, memberStyle(style.colour)),
    ...border,
  ];
}

type ShapeStyle = Pick<MapShape, 'fill' | 'stroke' | 'strokeWidth'>;

const neighbourStyle: ShapeStyle = { fill: '#f6f6f4', stroke: '#d4d4d0', strokeWidth: 0.35 };

function memberStyle(colour: string): ShapeStyle {
  return { fill: tint(colour, 0.9), stroke: tint(colour, 0.5), strokeWidth: 0.4 };
}

function contourShapes(
  contours: readonly Contour[],
  projection: MapProjection,
  style: ShapeStyle,
): readonly MapShape[] {
  return contours.flatMap((contour) =>
    projectContour(contour, projection).map((rings) => ({ rings, closed: true, ...style })),
  );
}

/** The polygons of a contour in pt, simplified and cut to the frame; outer rings and holes wind oppositely. */
export function projectContour(
  contour: Contour,
  projection: MapProjection,
): readonly (readonly (readonly Point[])[])[] {
  const frame = { x: 0, y: 0, ...projection.size };
  return contour.polygons
    .map((polygon) => projectPolygon(polygon, projection, frame))
    .filter((rings) => rings.length > 0);
}

function projectPolygon(
  polygon: Polygon,
  projection: MapProjection,
  frame: Rect,
): readonly (readonly Point[])[] {
  const rings: (readonly Point[])[] = [];
  for (const [index, positions] of polygon.entries()) {
    const points = positions.map(([longitude, latitude]) =>
      projection.toPoint(longitude, latitude),
    );
    const simple = simplifyRing(points, printTolerance);
    const ring = simple && clipRing(simple, frame);
    if (ring) rings.push(wound(ring, index === 0));
    else if (index === 0) return [];
  }
  return rings;
}

/** Opposite windings give the same picture under both fill rules. */
function wound(ring: readonly Point[], clockwise: boolean): readonly Point[] {
  return signedArea(ring) >= 0 === clockwise ? ring : [...ring].reverse();
}

/** Area of a ring in square points, positive when it turns clockwise on the page. */
export function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  for (const [index, point] of ring.entries()) {
    const next = ring[(index + 1) % ring.length] as Point;
    twice += point.x * next.y - next.x * point.y;
  }
  return twice / 2;
}

function borderShapes(
  members: readonly Contour[],
  projection: MapProjection,
  colour: string,
): readonly MapShape[] {
  const frame = { x: 0, y: 0, ...projection.size };
  const lines = territoryBorder(members).flatMap((line) => {
    const points = line.map(([longitude, latitude]) => projection.toPoint(longitude, latitude));
    return clipLine(simplifyLoop(points), frame);
  });
  return lines.length === 0
    ? []
    : [{ rings: lines, closed: false, stroke: tint(colour, 0.15), strokeWidth: 1.1 }];
}

/** A closed line has one point at both ends, which Douglas and Peucker would take for its axis. */
function simplifyLoop(points: readonly Point[]): readonly Point[] {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || first.x !== last?.x || first.y !== last.y)
    return simplifyLine(points, printTolerance);
  const ring = simplifyRing(points, printTolerance);
  return ring ? [...ring, ring[0] as Point] : [];
}
