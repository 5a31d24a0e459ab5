import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiledCli, type Ended } from '../build/compiled.ts';
import { bookletText, feedText, manyServices, townFolder } from '../build/town.ts';
import { expectPolite } from './hostile-town.ts';

const canMakePipes = spawnSync('mkfifo', ['--version']).status === 0 && existsSync('/dev/zero');
const cli = compiledCli('special-files');

const mapping = 'source: { contributor: x }\nfields: { id: id, name: nom }\ntypes: [mairie]\n';

/** A town with a pipe that nobody writes to under `path`, or a link to an endless device. */
function trapped(path: string, kind: 'pipe' | 'device', ...lines: readonly string[]): string {
  const folder = townFolder({
    'livret.yaml': bookletText(...lines),
    'mapping.yaml': mapping,
    'table.csv': 'id;nom\n1;Mairie\n',
    'mine/partials/none.hbs': '',
    'mine/fonts/none.txt': '',
    ...(path === 'feed.geojson' ? {} : { 'feed.geojson': feedText(manyServices(2)) }),
  });
  const file = join(folder, path);
  execFileSync('rm', ['-f', file]);
  if (kind === 'pipe') execFileSync('mkfifo', [file]);
  else symlinkSync('/dev/zero', file);
  return folder;
}

function expectStopped(ended: Ended): void {
  expect(ended.code, 'it was stopped after waiting for ever').not.toBeNull();
  expect(ended.code, ended.err).toBe(1);
  expectPolite(ended);
  expect(ended.err).toContain('erreur');
}

// In a process of their own: waiting for a pipe would stop the tests as well.
describe.skipIf(!canMakePipes)('what never ends (left out without mkfifo and /dev/zero)', () => {
  const build = ['build', 'livret.yaml', '--out', 'out', '--lang', 'fr'];
  const place = 'territory: { polygon: place.geojson }';

  test.each([
    ['booklet', 'livret.yaml', 'pipe', build, ''],
    ['booklet', 'livret.yaml', 'device', build, ''],
    ['feed', 'feed.geojson', 'pipe', build, ''],
    ['feed', 'feed.geojson', 'device', build, ''],
    ['polygon', 'place.geojson', 'pipe', build, place],
    ['polygon', 'place.geojson', 'device', build, place],
    ['partial', 'mine/partials/colophon.hbs', 'pipe', build, 'template: ./mine'],
    ['style', 'mine/style.css', 'device', build, 'template: ./mine'],
    ['font', 'mine/fonts/font.ttf', 'pipe', build, 'template: ./mine'],
    ['picture', 'cover.png', 'pipe', build, 'cover: { image: cover.png }'],
    ['picture', 'cover.png', 'device', build, 'cover: { image: cover.png }'],
    ['table', 'table.csv', 'pipe', importing(), ''],
    ['table', 'table.csv', 'device', importing(), ''],
    ['mapping', 'mapping.yaml', 'pipe', importing(), ''],
  ] as const)('is refused as %s (%s, a %s)', (_, path, kind, argv, line) => {
    const folder = trapped(path, kind, line);
    if (line === place) withTerritory(folder);
    expectStopped(cli(argv, { cwd: folder }));
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

function importing(): readonly string[] {
  const argv = ['import', 'csv', 'table.csv', '--mapping', 'mapping.yaml'];
  return [...argv, '--out', 'out/feed.geojson', '--lang', 'fr'];
}

/** The usual booklet names a territory already. */
function withTerritory(folder: string): void {
  const text = 'title: x\nfeed: feed.geojson\nterritory: { polygon: place.geojson }\n';
  writeFileSync(join(folder, 'livret.yaml'), text);
}
