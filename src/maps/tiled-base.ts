import type { MapRequest } from './map-request.ts';
import type { MapRun } from './map-run.ts';
import type { MapProjection } from './projection.ts';
import { drawTileBase, planTiles, type TileBase } from './tile-base.ts';
import { TileClient } from './tile-client.ts';
import { TileError } from './tile-error.ts';
import type { TileSource } from './tile-source.ts';
import * as warnings from './warnings.ts';

export { tileSource } from './tile-source.ts';

/** The base picture of a map; undefined when a tile is missing, which the run keeps to report it. */
export async function tiledBase(
  request: MapRequest,
  source: TileSource,
  projection: MapProjection,
  run: MapRun,
): Promise<TileBase | undefined> {
  const client = clientOf(request, run);
  const { minResolution = 200, maxTiles = 400 } = request.tiles ?? {};
  const plan = planTiles(projection, source, { minResolution, maxTiles });
  try {
    const base = await drawTileBase(projection, source, plan, client);
    if (plan.resolution < minResolution * 0.99)
      request.sink.report(warnings.lowResolution(request.id, plan.resolution, minResolution));
    return base;
  } catch (error) {
    if (!(error instanceof TileError)) throw error;
    run.fail(request, error);
    return undefined;
  } finally {
    if (client.staleTiles > 0) run.once(request, warnings.staleTiles(source.host));
    if (client.cacheFailed) run.once(request, warnings.cacheFailed());
  }
}

function clientOf(request: MapRequest, run: MapRun): TileClient {
  const key = JSON.stringify(request.tiles ?? {});
  const client = run.clients.get(key) ?? new TileClient(request.tiles);
  run.clients.set(key, client);
  return client;
}
