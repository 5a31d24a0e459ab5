import { naturalWidth, shareWidth } from './natural-width.ts';
import type { GridCell } from './table-grid.ts';
import type { TextStyles } from './text-style.ts';

interface Column {
  /** Styled width, pt; null: by what it holds. */
  fixed: number | null;
  least: number;
  most: number;
}

/**
 * Widths in pt of the columns of a table that is as wide as its frame: styled ones are kept, the
 * others have what their cells ask for, and what is left over is shared in the same proportion.
 */
export function columnWidths(
  grid: readonly GridCell[],
  width: number,
  textStyles: TextStyles,
): readonly number[] {
  const count = grid.reduce((most, one) => Math.max(most, one.column + one.cell.colSpan), 1);
  const columns = Array.from({ length: count }, (): Column => {
    return { fixed: null, least: 0, most: 0 };
  });
  for (const { cell, column } of grid) {
    if (cell.colSpan === 1) askSingle(columns[column] as Column, cell.box, { width, textStyles });
  }
  for (const { cell, column } of grid) {
    if (cell.colSpan === 1) continue;
    askSpan(columns.slice(column, column + cell.colSpan), naturalWidth(cell.box, textStyles));
  }
  return spread(columns, width);
}

function askSingle(
  column: Column,
  box: GridCell['cell']['box'],
  { width, textStyles }: { readonly width: number; readonly textStyles: TextStyles },
): void {
  const styled = box.style.width;
  if (styled !== 'auto')
    column.fixed = styled.unit === 'pt' ? styled.value : (width * styled.value) / 100;
  const natural = naturalWidth(box, textStyles);
  column.least = Math.max(column.least, natural.least);
  column.most = Math.max(column.most, natural.most);
}

/** Columns too narrow together for a cell that spans them grow alike. */
function askSpan(
  columns: readonly Column[],
  natural: { readonly least: number; readonly most: number },
): void {
  const free = columns.filter((column) => column.fixed === null);
  for (const which of ['least', 'most'] as const) {
    const held = columns.reduce((sum, column) => sum + (column.fixed ?? column[which]), 0);
    const lack = Math.max(0, natural[which] - held) / (free.length || 1);
    for (const column of free) column[which] += lack;
  }
}

function spread(columns: readonly Column[], width: number): readonly number[] {
  const taken = columns.reduce((sum, column) => sum + (column.fixed ?? 0), 0);
  const free = columns.filter((column) => column.fixed === null);
  // Styled widths that do not fit together are all reduced alike.
  const scale = taken > width ? width / taken : 1;
  const rest = Math.max(0, width - taken * scale);
  const shares = shareWidth(free, rest);
  const used = shares.reduce((sum, share) => sum + share, 0);
  const grow = used > 0 ? rest / used : 1;
  let next = 0;
  return columns.map((column) => {
    if (column.fixed !== null) return column.fixed * scale;
    const share = (shares[next] as number) * grow;
    next += 1;
    return used > 0 ? share : rest / free.length;
  });
}
