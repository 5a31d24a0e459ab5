import { describe, expect, test } from 'vitest';
import { optionNames } from '../../src/cli/usage-hint.ts';
import { userLanguage } from '../../src/cli/user-language.ts';
import { runLine } from './fake-terminal.ts';

const commands = [
  ['build'],
  ['check'],
  ['estimate'],
  ['import'],
  ['import', 'csv'],
  ['init'],
  ['list'],
  ['schema'],
];

describe('the language', () => {
  test.each([
    [[], {}, 'fr'],
    [[], { LANG: 'C' }, 'fr'],
    [[], { LC_ALL: 'POSIX', LANG: 'en_GB.UTF-8' }, 'fr'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], { LANG: 'en' }, 'en'],
    [[], { LANG: 'de_DE.UTF-8' }, 'fr'],
    [[], { LC_MESSAGES: 'en_US', LANG: 'fr_FR' }, 'en'],
    [[], { LC_ALL: '', LANG: 'en_US' }, 'en'],
    [[], { PROXIMITES_LANG: 'fr', LC_ALL: 'en_GB' }, 'fr'],
    [['--lang', 'en'], { LANG: 'fr_FR' }, 'en'],
    [['--lang=fr'], { LANG: 'en_GB' }, 'fr'],
    [['list', '--', '--lang=en'], {}, 'fr'],
  ] as const)('%j in %j is %s', (argv, environment, language) => {
    expect(userLanguage(argv, environment)).toBe(language);
  });
});

describe('help', () => {
  test('is in French and names every command', async () => {
    const { code, out, err } = await runLine(['--help']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('Commandes\u00a0:');
    expect(out).toContain('Faire le PDF, les données et le rapport d’un livret');
    for (const [name] of commands) expect(out).toContain(`proximites ${name}`);
    expect(out).not.toMatch(/Show |Options:|Commands:/u);
  });

  test('is in English on demand', async () => {
    const { out } = await runLine(['--help', '--lang', 'en']);
    expect(out).toContain('Make a booklet’s PDF, feed and report');
    expect(out).not.toMatch(/[éèà]/u);
  });

  test.each(commands)(
    'of %s %s is in both languages; its options are those that are suggested',
    async (...words) => {
      const line = [...words.filter(Boolean), '--help'];
      const french = await runLine(line);
      const english = await runLine([...line, '--lang=en']);
      expect([french.code, english.code]).toEqual([0, 0]);
      expect(french.out).not.toBe(english.out);
      expect(english.out).not.toMatch(/[éèà]/u);
      const options = [...french.out.matchAll(/^\s+(?:-\w, )?--([a-z-]+)/gmu)].map(
        ([, name]) => name,
      );
      expect(options.length).toBeGreaterThan(3);
      for (const name of options) expect(optionNames).toContain(name);
    },
  );

  test('the version is the package’s', async () => {
    expect((await runLine(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe('wrong usage answers 2, on standard error, with what to type', () => {
  test.each([
    [[], 'Dites quoi faire', 'proximites --help'],
    [['biuld'], '«\u00a0build\u00a0»', '--help'],
    [['xyzzy'], 'inconnu', '--help'],
    [['build'], 'quel livret', 'proximites build --help'],
    [['build', 'a.yaml', 'b.yaml'], 'b.yaml', 'proximites build --help'],
    [['build', 'a.yaml', '--fed', 'x'], 'fed', '--feed'],
    [['build', 'a.yaml', '--outt=x'], 'outt', '--out'],
    [['build', 'a.yaml', '--out'], 'out', 'proximites build --help'],
    [['list', 'typs'], 'types', 'proximites list --help'],
    [['schema'], 'argument', 'proximites schema --help'],
    [['import'], 'csv', 'proximites import --help'],
    [['import', 'xls', 'f'], 'csv', 'proximites import --help'],
    [['import', 'csv', 'f.csv', '--out', 'f'], 'mapping', 'proximites import --help'],
    [['import', 'csv', 'f', '--mapping', 'm', '--out', 'f'], 'perdus', 'import --help'],
    [['init'], '--title, --territory', 'proximites init --help'],
    [['init', '--title', 'A'], '--territory', 'proximites init --help'],
  ])('%j', async (argv, message, hint) => {
    const { code, out, err } = await runLine(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.split('\n')[0]).not.toBe('');
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).not.toContain('    at ');
  });

  test('in English too', async () => {
    const { err } = await runLine(['biuld', '--lang', 'en']);
    expect(err).toBe(
      'Unknown command. Did you mean “build”?\n    → “proximites --help” shows what is possible.\n',
    );
  });
});
