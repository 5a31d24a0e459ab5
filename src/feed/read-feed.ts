import { open } from 'node:fs/promises';
import {
  type DiagnosticSink,
  inputError,
  type Message,
  type Where,
} from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { regularFileSize } from '../regular-file.ts';
import type { Typology } from '../typology/typology.ts';
import { isoDate } from './clean-date.ts';
import { cleanLine } from './clean-text.ts';
import type { SourceInput } from './feed-schema.ts';
import { sourceSchema } from './feed-schema.ts';
import { findJsonFault } from './json-fault.ts';
import { LineFinder } from './line-finder.ts';
import type { Feed, Service } from './service.ts';
import { type RefusedFeature, ServiceReader } from './service-reader.ts';

export type { RefusedFeature } from './service-reader.ts';

/** What a feed gave: its services, and the features that could not become one. */
export interface FeedReading {
  readonly feed: Feed;
  readonly refused: readonly RefusedFeature[];
}

/** Largest feed read, bytes: about ten times a region. */
export const largestFeed = 256 * 1024 * 1024;

/** Reads a GeoJSON feed; one bad feature is refused and reported, an unusable file stops with an InputError. */
export async function readFeed(
  file: string,
  typology: Typology,
  sink: DiagnosticSink,
): Promise<FeedReading> {
  return parseFeed(decode(await readBytes(file), file), file, typology, sink);
}

/** Reads the text of a feed; `file` is for messages. */
export function parseFeed(
  text: string,
  file: string,
  typology: Typology,
  sink: DiagnosticSink,
): FeedReading {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  const collection = collectionOf(parseJson(bare, file), file);
  sayReferenceSystem(collection.crs, file, sink);
  const known = identityOf(collection);
  const reader = new ServiceReader({ typology, sink, where: { file }, ...readerOptions(known) });
  const services: Service[] = [];
  const refused: RefusedFeature[] = [];
  const lines = new LineFinder(bare);
  const features = collection.features as readonly unknown[];
  features.forEach((feature, index) => {
    const raw = featureOf(feature);
    const where = (): Where => ({ file, ...lineOf(lines, raw.id) });
    const result = reader.read(raw, index + 1, where);
    if ('types' in result) services.push(result);
    else refused.push(result);
  });
  return { feed: { services, file, ...titleAndDate(known) }, refused };
}

async function readBytes(file: string): Promise<Buffer> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    regularFileSize(file);
    handle = await open(file, 'r');
  } catch (error) {
    throw unreadable(file, error);
  }
  try {
    const { size } = await handle.stat();
    if (size > largestFeed) throw tooLarge(file, size);
    return await handle.readFile();
  } catch (error) {
    throw error instanceof Error && 'code' in error ? unreadable(file, error) : error;
  } finally {
    await handle.close();
  }
}

function unreadable(file: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code;
  const missing = code === 'ENOENT';
  const folder = code === 'EISDIR';
  return inputError({
    code: 'feed/unreadable',
    where: { file },
    message: {
      fr: missing
        ? 'Le fichier du flux n’existe pas.'
        : folder
          ? 'Le flux est un dossier, il faut un fichier.'
          : `Le fichier du flux ne peut pas être lu (${code}).`,
      en: missing
        ? 'The feed file does not exist.'
        : folder
          ? 'The feed is a folder, it must be a file.'
          : `The feed file cannot be read (${code}).`,
    },
    hint: {
      fr: 'Vérifiez le chemin et les droits de lecture.',
      en: 'Check the path and the reading rights.',
    },
  });
}

