import { createHash } from 'node:crypto';
import type { Service } from './service.ts';
import { featureLine } from './write-feed.ts';

/** SHA-256, hex, of the services as the feed writes them, whatever their order. */
export function contentDigest(services: readonly Service[]): string {
  const hash = createHash('sha256');
  const byId = [...services].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const service of byId) hash.update(`${featureLine(service)}\n`);
  return hash.digest('hex');
}
