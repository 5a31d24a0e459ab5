import { describe, expect, it } from 'vitest';
import type { TableBox, TableCell, TableRow } from '../../src/boxes/box.ts';
import type { Page, RectFragment, RuleFragment } from '../../src/layout/page.ts';
import type { BorderSide, ComputedStyle } from '../../src/style/computed-style.ts';
import { block, outline, paragraph, plain, stage, style, textOf, texts } from './stage.ts';

const thin: BorderSide = { width: 2, style: 'solid', colour: '#000000' };
const ruled: Partial<ComputedStyle> = {
  border: { top: thin, right: thin, bottom: thin, left: thin },
};

interface CellOptions {
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly style?: Partial<ComputedStyle>;
}

function cell(text: string, { colSpan = 1, rowSpan = 1, style = {} }: CellOptions = {}): TableCell {
  return { box: block([paragraph(text)], style), colSpan, rowSpan };
}

function row(...cells: readonly (string | TableCell)[]): TableRow {
  return {
    style: plain,
    cells: cells.map((one) => (typeof one === 'string' ? cell(one) : one)),
  };
}

function table(head: readonly TableRow[], body: readonly TableRow[]): TableBox {
  return { kind: 'table', style: style(), anchors: [], strings: [], bookmark: null, head, body };
}

/** Text, x and y of the top of each line. */
function placed(page: Page): readonly string[] {
  return texts(page.fragments).map(
    (one) => `${textOf(one)}@${Math.round(one.x)},${Math.round(one.y - 8)}`,
  );
}

function setOn(box: TableBox, width = 100): Page {
  return stage([box], { width }).document.pages[0] as Page;
}

describe('columns of a table', () => {
  it('gives each column what it holds, and what is left in proportion', () => {
    // 20 and 60 asked of 160: both doubled.
    expect(placed(setOn(table([], [row('aa', 'bbbbbb')]), 160))).toEqual(['aa@0,0', 'bbbbbb@40,0']);
  });

  it('breaks the long texts first and cuts no word that could stay whole', () => {
    const page = setOn(table([], [row('aaaa', 'b b b b b b b b b')]), 100);
    // 40 for the word that cannot break, 60 for the text that can.
    expect(placed(page)).toEqual(['aaaa@0,0', 'b b b @40,0', 'b b b @40,10', 'b b b@40,20']);
  });

  it('keeps styled widths', () => {
    const fixed = cell('a', { style: { width: { unit: 'pt', value: 70 } } });
    expect(placed(setOn(table([], [row(fixed, 'b')])))).toEqual(['a@0,0', 'b@70,0']);
  });

  it('widens columns for a cell that spans them', () => {
    const wide = cell('abcdefgh', { colSpan: 2 });
    const page = setOn(table([], [row(wide), row('a', 'b')]), 80);
    expect(placed(page)).toEqual(['abcdefgh@0,0', 'a@0,10', 'b@40,10']);
  });
});

describe('cells that span rows', () => {
  const tall = cell('x', { rowSpan: 2, style: { background: '#eeeeee' } });

  it('paint over all their rows and push the next cells aside', () => {
    const page = setOn(table([], [row(tall, 'a'), row('b'), row('c', 'd')]), 40);
    expect(placed(page)).toEqual(['x@0,0', 'a@20,0', 'b@20,10', 'c@0,20', 'd@20,20']);
    const ground = page.fragments.find((one): one is RectFragment => one.kind === 'rect');
    expect(ground?.rect).toEqual({ x: 0, y: 0, width: 20, height: 20 });
  });

  it('make the last row that they span higher when they need it', () => {
    const higher = cell('1|2|3', { rowSpan: 2 });
    const page = setOn(table([], [row(higher, 'a'), row('b'), row('c', 'd')]), 40);
    expect(placed(page)).toContain('b@20,10');
    expect(placed(page)).toContain('c@0,30');
  });

  it('never leave the head for the body', () => {
    const page = setOn(table([row(tall, 'h')], [row('a', 'b')]), 40);
    expect(placed(page)).toEqual(['x@0,0', 'h@20,0', 'a@0,10', 'b@20,10']);
  });

  it('are not cut between their rows', () => {
    const first = Array.from({ length: 9 }, (_, index) => row(`${index}`, 'r'));
    const pages = outline(stage([table([], [...first, row(tall, 'a'), row('b')])]).document);
    expect(pages).toEqual(['0 1 2 3 4 5 6 7 8 / r r r r r r r r r', 'x / a b']);
  });
});

describe('rules of a table', () => {
  it('lie on one another between cells and rows', () => {
    const cells = (...names: string[]) => row(...names.map((name) => cell(name, { style: ruled })));
    const page = setOn(table([], [cells('a', 'b'), cells('c', 'd')]), 40);
    const rects = page.fragments.filter((one): one is RectFragment => one.kind === 'rect');
    // Each is its cell less half a rule all around.
    expect(rects.map(({ rect }) => rect)).toEqual([
      { x: 1, y: 1, width: 18, height: 12 },
      { x: 19, y: 1, width: 20, height: 12 },
      { x: 1, y: 13, width: 18, height: 12 },
      { x: 19, y: 13, width: 20, height: 12 },
    ]);
  });

  it('of the rows themselves run over the whole table', () => {
    const lined: TableRow = {
      ...row('a', 'b'),
      style: style({
        background: '#dddddd',
        border: { ...plain.border, bottom: thin },
      }),
    };
    const page = setOn(table([], [lined]), 40);
    const [ground] = page.fragments.filter((one): one is RectFragment => one.kind === 'rect');
    expect(ground).toMatchObject({ fill: '#dddddd', rect: { x: 0, y: 0, width: 40, height: 10 } });
    const [rule] = page.fragments.filter((one): one is RuleFragment => one.kind === 'rule');
    expect(rule).toMatchObject({ from: { x: 0, y: 9 }, to: { x: 40, y: 9 } });
  });
});

describe('a table over several pages', () => {
  const body = Array.from({ length: 15 }, (_, index) => row(`r${index}`));
  const { document } = stage([table([row('head')], body)]);

  it('loses no row and repeats its header', () => {
    const second = document.pages[1] as Page;
    expect(outline(document)[0]).toBe('head r0 r1 r2 r3 r4 r5 r6 r7 r8');
    // Painted last, as running matter is.
    expect(placed(second)).toEqual([
      ...['r9', 'r10', 'r11', 'r12', 'r13', 'r14'].map(
        (name, index) => `${name}@0,${10 + index * 10}`,
      ),
      'head@0,0',
    ]);
  });

  it('reads the header once: its repetition is an artifact', () => {
    const headers = document.pages.map((page) =>
      texts(page.fragments).find((one) => textOf(one) === 'head'),
    );
    expect(headers[0]?.tag).not.toBeNull();
    expect(headers[1]).toMatchObject({ tag: null, artifact: 'pagination' });
  });
});
