import type { Point } from '../geometry/geometry.ts';

/** A line without the points that lie within `tolerance` pt of it (Douglas and Peucker); ends are kept. */
export function simplifyLine(points: readonly Point[], tolerance: number): readonly Point[] {
  if (points.length < 3) return points;
  const keep = new Uint8Array(points.length);
  keep[0] = 1;
  keep[points.length - 1] = 1;
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const far = farthest(points, span[0], span[1]);
    if (far.distance <= tolerance) continue;
    keep[far.index] = 1;
    spans.push([span[0], far.index], [far.index, span[1]]);
  }
  return points.filter((_, index) => keep[index] === 1);
}

/**
 * A ring (without its closing point) simplified to `tolerance` pt; undefined when nothing of it
 * would show. It is cut at the two points that are farthest apart from its first one.
 */
export function simplifyRing(
  points: readonly Point[],
  tolerance: number,
): readonly Point[] | undefined {
  const ring = withoutClosingPoint(points);
  const first = ring[0];
  if (!first || ring.length < 3) return undefined;
  let cut = 0;
  let longest = -1;
  for (const [index, point] of ring.entries()) {
    const distance = (point.x - first.x) ** 2 + (point.y - first.y) ** 2;
    if (distance > longest) [cut, longest] = [index, distance];
  }
  if (cut === 0 || Math.sqrt(longest) < tolerance) return undefined;
  const there = simplifyLine(ring.slice(0, cut + 1), tolerance);
  const back = simplifyLine([...ring.slice(cut), first], tolerance);
  const simple = [...there, ...back.slice(1, -1)];
  return simple.length < 3 ? undefined : simple;
}

function withoutClosingPoint(points: readonly Point[]): readonly Point[] {
  const first = points[0];
  const last = points[points.length - 1];
  const closed = points.length > 1 && first?.x === last?.x && first?.y === last?.y;
  return closed ? points.slice(0, -1) : points;
}

function farthest(
  points: readonly Point[],
  from: number,
  to: number,
): { index: number; distance: number } {
  const start = points[from] as Point;
  const end = points[to] as Point;
  let index = from;
  let distance = 0;
  for (let each = from + 1; each < to; each++) {
    const away = distanceToSegment(points[each] as Point, start, end);
    if (away > distance) [index, distance] = [each, away];
  }
  return { index, distance };
}

/** Distance from a point to a segment, in the unit of their coordinates. */
export function distanceToSegment(point: Point, start: Point, end: Point): number {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - start.x) * dx + (point.y - start.y) * dy) / square;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - start.x - t * dx, point.y - start.y - t * dy);
}
