import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type Diagnostic,
  type DiagnosticSink,
  inputError,
} from '../../src/diagnostics/diagnostic.ts';
import { emptyFolder, runLine } from './fake-terminal.ts';

const importer = vi.hoisted(() => ({ runCsvImport: vi.fn() }));
vi.mock('../../src/importers/import-csv.ts', () => importer);

const line = ['import', 'csv', 'a.csv', '--mapping', 'm.yaml', '--out', 'flux/a.geojson'];
const refused = [{ row: 7, message: { fr: 'Pas de nom.', en: 'No name.' } }];

beforeEach(() => {
  importer.runCsvImport
    .mockReset()
    .mockResolvedValue({ text: '{}\n', imported: 12, refused, filtered: 3 });
});

describe('import csv', () => {
  test('writes the feed, lists the refused rows and counts the rest', async () => {
    const folder = emptyFolder();
    const { code, out, err } = await runLine(line, { folder });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'flux/a.geojson'), 'utf8')).toBe('{}\n');
    expect(err).toBe('a.csv ligne 7  attention  Pas de nom.\n');
    expect(out).toBe(
      `Services importés\u00a0: 12, lignes refusées\u00a0: 1, écartées par le filtre\u00a0: 3.\n  ${join('flux', 'a.geojson')}\n`,
    );
    expect(importer.runCsvImport.mock.lastCall?.[0]).toEqual({
      file: join(folder, 'a.csv'),
      mapping: join(folder, 'm.yaml'),
    });
  });

  test('--json gives the counts, the refused rows and the diagnostics', async () => {
    const folder = emptyFolder();
    const { out, err } = await runLine([...line, '--json', '--lang=en'], { folder });
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      ok: true,
      imported: 12,
      filtered: 3,
      refused: [{ row: 7, message: 'No name.' }],
      files: [join(folder, 'flux/a.geojson')],
      diagnostics: [
        {
          severity: 'warning',
          code: 'import/refused-row',
          where: { file: join(folder, 'a.csv'), row: 7 },
          message: 'No name.',
        },
      ],
    });
  });

  test('a row that the importer reports and lists is said once, other diagnostics stay', async () => {
    const folder = emptyFolder();
    importer.runCsvImport.mockImplementation(
      async (_files: unknown, _typology: unknown, sink: DiagnosticSink) => {
        const where = { file: 'a.csv', row: 7 };
        const one: Diagnostic = {
          severity: 'warning',
          code: 'x',
          where,
          message: { fr: 'Pas de nom.', en: 'No name.' },
        };
        sink.report(one);
        sink.report({ ...one, where: { row: 8 } });
        return { text: '', imported: 1, refused, filtered: 0 };
      },
    );
    const { err } = await runLine(line, { folder });
    expect(err.match(/ligne 7/gu)).toHaveLength(1);
    expect(err).toContain('ligne 8');
  });

  test('each refused row is listed, however many', async () => {
    const folder = emptyFolder();
    const many = Array.from({ length: 300 }, (_, at) => ({
      row: at + 2,
      message: { fr: 'Non.', en: 'No.' },
    }));
    importer.runCsvImport.mockResolvedValue({ text: '', imported: 1, refused: many, filtered: 0 });
    const { err } = await runLine(line, { folder });
    expect(err.trimEnd().split('\n')).toHaveLength(300);
  });

  test('a table that gives no service is faulty: nothing is written', async () => {
    const folder = emptyFolder();
    importer.runCsvImport.mockResolvedValue({ text: '', imported: 0, refused, filtered: 4 });
    const { code, err } = await runLine(line, { folder });
    expect(code).toBe(1);
    expect(err).toContain('1 ligne(s) refusée(s), 4 écartée(s)');
    expect(existsSync(join(folder, 'flux'))).toBe(false);
  });

  test('faulty input answers 1 and leaves the earlier feed untouched', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'flux'));
    writeFileSync(join(folder, 'flux/a.geojson'), 'avant');
    importer.runCsvImport.mockRejectedValue(
      inputError({
        code: 'import/x',
        where: { file: 'm.yaml', line: 2 },
        message: { fr: 'Non.', en: 'No.' },
      }),
    );
    const { code, err } = await runLine(line, { folder });
    expect(code).toBe(1);
    expect(err).toContain('m.yaml:2  erreur  Non.');
    expect(readFileSync(join(folder, 'flux/a.geojson'), 'utf8')).toBe('avant');
  });

  test('an output that is a folder is refused without a trace', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'flux/a.geojson'), { recursive: true });
    const { code, err } = await runLine(line, { folder });
    expect(code).toBe(1);
    expect(err).toMatch(/flux\/a\.geojson {2}erreur .*\(E[A-Z]+\)/u);
    expect(existsSync(join(folder, 'flux/a.geojson'))).toBe(true);
  });
});
