import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/diagnostics/diagnostic.ts';
import { writeEditionFiles } from '../../src/edition-files.ts';
import { runLine } from '../cli/fake-terminal.ts';
import { bookletText, buildIn, feedText, filesOf, manyServices, townFolder } from './town.ts';

const earlier = { 'livret.pdf': 'earlier pdf', 'livret.geojson': 'earlier feed' };

function townWith(extra: Readonly<Record<string, string>> = {}): string {
  return townFolder({
    'livret.yaml': bookletText(),
    'feed.geojson': feedText(manyServices(8)),
    ...extra,
  });
}

async function refusal(promise: Promise<unknown>): Promise<InputError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
}

describe('an edition is written whole or not at all', () => {
  test('a booklet at fault leaves the earlier files untouched', async () => {
    const folder = townWith({ 'livret.yaml': 'title: [', ...prefixed('out', earlier) });
    await refusal(buildIn(folder));
    expect(texts(join(folder, 'out'))).toEqual(earlier);
  });

  test('a fault found late, in the template, leaves them untouched too', async () => {
    const folder = townWith({
      'livret.yaml': bookletText('template: ./mine'),
      'mine/partials/colophon.hbs': '<p>{{> colophon}}</p>',
      ...prefixed('out', earlier),
    });
    const { diagnostics } = await refusal(buildIn(folder));
    expect(diagnostics.at(-1)?.code).toBe('markup/endless-partials');
    expect(texts(join(folder, 'out'))).toEqual(earlier);
  });

  test('a folder in the place of the last file is met before the first is replaced', async () => {
    const folder = townWith(prefixed('out', earlier));
    mkdirSync(join(folder, 'out/livret.report.json'));
    const { diagnostics } = await refusal(buildIn(folder));
    expect(diagnostics.at(-1)?.code).toBe('write/not-writable');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      ...['livret.geojson', 'livret.pdf', 'livret.report.json'],
    ]);
    expect(texts(join(folder, 'out'))).toEqual(earlier);
  });

  test('a file in the place of the folder answers 1 and is left as it was', async () => {
    const folder = townWith({ out: 'a file' });
    const { code, out, err } = await runLine(['build', 'livret.yaml', '--out', 'out'], { folder });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('Impossible d’écrire dans le dossier');
    expect(err).toContain('Rien n’a été écrit.');
    expect(err).not.toMatch(/^\s+at /m);
    expect(texts(folder).out).toBe('a file');
  });

  test('a folder on a file system that takes no file answers 1', async () => {
    const folder = townWith();
    const { code, err } = await runLine(['build', 'livret.yaml', '--out', '/proc/nowhere'], {
      folder,
    });
    expect(code).toBe(1);
    expect(err).toContain('/proc/nowhere');
  });

  test('a draft left by a run that was killed hinders nobody', async () => {
    const draft = `.livret.pdf.${process.pid}.tmp`;
    const folder = townWith({ [`out/${draft}`]: 'half a file' });
    const { files } = await buildIn(folder);
    expect(Object.keys(files).filter((name) => name !== draft)).toEqual([
      ...['livret.geojson', 'livret.pdf', 'livret.report.json'],
    ]);
    expect(String(files['livret.pdf']?.subarray(0, 5))).toBe('%PDF-');
  });

  test('a lock left by a run that was killed is broken in the end', async () => {
    const folder = townFolder({});
    mkdirSync(join(folder, '.proximites.lock'));
    await writeEditionFiles(folder, [{ name: 'a.pdf', bytes: 'a' }]);
    expect(texts(folder)).toEqual({ 'a.pdf': 'a' });
  });

  test('of many runs at once to one folder, one wins whole, and no draft is left', async () => {
    const folder = townFolder({});
    const names = ['a.pdf', 'a.geojson', 'a.report.json'];
    const runs = Array.from({ length: 12 }, (_, run) =>
      writeEditionFiles(
        folder,
        names.map((name) => ({ name, bytes: `run ${run}` })),
      ),
    );
    await Promise.all(runs);
    const left = texts(folder);
    expect(Object.keys(left)).toEqual([...names].sort());
    expect(new Set(Object.values(left)).size).toBe(1);
  });

  test('two builds at once to one folder both end well', async () => {
    const folder = townWith();
    const [one, other] = await Promise.all([buildIn(folder), buildIn(folder)]);
    expect(one.result.report.edition).toEqual(other.result.report.edition);
    expect(Object.keys(filesOf(join(folder, 'out')))).toEqual([
      ...['livret.geojson', 'livret.pdf', 'livret.report.json'],
    ]);
  });

  test('check writes nothing at all', async () => {
    const folder = townWith();
    const before = texts(folder);
    const { code } = await runLine(['check', 'livret.yaml'], { folder });
    expect(code).toBe(0);
    expect(texts(folder)).toEqual(before);
    writeFileSync(join(folder, 'livret.yaml'), bookletText('colour: red'));
    expect((await runLine(['check', 'livret.yaml'], { folder })).code).toBe(1);
    expect(Object.keys(texts(folder))).toEqual(Object.keys(before));
  });
});

function prefixed(folder: string, files: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}

/** Files of a folder, hidden ones too; folders are left out. */
function texts(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
