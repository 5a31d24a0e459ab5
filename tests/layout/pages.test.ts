import { describe, expect, it } from 'vitest';
import type { Tag } from '../../src/boxes/box.ts';
import type { ContentPart, MarginBox, MarginBoxName } from '../../src/style/computed-style.ts';
import {
  block,
  columns,
  entry,
  lines,
  outline,
  paragraph,
  plain,
  stage,
  style,
  textOf,
  texts,
} from './stage.ts';

describe('pages and columns', () => {
  it('fills page after page', () => {
    expect(outline(stage([lines('a', 25)]).document)).toEqual([
      'a1 a2 a3 a4 a5 a6 a7 a8 a9 a10',
      'a11 a12 a13 a14 a15 a16 a17 a18 a19 a20',
      'a21 a22 a23 a24 a25',
    ]);
  });

  it('fills columns first and balances the last page', () => {
    const { document } = stage([block([lines('a', 26)], { columnCount: 2 })], { width: 110 });
    expect(document.pages.map((page) => columns(page).map((column) => column.length))).toEqual([
      [10, 10],
      [3, 3],
    ]);
  });

  it('sets up to four columns', () => {
    const { document } = stage([block([lines('a', 12)], { columnCount: 4 })], { width: 190 });
    expect(columns(document.pages[0] as never).map((column) => column.join(' '))).toEqual([
      'a1 a2 a3',
      'a4 a5 a6',
      'a7 a8 a9',
      'a10 a11 a12',
    ]);
  });

  it('lets a heading span the columns and goes on below it', () => {
    const { document } = stage(
      [
        block([lines('a', 4), paragraph('T', { columnSpan: 'all' }), lines('b', 4)], {
          columnCount: 2,
        }),
      ],
      { width: 110 },
    );
    expect(outline(document)).toEqual(['a1 a2 T b1 b2 / a3 a4 b3 b4']);
    const ys = texts(document.pages[0]?.fragments ?? []).map((text) => [
      textOf(text).trim(),
      text.y - 8,
    ]);
    expect(Object.fromEntries(ys)).toMatchObject({ T: 20, b1: 30, b3: 30 });
  });
});

describe('a long chapter', () => {
  it('is poured as it grows, and set as if it were known whole', () => {
    const { document } = stage([block([lines('a', 7013)], { columnCount: 2 })], { width: 110 });
    const counts = document.pages.map((page) => columns(page).map((column) => column.length));
    expect(counts.slice(0, -1)).toEqual(Array.from({ length: 350 }, () => [10, 10]));
    expect(counts.at(-1)).toEqual([7, 6]);
    const all = document.pages.flatMap((page) => columns(page).flat());
    expect(all).toEqual(Array.from({ length: 7013 }, (_, index) => `a${index + 1}`));
  });
});

