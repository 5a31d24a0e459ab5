import type { FeatureCollection, Point, Polygon } from 'geojson';

/** Everything is optional: 450 services, seed 2008, 12 communes or one for 45 services. */
export interface ExampleOptions {
  readonly services?: number;
  readonly seed?: number;
  /** At most 899. */
  readonly communes?: number;
}

/** An invented feed and the outlines of its communes, the same bytes for the same options. */
export function generateFeed(options?: ExampleOptions): {
  readonly feed: FeatureCollection<Point | null>;
  readonly contours: FeatureCollection<Polygon>;
};

/** A feature collection as text, one feature a line. */
export function printCollection(collection: FeatureCollection<Point | Polygon | null>): string;
