import type { BlockBox, Box } from '../boxes/box.ts';

/** Boxes cut where a new page begins whatever comes before: each part is laid out by itself. */
export function chapters(root: BlockBox): readonly (readonly Box[])[] {
  const parts: Box[][] = [];
  for (const box of topBoxes(root)) {
    const last = parts.at(-1);
    if (last && !startsChapter(box)) last.push(box);
    else parts.push([box]);
  }
  return parts;
}

/** The children of <html><body>, or of whatever single box holds everything. */
function topBoxes(root: BlockBox): readonly Box[] {
  let box: BlockBox = root;
  while (
    box.children.length === 1 &&
    box.children[0]?.kind === 'block' &&
    !startsChapter(box.children[0])
  ) {
    box = box.children[0];
  }
  return box.children;
}

function startsChapter({ style }: Box): boolean {
  const forced =
    style.breakBefore === 'page' || style.breakBefore === 'recto' || style.breakBefore === 'verso';
  return forced || (style.page !== 'auto' && style.page !== '');
}
