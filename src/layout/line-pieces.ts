import type { InlineLink, PaintedGraphic, Tag } from '../boxes/box.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { GlyphRun } from '../text/font.ts';
import type { TextStyle } from './text-style.ts';

/** What stands on a line, x in pt from the line's start. */
export type Piece = TextPiece | GraphicPiece | FolioPiece | AnchorPiece;

/** Words of one inline, in one style. */
export interface TextPiece {
  readonly kind: 'text';
  readonly x: number;
  readonly width: number;
  readonly textStyle: TextStyle;
  readonly runs: readonly GlyphRun[];
  readonly spaceExtra: number;
  readonly tag: Tag | null;
  readonly link: InlineLink | null;
}

export interface GraphicPiece {
  readonly kind: 'graphic';
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly graphic: PaintedGraphic;
  readonly style: ComputedStyle;
  readonly tag: Tag | null;
  readonly link: InlineLink | null;
}

/** A page number not known yet: it is set against the right edge of its slot when it is. */
export interface FolioPiece {
  readonly kind: 'folio';
  readonly x: number;
  readonly width: number;
  readonly textStyle: TextStyle;
  readonly anchors: readonly string[];
  readonly tag: Tag | null;
  readonly link: InlineLink | null;
}

export interface AnchorPiece {
  readonly kind: 'anchor';
  readonly name: string;
}

/** One line of text. */
export interface Line {
  readonly pieces: readonly Piece[];
  /** Natural width of what is on it, pt. */
  readonly width: number;
  readonly height: number;
  /** From the top of the line to the baseline, pt. */
  readonly baseline: number;
}
