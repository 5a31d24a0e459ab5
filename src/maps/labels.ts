import type { Point, Rect, Size } from '../geometry/geometry.ts';
import type { Contour, Territory } from '../territory/territory.ts';
import { type LabelPoint, labelPoints } from './label-point.ts';
import type { MapLabel, MapMarker } from './map-image.ts';
import { projectContour, signedArea } from './outline.ts';
import type { MapProjection } from './projection.ts';

/** What names must keep clear of, and how wide they are. */
export interface LabelSurroundings {
  readonly markers: readonly MapMarker[];
  /** Furniture already placed. */
  readonly taken: readonly Rect[];
  /** pt */
  readonly measure: (text: string, fontSize: number) => number;
}

/** Size of commune names, pt. */
export const labelSize = 6.5;

/** Generous width of a text when no font is at hand, pt. */
export function guessWidth(text: string, fontSize: number): number {
  return [...text].length * fontSize * 0.54;
}

/**
 * Names of the communes, largest population first; a name that would touch another one, a marker,
 * a place or the frame is tried elsewhere in its commune, then left out.
 */
export function placeLabels(
  contours: readonly Contour[],
  territory: Territory,
  projection: MapProjection,
  surroundings: LabelSurroundings,
): readonly MapLabel[] {
  const taken = [...surroundings.taken, ...surroundings.markers.flatMap(markerRects)];
  const labels: MapLabel[] = [];
  for (const contour of byImportance(contours, territory)) {
    const rings = largestPolygon(projectContour(contour, projection)) ?? [];
    const width = surroundings.measure(contour.name, labelSize);
    const at = labelPlaces(labelPoints(rings), width).find((each) =>
      isClear(labelRect(each, width), taken, projection.size),
    );
    if (!at) continue;
    taken.push(labelRect(at, width));
    labels.push({ at, text: contour.name, fontSize: labelSize });
  }
  return labels;
}

/** Share of a name that may stand outside its own commune. */
const mostOverhang = 0.45;

/** The middle of each line first; then its ends, where the name stays inside. */
function labelPlaces(points: readonly LabelPoint[], width: number): readonly Point[] {
  const fitting = points.filter(({ room }) => room >= width * (1 - mostOverhang));
  const ends = fitting.flatMap(({ at, room }) => {
    const shift = (room - width) / 2;
    return shift > 1 ? [-shift, shift].map((by) => ({ x: at.x + by, y: at.y })) : [];
  });
  return [...fitting.map(({ at }) => at), ...ends];
}

function byImportance(contours: readonly Contour[], territory: Territory): readonly Contour[] {
  const population = (contour: Contour) => territory.commune(contour.code)?.population ?? 0;
  return [...contours].sort(
    (a, b) => population(b) - population(a) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function largestPolygon(
  polygons: readonly (readonly (readonly Point[])[])[],
): readonly (readonly Point[])[] | undefined {
  const area = (rings: readonly (readonly Point[])[]) => Math.abs(signedArea(rings[0] ?? []));
  return [...polygons].sort((a, b) => area(b) - area(a))[0];
}

/** The rectangle that a centred label covers, pt. */
export function labelRect(centre: Point, width: number): Rect {
  const height = labelSize * 1.1;
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

function markerRects(marker: MapMarker): readonly Rect[] {
  const radius = (marker.radius ?? 0) + 0.5;
  const centre = marker.centre ?? marker.at;
  return [
    { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius },
    { x: marker.at.x - 1, y: marker.at.y - 1, width: 2, height: 2 },
  ];
}

function isClear(rect: Rect, taken: readonly Rect[], size: Size): boolean {
  const inFrame =
    rect.x >= 1 &&
    rect.y >= 1 &&
    rect.x + rect.width <= size.width - 1 &&
    rect.y + rect.height <= size.height - 1;
  return inFrame && !taken.some((other) => overlap(rect, other));
}

/** Whether two rectangles share some area. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
