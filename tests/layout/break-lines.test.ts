import { describe, expect, it } from 'vitest';
import type { Inline, InlineLink, Tag } from '../../src/boxes/box.ts';
import { breakLines } from '../../src/layout/break-lines.ts';
import type { FolioResolver } from '../../src/layout/folio-resolver.ts';
import type { Line } from '../../src/layout/line-pieces.ts';
import { textStyles } from '../../src/layout/text-style.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { rulerFonts, style, textInlines } from './stage.ts';

const unknown: FolioResolver = { locate: () => null, widest: '000', pageWord: 'page' };
const options = { textStyles: textStyles(rulerFonts), folios: unknown };

function set(
  text: string | readonly Inline[],
  width: number,
  changes: Partial<ComputedStyle> = {},
  folios = unknown,
): readonly Line[] {
  const own = style(changes);
  const inlines = typeof text === 'string' ? textInlines(text, own) : text;
  return breakLines(inlines, own, width, { ...options, folios });
}

function words(line: Line): string {
  return line.pieces
    .map((piece) =>
      piece.kind === 'text' ? piece.runs.map((run) => run.text).join('') : `[${piece.kind}]`,
    )
    .join('');
}

describe('breakLines', () => {
  it('breaks at blanks by arithmetic', () => {
    expect(set('aa bb cc dd', 50).map(words)).toEqual(['aa bb ', 'cc dd']);
    expect(set('aa bb cc dd', 49).map(words)).toEqual(['aa ', 'bb ', 'cc ', 'dd']);
  });

  it('keeps the blank at a line end for text extraction, without giving it room', () => {
    const [first] = set('aa bb cc', 50, { textAlign: 'right' });
    expect(first?.width).toBe(50);
    expect(first?.pieces[0]).toMatchObject({ x: 0 });
  });

  it('aligns right and centres', () => {
    expect(set('aa', 50, { textAlign: 'right' })[0]?.pieces[0]).toMatchObject({ x: 30 });
    expect(set('aa', 50, { textAlign: 'center' })[0]?.pieces[0]).toMatchObject({ x: 15 });
  });

  it('justifies all lines but the last, through real blanks', () => {
    const [first, last] = set('a b c d e', 60, { textAlign: 'justify' });
    expect(words(first as Line)).toBe('a b c ');
    expect(first?.pieces[0]).toMatchObject({ spaceExtra: 5 });
    expect(last?.pieces[0]).toMatchObject({ spaceExtra: 0 });
  });

  it('cuts a word wider than the line and loses nothing of it', () => {
    const text = 'x'.repeat(23);
    const cut = set(text, 50);
    expect(cut.map((line) => words(line).length)).toEqual([5, 5, 5, 5, 3]);
    expect(cut.map(words).join('')).toBe(text);
  });

  it('hyphenates French when asked, never inside a short gap of ragged text', () => {
    const cut = set('le département', 120, { hyphens: 'auto' });
    expect(cut.map(words)).toEqual(['le départe\u00ad', 'ment']);
    const ragged = set('aaaaaaaaaa département', 130, { hyphens: 'auto' }).map(words);
    expect(ragged).toEqual(['aaaaaaaaaa ', 'département']);
  });

  it('obeys forced line ends and keeps an empty line', () => {
    expect(set('a||b', 50).map(words)).toEqual(['a ', '', 'b']);
  });

  it('fills a leader up to the number at the right edge', () => {
    const own = style();
    const inlines: Inline[] = [
      ...textInlines('ab', own),
      { kind: 'leader', pattern: '.', style: own },
      { kind: 'folio', anchors: ['x'], style: own, tag: null, link: null },
    ];
    const [line] = set(inlines, 200);
    const folio = line?.pieces.find((piece) => piece.kind === 'folio');
    expect(folio).toMatchObject({ x: 170, width: 30 });
    const dots = line?.pieces[1];
    expect(dots?.kind === 'text' && dots.x + dots.width).toBeCloseTo(170);
  });

  it('justifies a line that ends in a hyphen to the right edge, no further', () => {
    const justified = { hyphens: 'auto', textAlign: 'justify' } as const;
    const [first] = set('le le département', 165, justified);
    expect(words(first as Line)).toBe('le le départe\u00ad');
    expect(first?.width).toBe(140);
    expect(first?.pieces[0]).toMatchObject({ width: 165, spaceExtra: 12.5 });
  });

  it('aligns a line that ends in a hyphen by its ink', () => {
    const [first] = set('le département', 125, { hyphens: 'auto', textAlign: 'right' });
    expect(first).toMatchObject({ width: 110 });
    expect(first?.pieces[0]).toMatchObject({ x: 15, width: 110 });
  });

  it('takes the last word to the next line with a leader that has no room', () => {
    const own = style();
    const inlines = (text: string): Inline[] => [
      ...textInlines(text, own),
      { kind: 'leader', pattern: '.', style: own },
      { kind: 'folio', anchors: ['x'], style: own, tag: null, link: null },
    ];
    expect(set(inlines('aa bb ccc'), 100).map(words)).toEqual(['aa bb ', 'ccc. [folio]']);
    // One word alone stays where it is.
    expect(set(inlines('abcdefgh'), 100).map(words)).toEqual(['abcdefgh', '. . . [folio]']);
  });

  it('keeps the lines apart alike beside smaller and raised text', () => {
    const own = style({ lineHeight: 12 });
    const height = (changes: Partial<ComputedStyle>) =>
      set(
        [...textInlines('a', own), ...textInlines('b', style({ lineHeight: 12, ...changes }))],
        90,
        {
          lineHeight: 12,
        },
      )[0]?.height;
    expect(height({ fontSize: 7, verticalAlign: 'super' })).toBe(12);
    expect(height({ fontSize: 7 })).toBe(12);
    expect(height({ fontSize: 20, lineHeight: 24 })).toBeGreaterThanOrEqual(24);
  });

  it('sets known page numbers with a link each', () => {
    const own = style();
    const tag: Tag = { role: 'P', parent: null };
    const folios: FolioResolver = {
      ...unknown,
      locate: (anchors) =>
        anchors.map((anchor) => ({ anchor, page: Number(anchor), folio: anchor })),
    };
    const [line] = set(
      [{ kind: 'folio', anchors: ['3', '7', '8'], style: own, tag, link: null }],
      200,
      {},
      folios,
    );
    expect(words(line as Line)).toBe('3, 7–8');
    const links = line?.pieces.flatMap((piece) =>
      piece.kind === 'text' && piece.link ? [piece.link] : [],
    ) as InlineLink[];
    expect(links.map((link) => link.contents)).toEqual(['page 3', 'page 7–8']);
    expect(links.map((link) => link.target)).toEqual([
      { kind: 'anchor', anchor: '3' },
      { kind: 'anchor', anchor: '7' },
    ]);
  });

  it('says of what a page number is the page', () => {
    const own = style();
    const folios: FolioResolver = {
      ...unknown,
      pageWord: 'Seite',
      locate: () => [{ anchor: 'x', page: 3, folio: '4' }],
    };
    const tag: Tag = { role: 'P', parent: null };
    const inlines: Inline[] = [
      ...textInlines('Mairie, ', own),
      { kind: 'leader', pattern: '.', style: own },
      { kind: 'folio', anchors: ['x'], style: own, tag, link: null },
    ];
    const [line] = set(inlines, 200, {}, folios);
    const links = line?.pieces.flatMap((piece) =>
      piece.kind === 'text' && piece.link ? [piece.link] : [],
    );
    expect(links).toMatchObject([{ contents: 'Mairie, Seite 4' }]);
  });

  it('gives the same lines however the text is cut into inlines', () => {
    const own = style();
    const text = 'un deux trois quatre cinq six sept huit neuf dix';
    const whole = set(text, 95).map(words);
    for (let at = 1; at < text.length; at += 3) {
      const parts = [...textInlines(text.slice(0, at), own), ...textInlines(text.slice(at), own)];
      expect(set(parts, 95).map(words)).toEqual(whole);
    }
  });
});
