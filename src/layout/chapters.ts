import type { Box } from '../boxes/box.ts';

/**
 * Cuts the boxes of a document's top level where a new page begins whatever comes before: each part
 * is laid out by itself, and its boxes are let go before the next ones are made. Fillers are given
 * to `onFiller`: they are poured after all the rest, and only when pages are wanted.
 */
export function* chapters(
  boxes: Iterable<Box>,
  onFiller: (box: Box) => void,
): Generator<readonly Box[]> {
  let part: Box[] = [];
  for (const box of boxes) {
    if (box.style.filler) {
      onFiller(box);
      continue;
    }
    if (part.length > 0 && startsChapter(box)) {
      yield part;
      part = [];
    }
    part.push(box);
  }
  if (part.length > 0) yield part;
}

function startsChapter({ style }: Box): boolean {
  const forced =
    style.breakBefore === 'page' || style.breakBefore === 'recto' || style.breakBefore === 'verso';
  return forced || (style.page !== 'auto' && style.page !== '');
}
