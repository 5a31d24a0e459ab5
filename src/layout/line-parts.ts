import type { InlineLink, PaintedGraphic, Tag } from '../boxes/box.ts';
import type { ShapedUnit, TextStyle } from './text-style.ts';

/** A piece of paragraph that is never cut, or cut only at its points. */
export type LinePart =
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

/** The inline that an part came from: parts of one source share a text run. */
export interface Source {
  readonly textStyle: TextStyle;
  readonly tag: Tag | null;
  readonly link: InlineLink | null;
}

/** Least room in pt that a leader keeps before its page number. */
export const leastLeader = 6;

/** Room in pt that an part takes on its line. */
export function partWidth(part: LinePart): number {
  switch (part.kind) {
    case 'word':
      return part.unit.width;
    case 'space':
    case 'folio':
      return part.width;
    case 'atom': {
      const { margin } = part.from.textStyle.style;
      return part.width + margin.left + margin.right;
    }
    case 'leader':
      return leastLeader;
    default:
      return 0;
  }
}
