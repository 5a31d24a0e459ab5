import type { Point } from '../geometry/geometry.ts';

/** Where a name fits best inside a polygon. */
export interface LabelPoint {
  readonly at: Point;
  /** Width of the polygon's inside on that line, pt. */
  readonly room: number;
}

/** Horizontal lines tried across the polygon. */
const lines = 16;

/** Height that must be inside around a line, pt: that of a name. */
const bandHeight = 7;

/**
 * The middles of level lines inside the polygon (outer ring, then holes), best first: long ones,
 * those near mid-height being preferred. A name is wide and low, so that this suits it better than
 * a centroid.
 */
export function labelPoints(rings: readonly (readonly Point[])[]): readonly LabelPoint[] {
  const ys = (rings[0] ?? []).map((point) => point.y);
  const top = ys.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const bottom = ys.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  const found: { readonly score: number; readonly point: LabelPoint }[] = [];
  for (let line = 1; line < lines; line++) {
    const y = top + ((bottom - top) * line) / lines;
    const centring = 1 - Math.abs(line / lines - 0.5);
    for (const [left, right] of openSpans(rings, y, Math.min(bandHeight, (bottom - top) / 4) / 2)) {
      const point = { at: { x: (left + right) / 2, y }, room: right - left };
      found.push({ score: point.room * centring, point });
    }
  }
  return found.sort((a, b) => b.score - a.score).map(({ point }) => point);
}

type Span = readonly [number, number];

/** Spans that are inside over a band, not on one line only. */
function openSpans(
  rings: readonly (readonly Point[])[],
  y: number,
  halfBand: number,
): readonly Span[] {
  const above = spansAt(rings, y - halfBand);
  const below = spansAt(rings, y + halfBand);
  return common(common(spansAt(rings, y), above), below);
}

function common(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return spans.flatMap(([left, right]) =>
    others.flatMap(([otherLeft, otherRight]): readonly Span[] => {
      const [from, to] = [Math.max(left, otherLeft), Math.min(right, otherRight)];
      return from < to ? [[from, to]] : [];
    }),
  );
}

function spansAt(
  rings: readonly (readonly Point[])[],
  y: number,
): readonly (readonly [number, number])[] {
  const crossings = rings.flatMap((ring) => ringCrossings(ring, y)).sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (let index = 0; index + 1 < crossings.length; index += 2)
    spans.push([crossings[index] as number, crossings[index + 1] as number]);
  return spans;
}

function ringCrossings(ring: readonly Point[], y: number): readonly number[] {
  const crossings: number[] = [];
  for (const [index, point] of ring.entries()) {
    const next = ring[(index + 1) % ring.length] as Point;
    if (point.y <= y === next.y <= y) continue;
    crossings.push(point.x + ((y - point.y) / (next.y - point.y)) * (next.x - point.x));
  }
  return crossings;
}
