import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { readSheet } from '../../src/style/read-sheet.ts';

const pieces = [
  ...[
    'p',
    'color',
    'red',
    '1pt',
    '.a',
    '#b',
    '@page',
    '@media',
    'print',
    'var(--x)',
    '--x',
    'url(',
  ],
  ...['{', '}', '(', ')', '[', ']', ':', ';', ',', '"', "'", '>', '~', '=', '%', '\\', '/*', '*/'],
  ...[
    'calc(',
    'rgb(',
    ':not(',
    ':nth-child(',
    '2n+1',
    '::before',
    '@top-left',
    '-->',
    '\n',
    '\0',
    'é',
  ],
];

/** Sheets of random pieces, the same at each run. */
function brokenSheets(count: number): readonly string[] {
  let state = 12345;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(30) }, () => pieces[next(pieces.length)]).join(
      next(2) ? ' ' : '',
    ),
  );
}

function warnings(css: string): string {
  const sink = new DiagnosticList();
  readSheet(css, 'a.css', sink);
  return JSON.stringify(sink.all);
}

describe('readSheet on broken sheets', () => {
  it.each(['{})(', '()) (a', '[a])(b{}', '(a))(b{c:d}'])(
    'ends on %s after another sheet',
    (css) => {
      warnings('('.repeat(60));
      // A script of its own, so that an endless loop fails the test instead of hanging it.
      Object.assign(globalThis, { readBroken: () => warnings(css) });
      const said: unknown = runInThisContext('readBroken()', { timeout: 5000 });
      expect(said).toContain('style/');
    },
  );

  it('points inside the sheet', () => {
    warnings('p { color: red } '.repeat(50));
    const sink = new DiagnosticList();
    readSheet('p {}\n.a :url( b', 'a.css', sink);
    expect(sink.all.map(({ where }) => [where.line, where.column])).toEqual([
      [2, 11],
      [2, 11],
    ]);
  });

  it('ends, and says the same whatever was read before', () => {
    const sheets = brokenSheets(1500);
    const forwards = sheets.map(warnings);
    const backwards = [...sheets].reverse().map(warnings).reverse();
    expect(backwards).toEqual(forwards);
    expect(forwards.filter((one) => one !== '[]').length).toBeGreaterThan(500);
  });
});
