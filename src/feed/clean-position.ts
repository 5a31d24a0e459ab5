import type { Report } from './fault.ts';
import { type LonLat, representativePoint } from './representative-point.ts';
import type { Position, PositionOrigin } from './service.ts';

/** West, south, east, north of the parts of France, degrees. */
const france: readonly (readonly [number, number, number, number])[] = [
  [-5.6, 41, 10, 51.5],
  [-63.5, 14, -60.5, 18.6],
  [-55, 2, -51, 6],
  [55, -21.6, 56, -20.7],
  [44.9, -13.2, 45.4, -12.5],
  [-57, 46.5, -56, 47.3],
  [163, -23, 169, -19],
  [-180, -15, -176, -13],
  [-155, -28, -134, -7],
];

/** The position that a GeoJSON geometry gives; undefined, and said, when it gives none that can be true. */
export function cleanPosition(
  geometry: unknown,
  origin: PositionOrigin,
  report: Report,
): Position | undefined {
  if (geometry === null || geometry === undefined) return undefined;
  const point = pointOf(geometry, report);
  if (point === undefined || !isPossible(point, report)) return undefined;
  return { longitude: rounded(point[0]), latitude: rounded(point[1]), origin };
}

/** Degrees at 6 decimals (11 cm), as the feed is written. */
export function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6 + 0;
}

function pointOf(geometry: unknown, report: Report): LonLat | undefined {
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type === 'Point') {
    const [longitude, latitude] = Array.isArray(coordinates) ? coordinates : [];
    if (typeof longitude === 'number' && typeof latitude === 'number') return [longitude, latitude];
    return notAPoint('Point', report);
  }
  const kind = String(type).slice(0, 40);
  const point = representativePoint({ type: kind, coordinates });
  if (point === undefined) return notAPoint(kind, report);
  report({
    code: 'not-a-point',
    field: 'geometry',
    message: {
      fr: `La géométrie ${kind} est remplacée par un point qui la représente.`,
      en: `The ${kind} geometry is replaced by a point that represents it.`,
    },
  });
  return point;
}

function notAPoint(kind: string, report: Report): undefined {
  report({
    code: 'bad-geometry',
    field: 'geometry',
    message: {
      fr: `La géométrie (${kind}) ne donne pas de position\u00a0; le service reste sans position.`,
      en: `The geometry (${kind}) gives no position; the service stays without one.`,
    },
    hint: {
      fr: 'Écrivez {"type": "Point", "coordinates": [longitude, latitude]} ou null.',
      en: 'Write {"type": "Point", "coordinates": [longitude, latitude]} or null.',
    },
  });
}

function isPossible([longitude, latitude]: LonLat, report: Report): boolean {
  const shown = `${longitude}, ${latitude}`;
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    return refuse('position-out-of-range', report, {
      fr: `La position (${shown}) n’est pas en degrés de longitude et latitude\u00a0; elle est ignorée.`,
      en: `The position (${shown}) is not in degrees of longitude and latitude; it is ignored.`,
      hintFr: 'Exportez les données en WGS84 (EPSG:4326)\u00a0: longitude puis latitude.',
      hintEn: 'Export in WGS84 (EPSG:4326): longitude, then latitude.',
    });
  }
  if (longitude === 0 && latitude === 0) {
    return refuse('position-zero', report, {
      fr: 'La position (0, 0) veut dire «\u00a0inconnue\u00a0»\u00a0; elle est ignorée.',
      en: 'The position (0, 0) means “unknown”; it is ignored.',
      hintFr: 'Laissez la géométrie à null quand la position n’est pas connue.',
      hintEn: 'Leave the geometry null when the position is not known.',
    });
  }
  if (!inFrance(longitude, latitude) && inFrance(latitude, longitude)) {
    return refuse('position-swapped', report, {
      fr: `Latitude et longitude semblent inversées (${shown})\u00a0; la position est ignorée.`,
      en: `Latitude and longitude look swapped (${shown}); the position is ignored.`,
      hintFr: `Écrivez la longitude d’abord\u00a0: [${latitude}, ${longitude}].`,
      hintEn: `Write the longitude first: [${latitude}, ${longitude}].`,
    });
  }
  return true;
}

interface Reason {
  readonly fr: string;
  readonly en: string;
  readonly hintFr: string;
  readonly hintEn: string;
}

function refuse(code: string, report: Report, reason: Reason): false {
  report({
    code,
    field: 'geometry.coordinates',
    message: { fr: reason.fr, en: reason.en },
    hint: { fr: reason.hintFr, en: reason.hintEn },
  });
  return false;
}

function inFrance(longitude: number, latitude: number): boolean {
  return france.some(([west, south, east, north]) => {
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  });
}
