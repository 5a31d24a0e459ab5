import type { Point, Rect, Size } from '../geometry/geometry.ts';

/** A polygon or line in map coordinates (pt from the map's top left corner). */
export interface MapShape {
  /** Even-odd: a ring inside a ring is a hole. */
  readonly rings: readonly (readonly Point[])[];
  readonly closed: boolean;
  readonly fill?: string;
  readonly stroke?: string;
  /** pt */
  readonly strokeWidth?: number;
}

/** A numbered place. */
export interface MapMarker {
  readonly anchor: string;
  readonly number: number;
  /** Tip of the marker, pt from the map's top left corner. */
  readonly at: Point;
  /** Colour "#rrggbb". */
  readonly colour: string;
  /** Centre of the numbered disc, pt; away from the tip when the place is crowded: a leader line joins them. */
  readonly centre?: Point;
  /** Radius of the disc, pt. */
  readonly radius?: number;
  /** Size of the number, pt. */
  readonly fontSize?: number;
  /** The position is that of the commune, or nobody knows how it was found: drawn hollow. */
  readonly approximate?: boolean;
  /** The true place is off the map: the tip stands on the frame, on the side of the place. */
  readonly offMap?: boolean;
}

export interface MapLabel {
  /** Centre of the text, across and in height, pt. */
  readonly at: Point;
  readonly text: string;
  /** Size of the text, pt. */
  readonly fontSize?: number;
}

/** A map ready to be placed: base picture below, vectors above. */
export interface MapImage {
  readonly id: string;
  readonly size: Size;
  /** PNG or JPEG covering the whole map; absent when there is no tile base. */
  readonly base?: Uint8Array;
  /** Pixels of the base. */
  readonly basePixels?: Size;
  readonly shapes: readonly MapShape[];
  readonly markers: readonly MapMarker[];
  readonly labels: readonly MapLabel[];
  /** Scale bar: where its left end stands, length in pt, what it stands for ("2 km"). */
  readonly scaleBar: { readonly at: Point; readonly length: number; readonly label: string };
  readonly scaleDenominator: number;
  /** Credit of the base and of the contours, printed under the map. */
  readonly attribution: string;
  /** Text alternative, in the document's language. */
  readonly alt: string;
  /** Sentences to print under the map, in the document's language: what a hollow marker means ... */
  readonly notes?: readonly string[];
  /** Markers whose place lies off the map, by their entry's anchor; they stand at the edge. */
  readonly outside: readonly string[];
  readonly frame: Rect;
}
