import type { Message } from '../diagnostics/diagnostic.ts';
import type { Polygon } from './territory.ts';

/** What is wrong with an outline, as the end of a sentence in each language. */
export interface OutlineFault extends Message {
  readonly severity: 'error' | 'warning';
  readonly hint?: Message;
}

type Ring = readonly (readonly [number, number])[];

/** Checks the rings of a polygon and closes those left open; `fault` is told, and throws on errors. */
export function checkedPolygon(
  coordinates: unknown,
  fault: (fault: OutlineFault) => void,
): Polygon {
  if (!Array.isArray(coordinates) || coordinates.length === 0) {
    fault({
      severity: 'error',
      fr: 'ses coordonnées sont vides',
      en: 'its coordinates are empty',
    });
    return [];
  }
  return coordinates.map((ring) => checkedRing(ring, fault));
}

function checkedRing(ring: unknown, fault: (fault: OutlineFault) => void): Ring {
  const points = Array.isArray(ring) ? ring.map((point) => checkedPoint(point, fault)) : [];
  const [first] = points;
  const last = points[points.length - 1];
  const open = first && last && (first[0] !== last[0] || first[1] !== last[1]);
  if (!first || points.length < (open ? 3 : 4)) {
    fault({
      severity: 'error',
      fr: 'un de ses anneaux a moins de trois sommets',
      en: 'one of its rings has fewer than three corners',
    });
    return [];
  }
  if (!open) return points;
  fault({
    severity: 'warning',
    fr: 'un de ses anneaux n’est pas fermé\u00a0; il l’a été par une ligne droite',
    en: 'one of its rings is not closed; a straight line closes it',
  });
  return [...points, first];
}

function checkedPoint(
  point: unknown,
  fault: (fault: OutlineFault) => void,
): readonly [number, number] {
  const [longitude, latitude] = Array.isArray(point) ? point : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    fault({
      severity: 'error',
      fr: `«\u00a0${String(JSON.stringify(point)).slice(0, 40)}\u00a0» n’est pas une position`,
      en: `“${String(JSON.stringify(point)).slice(0, 40)}” is not a position`,
    });
  } else if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    fault(outOfRange(longitude, latitude));
  }
  return [longitude as number, latitude as number];
}

function outOfRange(longitude: number, latitude: number): OutlineFault {
  return {
    severity: 'error',
    fr: `la position ${longitude}, ${latitude} n’est pas en degrés`,
    en: `the position ${longitude}, ${latitude} is not in degrees`,
    hint: {
      fr: 'Convertissez le fichier en WGS84 (EPSG:4326)\u00a0; les coordonnées de ce genre sont souvent en Lambert 93.',
      en: 'Convert the file to WGS84 (EPSG:4326); coordinates of this kind are often in Lambert 93.',
    },
  };
}