describe('keeps', () => {
  it('moves an entry that does not fit to the next column whole', () => {
    const { document, diagnostics } = stage(
      [block([entry('a', 6), entry('b', 6), entry('c', 6)], { columnCount: 2 })],
      { width: 110 },
    );
    expect(outline(document)).toEqual([
      'a1 a2 a3 a4 a5 a6 / b1 b2 b3 b4 b5 b6',
      'c1 c2 c3 c4 c5 c6',
    ]);
    expect(diagnostics.all).toEqual([]);
  });

  it('keeps a heading with its first entry', () => {
    const heading = paragraph('H', { breakAfter: 'avoid' });
    expect(outline(stage([lines('a', 6), heading, entry('b', 4)]).document)).toEqual([
      'a1 a2 a3 a4 a5 a6',
      'H b1 b2 b3 b4',
    ]);
  });

  it('keeps a spanning heading with the columns below it', () => {
    const heading = paragraph('H', { breakAfter: 'avoid' });
    const { document } = stage(
      [lines('a', 7), heading, block([entry('b', 4)], { columnCount: 2 })],
      { width: 110 },
    );
    expect(outline(document)).toEqual(['a1 a2 a3 a4 a5 a6 a7', 'H b1 b2 b3 b4']);
  });

  it('leaves neither widow nor orphan', () => {
    const changes = { widows: 2, orphans: 2 };
    expect(outline(stage([lines('a', 9), lines('b', 4, changes)]).document)).toEqual([
      'a1 a2 a3 a4 a5 a6 a7 a8 a9',
      'b1 b2 b3 b4',
    ]);
    expect(outline(stage([lines('a', 11, changes)]).document)).toEqual([
      'a1 a2 a3 a4 a5 a6 a7 a8 a9',
      'a10 a11',
    ]);
  });

  it('splits an entry taller than a column and says so', () => {
    const { document, diagnostics } = stage([entry('a', 14)]);
    expect(outline(document)).toEqual(['a1 a2 a3 a4 a5 a6 a7 a8 a9 a10', 'a11 a12 a13 a14']);
    expect(diagnostics.all.map(({ code, where }) => [code, where.id])).toEqual([
      ['layout/keep-broken', 'a'],
    ]);
  });

  it('begins an entry taller than a page where it stands rather than waste that page', () => {
    const { document } = stage([lines('x', 3), entry('a', 12)]);
    expect(outline(document)).toEqual(['x1 x2 x3 a1 a2 a3 a4 a5 a6 a7', 'a8 a9 a10 a11 a12']);
    // In the little room at a foot it would not be worth while.
    const [first] = outline(stage([lines('x', 8), entry('a', 12)]).document);
    expect(first).toBe('x1 x2 x3 x4 x5 x6 x7 x8');
    // And an entry that fits on the next page is never broken for it.
    const [whole] = outline(stage([lines('x', 3), entry('a', 10)]).document);
    expect(whole).toBe('x1 x2 x3');
  });

  it('says what runs off the foot of a page because it cannot be broken', () => {
    const row = block([lines('a', 14)], { breakInside: 'avoid' }, { label: 'long' });
    const tracks = { ...row, kind: 'tracks' as const, cells: [row] };
    const { diagnostics } = stage([tracks, lines('b', 1)]);
    expect(diagnostics.all).toMatchObject([{ severity: 'warning', code: 'layout/too-tall' }]);
    // 40 pt are 15 mm.
    expect(diagnostics.all[0]?.message.en).toContain('by 15 mm');
    expect(stage([lines('a', 14)]).diagnostics.all).toEqual([]);
  });

  it('says once that an entry is split, over however many columns', () => {
    const { diagnostics } = stage([entry('a', 34)]);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(['layout/keep-broken']);
  });

  it('drops margins at the top of a column and collapses them elsewhere', () => {
    const { document } = stage([
      lines('a', 1, { margin: { top: 20, right: 0, bottom: 10, left: 0 } }),
      lines('b', 1, { margin: { top: 30, right: 0, bottom: 0, left: 0 } }),
    ]);
    expect(texts(document.pages[0]?.fragments ?? []).map((text) => text.y)).toEqual([8, 48]);
  });

  it('repeats the heading of a group that continues, outside the reading order', () => {
    const heading = paragraph('H');
    const continuation = { ...paragraph('H-suite'), tag: null };
    const group = block([heading, entry('a', 5), entry('b', 5)], {}, { continuation });
    const { document } = stage([group]);
    expect(outline(document)).toEqual(['H a1 a2 a3 a4 a5', 'b1 b2 b3 b4 b5 H-suite']);
    const repeated = texts(document.pages[1]?.fragments ?? []).find(
      (text) => textOf(text) === 'H-suite',
    );
    expect(repeated).toMatchObject({ artifact: 'pagination', y: 8 });
  });
});

