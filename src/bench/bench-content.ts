import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticList } from '../diagnostics/diagnostic.ts';
import { resourcePath } from '../resources.ts';

/** A directory to typeset, written in a folder: the booklet file is what a run is given. */
export interface BenchContent {
  readonly booklet: string;
  readonly entries: number;
}

interface Generator {
  generateFeed(options: { services: number; seed: number }): { feed: object; contours: object };
}

type Feature = { properties: { address?: { commune?: string; insee?: string } } };

/** Invented services, the same for the same number. */
export async function inventedContent(folder: string, entries: number): Promise<BenchContent> {
  const script = pathToFileURL(resourcePath('data', 'example', 'generate.mjs')).href;
  const { generateFeed } = (await import(script)) as Generator;
  const { feed, contours } = generateFeed({ services: entries, seed: 1 });
  await writeFile(join(folder, 'feed.geojson'), JSON.stringify(feed));
  await writeFile(join(folder, 'contours.geojson'), JSON.stringify(contours));
  return writeBooklet(folder, entries);
}

/** A feed of one's own (GeoJSON), or a table in the shape that data/mappings/annuaire-banc.yaml reads. */
export async function givenContent(folder: string, file: string): Promise<BenchContent> {
  const features = file.endsWith('.csv') ? await tableFeatures(file) : await feedFeatures(file);
  const communes = placeByName(features);
  await writeFile(
    join(folder, 'feed.geojson'),
    JSON.stringify({ type: 'FeatureCollection', features }),
  );
  await writeFile(join(folder, 'contours.geojson'), JSON.stringify(squares(communes)));
  return writeBooklet(folder, features.length);
}

async function feedFeatures(file: string): Promise<Feature[]> {
  return (JSON.parse(await readFile(file, 'utf8')) as { features: Feature[] }).features;
}

async function tableFeatures(file: string): Promise<Feature[]> {
  const { runCsvImport } = await import('../importers/import-csv.ts');
  const { loadTypology } = await import('../typology/load-typology.ts');
  const mapping = resourcePath('data', 'mappings', 'annuaire-banc.yaml');
  const { text } = await runCsvImport({ file, mapping }, loadTypology(), new DiagnosticList());
  return (JSON.parse(text) as { features: Feature[] }).features;
}

/** Gives each commune name a code of its own, so that every entry of any content has its place. */
function placeByName(features: readonly Feature[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { properties } of features) {
    const address = properties.address ?? {};
    const name = address.commune ?? 'Sans commune';
    const code = codes.get(name) ?? `99${String(codes.size + 1).padStart(3, '0')}`;
    codes.set(name, code);
    properties.address = { ...address, commune: name, insee: code };
  }
  return codes;
}

/** An outline for each commune, side by side: the benchmark draws no map of them. */
function squares(communes: ReadonlyMap<string, string>): object {
  const features = [...communes].map(([nom, code], index) => {
    const west = (index % 100) * 0.02;
    const south = 45 + Math.floor(index / 100) * 0.02;
    const ring = [
      [west, south],
      [west + 0.02, south],
      [west + 0.02, south + 0.02],
      [west, south + 0.02],
      [west, south],
    ];
    return {
      type: 'Feature',
      properties: { code, nom },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return { type: 'FeatureCollection', features };
}

async function writeBooklet(folder: string, entries: number): Promise<BenchContent> {
  const booklet = join(folder, 'bench.yaml');
  const lines = [
    'title: Annuaire du banc d’essai',
    'edition: { name: Banc d’essai, date: 2026-01-01 }',
    'territory: { name: Territoire du banc, polygon: contours.geojson }',
    'feed: feed.geojson',
    // The same content as the peers set: no index of types.
    'index: { types: no }',
    'map: none',
    'output: { attach-feed: no }',
  ];
  await writeFile(booklet, `${lines.join('\n')}\n`);
  return { booklet, entries };
}
