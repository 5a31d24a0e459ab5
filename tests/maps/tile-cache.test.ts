import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TileCache } from '../../src/maps/tile-cache.ts';
import { filesUnder } from './tile-server.ts';

const url = 'https://tuiles.example.org/1/2/3.png';
const body = Buffer.from('tuile');
const day = 86_400_000;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proximites-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function daysOfLife(seconds: number): Promise<number> {
  await new TileCache(folder).write(url, body, seconds);
  const [file] = await filesUnder(folder);
  return ((await stat(file as string)).mtimeMs - Date.now()) / day;
}

describe('TileCache', () => {
  it('gives back what it was given, and nothing else', async () => {
    const cache = new TileCache(folder);
    expect(await cache.read(url)).toBeUndefined();
    expect(await cache.write(url, body, 0)).toBe(true);
    expect(await cache.read(url)).toEqual({ body, fresh: true });
    expect(await cache.read(`${url}?other`)).toBeUndefined();
  });

  it('keeps a tile for seven days at least, longer if told, a year at most', async () => {
    expect(await daysOfLife(60)).toBeCloseTo(7, 1);
    expect(await daysOfLife(30 * 86_400)).toBeCloseTo(30, 1);
    expect(await daysOfLife(1e9)).toBeCloseTo(365, 1);
  });

  it('still gives a tile past its date, saying so', async () => {
    const cache = new TileCache(folder);
    await cache.write(url, body, 0);
    const [file] = await filesUnder(folder);
    await utimes(file as string, 1, 1);
    expect(await cache.read(url)).toEqual({ body, fresh: false });
  });

  it('leaves no draft behind and forgets on demand', async () => {
    const cache = new TileCache(folder);
    await cache.write(url, body, 0);
    expect(await filesUnder(folder)).toHaveLength(1);
    await cache.forget(url);
    expect(await filesUnder(folder)).toEqual([]);
  });

  it('says when the folder cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await new TileCache(join(file, 'below')).write(url, body, 0)).toBe(false);
  });
});