describe('forced breaks and sides', () => {
  it('starts on a recto, with a blank page before when it must', () => {
    const { document } = stage([lines('a', 1), lines('b', 1, { breakBefore: 'recto' })]);
    expect(outline(document)).toEqual(['a1', '', 'b1']);
    expect(document.pages.map((page) => [page.index, page.side, page.folio])).toEqual([
      [0, 'recto', '1'],
      [1, 'verso', '2'],
      [2, 'recto', '3'],
    ]);
  });

  it('adds no blank page when the next one is a recto already', () => {
    const { document } = stage([lines('a', 11), lines('b', 1, { breakBefore: 'recto' })]);
    expect(outline(document)).toEqual(['a1 a2 a3 a4 a5 a6 a7 a8 a9 a10', 'a11', 'b1']);
  });

  it('begins a new page for another page name, with folios of its own', () => {
    const masters = { front: { folioStyle: 'lower-roman' as const }, body: { folioReset: true } };
    const { document } = stage(
      [block([lines('a', 11)], { page: 'front' }), block([lines('b', 1)], { page: 'body' })],
      { masters },
    );
    expect(document.pages.map((page) => [page.name, page.folio])).toEqual([
      ['front', 'i'],
      ['front', 'ii'],
      ['body', '1'],
    ]);
  });

  it('counts a page that bears no folio, and prints its number where it is referred to', () => {
    const counter: MarginBox = { content: [{ kind: 'counter', name: 'page' }], style: style() };
    const marginBoxes = new Map([['bottom-right', counter] as const]);
    const tag: Tag = { role: 'P', parent: null };
    const reference = { kind: 'folio', anchors: ['cover'], style: plain, tag, link: null } as const;
    const { document } = stage(
      [
        block([lines('a', 1)], { page: 'cover' }, { anchors: ['cover'] }),
        block([paragraph([reference])], { page: 'body' }),
      ],
      {
        margin: 20,
        masters: { cover: { folioStyle: 'none', marginBoxes }, body: { marginBoxes } },
      },
    );
    expect(document.pages.map((page) => page.folio)).toEqual(['', '2']);
    expect(document.pages.map(({ fragments }) => texts(fragments).map(textOf))).toEqual([
      ['a1'],
      ['1', '2'],
    ]);
  });

  it('pads the page count only on demand', () => {
    expect(stage([lines('a', 1)]).document.pages).toHaveLength(1);
    expect(stage([lines('a', 1)], { multiple: 4 }).document.pages).toHaveLength(4);
  });
});

describe('running matter', () => {
  const string = (name: string, which: 'first' | 'last' | 'start'): ContentPart => ({
    kind: 'string',
    name,
    which,
  });
  const box = (...content: ContentPart[]): MarginBox => ({ content, style: style() });

  it('prints guide words and folio of each page', () => {
    const named = (name: string) =>
      block(
        [lines(name, 3)],
        { breakInside: 'avoid' },
        { strings: [{ name: 'entry', value: name }] },
      );
    const marginBoxes = new Map<MarginBoxName, MarginBox>([
      [
        'top-left',
        box(string('entry', 'first'), { kind: 'text', text: '-' }, string('entry', 'last')),
      ],
      ['bottom-right', box({ kind: 'counter', name: 'page' })],
    ]);
    const { document } = stage(['a', 'b', 'c', 'd'].map(named), { margin: 15, marginBoxes });
    const furniture = document.pages.map((page) =>
      texts(page.fragments)
        .filter((text) => text.artifact === 'pagination')
        .map(textOf),
    );
    expect(furniture).toEqual([
      ['a-b', '1'],
      ['c-d', '2'],
    ]);
  });

  it('prints one guide word when the first and the last are the same, and no dash for none', () => {
    const head = box(
      string('entry', 'first'),
      { kind: 'text', text: '-' },
      string('entry', 'last'),
    );
    const marginBoxes = new Map<MarginBoxName, MarginBox>([['top-left', head]]);
    const furniture = (name?: string) => {
      const strings = name ? [{ name: 'entry', value: name }] : [];
      const { document } = stage([block([lines('x', 1)], {}, { strings })], {
        margin: 15,
        marginBoxes,
      });
      return texts(document.pages[0]?.fragments ?? [])
        .filter((text) => text.artifact === 'pagination')
        .map(textOf);
    };
    expect(furniture('a')).toEqual(['a']);
    expect(furniture()).toEqual([]);
  });
});

describe('references', () => {
  const reference = (...anchors: string[]) =>
    paragraph([
      { kind: 'folio', anchors, style: plain, tag: { role: 'P', parent: null }, link: null },
    ]);

  it('fills a slot before its target without moving anything', () => {
    const { document } = stage([
      reference('b'),
      lines('a', 12),
      lines('b', 1, {}, { anchors: ['b'] }),
    ]);
    expect(texts(document.pages[0]?.fragments ?? []).map(textOf)[0]).toBe('2');
    expect(texts(document.pages[0]?.fragments ?? [])[0]?.x).toBe(30);
  });

  it('lays out again for ranges placed before what they list', () => {
    const targets = ['x', 'y', 'z'].map((name) => lines(name, 10, {}, { anchors: [name] }));
    const { document } = stage([reference('x', 'y', 'z'), ...targets]);
    expect(
      texts(document.pages[0]?.fragments ?? [])
        .slice(0, 1)
        .map(textOf),
    ).toEqual(['1–3']);
    expect(document.destinations.get('z')?.page).toBe(2);
  });

  it('reports a reference to nothing', () => {
    const { diagnostics } = stage([reference('nowhere')]);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(['layout/unknown-anchor']);
  });
});
