import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateFeed, printCollection } from '../../data/example/generate.mjs';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { makeDirectory } from '../../src/directory/make-directory.ts';
import { type FeedReading, parseFeed } from '../../src/feed/read-feed.ts';
import { resourcePath } from '../../src/resources.ts';
import type { BookletSpec } from '../../src/spec/booklet-spec.ts';
import { readBooklet } from '../../src/spec/read-booklet.ts';
import { resolveTerritory } from '../../src/territory/resolve-territory.ts';
import type { Territory } from '../../src/territory/territory.ts';
import { loadTypology } from '../../src/typology/load-typology.ts';
import { foldWord } from '../../src/typology/word-key.ts';

const typology = loadTypology();
const file = (name: string) => resourcePath('data', 'example', name);
const text = (name: string) => readFileSync(file(name), 'utf8');

/** Ranges of numbers that are given to nobody. */
const fiction = /^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d$/;

describe('the script', () => {
  test('makes the two files of the folder to the byte', () => {
    const { feed, contours } = generateFeed();
    expect(printCollection(feed) === text('feed.geojson')).toBe(true);
    expect(printCollection(contours) === text('contours.geojson')).toBe(true);
  });

  test.each([10, 500, 3000])('makes exactly %i services, ids unique', (services) => {
    const { feed, contours } = generateFeed({ services });
    expect(new Set(feed.features.map((feature) => feature.id)).size).toBe(services);
    expect(contours.features).toHaveLength(Math.max(12, Math.round(services / 45)));
  });

  test('another seed makes another feed, as many communes as asked for', () => {
    const one = generateFeed({ services: 200, seed: 1, communes: 30 });
    const other = generateFeed({ services: 200, seed: 2, communes: 30 });
    expect(one.contours.features).toHaveLength(30);
    expect(printCollection(one.feed)).not.toBe(printCollection(other.feed));
    expect(printCollection(generateFeed({ services: 200, seed: 1, communes: 30 }).feed)).toBe(
      printCollection(one.feed),
    );
  });
});

