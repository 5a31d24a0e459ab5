import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** A tile found on disk. */
export interface CachedTile {
  readonly body: Uint8Array;
  readonly fresh: boolean;
}

/** Seconds during which a tile is used without asking again, at least and at most. */
export const cacheLife = { least: 7 * 86_400, most: 365 * 86_400 } as const;

/** The user's cache folder for tiles, as the XDG base directories say. */
export function defaultCacheDir(): string {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(caches, 'proximites', 'tiles');
}

/** Tiles on disk by URL; a file's modification time is the date until which it is fresh. */
export class TileCache {
  readonly #folder: string;
  #writes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(url: string): Promise<CachedTile | undefined> {
    const path = this.#path(url);
    try {
      const [body, { mtimeMs }] = await Promise.all([readFile(path), stat(path)]);
      return { body, fresh: mtimeMs > Date.now() };
    } catch {
      return undefined;
    }
  }

  /** Keeps a tile for so many seconds; false when the folder cannot be written. */
  async write(url: string, body: Uint8Array, seconds: number): Promise<boolean> {
    const path = this.#path(url);
    const draft = `${path}.${process.pid}-${this.#writes++}`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(draft, body);
      const until = new Date(Date.now() + boundedLife(seconds) * 1000);
      await utimes(draft, until, until);
      await rename(draft, path);
      return true;
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
      return false;
    }
  }

  async forget(url: string): Promise<void> {
    await rm(this.#path(url), { force: true }).catch(() => undefined);
  }

  #path(url: string): string {
    const digest = createHash('sha256').update(url).digest('hex');
    return join(this.#folder, digest.slice(0, 2), digest.slice(2));
  }
}

function boundedLife(seconds: number): number {
  return Math.min(cacheLife.most, Math.max(cacheLife.least, seconds));
}
