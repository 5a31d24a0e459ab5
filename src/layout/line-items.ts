import type { InlineLink, PaintedGraphic, Tag } from '../boxes/box.ts';
import type { ShapedUnit, TextStyle } from './text-style.ts';

/** A piece of paragraph that is never cut, or cut only at its points. */
export type Item =
  | {
      kind: 'word';
      text: string;
      unit: ShapedUnit;
      points: readonly { at: number; hyphen: boolean }[];
      from: Source;
    }
  | { kind: 'space'; width: number; from: Source }
  | { kind: 'atom'; graphic: PaintedGraphic; width: number; height: number; from: Source }
  | { kind: 'leader'; pattern: string; from: Source }
  | { kind: 'folio'; anchors: readonly string[]; width: number; from: Source }
  | { kind: 'anchor'; name: string }
  | { kind: 'break' };

/** The inline that an item came from: items of one source share a text run. */
export interface Source {
  readonly textStyle: TextStyle;
  readonly tag: Tag | null;
  readonly link: InlineLink | null;
}

/** Least room in pt that a leader keeps before its page number. */
export const leastLeader = 6;

/** Room in pt that an item takes on its line. */
export function itemWidth(item: Item): number {
  switch (item.kind) {
    case 'word':
      return item.unit.width;
    case 'space':
    case 'folio':
      return item.width;
    case 'atom': {
      const { margin } = item.from.textStyle.style;
      return item.width + margin.left + margin.right;
    }
    case 'leader':
      return leastLeader;
    default:
      return 0;
  }
}
