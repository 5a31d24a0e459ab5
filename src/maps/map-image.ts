import type { Point, Rect, Size } from '../geometry/geometry.ts';

/** A polygon or line in map coordinates (pt from the map's top left corner). */
export interface MapShape {
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
}

export interface MapLabel {
  readonly at: Point;
  readonly text: string;
}

/** A map ready to be placed: base picture below, vectors above. */
export interface MapImage {
  readonly id: string;
  readonly size: Size;
  /** PNG or JPEG covering the whole map; absent when there is no tile base. */
  readonly base?: Uint8Array;
  readonly shapes: readonly MapShape[];
  readonly markers: readonly MapMarker[];
  readonly labels: readonly MapLabel[];
  /** Scale bar: where, length in pt, what it stands for ("2 km"). */
  readonly scaleBar: { readonly at: Point; readonly length: number; readonly label: string };
  readonly scaleDenominator: number;
  /** Credit of the base and of the contours, printed under the map. */
  readonly attribution: string;
  /** Text alternative, in the document's language. */
  readonly alt: string;
  /** Markers that fell outside, with their entry's anchor. */
  readonly outside: readonly string[];
  readonly frame: Rect;
}
