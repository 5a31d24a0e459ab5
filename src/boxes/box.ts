import type { MapVector } from '../maps/map-fragments.ts';
import type { ComputedStyle } from '../style/computed-style.ts';

/** PDF 1.7 standard structure types that we write. */
export type StructRole =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Art'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'Reference'
  | 'Link'
  | 'Span'
  | 'Figure'
  | 'Caption'
  | 'BlockQuote'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD';

/**
 * One structure element. Its children are attached in the order in which their content is
 * painted, which is reading order; a tag nothing was painted for is not written.
 */
export interface Tag {
  readonly role: StructRole;
  readonly parent: Tag | null;
  readonly lang?: string;
  readonly alt?: string;
  /** Expansion of an abbreviation. */
  readonly expansion?: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly scope?: 'Row' | 'Column';
  readonly listNumbering?: 'None' | 'Disc' | 'Decimal';
}

/** Where a link leads: another place of the document, or a URI already checked for its scheme. */
export type LinkTarget =
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'uri'; readonly uri: string };

/** A picture of pixels, already re-encoded by us. */
export interface RasterGraphic {
  readonly kind: 'raster';
  /** Equal keys are embedded once. */
  readonly key: string;
  /** JPEG, or PNG without alpha. */
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Filled and stroked paths: pictograms, QR codes. */
export interface VectorGraphic {
  readonly kind: 'vector';
  readonly key: string;
  /** Own units of the drawing. */
  readonly width: number;
  readonly height: number;
  readonly paths: readonly VectorPath[];
}

/** A drawing with lettering (a map): layout shapes its texts and paints its parts in order. */
export interface DrawingGraphic {
  readonly kind: 'drawing';
  readonly key: string;
  /** pt */
  readonly width: number;
  readonly height: number;
  /** Picture below the rest. */
  readonly base: RasterGraphic | null;
  readonly parts: readonly DrawingPart[];
}

/** What the painter knows how to place. */
export type PaintedGraphic = RasterGraphic | VectorGraphic;

export type Graphic = PaintedGraphic | DrawingGraphic;

/** One part of a drawing, in pt from its top left corner: drawings are maps. */
export type DrawingPart = MapVector;

export interface VectorPath {
  /** SVG path data, absolute or relative commands, in the drawing's units. */
  readonly d: string;
  /** null: none; 'current': the text colour of the box. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly evenOdd?: boolean;
}

/** What stands inside a paragraph. */
export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style: ComputedStyle;
      readonly tag: Tag | null;
      readonly link: InlineLink | null;
      readonly lang: string;
    }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'atom';
      readonly graphic: Graphic;
      readonly width: number;
      readonly height: number;
      readonly style: ComputedStyle;
      readonly tag: Tag | null;
      readonly link: InlineLink | null;
    }
  | { readonly kind: 'leader'; readonly pattern: string; readonly style: ComputedStyle }
  | {
      readonly kind: 'folio';
      readonly anchors: readonly string[];
      readonly style: ComputedStyle;
      readonly tag: Tag | null;
      readonly link: InlineLink | null;
    }
  | { readonly kind: 'anchor'; readonly name: string };

/** One link of the source; its areas on the page share a structure element. */
export interface InlineLink {
  readonly target: LinkTarget;
  /** Read aloud, and shown on hover. */
  readonly contents: string;
}

interface BoxBase {
  readonly style: ComputedStyle;
  /** Names of destinations at the top of this box. */
  readonly anchors: readonly string[];
  readonly strings: readonly { readonly name: string; readonly value: string }[];
  readonly bookmark: { readonly level: number; readonly title: string } | null;
}

export interface BlockBox extends BoxBase {
  readonly kind: 'block';
  readonly children: readonly Box[];
  /** Repeated at the top of a column that continues this box (made from its first heading). */
  readonly continuation: ParagraphBox | null;
  /** Marker of a list item, painted beside the first line. */
  readonly marker: ParagraphBox | null;
  /** For messages: the entry's service id or the element's name. */
  readonly label: string;
}

export interface ParagraphBox extends BoxBase {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
  readonly tag: Tag | null;
}

export interface GraphicBox extends BoxBase {
  readonly kind: 'graphic';
  readonly graphic: Graphic;
  readonly tag: Tag | null;
}

export interface TableBox extends BoxBase {
  readonly kind: 'table';
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
}

export interface TableRow {
  readonly style: ComputedStyle;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly box: BlockBox;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** A row of fixed and fractional tracks. */
export interface TracksBox extends BoxBase {
  readonly kind: 'tracks';
  readonly cells: readonly Box[];
}

/** A box placed against the page: once where it stands, or on each page of its section. */
export interface PlacedBox extends BoxBase {
  readonly kind: 'placed';
  readonly repeat: boolean;
  readonly content: Box;
}

export type Box = BlockBox | ParagraphBox | GraphicBox | TableBox | TracksBox | PlacedBox;
