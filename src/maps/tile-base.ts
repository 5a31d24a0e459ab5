import type { TileAnswer, TileRequest } from 'staticmaps';
import type { Size } from '../geometry/geometry.ts';
import { fromWorld, type MapProjection } from './projection.ts';
import type { TileClient, TileReader } from './tile-client.ts';
import { TileError } from './tile-error.ts';
import type { TileSource } from './tile-source.ts';

/** Zoom and size of a base picture. */
export interface TilePlan {
  readonly zoom: number;
  readonly pixels: Size;
  /** Pixels per printed inch. */
  readonly resolution: number;
}

/** A base picture that covers the whole map: JPEG, no alpha. */
export interface TileBase extends TilePlan {
  readonly bytes: Uint8Array;
}

/** The lowest zoom that gives the resolution asked for, lettering being largest there; within the source's zooms and a number of tiles. */
export function planTiles(
  projection: MapProjection,
  source: TileSource,
  limits: { readonly minResolution: number; readonly maxTiles: number },
): TilePlan {
  const wanted = (projection.size.width / 72) * limits.minResolution;
  const exact = Math.log2(wanted / (source.tileSize * projection.world.width));
  let zoom = Math.min(source.maxZoom, Math.max(source.minZoom, Math.ceil(exact - 1e-9)));
  while (zoom > source.minZoom && tileCount(projection, source, zoom) > limits.maxTiles) zoom--;
  const pixels = pixelsAt(projection, source, zoom);
  return { zoom, pixels, resolution: pixels.width / (projection.size.width / 72) };
}

function pixelsAt(projection: MapProjection, source: TileSource, zoom: number): Size {
  const across = 2 ** zoom * source.tileSize;
  return {
    width: Math.max(1, Math.round(projection.world.width * across)),
    height: Math.max(1, Math.round(projection.world.height * across)),
  };
}

/** Most tiles that a frame touches at a zoom, wherever it lies. */
export function tileCount(projection: MapProjection, source: TileSource, zoom: number): number {
  const { width, height } = pixelsAt(projection, source, zoom);
  return (Math.ceil(width / source.tileSize) + 1) * (Math.ceil(height / source.tileSize) + 1);
}

/** Fetches and joins the tiles; throws a TileError as soon as one is missing. */
export async function drawTileBase(
  projection: MapProjection,
  source: TileSource,
  plan: TilePlan,
  client: TileClient,
): Promise<TileBase> {
  const { world } = projection;
  if (world.y < 0 || world.y + world.height > 1)
    throw new TileError({
      fr: 'la carte dépasse le monde que couvrent les tuiles',
      en: 'the map is larger than the world that tiles cover',
    });
  const [{ default: sharp }, { default: StaticMaps }] = await Promise.all([
    import('sharp'),
    import('staticmaps'),
  ]);
  const read = tileReader(sharp, source);
  let failure: unknown;

  /** staticmaps leaves holes in silence: here the first failure is kept and ends the other requests. */
  class LoudMaps extends StaticMaps {
    override async getTile(request: TileRequest): Promise<TileAnswer> {
      if (failure !== undefined) return { success: false, error: failure };
      try {
        const body = await client.tile(request.url, read);
        return { success: true, tile: { ...request, body } };
      } catch (error) {
        failure ??= error;
        return { success: false, error };
      }
    }
  }

  const maps = new LoudMaps({
    ...plan.pixels,
    tileSize: source.tileSize,
    tileRequestLimit: source.concurrency,
    zoomRange: { min: source.minZoom, max: source.maxZoom },
    tileLayers: [{ tileUrl: source.template }],
  });
  const middle = fromWorld({ x: world.x + world.width / 2, y: world.y + world.height / 2 });
  await maps.render([middle.longitude, middle.latitude], plan.zoom);
  if (failure !== undefined) throw failure;
  return { ...plan, bytes: await encode(sharp, maps.image.image) };
}

type Sharp = typeof import('sharp').default;

/** Decodes a tile whole, so that a broken one fails here and not as a hole, and gives it an opaque ground. */
function tileReader(sharp: Sharp, source: TileSource): TileReader {
  return async (body) => {
    const picture = await decode(sharp, body, source);
    const { width, height } = picture.info;
    if (width !== source.tileSize || height !== source.tileSize)
      throw new TileError({
        fr: `le serveur ${source.host} envoie des tuiles de ${width} × ${height} pixels au lieu de ${source.tileSize}`,
        en: `the server ${source.host} sends tiles of ${width} × ${height} pixels instead of ${source.tileSize}`,
      });
    return picture.data;
  };
}

async function decode(sharp: Sharp, body: Uint8Array, source: TileSource) {
  try {
    return await sharp(body, { failOn: 'truncated', limitInputPixels: 4096 * 4096 })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .png({ compressionLevel: 0 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw new TileError({
      fr: `le serveur ${source.host} a envoyé une image illisible`,
      en: `the server ${source.host} sent a picture that cannot be read`,
    });
  }
}

async function encode(sharp: Sharp, picture: Uint8Array): Promise<Uint8Array> {
  const { isOpaque } = await sharp(picture).stats();
  if (!isOpaque) throw new Error('the tiles do not cover the map');
  return await sharp(picture)
    .removeAlpha()
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
