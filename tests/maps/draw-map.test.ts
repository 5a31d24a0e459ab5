import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawMap, drawMaps } from '../../src/maps/draw-map.ts';
import type { MapImage } from '../../src/maps/map-image.ts';
import type { MapRequest } from '../../src/maps/map-request.ts';
import {
  entryAt,
  entryWithout,
  mapRequest,
  squareTerritory,
  strewnEntries,
  type TestedRequest,
} from './invented-territory.ts';
import { picture, plainTile, startTileServer, type TileServer } from './tile-server.ts';

async function drawn(request: MapRequest): Promise<MapImage> {
  const map = await drawMap(request);
  if (!map) throw new Error('no map');
  return map;
}

const codes = (request: TestedRequest) => request.sink.all.map((diagnostic) => diagnostic.code);

describe('drawMap over outlines', () => {
  it('draws outlines, names, markers and furniture', async () => {
    const request = mapRequest();
    const map = await drawn(request);
    expect(codes(request)).toEqual([]);
    expect(map.shapes).toHaveLength(7);
    expect(map.labels.length).toBeGreaterThan(3);
    expect(map.markers).toHaveLength(12);
    expect(map.base).toBeUndefined();
    expect(map.attribution).toBe('Contours inventés');
    expect(map.alt).toContain('Carte de Pays de la Lise\u00a0: 12 lieux');
    expect(map.frame).toEqual({ x: 0, y: 0, width: 300, height: 260 });
  });

  it('has a scale bar that agrees with the scale', async () => {
    const map = await drawn(mapRequest());
    const metres = (map.scaleBar.length * map.scaleDenominator * 0.0254) / 72;
    expect(map.scaleBar.label).toBe('5\u00a0km');
    expect(metres / 5000).toBeCloseTo(1, 4);
  });

  it('gives each entry with a position one marker inside the frame, on 30 random maps', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const entries = [
        ...strewnEntries(5 + seed * 3, seed),
        entryWithout(900),
        entryAt(901, 7, 48),
      ];
      const map = await drawn(mapRequest({ entries }));
      const anchors = map.markers.map((marker) => marker.anchor).sort();
      const expected = entries
        .filter((entry) => entry.service.position)
        .map((entry) => entry.anchor);
      expect(anchors).toEqual(expected.sort());
      for (const { centre, radius = 0 } of map.markers) {
        expect(centre?.x).toBeGreaterThanOrEqual(radius);
        expect(centre?.x).toBeLessThanOrEqual(300 - radius);
        expect(centre?.y).toBeGreaterThanOrEqual(radius);
        expect(centre?.y).toBeLessThanOrEqual(260 - radius);
      }
    }
  });

  it('draws the same map twice', async () => {
    expect(await drawn(mapRequest())).toEqual(await drawn(mapRequest()));
  });

  it('keeps a far place at the edge and reports it', async () => {
    const request = mapRequest({ entries: [entryAt(1, 2.5, 45), entryAt(2, 45, 2.5)] });
    const map = await drawn(request);
    expect(map.outside).toEqual(['e-0002']);
    expect(request.sink.all.map(({ code, where }) => [code, where.id])).toEqual([
      ['maps/off-map', 's-2'],
    ]);
    expect(map.notes).toHaveLength(1);
  });

  it('reports markers too many to be read, and still draws them', async () => {
    const entries = Array.from({ length: 700 }, (_, index) => entryAt(index + 1, 2.55, 45));
    const request = mapRequest({ entries });
    expect((await drawn(request)).markers).toHaveLength(700);
    expect(codes(request)).toEqual(['maps/crowded']);
  });

  it('draws the territory alone without entries', async () => {
    const map = await drawn(mapRequest({ entries: [] }));
    expect(map.markers).toEqual([]);
    expect(map.alt).toContain('aucun lieu');
  });

  it('draws places alone without contours, and says what is missing', async () => {
    const request = mapRequest({ territory: squareTerritory({ contours: [] }) });
    const map = await drawn(request);
    expect(map.markers).toHaveLength(12);
    expect(map.attribution).toBe('');
    expect(codes(request)).toEqual(['maps/no-contours']);
  });

  it('asks for the credit of the contours', async () => {
    const request = mapRequest({ contoursCredit: undefined });
    await drawn(request);
    expect(codes(request)).toEqual(['maps/no-contours-credit']);
    expect(
      (await drawn(mapRequest({ contoursCredit: undefined, credit: 'Lise' }))).attribution,
    ).toBe('Lise');
  });

  it('draws markers on white without a base', async () => {
    const request = mapRequest({ base: 'none' });
    const map = await drawn(request);
    expect([map.shapes, map.labels, codes(request)]).toEqual([[], [], []]);
  });

  it('draws nothing, and says so, when nothing has a place', async () => {
    const request = mapRequest({
      territory: squareTerritory({ contours: [] }),
      entries: [entryWithout(1)],
    });
    expect(await drawMap(request)).toBeUndefined();
    expect(codes(request)).toEqual(['maps/nothing-to-show']);
  });

  it('refuses a size that cannot be read', async () => {
    await expect(drawMap(mapRequest({ size: { width: 300, height: 12 } }))).rejects.toThrow(
      'too small',
    );
  });

  it('draws a single place', async () => {
    const territory = squareTerritory({ contours: [], communes: new Map() });
    const map = await drawn(
      mapRequest({ territory, entries: [entryAt(1, 2.5, 45)], base: 'none' }),
    );
    expect(map.markers[0]?.at.x).toBeCloseTo(150, 6);
    expect(map.scaleBar.label).toBe('200\u00a0m');
  });
});

