/** [longitude, latitude], degrees. */
export type LonLat = readonly [number, number];

/** What a representative point may be found for. */
export type Shape = { readonly type: string; readonly coordinates: unknown };

/** A point that lies on the shape: inside a polygon, in the middle of a line; undefined when there is none. */
export function representativePoint(shape: Shape): LonLat | undefined {
  switch (shape.type) {
    case 'MultiPoint':
      return positions(shape.coordinates)[0];
    case 'LineString':
      return middleOf(positions(shape.coordinates));
    case 'MultiLineString':
      return middleOf(longest(list(shape.coordinates).map(positions)));
    case 'Polygon':
      return insideOf(list(shape.coordinates).map(positions));
    case 'MultiPolygon':
      return insideOf(largest(list(shape.coordinates).map((rings) => list(rings).map(positions))));
    default:
      return undefined;
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function positions(value: unknown): readonly LonLat[] {
  return list(value).filter((one): one is LonLat => {
    return Array.isArray(one) && Number.isFinite(one[0]) && Number.isFinite(one[1]);
  });
}

function longest(lines: readonly (readonly LonLat[])[]): readonly LonLat[] {
  return lines.reduce((best, line) => (line.length > best.length ? line : best), []);
}

function middleOf(line: readonly LonLat[]): LonLat | undefined {
  return line[Math.floor((line.length - 1) / 2)];
}

type Rings = readonly (readonly LonLat[])[];

function largest(polygons: readonly Rings[]): Rings {
  let best: Rings = [];
  let greatest = -1;
  for (const rings of polygons) {
    const area = Math.abs(signedArea(rings[0] ?? []));
    if (area > greatest) [best, greatest] = [rings, area];
  }
  return best;
}

function signedArea(ring: readonly LonLat[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[j] as LonLat, ring[i] as LonLat];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

/** Middle of the widest stretch inside the polygon at half its height: never in a hole or a bay. */
function insideOf(rings: Rings): LonLat | undefined {
  const latitudes = (rings[0] ?? []).map((one) => one[1]);
  if (latitudes.length < 3) return rings[0]?.[0];
  const south = latitudes.reduce((a, b) => Math.min(a, b));
  const north = latitudes.reduce((a, b) => Math.max(a, b));
  // A little off the middle, so that a line through vertices of a symmetric shape is unlikely.
  const latitude = south + (north - south) * 0.5001;
  const crossings = rings.flatMap((ring) => crossingsOf(ring, latitude)).sort((a, b) => a - b);
  let best: LonLat | undefined;
  let width = -1;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [west, east] = [crossings[i] as number, crossings[i + 1] as number];
    if (east - west > width) [best, width] = [[(west + east) / 2, latitude], east - west];
  }
  return best ?? rings[0]?.[0];
}

function crossingsOf(ring: readonly LonLat[], latitude: number): number[] {
  const found: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[j] as LonLat, ring[i] as LonLat];
    if (a[1] > latitude === b[1] > latitude) continue;
    found.push(a[0] + ((latitude - a[1]) * (b[0] - a[0])) / (b[1] - a[1]));
  }
  return found;
}
