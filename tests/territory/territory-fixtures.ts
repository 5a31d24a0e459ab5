import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiagnosticList, InputError } from '../../src/diagnostics/diagnostic.ts';
import type { TerritorySpec } from '../../src/spec/booklet-spec.ts';
import { resolveTerritory } from '../../src/territory/resolve-territory.ts';
import type { Territory } from '../../src/territory/territory.ts';

type Properties = Readonly<Record<string, unknown>>;

/** A square of `size` degrees whose south-west corner is given, as a closed ring. */
export function square(west: number, south: number, size: number): [number, number][] {
  const [east, north] = [west + size, south + size];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export function polygonFeature(properties: Properties, ...rings: (readonly [number, number])[][]) {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } };
}

export function collection(...features: readonly unknown[]) {
  return { type: 'FeatureCollection', features };
}

/** Writes a GeoJSON file (or raw text) in a folder of its own; gives its path. */
export function geojsonFile(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'proximites-')), 'zones.geojson');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Resolves a territory that must give no other diagnostic than those expected. */
export async function resolved(
  spec: Partial<TerritorySpec>,
  ...expected: readonly string[]
): Promise<Territory> {
  const sink = new DiagnosticList();
  const whole = { include: [], exclude: [], ...spec };
  const territory = await resolveTerritory(whole, { file: 'livret.yaml' }, sink);
  const codes = sink.all.map(({ code }) => code);
  if (codes.join() !== expected.join()) {
    throw new Error(`diagnostics: ${JSON.stringify(sink.all, undefined, 1)}`);
  }
  return territory;
}

/** The errors that stop a territory. */
export async function refused(spec: Partial<TerritorySpec>) {
  try {
    const sink = new DiagnosticList();
    await resolveTerritory({ include: [], exclude: [], ...spec }, { file: 'livret.yaml' }, sink);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error('the territory was accepted');
}
