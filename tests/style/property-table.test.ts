import { describe, expect, it } from 'vitest';
import type { ComputedStyle, LengthOrPercent } from '../../src/style/computed-style.ts';
import { style, styleOf } from './styled.ts';

const mm = 72 / 25.4;
const pt = (value: number): LengthOrPercent => ({ unit: 'pt', value });
const percent = (value: number): LengthOrPercent => ({ unit: '%', value });

/** Part of a style, at any depth. */
type Part<T> = { readonly [K in keyof T]?: Part<T[K]> };

describe('the property table', () => {
  it.each<[string, Part<ComputedStyle>]>([
    ['display: grid', { display: 'grid' }],
    ['display: table-header-group', { display: 'table-header-group' }],
    [
      'font-family: "Source Sans 3", Foo Bar, serif',
      { fontFamily: ['Source Sans 3', 'Foo Bar', 'serif'] },
    ],
    ['font-size: 20px', { fontSize: 15, lineHeight: 18 }],
    ['font-size: 150%', { fontSize: 15 }],
    ['font-size: 2rem', { fontSize: 20 }],
    ['font-weight: 600', { fontWeight: 600 }],
    ['font-weight: bold', { fontWeight: 700 }],
    ['font-style: italic', { fontStyle: 'italic' }],
    ['font-variant-caps: small-caps', { smallCaps: true }],
    ['font-variant-numeric: tabular-nums', { tabularFigures: true }],
    ['line-height: 1.5', { lineHeight: 15 }],
    ['line-height: 14pt', { lineHeight: 14 }],
    ['line-height: 130%', { lineHeight: 13 }],
    ['letter-spacing: .1em', { letterSpacing: 1 }],
    ['letter-spacing: normal', { letterSpacing: 0 }],
    ['color: #A0c', { colour: '#aa00cc' }],
    ['text-align: justify', { textAlign: 'justify' }],
    ['text-align: end', { textAlign: 'right' }],
    ['text-indent: -3mm', { textIndent: -3 * mm }],
    ['text-transform: uppercase', { textTransform: 'uppercase' }],
    ['hyphens: auto', { hyphens: 'auto' }],
    ['white-space: nowrap', { whiteSpace: 'nowrap' }],
    ['widows: 3; orphans: 4', { widows: 3, orphans: 4 }],
    ['list-style: dash', { listStyle: 'dash' }],
    ['list-style-type: decimal', { listStyle: 'decimal' }],
    ['vertical-align: super', { verticalAlign: 'super' }],
    ['text-decoration: underline', { underline: true }],
    ['margin: 1pt 2pt 3pt', { margin: { top: 1, right: 2, bottom: 3, left: 2 } }],
    ['margin: 1pt; margin-left: -2pt', { margin: { top: 1, right: 1, bottom: 1, left: -2 } }],
    ['padding: 1pt 2pt 3pt 4pt', { padding: { top: 1, right: 2, bottom: 3, left: 4 } }],
    ['border-radius: 2mm', { borderRadius: 2 * mm }],
    ['background: #eee', { background: '#eeeeee' }],
    ['background-color: #eee; background: none', { background: null }],
    ['width: 40%', { width: percent(40) }],
    [
      'width: 3cm; height: 1in; min-height: 1pc',
      { width: pt(30 * mm), height: pt(72), minHeight: 12 },
    ],
    ['object-fit: cover', { objectFit: 'cover' }],
    ['columns: 3; column-gap: 5mm', { columnCount: 3, columnGap: 5 * mm }],
    ['column-count: 2', { columnCount: 2, columnGap: 10 }],
    [
      'column-rule: .3pt dotted #999',
      { columnRule: { width: 0.3, style: 'dotted', colour: '#999999' } },
    ],
    ['column-span: all; column-fill: auto', { columnSpan: 'all', columnFill: 'auto' }],
    [
      'grid-template-columns: 20mm 25% 1fr auto',
      {
        tracks: [
          { kind: 'fixed', size: { unit: 'pt', value: 20 * mm } },
          { kind: 'fixed', size: { unit: '%', value: 25 } },
          { kind: 'fraction', share: 1 },
          { kind: 'auto' },
        ],
      },
    ],
    [
      'grid-template-columns: repeat(2, 1fr auto)',
      {
        tracks: [
          { kind: 'fraction', share: 1 },
          { kind: 'auto' },
          { kind: 'fraction', share: 1 },
          { kind: 'auto' },
        ],
      },
    ],
    ['gap: 1pt 2pt', { rowGap: 1, columnGap: 2 }],
    ['gap: 3pt', { rowGap: 3, columnGap: 3 }],
    ['align-items: center', { alignItems: 'center' }],
    ['break-before: recto; break-after: avoid', { breakBefore: 'recto', breakAfter: 'avoid' }],
    [
      'page-break-before: always; page-break-after: left',
      { breakBefore: 'page', breakAfter: 'verso' },
    ],
    ['break-inside: avoid', { breakInside: 'avoid' }],
    [
      'position: fixed; top: 0; outside: 0',
      { position: 'fixed', top: pt(0), outside: pt(0), inside: 'auto' },
    ],
    ['inset: 0 auto 10% 2pt', { top: pt(0), right: 'auto', bottom: percent(10), left: pt(2) }],
    ['bookmark-level: 2', { bookmarkLevel: 2 }],
    ['continued: " (suite)"', { continued: ' (suite)' }],
    ['continued: " (suite)"; continued: none', { continued: null }],
    [
      'string-set: first content(), name "n° " attr(data-n)',
      {
        stringSet: [
          { name: 'first', value: [{ kind: 'content' }] },
          {
            name: 'name',
            value: [
              { kind: 'text', text: 'n° ' },
              { kind: 'attr', name: 'data-n' },
            ],
          },
        ],
      },
    ],
    ['width: calc(10mm + 2 * 5mm - 30mm / 3)', { width: pt(10 * mm) }],
    ['width: calc(2 * (1pt + 2pt))', { width: pt(6) }],
    ['width: calc(50% - 10%)', { width: percent(40) }],
    ['width: max(7pt, calc(8pt * 0.5))', { width: pt(7) }],
    ['width: min(7pt, 8pt, 6pt)', { width: pt(6) }],
    [
      'font: italic bold 8pt/1.5 "A B", serif',
      {
        fontStyle: 'italic',
        fontWeight: 700,
        fontSize: 8,
        lineHeight: 12,
        fontFamily: ['A B', 'serif'],
      },
    ],
    ['font-weight: 700; font: 8pt serif', { fontWeight: 400, lineHeight: 9.6 }],
  ])('%s', (declarations, expected) => {
    expect(styleOf(declarations)).toMatchObject(expected);
  });

  it('gives borders by side, by part and whole; none has no width', () => {
    const { border } = styleOf(
      'color: #123456; border: 1pt solid; border-left: none; border-top-width: 2pt; border-bottom-color: red',
    );
    expect(border).toEqual({
      top: { width: 2, style: 'solid', colour: '#123456' },
      right: { width: 1, style: 'solid', colour: '#123456' },
      bottom: { width: 1, style: 'solid', colour: '#ff0000' },
      left: { width: 0, style: 'none', colour: '#123456' },
    });
    expect(styleOf('border: 1pt solid; border: 0').border.top.width).toBe(0);
    expect(styleOf('border-style: dashed').border.left).toMatchObject({
      width: 0.5,
      style: 'dashed',
    });
  });

  it('reads each form of content', () => {
    const css = `#x::before { content: "a" attr(href) counter(page) leader(".")
      leader(dotted) target-counter(attr(href url), page) string(s) string(s, last) }`;
    const { byId } = style(css, '<p id="x">t</p>', { expectWarnings: true });
    expect(byId('x').before?.content).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'attr', name: 'href' },
      { kind: 'counter', name: 'page' },
      { kind: 'leader', pattern: '.' },
      { kind: 'leader', pattern: '. ' },
      { kind: 'target-counter', attr: 'href' },
      { kind: 'string', name: 's', which: 'first' },
      { kind: 'string', name: 's', which: 'last' },
    ]);
  });

  it.each([
    'display: flex',
    'position: relative',
    'width: -1pt',
    'width: 1e999pt',
    'margin: 10%',
    'padding: -1pt',
    'margin: 1pt 2pt 3pt 4pt 5pt',
    'font-size: 0',
    'font-size: 3',
    'widows: 0',
    'widows: 2.5',
    'columns: 99',
    'color: blurple',
    'color: #12345',
    'color: rgb(0 0 0 / 50%)',
    'width: calc(10% + 1pt)',
    'width: max(10%, 1pt)',
    'width: max()',
    'width: calc(1pt * 2pt)',
    'width: calc(1pt / 0)',
    'width: 3vw',
    'content: url(a.png)',
    'content: counter(chapter)',
    'string-set: name',
    'grid-template-columns: minmax(1pt, 2pt)',
    'grid-template-columns: repeat(1000000, 1fr)',
    'border: 1pt 2pt solid',
    'font: serif',
    'break-before: banana',
    'bookmark-level: 7',
  ])('does not take %s', (declaration) => {
    const { sink, byId } = style(`#x { ${declaration} }`, '<div id="x">t</div>', {
      expectWarnings: true,
    });
    expect(sink.all.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning style/unsupported-value',
    ]);
    expect(byId('x').style).toEqual(styleOf(''));
  });
});
