/** The parts of staticmaps 1.13 that are used; it ships no types. */
declare module 'staticmaps' {
  export interface TileRequest {
    readonly url: string;
    /** Left, top, right, bottom in pixels of the picture. */
    readonly box: readonly [number, number, number, number];
  }

  export type TileAnswer =
    | { readonly success: true; readonly tile: TileRequest & { readonly body: Uint8Array } }
    | { readonly success: false; readonly error: unknown };

  export interface StaticMapsOptions {
    readonly width: number;
    readonly height: number;
    readonly tileSize: number;
    readonly tileRequestLimit: number;
    readonly zoomRange: { readonly min: number; readonly max: number };
    readonly tileLayers: readonly { readonly tileUrl: string }[];
  }

  export default class StaticMaps {
    constructor(options: StaticMapsOptions);
    /** The composed picture (PNG), once rendered. */
    readonly image: { readonly image: Uint8Array };
    render(center: readonly [number, number], zoom: number): Promise<void>;
    getTile(request: TileRequest): Promise<TileAnswer>;
  }
}
