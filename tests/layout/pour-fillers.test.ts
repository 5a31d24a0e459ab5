import { describe, expect, it } from 'vitest';
import type { BlockBox, Box, ParagraphBox } from '../../src/boxes/box.ts';
import type { PagedDocument } from '../../src/layout/page.ts';
import { paddedCount } from '../../src/layout/pour-fillers.ts';
import { block, lines, paragraph, stage, style } from './stage.ts';

const filling = { filler: true, breakBefore: 'page', page: 'front' } as const;

function filler(name: string, count: number): BlockBox {
  return block([lines(name, count, {}, { anchors: [name] })], filling);
}

function rule(): BlockBox {
  const side = { width: 1, style: 'solid', colour: '#888888' } as const;
  return block([], {
    height: { unit: 'pt', value: 9 },
    border: { ...style().border, bottom: side },
  });
}

/** First word of each page. */
function openings({ pages }: PagedDocument): readonly string[] {
  return pages.map(({ fragments }) => {
    const text = fragments.find((fragment) => fragment.kind === 'text');
    return text?.kind === 'text'
      ? text.runs
          .map((run) => run.text)
          .join('')
          .trim()
      : '';
  });
}

describe('a page count', () => {
  it.each([
    [5, 1, 1, 5],
    [5, 4, 1, 8],
    [8, 4, 1, 8],
    [5, 1, 7, 7],
    [5, 4, 9, 12],
    [13, 4, 9, 16],
  ])('of %i, a multiple of %i, at least %i, is %i', (content, multiple, least, whole) => {
    expect(paddedCount(content, { multiple, least })).toBe(whole);
  });
});

describe('fillers', () => {
  it('are not printed unless pages are wanted', () => {
    const { document } = stage([lines('a', 1), filler('n', 2)]);
    expect(openings(document)).toEqual(['a1']);
    expect(document.padding).toEqual({ fillers: 0, blanks: 0 });
    expect(document.destinations.has('n')).toBe(false);
  });

  it('come in their order, the last one again and again', () => {
    const boxes = [lines('a', 1), filler('n', 2), filler('m', 2)];
    const { document } = stage(boxes, { leastPages: 5 });
    expect(openings(document)).toEqual(['a1', 'n1', 'm1', 'm1', 'm1']);
    expect(document.padding).toEqual({ fillers: 4, blanks: 0 });
  });

  it('are read once only, and stand at one destination', () => {
    const { document } = stage([lines('a', 1), filler('n', 2)], { multiple: 4 });
    const tags = document.pages.map(({ fragments }) =>
      fragments.map((fragment) => (fragment.tag ? fragment.tag.role : '-')).join(' '),
    );
    expect(tags).toEqual(['P', 'P P', '- -', '- -']);
    expect(document.destinations.get('n')?.page).toBe(1);
  });

  it('that are taller than the pages wanting are passed over, and none is cut', () => {
    const boxes = [lines('a', 1), filler('tall', 15), filler('n', 1)];
    expect(openings(stage(boxes, { leastPages: 2 }).document)).toEqual(['a1', 'n1']);
    expect(openings(stage(boxes, { leastPages: 3 }).document)).toEqual(['a1', 'tall1', 'tall11']);
    const tall = stage([lines('a', 1), filler('tall', 15)], { leastPages: 2 }).document;
    expect(openings(tall)).toEqual(['a1', '']);
    expect(tall.padding).toEqual({ fillers: 0, blanks: 1 });
  });

  it('have as many bare rules as the page holds', () => {
    const notes = block([paragraph('Notes'), ...Array.from({ length: 40 }, rule)], filling);
    const { document } = stage([lines('a', 1), notes], { multiple: 4 });
    expect(openings(document)).toEqual(['a1', 'Notes', 'Notes', 'Notes']);
    const rules = document.pages[1]?.fragments.filter(({ kind }) => kind === 'rule');
    expect(rules).toHaveLength(9);
  });

  it('leave blank pages to a template that has none', () => {
    const { document } = stage([lines('a', 1)], { multiple: 4 });
    expect(openings(document)).toEqual(['a1', '', '', '']);
    expect(document.padding).toEqual({ fillers: 0, blanks: 3 });
  });

  it('keep the page references of the content right', () => {
    const own = style();
    const reference: ParagraphBox = paragraph([
      { kind: 'folio', anchors: ['b'], style: own, tag: null, link: null },
    ]);
    const last: Box = block([lines('b', 1, {}, { anchors: ['b'] })], { breakBefore: 'page' });
    const bare = stage([reference, last]).document;
    const padded = stage([reference, last, filler('n', 1)], { multiple: 4 }).document;
    expect(padded.pages.slice(0, 2)).toEqual(bare.pages);
  });
});
