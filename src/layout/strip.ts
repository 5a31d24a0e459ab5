import type { Graphic, PlacedBox, Tag } from '../boxes/box.ts';
import type { BorderSide, Borders, Colour, ComputedStyle } from '../style/computed-style.ts';
import type { Line } from './line-pieces.ts';

/**
 * How bad it is to break before a strip: free; inside a keep (an entry); a widow, an orphan or a
 * heading left alone; never (inside a row, between a padding and its text).
 */
export const breakLevel = { free: 0, keep: 1, heading: 2, never: 3 } as const;
export type BreakLevel = 0 | 1 | 2 | 3;

export type ForcedBreak = 'column' | 'page' | 'recto' | 'verso';

/** A block with a background or borders, painted behind the strips it spans. */
export interface Decoration {
  readonly x: number;
  readonly width: number;
  readonly background: Colour | null;
  readonly border: Borders;
  readonly radius: number;
  /** Nesting depth, outer first. */
  readonly depth: number;
}

/** A block whose heading is repeated where it continues. */
export interface ContinuedGroup {
  readonly parent: ContinuedGroup | null;
  /** Ordinal of its first strip. */
  readonly start: number;
  /** What is set at the top of a column that continues it; null for none. */
  readonly strips: readonly Strip[] | null;
  /** Space in pt between them and what continues. */
  readonly after: number;
}

/** A fixed box repeated on each page that its section touches. */
export interface RepeatedBox {
  readonly box: PlacedBox;
}

/** What else happens where a strip comes to stand; null for most strips. */
export interface StripMarks {
  readonly anchors: readonly string[];
  readonly strings: readonly { readonly name: string; readonly value: string }[];
  readonly bookmarks: readonly { readonly level: number; readonly title: string }[];
  readonly placed: readonly PlacedBox[];
}

export type StripContent =
  | {
      readonly kind: 'line';
      readonly line: Line;
      readonly marker: Line | null;
      readonly markerX: number;
    }
  | {
      readonly kind: 'graphic';
      readonly graphic: Graphic;
      readonly width: number;
      readonly height: number;
      readonly style: ComputedStyle;
      readonly tag: Tag | null;
    }
  | { readonly kind: 'cells'; readonly cells: readonly CellContent[] };

/** A cell of a table row or of a row of tracks: its own stack of strips. */
export interface CellContent {
  readonly x: number;
  readonly y: number;
  readonly strips: readonly Strip[];
  /** The cell's own background and borders, over the whole height of the row. */
  readonly decoration: Decoration | null;
  readonly height: number;
}

/**
 * The smallest piece that a column is filled with: a line, a picture, a row, a padding. The content
 * of a section is one flat array of strips; a break token is an index in it.
 */
export interface Strip {
  /** Position in the whole document. */
  readonly ordinal: number;
  /** pt */
  readonly height: number;
  /** Space above, margins collapsed; dropped at the top of a column. */
  readonly before: number;
  /** Cost of a break before this strip. */
  readonly level: BreakLevel;
  readonly forced: ForcedBreak | null;
  /** From the left edge of the column. */
  readonly x: number;
  readonly width: number;
  readonly content: StripContent | null;
  readonly decorations: readonly Decoration[];
  readonly group: ContinuedGroup | null;
  readonly repeated: readonly RepeatedBox[];
  readonly marks: StripMarks | null;
  /** For messages: the keep that this strip belongs to. */
  readonly label: string;
}

/** A run of strips in the same columns on the same kind of page. */
export interface Region {
  readonly page: string;
  /** True when it begins a group of pages of its own: a chapter, whose first page may differ. */
  readonly opensPages: boolean;
  readonly columns: number;
  readonly gap: number;
  readonly rule: BorderSide;
  readonly fill: 'balance' | 'auto';
  /** From the left edge of the page area. */
  readonly x: number;
  /** Width of all columns with their gaps. */
  readonly width: number;
  readonly columnWidth: number;
  /** Backgrounds and borders around all its columns, outer first; x from the page area. */
  readonly frames: readonly Decoration[];
  readonly strips: Strip[];
}
