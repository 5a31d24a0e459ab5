import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import type { Entry } from '../../src/directory/directory.ts';
import type { Position } from '../../src/feed/service.ts';
import type { MapRequest } from '../../src/maps/map-request.ts';
import type { Commune, Contour, Territory } from '../../src/territory/territory.ts';

/** Numbers between 0 and 1 that are the same at every run (multiplicative congruence). */
export function seededNumbers(seed: number): () => number {
  let state = seed % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export const west = 2.4;
export const south = 44.9;

/** A square of 0.1 degree; its corners are those of its neighbours. */
export function squareContour(code: string, name: string, column: number, row: number): Contour {
  const corner = (x: number, y: number) =>
    [Math.round((west + x / 10) * 1e6) / 1e6, Math.round((south + y / 10) * 1e6) / 1e6] as const;
  const ring = [
    corner(column, row),
    corner(column + 1, row),
    corner(column + 1, row + 1),
    corner(column, row + 1),
    corner(column, row),
  ];
  return { code, name, polygons: [[ring]] };
}

const names = ['Vaux-sur-Lise', 'Brenne', 'Saint-Orin', 'Quatre-Étangs', 'Ombreval', 'Lise'];

/** Three columns and two rows of communes, "99001" to "99006", the first being the most peopled. */
export function squareTerritory(changes: Partial<Territory> = {}): Territory {
  const contours = names.map((name, index) =>
    squareContour(`9900${index + 1}`, name, index % 3, Math.floor(index / 3)),
  );
  const communes = new Map(
    contours.map((contour, index) => [contour.code, commune(contour, index)]),
  );
  return {
    name: 'Pays de la Lise',
    communes,
    contours,
    locate: () => ({ kind: 'inside' }),
    commune: (code) => communes.get(code),
    epciOf: () => undefined,
    departementOf: () => undefined,
    ...changes,
  };
}

function commune(contour: Contour, index: number): Commune {
  const { code, name } = contour;
  return {
    code,
    name,
    departement: '99',
    region: '99',
    population: 6000 - index * 900,
    postcodes: [],
  };
}

export function entryAt(
  number: number,
  longitude: number,
  latitude: number,
  origin: Position['origin'] = 'address',
): Entry {
  return {
    ...entryWithout(number),
    service: { ...entryWithout(number).service, position: { longitude, latitude, origin } },
  };
}

export function entryWithout(number: number): Entry {
  return {
    number,
    anchor: `e-${String(number).padStart(4, '0')}`,
    typeLabels: ['Mairie'],
    service: {
      id: `s-${number}`,
      name: `Lieu ${number}`,
      types: ['mairie'],
      address: { lines: [] },
      serves: [],
      phones: [],
      emails: [],
      websites: [],
      closures: [],
      images: [],
      source: { contributor: 'Mairie de Lise' },
      status: 'open',
    },
  };
}

/** So many entries strewn over the territory, some of them at the same place. */
export function strewnEntries(count: number, seed: number): readonly Entry[] {
  const next = seededNumbers(seed);
  const square = { longitude: west + 0.3 * next(), latitude: south + 0.2 * next() };
  return Array.from({ length: count }, (_, index) => {
    const [a, b] = [next(), next()];
    return next() < 0.3
      ? entryAt(index + 1, square.longitude, square.latitude)
      : entryAt(index + 1, west + 0.3 * a, south + 0.2 * b);
  });
}

export interface TestedRequest extends MapRequest {
  readonly sink: DiagnosticList;
}

/** A request for an outline map that draws no warning by itself. */
export function mapRequest(changes: Partial<MapRequest> = {}): TestedRequest {
  return {
    id: 'carte',
    size: { width: 300, height: 260 },
    entries: strewnEntries(12, 5),
    territory: squareTerritory(),
    base: 'outline',
    contoursCredit: 'Contours inventés',
    colour: '#0b5cad',
    language: 'fr',
    ...changes,
    sink: new DiagnosticList(),
  };
}
