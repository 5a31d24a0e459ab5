import type { Box, ParagraphBox, TableBox, TableRow } from '../boxes/box.ts';
import type { BorderSide, Borders } from '../style/computed-style.ts';
import { stackHeight } from './fill-columns.ts';
import type { CellContent, Decoration } from './strip.ts';
import { columnWidths } from './table-columns.ts';
import { type GridCell, type TableGrid, tableGrid } from './table-grid.ts';
import type { CellRow, CellSetter } from './track-cells.ts';

/** A row of a table; `joined` when a cell of the row above spans into it. */
export interface SetRow extends CellRow {
  readonly joined: boolean;
  /** Space above, pt: negative where its top rules lie on the bottom rules of the row above. */
  readonly before: number;
}

export interface SetTable {
  readonly head: readonly SetRow[];
  readonly body: readonly SetRow[];
  /** The header rows again, untagged, for the top of the next column. */
  readonly repeatedHead: readonly SetRow[];
}

/** Sets the rows of a table in columns that share the width by what they hold. */
export function tableRows(table: TableBox, width: number, setter: CellSetter): SetTable {
  const head = tableGrid(table.head);
  const body = tableGrid(table.body);
  const widths = columnWidths([...head.cells, ...body.cells], width, setter.textStyles);
  const bare = table.head.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, box: withoutTags(cell.box) })),
  }));
  const frame = { widths, setter, width: sum(widths, 0, widths.length) };
  const above = { grid: head, row: table.head.length - 1 };
  return {
    head: setRows(table.head, head, frame),
    body: setRows(table.body, body, { ...frame, above }),
    repeatedHead: setRows(bare, tableGrid(bare), frame),
  };
}

interface Frame {
  readonly widths: readonly number[];
  readonly width: number;
  readonly setter: CellSetter;
  /** What stands above the first row. */
  readonly above?: { readonly grid: TableGrid; readonly row: number };
}

function setRows(rows: readonly TableRow[], grid: TableGrid, frame: Frame): readonly SetRow[] {
  const overlaps = rows.map((_, row) => rowOverlap(grid, row, frame));
  const cells = grid.cells.map((one) => ({ one, content: setCell(one, grid, frame) }));
  const byRow: (typeof cells)[] = rows.map(() => []);
  for (const cell of cells) byRow[cell.one.row]?.push(cell);
  const heights = rowHeights(rows.length, cells, overlaps);
  return rows.map(({ style }, row): SetRow => {
    const own = byRow[row] ?? [];
    const height = heights[row] as number;
    const ground: CellContent = {
      x: 0,
      y: 0,
      strips: [],
      decoration: decorationOf(style, frame.width),
      height,
    };
    return {
      joined: frame.widths.some((_, column) => (grid.at(row, column)?.row ?? row) < row),
      before: 0 - (overlaps[row] as number),
      height,
      cells: [
        ...(ground.decoration ? [ground] : []),
        ...own.map(({ one, content }) => {
          return { ...content, height: spannedHeight(one, heights, overlaps) };
        }),
      ],
    };
  });
}

/** Rows as high as their cells; the last row that a cell spans makes up for what it lacks. */
function rowHeights(
  count: number,
  cells: readonly { readonly one: GridCell; readonly content: CellContent }[],
  overlaps: readonly number[],
): readonly number[] {
  const heights = Array.from({ length: count }, () => 0);
  for (const { one, content } of cells) {
    if (one.rowSpan === 1) heights[one.row] = Math.max(heights[one.row] as number, content.height);
  }
  for (const { one, content } of cells) {
    const last = one.row + one.rowSpan - 1;
    const lack = content.height - spannedHeight(one, heights, overlaps);
    if (one.rowSpan > 1 && lack > 0) heights[last] = (heights[last] as number) + lack;
  }
  return heights;
}

function spannedHeight(
  { row, rowSpan }: GridCell,
  heights: readonly number[],
  overlaps: readonly number[],
): number {
  return sum(heights, row, row + rowSpan) - sum(overlaps, row + 1, row + rowSpan);
}

/** How far a row may be moved up so that its top rules lie on the rules above: no rule is doubled. */
function rowOverlap(grid: TableGrid, row: number, { above, widths }: Frame): number {
  const upper = row > 0 ? { grid, row: row - 1 } : above;
  if (!upper || upper.row < 0) return 0;
  let overlap = Number.POSITIVE_INFINITY;
  for (const column of widths.keys()) {
    const cell = grid.at(row, column);
    if (cell && cell.row < row) continue;
    const over = upper.grid.at(upper.row, column);
    const [top, bottom] = [cell?.cell.box.style.border.top, over?.cell.box.style.border.bottom];
    overlap = Math.min(overlap, sharedRule(bottom, top));
  }
  return Number.isFinite(overlap) ? overlap : 0;
}

function sharedRule(a: BorderSide | undefined, b: BorderSide | undefined): number {
  if (!a || !b || a.style === 'none' || b.style === 'none') return 0;
  return Math.min(a.width, b.width);
}

function setCell(one: GridCell, grid: TableGrid, frame: Frame): CellContent {
  const { widths, setter } = frame;
  const { cell, column, row } = one;
  const { style } = cell.box;
  const left = grid.at(row, column - 1);
  const overlap = sharedRule(left?.cell.box.style.border.right, style.border.left);
  const width = sum(widths, column, column + cell.colSpan) + overlap;
  const plain: Box = {
    ...cell.box,
    style: { ...style, background: null, width: 'auto', border: invisible(style.border) },
  };
  const strips = setter.stack(plain, width);
  return {
    x: sum(widths, 0, column) - overlap,
    y: 0,
    strips,
    decoration: decorationOf(style, width),
    height: stackHeight(strips, 0, strips.length),
  };
}

function decorationOf({ background, border }: TableRow['style'], width: number): Decoration | null {
  const isRuled = [border.top, border.right, border.bottom, border.left].some(
    (side) => side.width > 0 && side.style !== 'none',
  );
  if (background === null && !isRuled) return null;
  return { x: 0, width, background, border, radius: 0, depth: 0 };
}

/** Keeps the room of a border; the row paints it over its whole height. */
function invisible(border: Borders): Borders {
  const clear = (side: BorderSide): BorderSide => ({ ...side, style: 'none' });
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
