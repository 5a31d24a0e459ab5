import type { Edges } from '../geometry/geometry.ts';

/** "#rrggbb", lower case. */
export type Colour = string;

/** A length in pt, or a fraction of the containing width (percent). */
export type LengthOrPercent =
  | { readonly unit: 'pt'; readonly value: number }
  | { readonly unit: '%'; readonly value: number };

export type TrackSize =
  | { readonly kind: 'fixed'; readonly size: LengthOrPercent }
  | { readonly kind: 'fraction'; readonly share: number }
  | { readonly kind: 'auto' };

export interface BorderSide {
  /** pt, 0 for none. */
  readonly width: number;
  readonly style: 'none' | 'solid' | 'dashed' | 'dotted';
  readonly colour: Colour;
}

export interface Borders {
  readonly top: BorderSide;
  readonly right: BorderSide;
  readonly bottom: BorderSide;
  readonly left: BorderSide;
}

/** One part of `content`, `string-set` or a margin box. */
export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'attr'; readonly name: string }
  /** The element's own text (string-set only). */
  | { readonly kind: 'content' }
  | { readonly kind: 'counter'; readonly name: 'page' | 'pages' }
  | { readonly kind: 'leader'; readonly pattern: string }
  /** Folio of the page that holds the anchor named by an attribute such as href. */
  | { readonly kind: 'target-counter'; readonly attr: string }
  /** Running string: value at the page's first / last setting, or at its start. */
  | { readonly kind: 'string'; readonly name: string; readonly which: 'first' | 'last' | 'start' };

export type Break = 'auto' | 'avoid' | 'column' | 'page' | 'recto' | 'verso';

/**
 * Everything that boxes and layout read. One frozen object per distinct style (shared by identity
 * between elements of the same style). Lengths in pt.
 */
export interface ComputedStyle {
  readonly display:
    | 'block'
    | 'inline'
    | 'list-item'
    | 'grid'
    | 'table'
    | 'table-header-group'
    | 'table-row-group'
    | 'table-row'
    | 'table-cell'
    | 'table-caption'
    | 'none';
  // --- font and inline text (inherited)
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  readonly smallCaps: boolean;
  readonly tabularFigures: boolean;
  /** pt between baselines, already multiplied. */
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly colour: Colour;
  readonly textAlign: 'left' | 'right' | 'center' | 'justify';
  readonly textIndent: number;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly hyphens: 'none' | 'manual' | 'auto';
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre-line';
  readonly widows: number;
  readonly orphans: number;
  readonly listStyle: 'none' | 'disc' | 'dash' | 'decimal';
  // --- inline only
  readonly verticalAlign: 'baseline' | 'super' | 'sub' | 'middle';
  readonly underline: boolean;
  // --- box
  readonly margin: Edges;
  readonly padding: Edges;
  readonly border: Borders;
  readonly borderRadius: number;
  readonly background: Colour | null;
  readonly width: LengthOrPercent | 'auto';
  readonly height: LengthOrPercent | 'auto';
  readonly minHeight: number;
  readonly objectFit: 'contain' | 'cover' | 'fill';
  // --- columns and tracks
  readonly columnCount: number;
  readonly columnGap: number;
  readonly columnRule: BorderSide;
  readonly columnSpan: 'none' | 'all';
  readonly columnFill: 'balance' | 'auto';
  readonly tracks: readonly TrackSize[];
  readonly rowGap: number;
  readonly alignItems: 'start' | 'center' | 'end' | 'baseline';
  // --- fragmentation
  readonly breakBefore: Break;
  readonly breakAfter: Break;
  readonly breakInside: 'auto' | 'avoid';
  /** Named page ('auto': the parent's). */
  readonly page: string;
  // --- placed boxes (against the page's trim box)
  readonly position: 'static' | 'absolute' | 'fixed';
  readonly top: LengthOrPercent | 'auto';
  readonly right: LengthOrPercent | 'auto';
  readonly bottom: LengthOrPercent | 'auto';
  readonly left: LengthOrPercent | 'auto';
  /** Against the outer / inner (spine) edge: mirrored on verso pages. */
  readonly outside: LengthOrPercent | 'auto';
  readonly inside: LengthOrPercent | 'auto';
  // --- generated matter
  readonly content: readonly ContentPart[] | null;
  readonly stringSet: readonly { readonly name: string; readonly value: readonly ContentPart[] }[];
  readonly bookmarkLevel: number;
  /** Text added to a heading repeated at the top of a column that continues its group; null: not repeated. */
  readonly continued: string | null;
  /** Poured at the end of the document only to reach a page count; absent: false. */
  readonly filler?: boolean;
}

export type MarginBoxName =
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-center'
  | 'bottom-right';

export interface MarginBox {
  readonly content: readonly ContentPart[];
  readonly style: ComputedStyle;
}

/** A resolved page master. */
export interface PageMaster {
  readonly name: string;
  readonly side: 'recto' | 'verso';
  readonly first: boolean;
  readonly size: { readonly width: number; readonly height: number };
  readonly margin: Edges;
  readonly background: Colour | null;
  /** With 'none' the page counts and no folio is printed on it: a cover. */
  readonly folioStyle: 'decimal' | 'lower-roman' | 'none';
  /** Folio numbering starts again at 1 on the first page of this name. */
  readonly folioReset: boolean;
  readonly marginBoxes: ReadonlyMap<MarginBoxName, MarginBox>;
}

/** The styled document: what boxes asks while it walks the elements. */
export interface StyledElement {
  readonly style: ComputedStyle;
  /** Null when the element has no generated matter. */
  readonly before: ComputedStyle | null;
  readonly after: ComputedStyle | null;
  /** Opaque: the context to pass when asking for a child. */
  readonly context: StyleContext;
}

/** Opaque chain of ancestors; equal chains are the same object. */
export interface StyleContext {
  readonly depth: number;
}
