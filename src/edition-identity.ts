import type { DiagnosticSink } from './diagnostics/diagnostic.ts';
import type { Directory } from './directory/directory.ts';
import { contentDigest } from './feed/digest.ts';
import type { EditionIdentity, Feed } from './feed/service.ts';
import type { BookletSpec } from './spec/booklet-spec.ts';

/** Identity of an edition: the same services, fields and title give the same one. */
export function editionIdentity(
  spec: BookletSpec,
  directory: Directory,
  feeds: readonly Feed[],
  sink: DiagnosticSink,
): EditionIdentity {
  const services = directory.entries.map((entry) => entry.service);
  const digest = contentDigest(services);
  const known = spec.edition.date ?? dateOfData(directory, feeds);
  const date = known ?? today(sink);
  const id = `${spec.slug}-${date}-${digest.slice(0, 8)}`;
  const identity = { id, title: spec.title, date, digest };
  return known ? identity : { ...identity, dateOf: 'printing' };
}

/** Latest date of what is printed, else of the feeds, which may say that of rows that are not. */
function dateOfData(directory: Directory, feeds: readonly Feed[]): string | undefined {
  return latest(directory.credits) ?? latest(feeds);
}

function latest(dated: readonly { readonly date?: string }[]): string | undefined {
  const dates = dated.map(({ date }) => date).filter((date) => date !== undefined);
  return dates.sort().at(-1)?.slice(0, 10);
}

function today(sink: DiagnosticSink): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const date = new Date(epoch ? Number(epoch) * 1000 : Date.now()).toISOString().slice(0, 10);
  sink.report({
    severity: 'info',
    code: 'edition/no-date',
    where: { field: 'edition.date' },
    message: {
      fr: `Ni le livret ni les données ne portent de date\u00a0: celle du jour est imprimée (${date}).`,
      en: `Neither the booklet nor the data carries a date: today's is printed (${date}).`,
    },
    hint: {
      fr: `Écrivez «\u00a0édition: {date: ${date}}\u00a0» dans le livret pour la garder.`,
      en: `Write "edition: {date: ${date}}" in the booklet to keep it.`,
    },
  });
  return date;
}
