import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unless } from './check-document.ts';
import type { PdfReader } from './pdf-reader.ts';
import { isArray, type PdfValue } from './pdf-values.ts';
import type { StructElement } from './read-structure.ts';

/** Checks a table: its parts, its grid, and that each cell has a header. */
export function checkTable(
  reader: PdfReader,
  table: StructElement,
  label: string,
): readonly Diagnostic[] {
  const grid = layOut(reader, table);
  return [
    ...unless(hasLawfulParts(table), 'table-parts', label),
    ...unless(grid !== null, 'uneven-table', label),
    ...unless(grid === null || everyCellHeaded(reader, grid), 'cell-without-header', label),
  ];
}

/** An attribute of an element, whatever its owner; null when it has none. */
export function attribute(reader: PdfReader, { dict }: StructElement, key: string): PdfValue {
  const attributes = reader.resolve(dict.get('A'));
  for (const one of isArray(attributes) ? attributes : [attributes]) {
    const found = reader.resolve(reader.dict(one)?.get(key));
    if (found !== null) return found;
  }
  return null;
}

/** One head and one foot at most, each with a body; the caption first or last. */
function hasLawfulParts({ children }: StructElement): boolean {
  const roles = children.map(({ role }) => role);
  const count = (role: string) => roles.filter((one) => one === role).length;
  const isFramed = count('THead') + count('TFoot') > 0;
  const caption = roles.indexOf('Caption');
  const isCaptioned = caption <= 0 || caption === roles.length - 1;
  return (
    count('THead') <= 1 &&
    count('TFoot') <= 1 &&
    count('Caption') <= 1 &&
    isCaptioned &&
    (!isFramed || count('TBody') > 0)
  );
}

type Grid = readonly (readonly StructElement[])[];

/** The cells in their places, one for each row and column; null when they overlap or leave a hole. */
function layOut(reader: PdfReader, table: StructElement): Grid | null {
  const rows = table.children
    .flatMap((child) => (child.role === 'TR' ? [child] : child.children))
    .filter(({ role }) => role === 'TR');
  const grid: StructElement[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.children) {
      while (grid[index]?.[column]) column += 1;
      const across = Number(attribute(reader, cell, 'ColSpan') ?? 1);
      const down = Number(attribute(reader, cell, 'RowSpan') ?? 1);
      for (let at = index; at < index + down; at++) {
        const places = grid[at];
        if (!places) return null;
        for (let one = column; one < column + across; one++) {
          if (places[one]) return null;
          places[one] = cell;
        }
      }
    }
  }
  const columns = grid[0]?.length ?? 0;
  const isEven = grid.every(
    (row) => row.length === columns && !Array.from(row).includes(undefined as never),
  );
  return isEven ? grid : null;
}

function everyCellHeaded(reader: PdfReader, grid: Grid): boolean {
  const heads = (cell: StructElement | undefined, scope: 'Row' | 'Column'): boolean => {
    if (cell?.role !== 'TH') return false;
    const said = reader.name(attribute(reader, cell, 'Scope') ?? undefined);
    return said === scope || said === 'Both';
  };
  const headedRows = grid.map((row) => row.some((cell) => heads(cell, 'Row')));
  const headedColumns = (grid[0] ?? []).map((_, column) =>
    grid.some((row) => heads(row[column], 'Column')),
  );
  return grid.every((row, index) =>
    row.every(
      (cell, column) =>
        cell.role !== 'TD' ||
        headedRows[index] ||
        headedColumns[column] ||
        attribute(reader, cell, 'Headers') !== null,
    ),
  );
}
