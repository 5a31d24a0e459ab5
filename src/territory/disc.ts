import type { Extent } from './territory.ts';

/** A disc on the sphere: centre in degrees, radius in kilometres. */
export interface Disc {
  readonly longitude: number;
  readonly latitude: number;
  readonly km: number;
}

const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/** Whether a position, in degrees, stands at most `km` from the centre. */
export function discHolds(disc: Disc, longitude: number, latitude: number): boolean {
  return distanceKm(disc, { longitude, latitude }) <= disc.km;
}

/** Great-circle distance, kilometres (haversine). */
export function distanceKm(
  one: { readonly longitude: number; readonly latitude: number },
  other: { readonly longitude: number; readonly latitude: number },
): number {
  const height = Math.sin(((other.latitude - one.latitude) * radians) / 2) ** 2;
  const width = Math.sin(((other.longitude - one.longitude) * radians) / 2) ** 2;
  const shrink = Math.cos(one.latitude * radians) * Math.cos(other.latitude * radians);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(height + shrink * width)));
}

/** The box around a disc, in degrees. */
export function discExtent({ longitude, latitude, km }: Disc): Extent {
  const tall = km / earthRadiusKm / radians;
  const wide = Math.min(180, tall / Math.max(0.01, Math.cos(latitude * radians)));
  return {
    west: longitude - wide,
    south: Math.max(-90, latitude - tall),
    east: longitude + wide,
    north: Math.min(90, latitude + tall),
  };
}
