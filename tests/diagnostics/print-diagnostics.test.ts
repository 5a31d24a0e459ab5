import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import {
  countDiagnostics,
  plainDiagnostic,
  printDiagnostics,
} from '../../src/diagnostics/print-diagnostics.ts';

function diagnostic(change: Partial<Diagnostic> = {}): Diagnostic {
  return {
    severity: 'error',
    code: 'spec/unknown-key',
    where: { file: '/town/booklet.yaml', line: 12, column: 3, field: 'pge' },
    message: { fr: '«\u00a0pge\u00a0» est inconnu.', en: '“pge” is unknown.' },
    hint: { fr: 'Écrivez page.', en: 'Write page.' },
    ...change,
  };
}

describe('diagnostics for a person', () => {
  test('the place, the severity, the message and the hint, in French', () => {
    expect(printDiagnostics([diagnostic()], { language: 'fr', folder: '/town' })).toBe(
      'booklet.yaml:12:3  erreur  «\u00a0pge\u00a0» est inconnu.\n    → Écrivez page.\n',
    );
  });

  test('the same in English, the file whole when no folder is given', () => {
    expect(printDiagnostics([diagnostic()], { language: 'en' })).toBe(
      '/town/booklet.yaml:12:3  error  “pge” is unknown.\n    → Write page.\n',
    );
  });

  test('rows, ids and fields where there is no line', () => {
    const where = { file: 'a.csv', row: 7, id: 'ecole-1', field: 'phones' };
    const one = diagnostic({ severity: 'warning', where, hint: undefined });
    expect(printDiagnostics([one], { language: 'fr' })).toBe(
      'a.csv ligne 7 [ecole-1] phones  attention  «\u00a0pge\u00a0» est inconnu.\n',
    );
    expect(printDiagnostics([one], { language: 'en' })).toContain('a.csv row 7 [ecole-1] phones');
  });

  test('nothing to point at leaves no blank', () => {
    const one = diagnostic({ where: {}, hint: undefined });
    expect(printDiagnostics([one], { language: 'fr' })).toMatch(/^erreur {2}«/u);
  });

  test('after 20 of one code the rest is counted, other codes go on', () => {
    const many = Array.from({ length: 332 }, (_, row) =>
      diagnostic({ where: { row }, hint: undefined }),
    );
    const other = diagnostic({ code: 'feed/other', where: { row: 999 }, hint: undefined });
    const lines = printDiagnostics([...many, other], { language: 'fr' })
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(22);
    expect(lines[20]).toBe('    … et 312 autres (voir le rapport)');
    expect(lines[21]).toMatch(/^ligne 999/u);
  });

  test('says where the rest is, and how many may be shown', () => {
    const many = Array.from({ length: 4 }, () => diagnostic({ hint: undefined }));
    const text = printDiagnostics(many, { language: 'en', most: 3, whole: '--json' });
    expect(text.trimEnd().split('\n')[3]).toBe('    … and 1 more (see --json)');
  });

  test('exactly 20 are all shown and nothing is counted', () => {
    const many = Array.from({ length: 20 }, () => diagnostic({ hint: undefined }));
    const text = printDiagnostics(many, { language: 'en' });
    expect(text.trimEnd().split('\n')).toHaveLength(20);
    expect(text).not.toContain('more');
  });

  test('colour only when asked for', () => {
    expect(printDiagnostics([diagnostic()], { language: 'fr' })).not.toContain('\u001b');
    expect(printDiagnostics([diagnostic()], { language: 'fr', colour: true })).toContain(
      '\u001b[1;31merreur\u001b[0m',
    );
  });

  test('an escape sequence in a value does not reach the terminal', () => {
    const message = { fr: 'a\u001b[2Jb\u202ec', en: 'a' };
    const where = { file: 'x\u001b]0;y\u0007.yaml' };
    const text = printDiagnostics([diagnostic({ message, where })], { language: 'fr' });
    for (const sign of '\u001b\u0007\u202e') expect(text).not.toContain(sign);
    expect(text).toContain('a\ufffd[2Jb\ufffdc');
  });
});

describe('diagnostics for a machine', () => {
  test('plain strings in the language asked for, where kept', () => {
    expect(plainDiagnostic(diagnostic(), 'en')).toEqual({
      severity: 'error',
      code: 'spec/unknown-key',
      where: { file: '/town/booklet.yaml', line: 12, column: 3, field: 'pge' },
      message: '“pge” is unknown.',
      hint: 'Write page.',
    });
    expect(plainDiagnostic(diagnostic({ hint: undefined }), 'fr')).not.toHaveProperty('hint');
  });
});

describe('the count', () => {
  test('agrees in number and leaves out what there is none of', () => {
    const warning = diagnostic({ severity: 'warning' });
    expect(countDiagnostics([diagnostic(), warning, warning], 'fr')).toBe(
      '1 erreur, 2 avertissements',
    );
    expect(countDiagnostics([warning], 'en')).toBe('1 warning');
    expect(countDiagnostics([diagnostic({ severity: 'info' })], 'fr')).toBe('');
  });
});
