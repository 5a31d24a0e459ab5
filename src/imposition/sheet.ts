import type { Point, Rect, Size } from '../geometry/geometry.ts';

/** A page put on a sheet; `page` null is a blank. Coordinates in pt from the sheet's top left corner. */
export interface Placement {
  /** Position in PagedDocument.pages. */
  readonly page: number | null;
  /** Where the top left corner of the trimmed page goes. */
  readonly x: number;
  readonly y: number;
  /** What of the sheet this page may cover, bleed included. */
  readonly clip: Rect;
}

/** A straight mark outside the trim, in registration black. */
export interface Mark {
  readonly from: Point;
  readonly to: Point;
  /** pt */
  readonly width: number;
}

/** One side of a sheet of paper, as sent to the press; lengths in pt, y down. */
export interface Sheet {
  readonly size: Size;
  /** What is left once cut. */
  readonly trim: Rect;
  /** The trim and what is printed beyond it. */
  readonly bleed: Rect;
  readonly placements: readonly Placement[];
  readonly marks: readonly Mark[];
}
