import { basename } from 'node:path';
import { type DiagnosticSink, inputError } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Typology } from '../typology/typology.ts';
import { type RefusedFeature, readFeed } from './read-feed.ts';
import type { Feed, Service } from './service.ts';

/** Several feeds read as one base. */
export interface FeedsReading {
  readonly feeds: readonly Feed[];
  readonly services: readonly Service[];
  readonly refused: readonly RefusedFeature[];
}

/** Reads feeds one after the other; an id that an earlier feed holds already is refused. */
export async function readFeeds(
  files: readonly string[],
  typology: Typology,
  sink: DiagnosticSink,
): Promise<FeedsReading> {
  if (files.length === 0) throw noFeed();
  const feeds: Feed[] = [];
  const refused: RefusedFeature[] = [];
  const byId = new Map<string, string>();
  const services: Service[] = [];
  for (const file of files) {
    const reading = await readFeed(file, typology, sink);
    feeds.push(reading.feed);
    refused.push(...reading.refused);
    for (const service of reading.feed.services) {
      const earlier = byId.get(service.id);
      if (earlier === undefined) {
        byId.set(service.id, file);
        services.push(service);
      } else {
        refused.push(refuseTwin(service, { file, earlier }, sink));
      }
    }
  }
  return { feeds, services, refused };
}

function noFeed(): Error {
  return inputError({
    code: 'feed/none',
    where: { field: 'feed' },
    message: {
      fr: 'Aucun flux de services n’est donné.',
      en: 'No feed of services is given.',
    },
    hint: {
      fr: 'Écrivez «\u00a0flux: services.geojson\u00a0» dans le livret, ou ajoutez --feed services.geojson à la commande.',
      en: 'Write "feed: services.geojson" in the booklet, or add --feed services.geojson to the command.',
    },
  });
}

function refuseTwin(
  service: Service,
  { file, earlier }: { file: string; earlier: string },
  sink: DiagnosticSink,
): RefusedFeature {
  const message = {
    fr: `L’identifiant ${quote(service.id).fr} est déjà dans ${basename(earlier)}\u00a0; ce service n’est pas repris une seconde fois.`,
    en: `The id ${quote(service.id).en} is already in ${basename(earlier)}; this service is not taken a second time.`,
  };
  sink.report({
    severity: 'warning',
    code: 'feed/duplicate-id',
    where: { file, id: service.id },
    message,
  });
  return { id: service.id, name: service.name, reason: 'duplicate-id', message };
}