describe('drawMaps over tiles', () => {
  let server: TileServer;
  let cacheDir = '';

  beforeEach(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'proximites-map-'));
    server = await startTileServer(picture(await plainTile({ r: 230, g: 235, b: 220 })));
  });
  afterEach(async () => {
    await server.close();
    await rm(cacheDir, { recursive: true, force: true });
  });

  function tiled(changes: Partial<MapRequest> = {}): TestedRequest {
    const tiles = { cacheDir, allowPrivate: true, retries: 0, timeout: 300, ...changes.tiles };
    const size = { width: 120, height: 100 };
    return mapRequest({ base: server.template, credit: '© Lise', size, ...changes, tiles });
  }

  it('has a picture, its credit, and no names of our own', async () => {
    const request = tiled();
    const map = await drawn(request);
    expect(codes(request)).toEqual([]);
    expect(map.base?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(map.basePixels?.width).toBeGreaterThan((120 / 72) * 199);
    expect(map.attribution).toBe('© Lise – Contours inventés');
    expect(map.labels).toEqual([]);
    expect(map.shapes).toHaveLength(1);
  });

  it('asks nothing the second time and gives the same bytes', async () => {
    const first = await drawn(tiled());
    const count = server.asked.length;
    expect(count).toBeGreaterThan(1);
    expect(await drawn(tiled())).toEqual(first);
    expect(server.asked).toHaveLength(count);
  });

  it('falls back to the outline when tiles are missing, and names the maps once', async () => {
    server.answer = (_, response) => response.writeHead(503).end();
    const [first, second] = [tiled({ id: 'une' }), tiled({ id: 'deux' })];
    const maps = await drawMaps([first, second]);
    expect(maps.map((map) => [map.base, map.shapes.length])).toEqual([
      [undefined, 7],
      [undefined, 7],
    ]);
    expect(maps[0]?.attribution).toBe('Contours inventés');
    expect(
      [...first.sink.all, ...second.sink.all].map(({ code, severity, where }) => [
        code,
        severity,
        where.id,
      ]),
    ).toEqual([['maps/tiles-missing', 'warning', 'une, deux']]);
    expect(server.asked.length).toBeLessThan(4);
  });

  it('does not wait for a slow server at each map', async () => {
    server.answer = () => undefined;
    const start = performance.now();
    const requests = Array.from({ length: 8 }, (_, index) => tiled({ id: `m${index}` }));
    expect(await drawMaps(requests)).toHaveLength(8);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(codes(requests[0] as TestedRequest)).toEqual(['maps/tiles-missing']);
  });

  it('warns of a picture that will print blurred', async () => {
    const request = tiled({ tiles: { maxZoom: 9 } });
    expect((await drawn(request)).base).toBeDefined();
    expect(codes(request)).toEqual(['maps/low-resolution']);
  });

  it('refuses a source without credit before asking anything', async () => {
    await expect(drawMap(tiled({ credit: undefined }))).rejects.toThrow('no credit');
    expect(server.asked).toEqual([]);
  });
});
