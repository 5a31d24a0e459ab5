import type { Box, Inline, TableRow } from '../boxes/box.ts';

/**
 * The same box painted but not read: no structure, links, destinations or bookmarks. What is
 * printed a second time must not be read a second time.
 */
export function untagged(box: Box): Box {
  const bare = { anchors: [], bookmark: null };
  switch (box.kind) {
    case 'block':
      return {
        ...box,
        ...bare,
        children: box.children.map(untagged),
        continuation: null,
        marker: box.marker && {
          ...box.marker,
          inlines: plainInlines(box.marker.inlines),
          tag: null,
        },
      };
    case 'paragraph':
      return { ...box, ...bare, inlines: plainInlines(box.inlines), tag: null };
    case 'graphic':
      return { ...box, ...bare, tag: null };
    case 'table':
      return { ...box, ...bare, head: box.head.map(plainRow), body: box.body.map(plainRow) };
    case 'tracks':
      return { ...box, ...bare, cells: box.cells.map(untagged) };
    case 'placed':
      return { ...box, ...bare, content: untagged(box.content) };
  }
}

/** A name may stand for one place only. */
function plainInlines(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.filter(({ kind }) => kind !== 'anchor').map(plain);
}

function plainRow(row: TableRow): TableRow {
  const cells = row.cells.map((cell) => ({
    ...cell,
    box: untagged(cell.box) as typeof cell.box,
  }));
  return { ...row, cells };
}

function plain(inline: Inline): Inline {
  switch (inline.kind) {
    case 'text':
    case 'atom':
    case 'folio':
      return { ...inline, tag: null, link: null };
    default:
      return inline;
  }
}
