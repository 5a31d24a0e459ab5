import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BuildOptions, type BuildResult, build } from '../../src/build.ts';

/** A feature of a feed, its properties as they are written. */
export interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly number[] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Real communes of four départements and as many intercommunalities. */
export const communes = {
  Redon: { insee: '35236', postcode: '35600', at: [-2.0845, 47.6515] },
  Rennes: { insee: '35238', postcode: '35000', at: [-1.6778, 48.1173] },
  Nantes: { insee: '44109', postcode: '44000', at: [-1.5536, 47.2184] },
  Vannes: { insee: '56260', postcode: '56000', at: [-2.7605, 47.6582] },
} as const;

export type CommuneName = keyof typeof communes;

/** A service of a commune; anything can be changed. */
export function service(
  id: string,
  commune: CommuneName,
  changes: Readonly<Record<string, unknown>> = {},
): Feature {
  const { insee, postcode, at } = communes[commune];
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: at },
    properties: {
      name: `Service ${id}`,
      types: ['mairie'],
      address: { lines: ['1, rue du Test'], postcode, commune, insee },
      positionOrigin: 'address',
      phones: [{ number: '02 61 91 00 00' }],
      source: { contributor: 'Ville d’essai', licence: 'Licence Ouverte 2.0', date: '2026-05-01' },
      ...changes,
    },
  };
}

/** Services of several types in each commune. */
export function manyServices(count: number): readonly Feature[] {
  const names = Object.keys(communes) as readonly CommuneName[];
  const types = ['mairie', 'ecole-primaire', 'pharmacie', 'piscine', 'boulangerie', 'lycee'];
  return Array.from({ length: count }, (_, at) =>
    service(`s-${at + 1}`, names[at % names.length] as CommuneName, {
      name: `Service numéro ${String(at + 1).padStart(3, '0')}`,
      types: [types[Math.floor(at / 4) % types.length]],
    }),
  );
}

export function feedText(features: readonly Feature[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    proximites: { title: 'Essai', date: '2026-05-01' },
    features,
  });
}

/** A booklet of the four communes; lines are added at its end. */
export function bookletText(...lines: readonly string[]): string {
  return [
    'title: Guide d’essai',
    'edition: { date: 2026-06-01 }',
    `territory: [${Object.values(communes)
      .map(({ insee }) => `"${insee}"`)
      .join(', ')}]`,
    'feed: feed.geojson',
    'map: none',
    ...lines,
    '',
  ].join('\n');
}

/** A folder with these files, removed when the test ends. */
export function townFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'proximites-town-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A built town: what was said, and every file that was written. */
export interface Built {
  readonly folder: string;
  readonly result: BuildResult;
  readonly files: Readonly<Record<string, Buffer>>;
}

/** Builds `livret.yaml` of a folder into its folder `out`. */
export async function buildIn(folder: string, options: Partial<BuildOptions> = {}): Promise<Built> {
  const outDir = join(folder, 'out');
  const result = await build({
    booklet: join(folder, 'livret.yaml'),
    outDir,
    language: 'fr',
    ...options,
  });
  return { folder, result, files: filesOf(options.outDir ?? outDir) };
}

/** Builds a town of these services; the booklet's lines come after the usual ones. */
export async function buildTown(
  features: readonly Feature[],
  ...lines: readonly string[]
): Promise<Built> {
  const files = { 'livret.yaml': bookletText(...lines), 'feed.geojson': feedText(features) };
  return buildIn(townFolder(files));
}

/** Every file of a folder by name, hidden ones too. */
export function filesOf(folder: string): Readonly<Record<string, Buffer>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}
