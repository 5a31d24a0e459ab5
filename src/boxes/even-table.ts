import type { Element, Node } from '../markup/element.ts';

/** More columns or rows than any page shows. */
const mostSpan = 200;

type Spans = 'colspan' | 'rowspan';

/**
 * A table as the rules of PDF want it: captions first, at most one head, bodies; rows of as many
 * columns, missing cells added empty; no cell past the last row of its group. Without a header
 * cell it is a group: a table would say nothing more to who cannot see it.
 */
export function evenTable(table: Element): Element {
  const parts = table.children.filter((child) => child.kind === 'element');
  const captions = parts.filter(({ name }) => name === 'caption');
  const heads = parts.filter(({ name }) => name === 'thead');
  const bodies = withLooseRows(parts);
  const headRows = heads.flatMap(rowsOf);
  const bodyRows = bodies.flatMap(rowsOf);
  const columns = Math.max(widest(headRows), widest(bodyRows));
  const even = new Map([
    ...evenRows(headRows, columns, 'th'),
    ...evenRows(bodyRows, columns, 'td'),
  ]);
  // Rows of a head that heads nothing are the body.
  const head = heads[0] && { ...heads[0], children: replaced(headRows, even) };
  const groups = bodies.map((body) => ({ ...body, children: replaced(rowsOf(body), even) }));
  const isHead = head !== undefined && bodyRows.length > 0;
  const children = [
    ...captions,
    ...(head ? [isHead ? head : { ...head, name: 'tbody' }] : []),
    ...groups.filter((group) => group.children.length > 0),
  ];
  const hasHeaders = [...headRows, ...bodyRows].some((row) => cellsOf(row).some(isHeader));
  return { ...table, attributes: hasHeaders ? table.attributes : asGroup(table), children };
}

/** The bodies in order; rows that stand in none are gathered in one of their own. */
function withLooseRows(parts: readonly Element[]): readonly Element[] {
  const bodies: Element[] = [];
  let loose: Element[] = [];
  const flush = () => {
    const [first] = loose;
    if (first)
      bodies.push({ ...first, name: 'tbody', attributes: new Map(), classes: [], children: loose });
    loose = [];
  };
  for (const part of parts) {
    if (part.name === 'tr') loose.push(part);
    else if (part.name === 'tbody') {
      flush();
      bodies.push(part);
    }
  }
  flush();
  return bodies;
}

function asGroup({ attributes }: Element): ReadonlyMap<string, string> {
  return attributes.has('role') ? attributes : new Map([...attributes, ['role', 'group']]);
}

function rowsOf(group: Element): readonly Element[] {
  return group.children
    .filter((child) => child.kind === 'element')
    .filter(({ name }) => name === 'tr');
}

function cellsOf(row: Element): readonly Element[] {
  return row.children
    .filter((child) => child.kind === 'element')
    .filter((cell) => cell.name === 'td' || isHeader(cell));
}

function isHeader({ name }: Element): boolean {
  return name === 'th';
}

/** Columns or rows that a cell takes, at least 1. */
export function spanOf({ attributes }: Element, name: Spans): number {
  const written = Math.floor(Number(attributes.get(name) ?? 1));
  return written >= 1 ? Math.min(written, mostSpan) : 1;
}

/** Columns that each row takes, the cells that reach down from above included. */
function widths(rows: readonly Element[]): readonly number[] {
  const taken = rows.map(() => 0);
  rows.forEach((row, index) => {
    for (const cell of cellsOf(row)) {
      const last = Math.min(rows.length, index + spanOf(cell, 'rowspan'));
      for (let at = index; at < last; at++) taken[at] = (taken[at] ?? 0) + spanOf(cell, 'colspan');
    }
  });
  return taken;
}

function widest(rows: readonly Element[]): number {
  return Math.max(0, ...widths(rows));
}

function evenRows(
  rows: readonly Element[],
  columns: number,
  cell: 'th' | 'td',
): ReadonlyMap<Element, Element> {
  const taken = widths(rows);
  return new Map(
    rows.map((row, index) => {
      const missing = columns - (taken[index] as number);
      const reach = rows.length - index;
      const children: Node[] = row.children.map((child) =>
        child.kind === 'element' && spanOf(child, 'rowspan') > reach
          ? { ...child, attributes: new Map([...child.attributes, ['rowspan', String(reach)]]) }
          : child,
      );
      for (let added = 0; added < missing; added++) children.push(emptyCell(row, cell));
      return [row, { ...row, children }];
    }),
  );
}

function emptyCell(row: Element, name: 'th' | 'td'): Element {
  return { ...row, name, attributes: new Map(), classes: [], children: [] };
}

function replaced(rows: readonly Element[], by: ReadonlyMap<Element, Element>): readonly Element[] {
  return rows.map((row) => by.get(row) ?? row);
}