function tooLarge(file: string, size: number): Error {
  const [mega, most] = [Math.round(size / 1048576), largestFeed / 1048576];
  return inputError({
    code: 'feed/too-large',
    where: { file },
    message: {
      fr: `Le flux pèse ${mega} Mo\u00a0; ${most} Mo au plus sont lus.`,
      en: `The feed weighs ${mega} MB; at most ${most} MB are read.`,
    },
    hint: { fr: 'Partagez-le en plusieurs flux.', en: 'Split it into several feeds.' },
  });
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw inputError({
      code: 'feed/encoding',
      where: { file },
      message: {
        fr: 'Le flux n’est pas encodé en UTF-8.',
        en: 'The feed is not encoded in UTF-8.',
      },
      hint: {
        fr: 'Enregistrez-le de nouveau en UTF-8.',
        en: 'Save it again as UTF-8.',
      },
    });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, found } = findJsonFault(text);
    const shown = found === undefined ? endOfText : quote(found);
    throw inputError({
      code: 'feed/bad-json',
      where: { file, line, column },
      message: {
        fr: `Le fichier n’est pas du JSON valide\u00a0: ${shown.fr} est inattendu ici.`,
        en: `The file is not valid JSON: ${shown.en} is unexpected here.`,
      },
      hint: {
        fr: 'Cherchez juste avant une virgule, un guillemet ou une accolade oublié ou en trop.',
        en: 'Look just before for a comma, a quote or a brace missing or in excess.',
      },
    });
  }
}

const endOfText: Message = { fr: 'la fin du fichier', en: 'the end of the file' };

function collectionOf(value: unknown, file: string): Readonly<Record<string, unknown>> {
  const record =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (record.type === 'FeatureCollection' && Array.isArray(record.features)) return record;
  throw inputError({
    code: 'feed/not-a-collection',
    where: { file },
    message: {
      fr: 'Le fichier n’est pas une FeatureCollection GeoJSON.',
      en: 'The file is not a GeoJSON FeatureCollection.',
    },
    hint: {
      fr: 'Il doit commencer par {"type": "FeatureCollection", "features": [ … ]}.',
      en: 'It must begin with {"type": "FeatureCollection", "features": [ … ]}.',
    },
  });
}

function featureOf(feature: unknown): { id: unknown; geometry: unknown; properties: unknown } {
  const record = (typeof feature === 'object' && feature !== null ? feature : {}) as Record<
    string,
    unknown
  >;
  const isFeature = record.type === 'Feature';
  return {
    id: record.id,
    geometry: record.geometry,
    properties: isFeature ? record.properties : undefined,
  };
}

function lineOf(lines: LineFinder, id: unknown): { readonly line?: number } {
  const line = typeof id === 'string' || typeof id === 'number' ? lines.lineOf(id) : undefined;
  return line === undefined ? {} : { line };
}

function sayReferenceSystem(crs: unknown, file: string, sink: DiagnosticSink): void {
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name;
  if (typeof name !== 'string' || /(?:CRS84|EPSG:{1,2}4326)$/.test(name)) return;
  const shown = quote(name);
  sink.report({
    severity: 'warning',
    code: 'feed/reference-system',
    where: { file, field: 'crs' },
    message: {
      fr: `Le flux annonce le système de coordonnées ${shown.fr}\u00a0; seul WGS84 est lu.`,
      en: `The feed announces the reference system ${shown.en}; only WGS84 is read.`,
    },
    hint: { fr: 'Exportez en WGS84 (EPSG:4326).', en: 'Export in WGS84 (EPSG:4326).' },
  });
}

interface Identity {
  readonly title?: string;
  readonly date?: string;
  readonly language?: string;
  readonly source?: SourceInput;
}

/** What the foreign members tell; anything ill-formed there is ignored, the features count. */
function identityOf(collection: Readonly<Record<string, unknown>>): Identity {
  const own = recordOf(collection.proximites);
  const edition = recordOf(own.edition);
  const title = textOf(edition.title) ?? textOf(own.title) ?? textOf(collection.name);
  const date = isoDate(textOf(edition.date) ?? textOf(own.date) ?? '');
  const language = textOf(own.language);
  const source = sourceSchema.safeParse(own.source);
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(language !== undefined && /^[a-z]{2,3}(?:-\w+)*$/.test(language) ? { language } : {}),
    ...(source.success ? { source: source.data } : {}),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? cleanLine(value).text : '';
  return text === '' ? undefined : text;
}

function readerOptions({ language, source }: Identity) {
  return {
    ...(language === undefined ? {} : { language }),
    ...(source === undefined ? {} : { source }),
  };
}

function titleAndDate({ title, date }: Identity): Pick<Feed, 'title' | 'date'> {
  return { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
}
