import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TileOptions } from '../../src/maps/map-request.ts';
import { TileClient, userAgent } from '../../src/maps/tile-client.ts';
import { TileError } from '../../src/maps/tile-error.ts';
import { filesUnder, picture, startTileServer, type TileServer } from './tile-server.ts';

const body = Buffer.from('une tuile');
const asIs = async (bytes: Uint8Array) => bytes;
let server: TileServer;
let cacheDir = '';

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'proximites-tiles-'));
  server = await startTileServer(picture(body));
});
afterEach(async () => {
  await server.close();
  await rm(cacheDir, { recursive: true, force: true });
});

function client(changes: TileOptions = {}): TileClient {
  return new TileClient({ cacheDir, allowPrivate: true, timeout: 2000, retryDelay: 1, ...changes });
}

async function reason(asking: Promise<unknown>): Promise<string> {
  try {
    await asking;
    return 'none';
  } catch (error) {
    if (error instanceof TileError) return error.reason.en;
    throw error;
  }
}

const url = () => `${server.origin}/1/2/3.png`;

describe('TileClient', () => {
  it('asks once and then reads from disk', async () => {
    expect(await client().tile(url(), asIs)).toEqual(body);
    expect(await client().tile(url(), asIs)).toEqual(body);
    expect(server.asked.map(({ path }) => path)).toEqual(['/1/2/3.png']);
  });

  it('says who asks', async () => {
    await client({ contact: 'https://example.org/carte' }).tile(url(), asIs);
    expect(server.asked[0]?.userAgent).toMatch(
      /^proximites\/\d+\.\d+\.\d+ \(\+https:\/\/example\.org\/carte\)$/,
    );
    expect(userAgent('a(b)\r\nc')).toMatch(/\(\+abc\)$/);
  });

  it('asks again after a failure that may pass', async () => {
    let failures = 2;
    server.answer = (request, response) =>
      failures-- > 0 ? response.writeHead(503).end() : picture(body)(request, response);
    expect(await client({ retries: 2 }).tile(url(), asIs)).toEqual(body);
    expect(server.asked).toHaveLength(3);
  });

  it('gives up after the retries, then leaves the server alone', async () => {
    server.answer = (_, response) => response.writeHead(503).end();
    const tiles = client({ retries: 1 });
    expect(await reason(tiles.tile(url(), asIs))).toMatch(/answered 503$/);
    expect(await reason(tiles.tile(`${server.origin}/9/9/9.png`, asIs))).toMatch(/answered 503$/);
    expect(server.asked).toHaveLength(2);
  });

  it('does not ask twice for a tile that does not exist', async () => {
    server.answer = (_, response) => response.writeHead(404).end();
    expect(await reason(client().tile(url(), asIs))).toMatch(/answered 404$/);
    expect(server.asked).toHaveLength(1);
  });

  it('waits as long as the server says, and gives up when that is too long', async () => {
    let times = 0;
    server.answer = (request, response) =>
      times++ === 0
        ? response.writeHead(429, { 'retry-after': '1' }).end()
        : picture(body)(request, response);
    const start = performance.now();
    await client().tile(url(), asIs);
    expect(performance.now() - start).toBeGreaterThan(950);
    server.answer = (_, response) => response.writeHead(429, { 'retry-after': '600' }).end();
    expect(await reason(client().tile(`${server.origin}/4/4/4.png`, asIs))).toMatch(
      /answered 429$/,
    );
    expect(server.asked).toHaveLength(3);
  });

  it('does not wait for ever: no answer, or a body that does not end', async () => {
    server.answer = () => undefined;
    expect(await reason(client({ timeout: 80, retries: 0 }).tile(url(), asIs))).toContain('0.08 s');
    server.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).write('a');
    };
    expect(await reason(client({ timeout: 80, retries: 0 }).tile(url(), asIs))).toContain('0.08 s');
  });

  it('refuses what is not a picture, and what is too large', async () => {
    server.answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
    expect(await reason(client().tile(url(), asIs))).toContain('text/html');
    server.answer = picture(Buffer.alloc(5 * 1024 * 1024));
    expect(await reason(client().tile(url(), asIs))).toContain('more than 4 MB');
    expect(await filesUnder(cacheDir)).toEqual([]);
  });

  it('follows redirections, checking each of them', async () => {
    server.answer = (request, response) =>
      request.url === '/1/2/3.png'
        ? response.writeHead(302, { location: '/elsewhere.png' }).end()
        : picture(body)(request, response);
    expect(await client().tile(url(), asIs)).toEqual(body);
    server.answer = (_, response) =>
      response.writeHead(302, { location: 'file:///etc/hostname' }).end();
    expect(await reason(client().tile(`${server.origin}/2/2/2.png`, asIs))).toContain('"file:"');
    server.answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
    expect(await reason(client().tile(`${server.origin}/3/3/3.png`, asIs))).toContain(
      'without end',
    );
  });

  it('refuses a private address unless allowed', async () => {
    expect(await reason(client({ allowPrivate: false, retries: 0 }).tile(url(), asIs))).toContain(
      'private network',
    );
    expect(
      await reason(
        client({ allowPrivate: false, retries: 0 }).tile(
          url().replace('127.0.0.1', 'localhost'),
          asIs,
        ),
      ),
    ).toContain('private network');
    expect(server.asked).toEqual([]);
  });

  it('says when nobody answers', async () => {
    const gone = url();
    await server.close();
    expect(await reason(client({ retries: 0 }).tile(gone, asIs))).toContain('ECONNREFUSED');
    server = await startTileServer(picture(body));
  });

  it('does not keep what the server forbids to keep', async () => {
    server.answer = picture(body, { 'cache-control': 'no-store' });
    await client().tile(url(), asIs);
    expect(await filesUnder(cacheDir)).toEqual([]);
  });

  it('asks again for a tile that is past its date or damaged on disk', async () => {
    await client().tile(url(), asIs);
    const [file] = (await filesUnder(cacheDir)) as [string];
    await utimes(file, 1, 1);
    await client().tile(url(), asIs);
    expect(server.asked).toHaveLength(2);
    await writeFile(file, 'damaged');
    await utimes(file, 9e9, 9e9);
    const whole = async (bytes: Uint8Array) => {
      if (!Buffer.from(bytes).equals(body)) throw new TileError({ fr: 'abîmée', en: 'damaged' });
      return bytes;
    };
    expect(await client().tile(url(), whole)).toEqual(body);
    expect(server.asked).toHaveLength(3);
  });

  it('uses a tile past its date when the server fails, and counts it', async () => {
    await client().tile(url(), asIs);
    const [file] = (await filesUnder(cacheDir)) as [string];
    await utimes(file, 1, 1);
    server.answer = (_, response) => response.writeHead(500).end();
    const tiles = client({ retries: 0 });
    expect(await tiles.tile(url(), asIs)).toEqual(body);
    expect(tiles.staleTiles).toBe(1);
  });

  it('works without a cache that can be written', async () => {
    await writeFile(join(cacheDir, 'file'), '');
    const tiles = client({ cacheDir: join(cacheDir, 'file', 'below') });
    expect(await tiles.tile(url(), asIs)).toEqual(body);
    expect(tiles.cacheFailed).toBe(true);
  });
});
