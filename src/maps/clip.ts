import type { Point, Rect } from '../geometry/geometry.ts';

type Side = {
  readonly axis: 'x' | 'y';
  readonly limit: number;
  /** 1 keeps what is above the limit, -1 what is below. */
  readonly sign: 1 | -1;
};

/** What of a ring lies in the rectangle (Sutherland and Hodgman); undefined for nothing. */
export function clipRing(ring: readonly Point[], rect: Rect): readonly Point[] | undefined {
  let clipped = ring;
  for (const side of sidesOf(rect)) {
    if (clipped.every((point) => isInside(point, side))) continue;
    clipped = clipSide(clipped, side);
  }
  return clipped.length < 3 ? undefined : clipped;
}

/** The pieces of an open line that lie in the rectangle. */
export function clipLine(line: readonly Point[], rect: Rect): readonly (readonly Point[])[] {
  const sides = sidesOf(rect);
  const pieces: Point[][] = [];
  for (let index = 1; index < line.length; index++) {
    const segment = clipSegment(line[index - 1] as Point, line[index] as Point, sides);
    if (!segment) continue;
    const piece = pieces[pieces.length - 1];
    const last = piece?.[piece.length - 1];
    if (piece && last && last.x === segment[0].x && last.y === segment[0].y) piece.push(segment[1]);
    else pieces.push([...segment]);
  }
  return pieces;
}

function sidesOf(rect: Rect): readonly Side[] {
  return [
    { axis: 'x', limit: rect.x, sign: 1 },
    { axis: 'x', limit: rect.x + rect.width, sign: -1 },
    { axis: 'y', limit: rect.y, sign: 1 },
    { axis: 'y', limit: rect.y + rect.height, sign: -1 },
  ];
}

function isInside(point: Point, side: Side): boolean {
  return side.sign * (point[side.axis] - side.limit) >= 0;
}

function clipSide(ring: readonly Point[], side: Side): readonly Point[] {
  const kept: Point[] = [];
  for (const [index, point] of ring.entries()) {
    const before = ring[(index + ring.length - 1) % ring.length] as Point;
    if (isInside(before, side) !== isInside(point, side)) kept.push(crossing(before, point, side));
    if (isInside(point, side)) kept.push(point);
  }
  return kept;
}

function clipSegment(
  from: Point,
  to: Point,
  sides: readonly Side[],
): readonly [Point, Point] | undefined {
  let [start, end] = [from, to];
  for (const side of sides) {
    const startsInside = isInside(start, side);
    const endsInside = isInside(end, side);
    if (!startsInside && !endsInside) return undefined;
    if (!startsInside) start = crossing(start, end, side);
    else if (!endsInside) end = crossing(start, end, side);
  }
  return [start, end];
}

function crossing(from: Point, to: Point, side: Side): Point {
  const t = (side.limit - from[side.axis]) / (to[side.axis] - from[side.axis]);
  return side.axis === 'x'
    ? { x: side.limit, y: from.y + t * (to.y - from.y) }
    : { x: from.x + t * (to.x - from.x), y: side.limit };
}
