import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../directory/directory.ts';
import type { Size } from '../geometry/geometry.ts';
import type { Territory } from '../territory/territory.ts';

/** How tiles are asked for; every part has a default that suits a public server. */
export interface TileOptions {
  /** Folder of the tile cache; by default `proximites/tiles` under the user's cache folder. */
  readonly cacheDir?: string;
  /** Web or mail address printed in the User-Agent, so that a server's staff can write to somebody. */
  readonly contact?: string;
  /** Replaces the whole User-Agent. */
  readonly userAgent?: string;
  /** Milliseconds for one request, body included. */
  readonly timeout?: number;
  /** Requests made again after a failure that may pass. */
  readonly retries?: number;
  /** Milliseconds before the first retry, doubled at each one. */
  readonly retryDelay?: number;
  /** Most tiles asked for one map. */
  readonly maxTiles?: number;
  /** Least pixels per printed inch. */
  readonly minResolution?: number;
  /** Highest zoom of a tile source of one's own. */
  readonly maxZoom?: number;
  /** Allows loopback and private addresses: a tile server of one's own. */
  readonly allowPrivate?: boolean;
}

/** One map to draw. */
export interface MapRequest {
  readonly id: string;
  /** Printed size, pt. */
  readonly size: Size;
  /** What may be marked; those without a position are passed over. */
  readonly entries: readonly Entry[];
  readonly territory: Territory;
  /** 'none' (markers alone), 'outline', 'ign' or a tile URL template with {z} {x} {y}. */
  readonly base: string;
  /** Credit of a tile base of one's own; that of the contours when there are no tiles. */
  readonly credit?: string;
  /** Credit of the contours. */
  readonly contoursCredit?: string;
  /** Main colour "#rrggbb". */
  readonly colour: string;
  /** Colour of an entry's marker; the main colour when absent. */
  readonly colourOf?: (entry: Entry) => string;
  /** What the map shows of the territory ("Santé"), for the text alternative. */
  readonly subject?: string;
  /** BCP 47 tag of the document. */
  readonly language: string;
  readonly sink: DiagnosticSink;
  readonly tiles?: TileOptions;
  /** Width of a label in pt; guessed from the number of characters when absent. */
  readonly measure?: (text: string, fontSize: number) => number;
}
