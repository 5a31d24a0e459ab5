import { rounded } from './clean-position.ts';
import type { EditionIdentity, Service, Source } from './service.ts';

/** What the foreign members of a feed that is no edition may tell. */
export interface FeedIdentity {
  readonly title?: string;
  /** Date of the data, ISO 8601. */
  readonly date?: string;
  readonly source?: Source;
}

/** The feed of an edition: GeoJSON, one feature per line, the same bytes for the same services. */
export function writeFeed(services: readonly Service[], identity: EditionIdentity): string {
  const { id, title, date, dateOf, digest } = identity;
  return collection(services, { edition: { id, title, date, dateOf, digest } });
}

/** A feed of data that no edition has printed yet: what an importer makes. */
export function writeImportedFeed(
  services: readonly Service[],
  identity: FeedIdentity = {},
): string {
  const { title, date, source } = identity;
  return collection(services, { title, date, source: source && sourceOf(source) });
}

function collection(services: readonly Service[], identity: object): string {
  const head = `{"type":"FeatureCollection","proximites":${JSON.stringify(identity)},"features":[`;
  const lines = services.map(featureLine);
  return `${head}\n${lines.join(',\n')}${lines.length > 0 ? '\n' : ''}]}\n`;
}

/** One service as its GeoJSON feature, on one line, keys in a fixed order, empty fields left out. */
export function featureLine(service: Service): string {
  const { position } = service;
  const geometry = position && {
    type: 'Point',
    coordinates: [rounded(position.longitude), rounded(position.latitude)],
  };
  return JSON.stringify({
    type: 'Feature',
    id: service.id,
    geometry: geometry ?? null,
    properties: properties(service),
  });
}

function properties(service: Service): object {
  const { address, accessibility } = service;
  return {
    name: service.name,
    types: service.types,
    address: filled({
      lines: some(address.lines),
      postcode: address.postcode,
      commune: address.commune,
      insee: address.insee,
    }),
    positionOrigin: service.position?.origin,
    serves: some(service.serves),
    phones: some(service.phones.map(({ number, label, cost }) => ({ number, label, cost }))),
    emails: some(service.emails.map(({ address: mail, label }) => ({ address: mail, label }))),
    websites: some(service.websites.map(({ url, label }) => ({ url, label }))),
    openingHours: service.openingHours,
    closures: some(service.closures.map(({ from, to, reason }) => ({ from, to, reason }))),
    description: byLanguage(service.description),
    notes: byLanguage(service.notes),
    accessibility:
      accessibility &&
      filled({ wheelchair: accessibility.wheelchair, notes: byLanguage(accessibility.notes) }),
    audience: byLanguage(service.audience),
    images: some(
      service.images.map(({ source, alt, credit }) => ({ source, alt: byLanguage(alt), credit })),
    ),
    source: sourceOf(service.source),
    status: service.status,
  };
}

function sourceOf({ contributor, dataset, licence, url, date, checked }: Source): object {
  return { contributor, dataset, licence, url, date, checked };
}

/** Undefined members are left out by JSON.stringify; an object without any other is left out too. */
function filled(record: Readonly<Record<string, unknown>>): object | undefined {
  return Object.values(record).some((value) => value !== undefined) ? record : undefined;
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function byLanguage(text: Readonly<Record<string, string>> | undefined): object | undefined {
  if (text === undefined) return undefined;
  const tags = Object.keys(text).sort();
  return tags.length > 0 ? Object.fromEntries(tags.map((tag) => [tag, text[tag]])) : undefined;
}