describe('feed.geojson', () => {
  let reading: FeedReading;
  const sink = new DiagnosticList();

  beforeAll(() => {
    reading = parseFeed(text('feed.geojson'), 'feed.geojson', typology, sink);
  });

  test('is read whole; the one remark is on a type named as in 2008', () => {
    expect(reading.refused).toEqual([]);
    expect(reading.feed.services).toHaveLength(450);
    expect(sink.all.map((one) => [one.severity, one.code, one.where.id])).toEqual([
      ['info', 'feed/type-replaced', 'cas-type-de-2008'],
    ]);
  });

  test('says at its head that it is invented', () => {
    const { proximites } = JSON.parse(text('feed.geojson')) as {
      proximites: { title: string; note: string };
    };
    expect(proximites.title).toContain('inventé');
    expect(proximites.note).toMatch(/^Données inventées/);
  });

  test('covers the five themes and nearly all types of today', () => {
    const used = new Set(reading.feed.services.flatMap((service) => service.types));
    const themes = new Set([...used].map((id) => typology.type(id)?.theme));
    const today = typology.types.filter((type) => !type.successor);
    expect(themes.size).toBe(5);
    expect(used.size).toBeGreaterThan(0.95 * today.length);
  });

  test('every commune has its town hall, hall, bus stop, recycling point and defibrillator', () => {
    const { features } = JSON.parse(text('contours.geojson')) as {
      features: { properties: { code: string } }[];
    };
    for (const type of [
      'mairie',
      'salle-des-fetes',
      'arret-de-bus',
      'conteneur-de-recyclage',
      'defibrillateur',
    ]) {
      const served = reading.feed.services
        .filter((service) => service.types.includes(type))
        .map((service) => service.address.insee);
      expect(
        features.filter((one) => !served.includes(one.properties.code)),
        type,
      ).toEqual([]);
    }
  });

  test('gives no number, mail or site that may be somebody’s', () => {
    for (const service of reading.feed.services) {
      for (const { number } of service.phones) expect(number, service.id).toMatch(fiction);
      for (const { address } of service.emails) {
        expect(address, service.id).toMatch(/\.example\.(fr|org)$/);
      }
      for (const { url } of service.websites) {
        expect(new URL(url).hostname, service.id).toMatch(/\.example\.(fr|org)$/);
      }
      expect(service.address.insee ?? '99', service.id).toMatch(/^99/);
      expect(service.address.postcode, service.id).toMatch(/^99\d{3}$/);
    }
  });

  test('leaves no brace and no tilde of the catalogue in a text', () => {
    expect(text('feed.geojson')).not.toMatch(/\{n:|~|undefined|NaN/);
    expect(text('feed.geojson')).not.toMatch(/\b(de Les|de Le|à Les|à Le|de A|de É) /);
  });
});

describe('contours.geojson', () => {
  const { contours } = generateFeed();
  const ring = (index: number) => contours.features[index]?.geometry.coordinates[0] ?? [];

  test('no commune has the name of a real one, now or before', () => {
    const require = createRequire(import.meta.url);
    const real = require('@etalab/decoupage-administratif/data/communes.json') as {
      nom: string;
    }[];
    const known = new Set(real.map((commune) => foldWord(commune.nom)));
    expect(known.has(foldWord('Redon'))).toBe(true);
    const names = contours.features.map((feature) => String(feature.properties?.nom));
    const taken = [...names, 'Grandrivaz', 'Belorme'].filter((name) => known.has(foldWord(name)));
    expect(taken).toEqual([]);
  });

  test('neighbours share their borders point by point', () => {
    const uses = new Map<string, number>();
    contours.features.forEach((_, index) => {
      const points = ring(index);
      for (let at = 1; at < points.length; at++) {
        const ends = [String(points[at - 1]), String(points[at])].sort();
        expect(ends[0]).not.toBe(ends[1]);
        uses.set(ends.join(' '), (uses.get(ends.join(' ')) ?? 0) + 1);
      }
    });
    const counts = [...uses.values()];
    expect(Math.max(...counts)).toBe(2);
    expect(counts.filter((count) => count === 2).length).toBeGreaterThan(250);
    const lone = [...uses].filter(([, count]) => count === 1).flatMap(([ends]) => ends.split(' '));
    const degree = new Map<string, number>();
    for (const end of lone) degree.set(end, (degree.get(end) ?? 0) + 1);
    expect([...degree.values()].every((count) => count === 2)).toBe(true);
  });

  test('no outline crosses itself', () => {
    contours.features.forEach((feature, index) => {
      expect(crossings(ring(index)), String(feature.properties?.nom)).toBe(0);
    });
  });
});

describe.each([
  ['booklet.yaml', 430],
  ['booklet-tourisme.yaml', 50],
])('%s', (name, least) => {
  let spec: BookletSpec;
  let territory: Territory;
  let directory: Directory;
  const sink = new DiagnosticList();

  beforeAll(async () => {
    spec = readBooklet(file(name), sink);
    territory = await resolveTerritory(spec.territory, { file: spec.file }, sink);
    const { services } = parseFeed(text('feed.geojson'), 'feed.geojson', typology, {
      report: () => undefined,
    }).feed;
    directory = makeDirectory({ services, spec, typology, territory, sink });
  });

  test('is read, and its territory and words found, without a remark', () => {
    expect(sink.all).toEqual([]);
    expect(territory.communes.size).toBe(12);
    expect(directory.entries.length).toBeGreaterThan(least);
  });

  test('leaves out what it should, with the reason', () => {
    const cases = directory.leftOut.filter((one) => one.id.startsWith('cas-'));
    const reasons = new Map(cases.map((one) => [one.id.slice(4), one.reason]));
    expect(reasons.get('ferme')).toBe('status-closed');
    expect(reasons.get('prevu')).toBe('status-planned');
    const printed = directory.entries.map((entry) => entry.service.id);
    expect(printed.length + directory.leftOut.length).toBe(450);
    if (name !== 'booklet.yaml') return;
    expect([...reasons].sort()).toEqual([
      ['ferme', 'status-closed'],
      ['hors-territoire', 'outside-territory'],
      ['prevu', 'status-planned'],
      ['sans-insee-ni-position', 'not-placed'],
    ]);
    expect(printed).toContain('cas-sert-de-loin');
    expect(printed).toContain('cas-sans-insee');
    expect(printed).toContain('cas-sans-position');
  });
});

/** How many pairs of sides of a closed ring cross. */
function crossings(ring: readonly (readonly number[])[]): number {
  let count = 0;
  const side = (a: readonly number[], b: readonly number[], c: readonly number[]) =>
    Math.sign(
      ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) -
        ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0)),
    );
  for (let one = 0; one + 1 < ring.length; one++) {
    for (let two = one + 2; two + 1 < ring.length; two++) {
      const [a, b, c, d] = [ring[one], ring[one + 1], ring[two], ring[two + 1]];
      if (!a || !b || !c || !d) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count++;
    }
  }
  return count;
}
