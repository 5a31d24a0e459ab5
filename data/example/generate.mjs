import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { departementBodies, neighbourBodies, regionBodies } from './bodies.mjs';
import { chiefTown, everywhere, kinds } from './catalogue.mjs';
import { edgeCases } from './edge-cases.mjs';
import { createCommunes, createContours, epci, regionSeat, seat } from './territory.mjs';
import { FeatureWriter } from './writer.mjs';

const note =
  'Données inventées pour la démonstration\u00a0: communes, personnes, numéros et adresses n’existent pas.';

/**
 * An invented feed and the outlines of its communes, the same bytes for the same options.
 * @param {{ services?: number, seed?: number, communes?: number }} [options]
 */
export function generateFeed(options = {}) {
  const { services = 450, seed = 2008 } = options;
  const count = options.communes ?? Math.max(12, Math.min(899, Math.round(services / 45)));
  const communes = createCommunes(count, seed);
  const contours = createContours(communes);
  const writer = new FeatureWriter(communes, contours, seed);
  for (const write of plan(writer, communes)) {
    if (writer.features.length >= services) break;
    write();
  }
  while (writer.features.length < services) writer.anything();
  const proximites = { title: `${epci.nom} (territoire inventé)`, date: '2026-10-15', note };
  const feed = { type: 'FeatureCollection', proximites, features: writer.features };
  return { feed, contours };
}

/** A feature collection with one feature a line, so that a change shows as few lines. */
export function printCollection({ features, ...members }) {
  const head = JSON.stringify(members).slice(0, -1);
  const lines = features.map((feature) => JSON.stringify(feature));
  return `${head},"features":[\n${lines.join(',\n')}\n]}\n`;
}

/** What is written before chance draws the rest, the most useful first. */
function* plan(writer, communes) {
  for (const edge of edgeCases(communes)) yield () => writer.edge(edge);
  for (const commune of communes) {
    for (const kind of everywhere) {
      if (commune.population >= kind.least) yield () => writer.service(kind, commune);
    }
  }
  for (const kind of chiefTown) yield () => writer.service(kind, communes[0]);
  for (const body of departementBodies) yield () => writer.body(body, communes[0]);
  for (const body of neighbourBodies) yield () => writer.body(body, seat);
  for (const kind of kinds) yield () => writer.somewhere(kind);
  for (const body of regionBodies) yield () => writer.body(body, regionSeat);
}

/** Writes feed.geojson and contours.geojson beside this file. */
function writeExample() {
  const { feed, contours } = generateFeed();
  writeFileSync(new URL('feed.geojson', import.meta.url), printCollection(feed));
  writeFileSync(new URL('contours.geojson', import.meta.url), printCollection(contours));
  console.log(`${feed.features.length} services, ${contours.features.length} communes`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeExample();
