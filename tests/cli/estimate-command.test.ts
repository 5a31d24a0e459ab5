import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EstimateResult } from '../../src/build.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { runLine } from './fake-terminal.ts';

const stages = vi.hoisted(() => ({ estimate: vi.fn() }));
vi.mock('../../src/build.ts', () => stages);

const result: EstimateResult = {
  title: 'Guide',
  estimate: {
    pages: 24,
    entries: 1402,
    parts: [
      { kind: 'cover', title: '', from: 1, pages: 1 },
      { kind: 'section', title: 'Santé', from: 2, pages: 20, entries: 1402 },
      { kind: 'pages', title: 'Index des noms', from: 22, pages: 1 },
      { kind: 'filling', title: '', from: 23, pages: 2 },
    ],
    setting: { textSize: 8.6, columns: 2, columnWidth: 58, entriesPerPage: 70.1 },
  },
  diagnostics: [],
};
const note: Diagnostic = {
  severity: 'info',
  code: 'fit/steps',
  where: { field: '--pages' },
  message: { fr: 'Serré.', en: 'Tightened.' },
};

beforeEach(() => {
  stages.estimate.mockReset().mockResolvedValue(result);
});

describe('estimate', () => {
  test('says the pages of each part and why', async () => {
    const { code, out, err } = await runLine(['estimate', 'livret.yaml']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toBe(`Guide\u00a0: 24\u00a0pages, 1\u202f402\u00a0services
   1  Couverture
  20  Santé (1\u202f402\u00a0services)
   1  Index des noms
   2  Pages de remplissage
Pourquoi\u00a0: texte de 8,6\u00a0pt, 2\u00a0colonnes de 58\u00a0mm, 70,1 services par page en moyenne.
`);
  });

  test('answers to its French name and in English', async () => {
    const { out } = await runLine(['estimer', 'livret.yaml', '--lang', 'en']);
    expect(out).toContain('Guide: 24\u00a0pages, 1,402\u00a0services');
    expect(out).toContain('   2  Filler pages');
    expect(out).toContain('Why: text of 8.6 pt, 2\u00a0columns of 58 mm');
  });

  test('hands the page count on, and says what it takes', async () => {
    stages.estimate.mockResolvedValue({ ...result, diagnostics: [note] });
    const { code, err } = await runLine(['estimate', 'livret.yaml', '--pages', '20']);
    expect(stages.estimate.mock.calls[0]?.[0]).toMatchObject({
      booklet: '/town/livret.yaml',
      pages: 20,
      language: 'fr',
    });
    expect(code).toBe(0);
    expect(err).toBe('--pages  note  Serré.\n');
  });

  test('ends with 1 when the page count cannot be reached', async () => {
    const refused = { ...note, severity: 'error' as const, code: 'fit/too-long' };
    stages.estimate.mockResolvedValue({ ...result, diagnostics: [refused] });
    expect((await runLine(['estimate', 'livret.yaml', '--pages=4'])).code).toBe(1);
    const { code, out } = await runLine(['estimate', 'livret.yaml', '--pages=4', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, diagnostics: [{ code: 'fit/too-long' }] });
  });

  test('gives everything to a program', async () => {
    const { out } = await runLine(['estimate', 'livret.yaml', '--json']);
    expect(JSON.parse(out)).toEqual({ ok: true, ...result.estimate, diagnostics: [] });
  });

  test.each(['x', '0', '-3', '2.5', '99999'])(
    'refuses --pages=%s as wrong usage',
    async (pages) => {
      const { code, err } = await runLine(['estimate', 'livret.yaml', `--pages=${pages}`]);
      expect(code).toBe(2);
      expect(err).toContain(`--pages attend un nombre de pages, pas «\u00a0${pages}\u00a0»`);
      expect(stages.estimate).not.toHaveBeenCalled();
    },
  );

  test('wants a booklet', async () => {
    expect((await runLine(['estimate'])).code).toBe(2);
  });
});
