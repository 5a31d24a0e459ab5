import { describe, expect, it } from 'vitest';
import type { ContentPart } from '../../src/style/computed-style.ts';
import { style } from './styled.ts';

const text = (value: string): ContentPart => ({ kind: 'text', text: value });
const size = { width: 300, height: 400 };

describe('page masters', () => {
  it('takes margins by side, inside and outside mirrored', () => {
    const { styler } = style(
      '@page { margin: 10pt 20pt; margin-inside: 30pt } @page :left { margin-top: 11pt }',
      '<p>t</p>',
      { size },
    );
    expect(styler.master('body', 'recto', false)).toMatchObject({
      size,
      margin: { top: 10, right: 20, bottom: 10, left: 30 },
      folioStyle: 'decimal',
      folioReset: false,
      background: null,
    });
    expect(styler.master('body', 'verso', false).margin).toEqual({
      top: 11,
      right: 30,
      bottom: 10,
      left: 20,
    });
  });

  it.each([
    ['any', 'recto', false, 1],
    ['any', 'verso', false, 2],
    ['any', 'recto', true, 3],
    ['any', 'verso', true, 3],
    ['front', 'recto', false, 4],
    ['front', 'verso', false, 5],
    ['front', 'verso', true, 6],
  ] as const)('the most exact rule wins: %s %s first=%s', (name, side, first, expected) => {
    const css = `@page front:first { margin: 6pt } @page front:verso { margin: 5pt }
      @page front { margin: 4pt } @page :first { margin: 3pt } @page :left { margin: 2pt } @page { margin: 1pt }`;
    const { styler } = style(css, '<p>t</p>', { size });
    expect(styler.master(name, side, first).margin.top).toBe(expected);
  });

  it('lets a named page keep the size that its own rule gives', () => {
    const css = '@page { size: A4 } @page plan { size: 500pt 200pt }';
    const { styler } = style(css, '<p>t</p>', { size });
    expect(styler.master('plan', 'verso', false).size).toEqual({ width: 500, height: 200 });
    expect(styler.master('body', 'verso', false).size).toEqual(size);
  });

  it('lets the booklet’s format and margins win, save over matter that bleeds', () => {
    const css =
      '@page { size: A4; margin: 10pt } @page cover { margin: 0 } @page wide { margin-left: 40pt }';
    const margins = { left: 25, right: 15 };
    const { styler } = style(css, '<p>t</p>', { size, margins });
    expect(styler.master('body', 'recto', false)).toMatchObject({
      size,
      margin: { top: 10, right: 15, bottom: 10, left: 25 },
    });
    expect(styler.master('body', 'verso', false).margin).toMatchObject({ right: 25, left: 15 });
    expect(styler.master('cover', 'recto', true).margin).toEqual({
      top: 0,
      right: 0,
      bottom: 0,
      left: 0,
    });
  });

  it.each([
    ['size: 100pt 200pt', 100, 200],
    ['size: 100pt', 100, 100],
    ['size: A6 landscape', 419.528, 297.638],
    ['size: auto', 419.528, 595.276],
  ])('%s, when the booklet gives no format', (declaration, width, height) => {
    const { styler } = style(`@page { ${declaration} }`, '<p>t</p>');
    const master = styler.master('body', 'recto', false);
    expect(master.size.width).toBeCloseTo(width, 2);
    expect(master.size.height).toBeCloseTo(height, 2);
  });

  it('reads folios and backgrounds, variables of the root included', () => {
    const css =
      ':root { --a: #102030 } @page front { folio: lower-roman; folio-reset: true; background: var(--a) }';
    const { styler } = style(css, '<p>t</p>', { size });
    expect(styler.master('front', 'recto', true)).toMatchObject({
      folioStyle: 'lower-roman',
      folioReset: true,
      background: '#102030',
    });
  });

  it('lets a cover bear no folio', () => {
    const { styler } = style(
      '@page { folio: lower-roman } @page cover { folio: none }',
      '<p>t</p>',
    );
    expect(styler.master('cover', 'recto', true).folioStyle).toBe('none');
    expect(styler.master('body', 'recto', true).folioStyle).toBe('lower-roman');
  });

  it('styles margin boxes from the root, and cascades them', () => {
    const css = `:root { font-size: 8pt; color: #333 }
      @page { @top-left { content: "a"; font-weight: bold } @bottom-right { content: counter(page) } @top-right { content: none } }
      @page body:left { @top-left { content: string(theme, last) " – " attr(x); color: red } @bottom-center { content: "c" } }`;
    const { styler } = style(css, '<p>t</p>', { size, expectWarnings: true });
    const recto = styler.master('body', 'recto', false).marginBoxes;
    expect([...recto.keys()]).toEqual(['top-left', 'bottom-right']);
    expect(recto.get('top-left')).toMatchObject({
      content: [text('a')],
      style: {
        fontWeight: 700,
        fontSize: 8,
        colour: '#333333',
        textAlign: 'left',
        display: 'block',
      },
    });
    expect(recto.get('bottom-right')?.style.textAlign).toBe('right');
    const verso = styler.master('body', 'verso', false).marginBoxes;
    expect(verso.get('top-left')).toMatchObject({
      content: [
        { kind: 'string', name: 'theme', which: 'last' },
        text(' – '),
        { kind: 'attr', name: 'x' },
      ],
      style: { fontWeight: 700, colour: '#ff0000' },
    });
    expect(verso.get('bottom-center')?.style.textAlign).toBe('center');
  });

  it('gives the same object for the same page, and an ordinary page for an unknown name', () => {
    const { styler } = style('@page { margin: 7pt }', '<p>t</p>', { size });
    expect(styler.master('x', 'recto', false)).toBe(styler.master('x', 'recto', false));
    expect(styler.master('x', 'recto', false)).toMatchObject({ name: 'x', margin: { top: 7 } });
  });

  it.each([
    ['@page { color: red }', 'style/unknown-property'],
    ['@page { margn: 1pt }', 'style/unknown-property'],
    ['@page { margin: 10% }', 'style/unsupported-value'],
    ['@page { margin: -1pt }', 'style/unsupported-value'],
    ['@page { folio: upper-roman }', 'style/unsupported-value'],
    ['@page { size: B7 }', 'style/unsupported-value'],
    ['@page { @left-top { content: "x" } }', 'style/unsupported-at-rule'],
    ['@page :blank { margin: 0 }', 'style/unsupported-selector'],
    ['@page { @top-left { flot: left } }', 'style/unknown-property'],
  ])('reports %s', (css, code) => {
    const { sink, styler } = style(css, '<p>t</p>', { size, expectWarnings: true });
    styler.master('body', 'recto', true);
    expect(sink.all.map((one) => [one.code, one.where.file, one.where.line])).toEqual([
      [code, 'style.css', 1],
    ]);
    expect(sink.all[0]?.message.en).toMatch(/ignored|has no effect/);
  });
});
