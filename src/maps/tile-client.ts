import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { resourcePath } from '../resources.ts';
import type { TileOptions } from './map-request.ts';
import { defaultCacheDir, TileCache } from './tile-cache.ts';
import { TileError } from './tile-error.ts';
import { type FetchedTile, type FetchLimits, fetchTile } from './tile-fetch.ts';

/** Reads the picture of a tile, or throws a TileError when it is not one. */
export type TileReader = (body: Uint8Array) => Promise<Uint8Array>;

/** Longest wait that a server may impose before a retry, seconds. */
const mostPatience = 5;

/** Asks for tiles politely: cache first, few retries, and no more questions to a server that fails. */
export class TileClient {
  readonly #cache: TileCache;
  readonly #limits: FetchLimits;
  readonly #retries: number;
  readonly #retryDelay: number;
  readonly #failures = new Map<string, TileError>();
  /** Tiles past their date that were used because the server did not answer. */
  staleTiles = 0;
  /** Whether some tile could not be kept on disk. */
  cacheFailed = false;

  constructor(options: TileOptions = {}) {
    this.#cache = new TileCache(options.cacheDir ?? defaultCacheDir());
    this.#limits = {
      userAgent: options.userAgent ?? userAgent(options.contact),
      timeout: options.timeout ?? 10_000,
      allowPrivate: options.allowPrivate ?? false,
    };
    this.#retries = options.retries ?? 2;
    this.#retryDelay = options.retryDelay ?? 400;
  }

  /** The tile as read by `read`; throws a TileError when neither server nor cache has it whole. */
  async tile(url: string, read: TileReader): Promise<Uint8Array> {
    const cached = await this.#cache.read(url);
    const kept = cached && (await read(cached.body).catch(() => undefined));
    if (cached && !kept) await this.#cache.forget(url);
    if (cached?.fresh && kept) return kept;
    try {
      return await this.#download(url, read);
    } catch (error) {
      if (!kept || !(error instanceof TileError)) throw error;
      this.staleTiles++;
      return kept;
    }
  }

  async #download(url: string, read: TileReader): Promise<Uint8Array> {
    const fetched = await this.#fetchWithRetries(url);
    const picture = await read(fetched.body);
    if (fetched.keepFor !== undefined) {
      const written = await this.#cache.write(url, fetched.body, fetched.keepFor);
      this.cacheFailed ||= !written;
    }
    return picture;
  }

  async #fetchWithRetries(url: string): Promise<FetchedTile> {
    const { host } = new URL(url);
    for (let attempt = 0; ; attempt++) {
      const known = this.#failures.get(host);
      if (known) throw known;
      try {
        return await fetchTile(url, this.#limits);
      } catch (error) {
        if (!(error instanceof TileError) || !error.mayPass) throw error;
        if (attempt >= this.#retries || (error.retryAfter ?? 0) > mostPatience) {
          this.#failures.set(host, error);
          throw error;
        }
        await wait(Math.max((error.retryAfter ?? 0) * 1000, this.#retryDelay * 2 ** attempt));
      }
    }
  }
}

/** "proximites/1.2.3 (+contact)". */
export function userAgent(contact?: string): string {
  const { version } = JSON.parse(readFileSync(resourcePath('package.json'), 'utf8')) as {
    version: string;
  };
  const product = `proximites/${version}`;
  return contact ? `${product} (+${contact.replace(/[^\x20-\x7e]|[()]/g, '')})` : product;
}
