import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { resourcePath } from '../../src/resources.ts';
import { readBooklet } from '../../src/spec/read-booklet.ts';
import { emptyFolder, runLine } from './fake-terminal.ts';

const prompts = vi.hoisted(() => ({ input: vi.fn(), checkbox: vi.fn() }));
vi.mock('@inquirer/prompts', () => prompts);

const given = ['init', '.', '--title', 'Guide : d’ici "été"', '--territory', '35236'];

function text(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('init in a script', () => {
  test('writes a booklet that reads without a word, and a table to fill in', async () => {
    const folder = emptyFolder();
    const { code, out, err } = await runLine([...given, '--organisation', 'Mairie'], { folder });
    expect([code, err]).toEqual([0, '']);
    const sink = new DiagnosticList();
    const spec = readBooklet(join(folder, 'livret.yaml'), sink);
    expect(sink.all).toEqual([]);
    expect(spec).toMatchObject({
      title: 'Guide : d’ici "été"',
      slug: 'guide-d-ici-ete',
      territory: { include: ['35236'] },
      feeds: [join(folder, 'services.geojson')],
      template: 'annuaire',
      organisation: { name: 'Mairie', colour: '#1a4f8b' },
    });
    expect(text(folder, 'services.csv')).toMatch(/^\ufeffidentifiant;nom;type;/u);
    expect(text(folder, 'services.csv')).toContain(';35600;Redon;35236;');
    expect(parse(text(folder, 'services.mapping.yaml')).source).toEqual({ contributor: 'Mairie' });
    expect(out).toContain(
      'proximites import csv services.csv --mapping services.mapping.yaml --out services.geojson\n',
    );
    expect(out.trimEnd().endsWith('proximites build livret.yaml')).toBe(true);
  });

  test('points editors at the schemas that ship', async () => {
    const folder = emptyFolder();
    await runLine(given, { folder });
    for (const [name, schema] of [
      ['livret.yaml', 'booklet'],
      ['services.mapping.yaml', 'mapping'],
    ] as const) {
      const [first = ''] = text(folder, name).split('\n');
      const [, path = ''] = /^# yaml-language-server: \$schema=(.+)$/u.exec(first) ?? [];
      expect(resolve(folder, path)).toBe(resourcePath('data', 'schemas', `${schema}.schema.json`));
    }
  });

  test('with a feed writes the booklet alone, the path from its folder', async () => {
    const folder = emptyFolder();
    const line = [
      ...given,
      '--feed',
      'flux/a.geojson',
      '--themes',
      'vie-pratique',
      'Services publics',
    ];
    line[1] = 'livrets/2026';
    const { out } = await runLine(line, { folder });
    const made = join(folder, 'livrets/2026');
    const spec = readBooklet(join(made, 'livret.yaml'), new DiagnosticList());
    expect(spec.feeds).toEqual([join(folder, 'flux/a.geojson')]);
    expect(spec.select.include).toEqual(['vie-pratique', 'Services publics']);
    expect(existsSync(join(made, 'services.csv'))).toBe(false);
    expect(out).not.toContain('import csv');
  });

  test('in English writes English keys and comments', async () => {
    const folder = emptyFolder();
    await runLine([...given, '--lang', 'en'], { folder });
    const booklet = text(folder, 'booklet.yaml');
    expect(booklet).toContain('\ntitle: "Guide');
    expect(booklet).not.toContain('titre');
    const sink = new DiagnosticList();
    readBooklet(join(folder, 'booklet.yaml'), sink);
    expect(sink.all).toEqual([]);
  });

  test('every commented line of the booklet works once its # is removed', async () => {
    for (const language of ['fr', 'en']) {
      const folder = emptyFolder();
      await runLine([...given, '--lang', language], { folder });
      const name = language === 'fr' ? 'livret.yaml' : 'booklet.yaml';
      writeFileSync(join(folder, 'photo.jpg'), 'x');
      writeFileSync(join(folder, 'logo.png'), 'x');
      const live = text(folder, name).replace(
        /^( *)# ([\p{Ll}-]+:(?: ["[{\p{Ll}#].*)?| {2}[\p{Ll}é]+: .*)$/gmu,
        '$1$2',
      );
      expect(live.split('\n').filter((line) => line.startsWith('# ')).length).toBeLessThan(16);
      writeFileSync(join(folder, name), live);
      const sink = new DiagnosticList();
      const spec = readBooklet(join(folder, name), sink);
      expect(sink.all).toEqual([]);
      expect(spec.output.bleed).toBe(3);
      expect(spec.cover.image).toBe(join(folder, 'photo.jpg'));
      expect(spec.organisation.phone).toBe('01 99 00 12 34');
      expect(spec.group).toBe('commune');
    }
  });

  test('never replaces a file, unless forced', async () => {
    for (const name of ['livret.yaml', 'services.csv', 'services.mapping.yaml']) {
      const folder = emptyFolder();
      writeFileSync(join(folder, name), 'à moi');
      const { code, err } = await runLine(given, { folder });
      expect(code).toBe(1);
      expect(err).toContain(`${name}  erreur  Ce fichier existe déjà.`);
      expect(text(folder, name)).toBe('à moi');
      const others = ['livret.yaml', 'services.csv'].filter((other) => other !== name);
      for (const other of others) expect(existsSync(join(folder, other))).toBe(false);
      expect((await runLine([...given, '--force'], { folder })).code).toBe(0);
      expect(text(folder, name)).not.toBe('à moi');
    }
  });

  test('a territory that does not exist is said at once, and nothing is written', async () => {
    const folder = emptyFolder();
    const line = ['init', '--title', 'A', '--territory', 'Xyzzy-sur-Rien'];
    const { code, err } = await runLine(line, { folder });
    expect(code).toBe(1);
    expect(err).toContain('Xyzzy-sur-Rien');
    expect(existsSync(join(folder, 'livret.yaml'))).toBe(false);
  });

  test('a folder that cannot be made is the input’s fault', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'fichier'), 'x');
    const line = ['init', 'fichier/dedans', '--title', 'A', '--territory', '35236'];
    const { code, err } = await runLine(line, { folder });
    expect(code).toBe(1);
    expect(err).toContain('ENOTDIR');
  });
});

