import { cpSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiledCli } from './compiled.ts';
import {
  bookletText,
  buildIn,
  buildTown,
  feedText,
  filesOf,
  manyServices,
  service,
  townFolder,
} from './town.ts';

const cli = compiledCli('same-bytes');

/** Services whose order and hours a locale or a time zone could change. */
const touchy = [
  ...manyServices(24),
  ...['École Zola', 'Eau et forêts', 'Œuvre', 'ıspanak', 'Istres', 'côte', 'Coté', 'aa', 'zz'].map(
    (name, at) =>
      service(`t-${at}`, 'Redon', {
        name,
        openingHours: 'Mo-Fr 08:30-12:00,14:00-18:00; Sa 22:00-02:00; PH off',
        closures: [{ from: '2026-12-31', to: '2027-01-01', reason: 'fêtes' }],
      }),
  ),
];

function town(): string {
  return townFolder({
    'livret.yaml': bookletText('output: { attach-feed: yes }'),
    'feed.geojson': feedText(touchy),
  });
}

const made = ['livret.pdf', 'livret.geojson'] as const;

describe('the same input gives the same bytes', () => {
  test('twice in one process', async () => {
    const folder = town();
    const first = await buildIn(folder, { outDir: join(folder, 'a') });
    const second = await buildIn(folder, { outDir: join(folder, 'b'), language: 'en' });
    for (const name of made) {
      expect(second.files[name]?.equals(first.files[name] as Buffer), name).toBe(true);
    }
  });

  test('in other time zones, languages and working folders', async () => {
    const folder = town();
    const { files } = await buildIn(folder);
    const elsewhere = townFolder({});
    const places = [
      {
        cwd: folder,
        env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      },
      {
        cwd: elsewhere,
        env: { TZ: 'Pacific/Pago_Pago', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
      },
    ];
    for (const [at, place] of places.entries()) {
      const outDir = join(folder, `out-${at}`);
      const booklet = relative(place.cwd, join(folder, 'livret.yaml'));
      const { code, err } = cli(['build', booklet, '--out', outDir], place);
      expect(code, err).toBe(0);
      for (const name of made) {
        expect(filesOf(outDir)[name]?.equals(files[name] as Buffer), `${name} ${at}`).toBe(true);
      }
    }
  });

  test('from another place on the disk', async () => {
    const folder = town();
    const moved = townFolder({});
    cpSync(folder, moved, { recursive: true });
    const [here, there] = [await buildIn(folder), await buildIn(moved)];
    for (const name of made)
      expect(there.files[name]?.equals(here.files[name] as Buffer)).toBe(true);
    expect(String(there.files['livret.pdf'])).not.toContain(moved);
    expect(readFileSync(join(moved, 'out/livret.geojson'), 'utf8')).not.toContain(moved);
  });

  test('whatever the order of the feed', async () => {
    const [straight, reversed] = [await buildTown(touchy), await buildTown([...touchy].reverse())];
    for (const name of made) {
      expect(reversed.files[name]?.equals(straight.files[name] as Buffer), name).toBe(true);
    }
  });
});

describe('another input gives another edition', () => {
  test('a changed phone changes the digest, a changed title does not', async () => {
    const [one] = touchy;
    if (!one) throw new Error('no service');
    const changed = {
      ...one,
      properties: { ...one.properties, phones: [{ number: '02 61 91 00 01' }] },
    };
    const base = await buildTown(touchy);
    const other = await buildTown([changed, ...touchy.slice(1)]);
    const renamed = await buildTown(touchy, 'subtitle: Autre');
    const digest = ({ result }: typeof base) => result.report.edition.digest;
    expect(digest(other)).not.toBe(digest(base));
    expect(digest(renamed)).toBe(digest(base));
    expect(renamed.files['livret.pdf']?.equals(base.files['livret.pdf'] as Buffer)).toBe(false);
  });
});
