import type { Contour } from '../territory/territory.ts';

type Position = readonly [number, number];

/** Maps of one booklet show the same territory: its border is followed once. */
const borders = new WeakMap<readonly Contour[], readonly (readonly Position[])[]>();

/**
 * The outer border of communes that share their limits, as lines of [longitude, latitude]: the
 * edges that belong to one commune only, joined end to end.
 */
export function territoryBorder(contours: readonly Contour[]): readonly (readonly Position[])[] {
  const known = borders.get(contours);
  if (known) return known;
  const border = joinEdges([...loneEdges(contours).values()]);
  borders.set(contours, border);
  return border;
}

interface Edge {
  readonly from: Position;
  readonly to: Position;
}

function keyOf(position: Position): string {
  return `${position[0]},${position[1]}`;
}

function loneEdges(contours: readonly Contour[]): Map<string, Edge> {
  const edges = new Map<string, Edge>();
  const shared = new Set<string>();
  for (const edge of allEdges(contours)) {
    const [a, b] = [keyOf(edge.from), keyOf(edge.to)];
    if (a === b) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (shared.has(key)) continue;
    if (edges.delete(key)) shared.add(key);
    else edges.set(key, edge);
  }
  return edges;
}

function* allEdges(contours: readonly Contour[]): Iterable<Edge> {
  for (const contour of contours)
    for (const polygon of contour.polygons) for (const ring of polygon) yield* ringEdges(ring);
}

function* ringEdges(ring: readonly Position[]): Iterable<Edge> {
  for (let index = 0; index < ring.length; index++)
    yield { from: ring[index] as Position, to: ring[(index + 1) % ring.length] as Position };
}

function joinEdges(edges: readonly Edge[]): readonly (readonly Position[])[] {
  const ends = new Map<string, Edge[]>();
  for (const edge of edges)
    for (const end of [edge.from, edge.to]) {
      const list = ends.get(keyOf(end));
      if (list) list.push(edge);
      else ends.set(keyOf(end), [edge]);
    }
  const used = new Set<Edge>();
  const lines: Position[][] = [];
  for (const edge of edges) {
    if (used.has(edge)) continue;
    used.add(edge);
    lines.push(extend([edge.from, edge.to], ends, used));
  }
  return lines;
}

/** Contours of two sources may wind differently, so an edge is followed both ways. */
function extend(line: Position[], ends: ReadonlyMap<string, Edge[]>, used: Set<Edge>): Position[] {
  const follow = (): boolean => {
    const last = line[line.length - 1] as Position;
    const next = ends.get(keyOf(last))?.find((edge) => !used.has(edge));
    if (!next) return false;
    used.add(next);
    line.push(keyOf(next.from) === keyOf(last) ? next.to : next.from);
    return true;
  };
  while (follow());
  line.reverse();
  while (follow());
  return line;
}
