import type { LinkTarget, PaintedGraphic, Tag } from '../boxes/box.ts';
import type { Point, Rect, Size } from '../geometry/geometry.ts';
import type { FontFace, GlyphRun } from '../text/font.ts';

/**
 * What is painted, in painting order, which is reading order. Coordinates in pt from the top left
 * corner of the trimmed page, y down; `tag` null makes it an artifact.
 */
export type Fragment =
  | TextFragment
  | RectFragment
  | RuleFragment
  | GraphicFragment
  | PathFragment
  | ClipFragment;

/** Words in one face, size and colour on one baseline. */
export interface TextFragment {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly face: FontFace;
  /** pt */
  readonly size: number;
  readonly colour: string;
  /** Words and blanks in reading order. */
  readonly runs: readonly GlyphRun[];
  /** pt added to each run with isSpace (justification). */
  readonly spaceExtra: number;
  /** pt added after each glyph. */
  readonly letterSpacing: number;
  readonly tag: Tag | null;
  /** pagination: running heads, folios, continued headings; layout: rules, leaders. */
  readonly artifact?: 'pagination' | 'layout';
}

export interface RectFragment {
  readonly kind: 'rect';
  readonly rect: Rect;
  readonly fill: string | null;
  readonly stroke: { readonly colour: string; readonly width: number } | null;
  /** Corner radius, pt. */
  readonly radius: number;
  readonly tag: null;
  readonly artifact?: 'pagination' | 'layout';
}

export interface RuleFragment {
  readonly kind: 'rule';
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  readonly colour: string;
  readonly dash: readonly number[] | null;
  readonly tag: null;
}

export interface GraphicFragment {
  readonly kind: 'graphic';
  readonly graphic: PaintedGraphic;
  /** Where the whole graphic goes. */
  readonly rect: Rect;
  /** What of it shows (object-fit: cover); null: all. */
  readonly clip: Rect | null;
  /** For 'current' fills of vectors. */
  readonly colour: string;
  readonly tag: Tag | null;
}

/** Free polygons and lines (maps). */
export interface PathFragment {
  readonly kind: 'path';
  readonly rings: readonly (readonly Point[])[];
  readonly closed: boolean;
  readonly fill: string | null;
  readonly stroke: { readonly colour: string; readonly width: number } | null;
  readonly tag: Tag | null;
}

/** Fragments of which only what lies in the rectangle shows. */
export interface ClipFragment {
  readonly kind: 'clip';
  readonly rect: Rect;
  readonly children: readonly Fragment[];
  readonly tag: null;
}

/** A clickable area; areas of one link share the Link tag. */
export interface LinkArea {
  readonly rect: Rect;
  readonly target: LinkTarget;
  readonly contents: string;
  /** Always a Link tag whose content stands on the same page. */
  readonly tag: Tag;
}

export interface Page {
  /** 0-based position in the document. */
  readonly index: number;
  /** As printed and as shown by readers: "iv", "12"; "" on a cover. */
  readonly folio: string;
  /** Name of the page master. */
  readonly name: string;
  readonly side: 'recto' | 'verso';
  readonly size: Size;
  readonly fragments: readonly Fragment[];
  readonly links: readonly LinkArea[];
}

/** Where an anchor came to stand. */
export interface Destination {
  readonly page: number;
  /** pt from the top of the page. */
  readonly y: number;
}

export interface OutlineItem {
  readonly title: string;
  readonly level: number;
  readonly page: number;
  readonly y: number;
}

/** The laid-out document. */
export interface PagedDocument {
  readonly pages: readonly Page[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  /** Pages added after the content to make the count asked for. */
  readonly padding?: { readonly fillers: number; readonly blanks: number };
}
