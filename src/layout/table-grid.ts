import type { TableCell, TableRow } from '../boxes/box.ts';

/** A cell with its place in the grid of its table. */
export interface GridCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  /** Rows that it really spans: never past the rows of its group. */
  readonly rowSpan: number;
}

/** Rows of a table head or body, every cell in its place. */
export interface TableGrid {
  readonly cells: readonly GridCell[];
  readonly columns: number;
  /** The cell that stands at a place; undefined in a hole. */
  at(row: number, column: number): GridCell | undefined;
}

/** Puts cells in their places: each takes the first columns still free. */
export function tableGrid(rows: readonly TableRow[]): TableGrid {
  const places: GridCell[][] = rows.map(() => []);
  const grid: GridCell[] = [];
  let columns = 0;
  rows.forEach(({ cells }, row) => {
    const taken = places[row] as GridCell[];
    let column = 0;
    for (const cell of cells) {
      while (taken[column]) column += 1;
      const one = { cell, row, column, rowSpan: Math.min(cell.rowSpan, rows.length - row) };
      grid.push(one);
      for (let down = row; down < row + one.rowSpan; down += 1) {
        (places[down] as GridCell[]).length = Math.max(
          (places[down] as GridCell[]).length,
          column + cell.colSpan,
        );
        (places[down] as GridCell[]).fill(one, column, column + cell.colSpan);
      }
      column += cell.colSpan;
      columns = Math.max(columns, column);
    }
  });
  return { cells: grid, columns, at: (row, column) => places[row]?.[column] };
}
