import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitExtent } from '../../src/maps/projection.ts';
import { drawTileBase, planTiles, tileCount } from '../../src/maps/tile-base.ts';
import { TileClient } from '../../src/maps/tile-client.ts';
import { tileSource } from '../../src/maps/tile-source.ts';
import { picture, plainTile, startTileServer, type TileServer } from './tile-server.ts';

const size = { width: 144, height: 108 };
const extent = { west: 2.4, south: 44.9, east: 2.7, north: 45.1 };
const projection = fitExtent(extent, size, { margin: 8, leastMetres: 600 });
const limits = { minResolution: 200, maxTiles: 400 };
let server: TileServer;
let cacheDir = '';

beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'proximites-base-'));
  server = await startTileServer(picture(await plainTile({ r: 200, g: 30, b: 30 })));
});
afterAll(async () => {
  await server.close();
  await rm(cacheDir, { recursive: true, force: true });
});

function source(maxZoom = 19) {
  const found = tileSource({
    base: server.template,
    credit: '© Lise',
    allowPrivate: true,
    maxZoom,
  });
  if (!found) throw new Error('no source');
  return found;
}

function client(folder: string) {
  return new TileClient({
    cacheDir: join(cacheDir, folder),
    allowPrivate: true,
    retries: 0,
    timeout: 5000,
  });
}

describe('planTiles', () => {
  it('takes the lowest zoom that gives the resolution', () => {
    const plan = planTiles(projection, source(), limits);
    expect(plan.resolution).toBeGreaterThanOrEqual(199.5);
    expect(plan.resolution).toBeLessThan(401);
    expect(plan.pixels.width / plan.pixels.height).toBeCloseTo(4 / 3, 2);
  });

  it('stays within the zooms of the source', () => {
    const plan = planTiles(projection, source(8), limits);
    expect(plan.zoom).toBe(8);
    expect(plan.resolution).toBeLessThan(100);
  });

  it('stays within the number of tiles', () => {
    const plan = planTiles(projection, source(), { ...limits, minResolution: 2400, maxTiles: 30 });
    expect(tileCount(projection, source(), plan.zoom)).toBeLessThanOrEqual(30);
    expect(tileCount(projection, source(), plan.zoom + 1)).toBeGreaterThan(30);
  });
});

describe('drawTileBase', () => {
  it('joins tiles into an opaque JPEG of the size planned', async () => {
    const plan = planTiles(projection, source(), limits);
    const base = await drawTileBase(projection, source(), plan, client('a'));
    const { format, width, height, hasAlpha, channels } = await sharp(base.bytes).metadata();
    expect({ format, width, height, hasAlpha, channels }).toEqual({
      format: 'jpeg',
      ...plan.pixels,
      hasAlpha: false,
      channels: 3,
    });
    const { channels: colours } = await sharp(base.bytes).stats();
    expect(colours.map((each) => Math.round(each.mean))).toEqual([200, 30, 30]);
  });

  it.each([
    { axis: 'x', side: 'width', part: 2 },
    { axis: 'y', side: 'height', part: 3 },
  ] as const)(
    'puts each tile where the projection puts its ground, along $axis',
    async ({ axis, side, part }) => {
      const plan = planTiles(projection, source(), { ...limits, minResolution: 400 });
      const [red, blue] = [
        await plainTile({ r: 220, g: 0, b: 0 }),
        await plainTile({ r: 0, g: 0, b: 220 }),
      ];
      const { world } = projection;
      const across = 2 ** plan.zoom;
      const first = Math.ceil(world[axis] * across) + 1;
      server.answer = (request, response) => {
        const index = Number.parseInt(request.url?.split('/')[part] ?? '', 10);
        picture(index < first ? red : blue)(request, response);
      };
      const base = await drawTileBase(projection, source(), plan, client(`grid-${axis}`));
      const limit = Math.round((first - world[axis] * across) * 256);
      expect(limit).toBeLessThan(plan.pixels[side]);
      const { data, info } = await sharp(base.bytes).raw().toBuffer({ resolveWithObject: true });
      const step = axis === 'x' ? 1 : info.width;
      const start = axis === 'x' ? Math.floor(info.height / 2) * info.width : 5;
      const redAt = (position: number) => (data[(start + position * step) * 3] ?? 0) > 110;
      expect([redAt(limit - 3), redAt(limit + 3)]).toEqual([true, false]);
    },
  );

  it('gives see-through tiles a white ground', async () => {
    server.answer = picture(await plainTile({ r: 0, g: 0, b: 0, alpha: 0 }));
    const base = await drawTileBase(
      projection,
      source(),
      planTiles(projection, source(), limits),
      client('c'),
    );
    const { channels } = await sharp(base.bytes).stats();
    expect(channels.map((each) => each.min)).toEqual([255, 255, 255]);
  });

  it.each([
    [
      'cut short',
      'cannot be read',
      async () => (await plainTile({ r: 9, g: 99, b: 9 })).subarray(0, 120),
    ],
    ['not a picture', 'cannot be read', async () => Buffer.from('<html>')],
    ['of another size', '512 × 512', async () => await plainTile({ r: 1, g: 2, b: 3 }, 512)],
  ])('fails on a tile %s', async (name, message, make) => {
    server.answer = picture(await make());
    const drawing = drawTileBase(
      projection,
      source(),
      planTiles(projection, source(), limits),
      client(name),
    );
    await expect(drawing).rejects.toThrow(message);
  });

  it('fails when one tile of many is missing, without asking for all of them', async () => {
    const tile = await plainTile({ r: 9, g: 99, b: 9 });
    let count = 0;
    server.answer = (request, response) =>
      count++ === 2 ? response.writeHead(404).end() : picture(tile)(request, response);
    const plan = planTiles(projection, source(), { ...limits, minResolution: 600 });
    await expect(drawTileBase(projection, source(), plan, client('d'))).rejects.toThrow(
      'answered 404',
    );
    expect(count).toBeLessThan(6);
  });
});
