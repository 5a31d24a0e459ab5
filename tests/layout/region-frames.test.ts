import { describe, expect, it } from 'vitest';
import type { Fragment, Page, RectFragment, RuleFragment } from '../../src/layout/page.ts';
import type { BorderSide, ComputedStyle } from '../../src/style/computed-style.ts';
import { block, columns, lines, outline, plain, stage } from './stage.ts';

const thin: BorderSide = { width: 2, style: 'solid', colour: '#123456' };
const columned: Partial<ComputedStyle> = { columnCount: 2, columnGap: 10 };
const even = (value: number) => ({ top: value, right: value, bottom: value, left: value });

function rects(page: Page | undefined): readonly RectFragment[] {
  return (page?.fragments ?? []).filter((one): one is RectFragment => one.kind === 'rect');
}

function rules(page: Page | undefined): readonly RuleFragment[] {
  return (page?.fragments ?? []).filter((one): one is RuleFragment => one.kind === 'rule');
}

describe('a box around columns', () => {
  it('has its ground and its paddings around them all', () => {
    const box = block([lines('a', 4)], { ...columned, background: '#eeeeee', padding: even(5) });
    const [page] = stage([lines('x', 1), box, lines('y', 1)], { width: 110 }).document.pages;
    expect(rects(page).map(({ rect }) => rect)).toEqual([{ x: 0, y: 10, width: 110, height: 30 }]);
    expect(columns(page as Page)).toEqual([
      ['x1', 'y1'],
      ['a1', 'a2'],
      ['a3', 'a4'],
    ]);
    // x + 5 of padding for the first column, both columns begin 5 below the top of the box.
    const tops = (page as Page).fragments
      .filter((one): one is Extract<Fragment, { kind: 'text' }> => one.kind === 'text')
      .map(({ x, y }) => [x, y]);
    expect(tops).toEqual([
      [0, 8],
      [5, 23],
      [5, 33],
      [60, 23],
      [60, 33],
      [0, 48],
    ]);
  });

  it('goes around what stands before, in and after columns inside it', () => {
    const box = block([lines('a', 1), block([lines('b', 4)], columned), lines('c', 1)], {
      background: '#eeeeee',
    });
    const [page] = stage([box], { width: 110 }).document.pages;
    expect(rects(page).map(({ rect }) => rect)).toEqual([{ x: 0, y: 0, width: 110, height: 40 }]);
  });

  it('stays open where it is cut by a page', () => {
    const border = { top: thin, right: thin, bottom: thin, left: thin };
    const box = block([lines('a', 30)], { ...columned, border });
    const { document } = stage([box], { width: 110 });
    const horizontal = document.pages.map(
      (page) => rules(page).filter(({ from, to }) => from.y === to.y).length,
    );
    expect(horizontal).toEqual([1, 1]);
    expect(rules(document.pages[0]).find(({ from, to }) => from.y === to.y)?.from.y).toBe(1);
  });

  it('lies below the boxes inside it', () => {
    const inner = block([lines('b', 1)], { background: '#ffffff' });
    const box = block([block([inner], columned)], { background: '#eeeeee' });
    const [page] = stage([box], { width: 110 }).document.pages;
    expect(rects(page).map(({ fill }) => fill)).toEqual(['#eeeeee', '#ffffff']);
  });
});

describe('columns inside columns', () => {
  it('are one column', () => {
    const inner = block([lines('b', 2)], columned);
    const { document } = stage([block([lines('a', 2), inner], columned)], { width: 110 });
    expect(outline(document)).toEqual(['a1 a2 / b1 b2']);
  });

  it('are one column inside a cell too, and lose nothing', () => {
    const cell = block([lines('b', 4)], columned);
    const tracks = {
      kind: 'tracks' as const,
      style: { ...plain, tracks: [] },
      anchors: [],
      strings: [],
      bookmark: null,
      cells: [cell],
    };
    expect(outline(stage([tracks], { width: 110 }).document)).toEqual(['b1 b2 b3 b4']);
  });
});
