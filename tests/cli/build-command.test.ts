import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BuildOptions, BuildResult } from '../../src/build.ts';
import { type Diagnostic, InputError } from '../../src/diagnostics/diagnostic.ts';
import { runLine } from './fake-terminal.ts';

const stages = vi.hoisted(() => ({ build: vi.fn(), check: vi.fn() }));
vi.mock('../../src/build.ts', () => stages);

const warning: Diagnostic = {
  severity: 'warning',
  code: 'feed/no-phone',
  where: { file: '/town/a.geojson', line: 4 },
  message: { fr: 'Pas de téléphone.', en: 'No phone.' },
};
const fault: Diagnostic = { ...warning, severity: 'error', code: 'feed/bad' };

const result: BuildResult = {
  files: ['/town/out/livret.pdf', '/town/out/livret.geojson', '/town/out/livret.report.json'],
  report: {
    edition: { id: 'x', title: 'Guide', date: '2026-01-01', digest: 'd' },
    pages: 24,
    entries: 1402,
    leftOut: [
      { id: 'a', name: 'A', reason: 'outside-territory', message: 'm' },
      { id: 'b', name: 'B', reason: 'outside-territory', message: 'm' },
      { id: 'c', name: 'C', reason: 'removed-by-hand', message: 'm' },
    ],
    diagnostics: [
      { severity: 'warning', code: 'feed/no-phone', where: {}, message: 'Pas de téléphone.' },
    ],
    stages: [{ name: 'spec', ms: 1 }],
    files: ['livret.pdf', 'livret.geojson', 'livret.report.json'],
  },
  diagnostics: [warning],
};

beforeEach(() => {
  stages.build.mockReset().mockResolvedValue(result);
  stages.check.mockReset().mockResolvedValue([]);
});

describe('build', () => {
  test('says the files, pages, services, what was left out and why, and the warnings', async () => {
    const { code, out, err } = await runLine(['build', 'livret.yaml', '--out', 'out']);
    expect(code).toBe(0);
    expect(out).toBe(`Guide\u00a0: 24 pages, 1\u202f402 services
  out/livret.pdf
  out/livret.geojson
  out/livret.report.json
Laissés de côté\u00a0: 3 (2 hors du territoire, 1 retiré à la main)
1 avertissement
`);
    expect(err).toBe('a.geojson:4  attention  Pas de téléphone.\n');
  });

  test('hands absolute paths on, feeds before or after the booklet', async () => {
    const expected: Partial<BuildOptions> = {
      booklet: '/town/l.yaml',
      feeds: ['/town/a.geojson', '/b.geojson'],
      outDir: '/town',
      language: 'fr',
    };
    await runLine(['build', 'l.yaml', '--feed', 'a.geojson', '/b.geojson']);
    expect(stages.build).toHaveBeenLastCalledWith(expect.objectContaining(expected));
    await runLine(['build', '--feed', 'a.geojson', '--feed', '/b.geojson', 'l.yaml']);
    expect(stages.build).toHaveBeenLastCalledWith(expect.objectContaining(expected));
    await runLine(['build', 'l.yaml', '--out', 'a', '--out', '2026', '--lang', 'en']);
    const options = stages.build.mock.lastCall?.[0] as BuildOptions;
    expect(options.outDir).toBe('/town/2026');
    expect(options.language).toBe('en');
    expect(options.feeds).toBeUndefined();
  });

  test('shows stages on a screen only, and wipes them', async () => {
    stages.build.mockImplementation(async ({ onStage }: BuildOptions) => {
      onStage?.('spec');
      onStage?.('layout');
      return { ...result, diagnostics: [] };
    });
    const screen = await runLine(['build', 'l.yaml'], { hasScreen: true });
    expect(screen.err).toContain('Mise en page');
    expect(screen.err.endsWith('\r\u001b[K')).toBe(true);
    expect((await runLine(['build', 'l.yaml'])).err).toBe('');
    expect((await runLine(['build', 'l.yaml', '--json'], { hasScreen: true })).err).toBe('');
  });

  test('--json gives the report and the paths, alone on standard output', async () => {
    const { out, err } = await runLine(['build', 'l.yaml', '--json']);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({ ok: true, ...result.report, files: result.files });
  });

  test('faulty input answers 1 with its diagnostics and nothing on standard output', async () => {
    stages.build.mockRejectedValue(new InputError([fault, warning]));
    const { code, out, err } = await runLine(['build', 'l.yaml']);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toBe(
      'a.geojson:4  erreur  Pas de téléphone.\na.geojson:4  attention  Pas de téléphone.\n1 erreur, 1 avertissement. Rien n’a été écrit.\n',
    );
    const json = await runLine(['build', 'l.yaml', '--json', '--lang=en']);
    expect(json.code).toBe(1);
    expect(json.err).toBe('');
    expect(JSON.parse(json.out)).toEqual({
      ok: false,
      diagnostics: [
        { severity: 'error', code: 'feed/bad', where: fault.where, message: 'No phone.' },
        { severity: 'warning', code: 'feed/no-phone', where: fault.where, message: 'No phone.' },
      ],
    });
  });

  test('a disk that refuses is not a bug', async () => {
    stages.build.mockRejectedValue(
      Object.assign(new Error('EROFS'), { code: 'EROFS', path: '/town/out/x.pdf' }),
    );
    const { code, err } = await runLine(['build', 'l.yaml']);
    expect(code).toBe(1);
    expect(err).toContain('out/x.pdf  erreur  Ce fichier ne peut pas être utilisé');
    expect(err).toContain('lecture seule');
  });

  test('a bug answers 70 and asks to be reported; its stack shows with --debug only', async () => {
    stages.build.mockRejectedValue(new TypeError('x is not a function'));
    const plain = await runLine(['build', 'l.yaml']);
    expect(plain.code).toBe(70);
    expect(plain.err).toContain('x is not a function');
    expect(plain.err).toContain('--debug');
    expect(plain.err).not.toContain('    at ');
    const debug = await runLine(['build', 'l.yaml', '--debug']);
    expect(debug.code).toBe(70);
    expect(debug.err).toContain('    at ');
    const json = await runLine(['build', 'l.yaml', '--json']);
    expect(JSON.parse(json.out)).toEqual({
      ok: false,
      bug: 'x is not a function',
      diagnostics: [],
    });
  });
});

describe('check', () => {
  test('says that there is nothing to say', async () => {
    expect(await runLine(['check', 'l.yaml'])).toEqual({
      code: 0,
      out: 'Rien à signaler.\n',
      err: '',
    });
    expect((await runLine(['check', 'l.yaml', '--lang=en'])).out).toBe('Nothing to report.\n');
  });

  test('warnings answer 0, errors 1', async () => {
    stages.check.mockResolvedValue([warning]);
    const fine = await runLine(['check', 'l.yaml']);
    expect(fine).toEqual({
      code: 0,
      out: '1 avertissement.\n',
      err: 'a.geojson:4  attention  Pas de téléphone.\n',
    });
    stages.check.mockResolvedValue([warning, fault]);
    const wrong = await runLine(['check', 'l.yaml']);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toBe('1 erreur, 1 avertissement.\n');
    const json = await runLine(['check', 'l.yaml', '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, diagnostics: [{}, {}] });
  });
});
