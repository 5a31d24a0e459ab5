import type { Box, ParagraphBox, TableBox, TableCell, TableRow } from '../boxes/box.ts';
import { stackHeight } from './fill-columns.ts';
import type { CellContent, Decoration, Strip } from './strip.ts';
import type { CellRow, StackMaker } from './track-cells.ts';

/** A row of a table; `joined` when a cell of the row above spans into it. */
export interface SetRow extends CellRow {
  readonly joined: boolean;
}

export interface SetTable {
  readonly head: readonly SetRow[];
  readonly body: readonly SetRow[];
  /** The header rows again, untagged, for the top of the next column. */
  readonly repeatedHead: readonly SetRow[];
}

/** Sets the rows of a table in columns that share the width by what they hold. */
export function tableRows(table: TableBox, width: number, stack: StackMaker): SetTable {
  const rows = [...table.head, ...table.body];
  const count = Math.max(
    1,
    ...rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.colSpan, 0)),
  );
  const widths = columnWidths(rows, count, width);
  const set = setRows(rows, widths, stack);
  const untagged = table.head.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, box: withoutTags(cell.box) })),
  }));
  return {
    head: set.slice(0, table.head.length),
    body: set.slice(table.head.length),
    repeatedHead: setRows(untagged, widths, stack),
  };
}

/** Styled widths are kept; the other columns share the rest by the length of their text. */
function columnWidths(rows: readonly TableRow[], count: number, width: number): readonly number[] {
  const fixed: (number | null)[] = Array.from({ length: count }, () => null);
  const weight: number[] = Array.from({ length: count }, () => 1);
  for (const row of rows) {
    let column = 0;
    for (const cell of row.cells) {
      const styled = cell.box.style.width;
      if (cell.colSpan === 1) {
        if (styled !== 'auto')
          fixed[column] = styled.unit === 'pt' ? styled.value : (width * styled.value) / 100;
        weight[column] = Math.max(weight[column] ?? 1, Math.sqrt(textLength(cell.box)) + 1);
      }
      column += cell.colSpan;
    }
  }
  const taken = fixed.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const total = weight.reduce((sum, value, index) => sum + (fixed[index] === null ? value : 0), 0);
  const rest = Math.max(0, width - taken);
  return fixed.map((size, index) => size ?? (rest * (weight[index] as number)) / (total || 1));
}

function textLength(box: Box): number {
  if (box.kind === 'block') return Math.max(0, ...box.children.map(textLength));
  if (box.kind !== 'paragraph') return 0;
  return box.inlines.reduce(
    (sum, inline) => sum + (inline.kind === 'text' ? inline.text.length : 2),
    0,
  );
}

function setRows(
  rows: readonly TableRow[],
  widths: readonly number[],
  stack: StackMaker,
): SetRow[] {
  // Columns still held by a cell of an earlier row that spans several rows.
  const held: number[] = widths.map(() => 0);
  return rows.map((row) => {
    const joined = held.some((left) => left > 0);
    const cells = placeCells(row, widths, held, stack);
    for (const [index, left] of held.entries()) held[index] = Math.max(0, left - 1);
    const height = Math.max(0, ...cells.map((cell) => cell.height));
    return { joined, height, cells: cells.map((cell) => ({ ...cell, height })) };
  });
}

function placeCells(
  row: TableRow,
  widths: readonly number[],
  held: number[],
  stack: StackMaker,
): CellContent[] {
  const cells: CellContent[] = [];
  let column = 0;
  for (const cell of row.cells) {
    while ((held[column] ?? 0) > 0) column += 1;
    const x = sum(widths, 0, column);
    const width = sum(widths, column, column + cell.colSpan);
    cells.push(setCell(cell, { x, width }, stack));
    for (let index = column; index < column + cell.colSpan; index += 1) held[index] = cell.rowSpan;
    column += cell.colSpan;
  }
  return cells;
}

function setCell(
  cell: TableCell,
  { x, width }: { x: number; width: number },
  stack: StackMaker,
): CellContent {
  const { style } = cell.box;
  const decoration: Decoration = {
    x: 0,
    width,
    background: style.background,
    border: style.border,
    radius: 0,
    depth: 0,
  };
  const plain: Box = {
    ...cell.box,
    style: { ...style, background: null, width: 'auto', border: invisible(style.border) },
  };
  const strips: readonly Strip[] = stack(plain, width);
  return { x, y: 0, strips, decoration, height: stackHeight(strips, 0, strips.length) };
}

/** Keeps the room of a border; the row paints it over its whole height. */
function invisible(
  border: TableCell['box']['style']['border'],
): TableCell['box']['style']['border'] {
  const clear = (side: typeof border.top) => ({ ...side, style: 'none' as const });
  return {
    top: clear(border.top),
    right: clear(border.right),
    bottom: clear(border.bottom),
    left: clear(border.left),
  };
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index += 1) total += values[index] ?? 0;
  return total;
}

function withoutTags<T extends Box>(box: T): T {
  if (box.kind === 'paragraph') return { ...box, ...untaggedParagraph(box) };
  if (box.kind === 'block') return { ...box, children: box.children.map(withoutTags), anchors: [] };
  return box.kind === 'graphic' ? { ...box, tag: null } : box;
}

function untaggedParagraph(box: ParagraphBox): Partial<ParagraphBox> {
  return {
    tag: null,
    anchors: [],
    strings: [],
    bookmark: null,
    inlines: box.inlines.map((inline) =>
      inline.kind === 'text' || inline.kind === 'atom' || inline.kind === 'folio'
        ? { ...inline, tag: null, link: null }
        : inline,
    ),
  };
}