describe('init on a terminal', () => {
  test('asks for what was not given and checks the territory', async () => {
    const folder = emptyFolder();
    prompts.input.mockImplementation(async ({ message }: { message: string }) =>
      message.startsWith('Territoire') ? 'Redon' : '',
    );
    prompts.checkbox.mockResolvedValue(['vie-pratique']);
    const { code } = await runLine(['init', '--title', 'A'], { folder, canAsk: true });
    expect(code).toBe(0);
    const asked = prompts.input.mock.calls.map(([question]) => question);
    expect(asked.map(({ message }) => message.split(' ')[0])).toEqual([
      'Territoire',
      'Fichier',
      'Organisme',
    ]);
    expect(await asked[0].validate('Redon')).toBe(true);
    expect(await asked[0].validate('Xyzzy-sur-Rien')).toContain('Aucun territoire');
    const spec = readBooklet(join(folder, 'livret.yaml'), new DiagnosticList());
    expect(spec.select.include).toEqual(['vie-pratique']);
    expect(existsSync(join(folder, 'services.csv'))).toBe(true);
  });

  test('leaving the questions writes nothing and is no bug', async () => {
    const folder = emptyFolder();
    const leave = Object.assign(new Error('User force closed'), { name: 'ExitPromptError' });
    prompts.input.mockRejectedValue(leave);
    const { code, err } = await runLine(['init'], { folder, canAsk: true });
    expect(code).toBe(1);
    expect(err).toBe('Abandonné\u00a0: rien n’a été écrit.\n');
    expect(existsSync(join(folder, 'livret.yaml'))).toBe(false);
  });
});
