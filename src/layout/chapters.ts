import type { BlockBox, Box } from '../boxes/box.ts';

/** Boxes cut where a new page begins whatever comes before: each part is laid out by itself. */
export function chapters(root: BlockBox): readonly (readonly Box[])[] {
  const parts: Box[][] = [];
  for (const box of topBoxes(root)) {
    // Poured after all the rest, and only when pages are wanted.
    if (box.style.filler) continue;
    const last = parts.at(-1);
    if (last && !startsChapter(box)) last.push(box);
    else parts.push([box]);
  }
  return parts;
}

/** The children of <html><body>, whose own boxes have no frame. */
export function topBoxes(root: BlockBox): readonly Box[] {
  let box: BlockBox = root;
  for (;;) {
    const [only, second] = box.children;
    if (second || only?.kind !== 'block' || hasFrame(only)) return box.children;
    box = only;
  }
}

function hasFrame(box: BlockBox): boolean {
  const { style } = box;
  const { margin, padding } = style;
  const room = [margin, padding].some(
    (edges) => edges.top + edges.right + edges.bottom + edges.left !== 0,
  );
  const marks =
    box.anchors.length + box.strings.length > 0 || box.continuation !== null || box.marker !== null;
  const kept = style.breakInside === 'avoid' || style.columnCount > 1 || style.background !== null;
  return (
    style.filler === true ||
    room ||
    marks ||
    kept ||
    startsChapter(box) ||
    style.minHeight > 0 ||
    style.height !== 'auto'
  );
}

function startsChapter({ style }: Box): boolean {
  const forced =
    style.breakBefore === 'page' || style.breakBefore === 'recto' || style.breakBefore === 'verso';
  return forced || (style.page !== 'auto' && style.page !== '');
}
