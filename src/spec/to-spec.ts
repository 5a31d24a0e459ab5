import { basename, extname } from 'node:path';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { WrittenBooklet } from './booklet-schema.ts';
import type { BookletSpec, EntryField, TerritorySpec, TerritoryTerm } from './booklet-spec.ts';
import { fieldWords } from './booklet-words.ts';
import { toPage } from './check-page.ts';
import type { BookletPaths } from './check-paths.ts';
import { whereIs } from './explain-issue.ts';
import { toFit } from './fit-schema.ts';
import { readDay } from './read-values.ts';
import type { WrittenFile } from './read-written.ts';
import { slugify } from './slug.ts';

/** The booklet with its defaults filled in and its paths absolute. */
export function toSpec(
  booklet: WrittenBooklet,
  paths: BookletPaths,
  written: WrittenFile,
  sink: DiagnosticSink,
): BookletSpec {
  return {
    file: written.file,
    slug: toSlug(booklet.slug, written, sink),
    title: booklet.title,
    subtitle: booklet.subtitle,
    edition: toEdition(booklet.edition),
    language: booklet.language ?? 'fr',
    territory: toTerritory(booklet.territory, paths),
    select: toSelect(booklet),
    feeds: paths.feeds,
    add: booklet.add ?? [],
    remove: booklet.remove ?? [],
    template: paths.template ?? 'annuaire',
    page: toPage(booklet.page),
    fields: toFields(booklet.fields),
    group: booklet.group ?? 'theme',
    sort: booklet.sort ?? 'name',
    cover: toCover(booklet.cover, paths),
    organisation: toOrganisation(booklet.organisation, paths),
    index: toIndex(booklet.index),
    map: toMap(booklet.map, paths, written, sink),
    output: toOutput(booklet.output),
    fit: toFit(booklet.fit),
  };
}

function toSlug(given: string | undefined, written: WrittenFile, sink: DiagnosticSink): string {
  if (given === undefined) return slugify(basename(written.file, extname(written.file)));
  const slug = slugify(given);
  if (slug === given) return slug;
  const [got, read] = [quote(given), quote(slug)];
  sink.report({
    severity: 'warning',
    code: 'spec/slug',
    where: whereIs(['slug'], written),
    message: {
      fr: `${got.fr} ne peut pas nommer un fichier partout\u00a0: il devient ${read.fr}.`,
      en: `${got.en} cannot name a file everywhere: it becomes ${read.en}.`,
    },
    hint: { fr: `Écrivez ${read.fr}.`, en: `Write ${read.en}.` },
  });
  return slug;
}

function toEdition(edition: WrittenBooklet['edition']): BookletSpec['edition'] {
  if (typeof edition !== 'string') return edition ?? {};
  const day = readDay(edition);
  return 'value' in day ? { date: day.value } : { name: edition };
}

function toTerritory(territory: WrittenBooklet['territory'], paths: BookletPaths): TerritorySpec {
  if (Array.isArray(territory)) return { include: toTerms(territory), exclude: [] };
  const { name, radius, commune = [], epci = [], departement = [], region = [] } = territory;
  return {
    name,
    include: [
      ...toTerms(territory.include ?? []),
      ...commune.map((word) => ({ commune: word })),
      ...epci.map((word) => ({ epci: word })),
      ...departement.map((word) => ({ departement: word })),
      ...region.map((word) => ({ region: word })),
    ],
    exclude: toTerms(territory.exclude ?? []),
    radius,
    polygon: paths.polygon,
    contours: paths.contours,
  };
}

type WrittenTerm =
  | string
  | {
      readonly commune?: string;
      readonly epci?: string;
      readonly departement?: string;
      readonly region?: string;
    };

/** A term with two kinds means both: each is kept. */
function toTerms(terms: readonly WrittenTerm[]): readonly TerritoryTerm[] {
  return terms.flatMap((term): readonly TerritoryTerm[] => {
    if (typeof term === 'string') return [term];
    const { commune, epci, departement, region } = term;
    return [
      ...(commune === undefined ? [] : [{ commune }]),
      ...(epci === undefined ? [] : [{ epci }]),
      ...(departement === undefined ? [] : [{ departement }]),
      ...(region === undefined ? [] : [{ region }]),
    ];
  });
}

function toSelect({ themes, types }: WrittenBooklet): BookletSpec['select'] {
  const chosen = [themes, types].map((words) =>
    Array.isArray(words) ? { include: words, exclude: [] } : words,
  );
  return {
    include: chosen.flatMap((words) => words?.include ?? []),
    exclude: chosen.flatMap((words) => words?.exclude ?? []),
  };
}

function toFields(fields: WrittenBooklet['fields']): readonly EntryField[] {
  const every = Object.keys(fieldWords) as EntryField[];
  const usual = every.filter((field) => field !== 'source');
  if (fields === undefined) return usual;
  if (Array.isArray(fields)) return every.filter((field) => fields.includes(field));
  const included = fields.include;
  const kept = included ? every.filter((field) => included.includes(field)) : usual;
  return kept.filter((field) => !fields.exclude?.includes(field));
}

function toCover(cover: WrittenBooklet['cover'], paths: BookletPaths): BookletSpec['cover'] {
  if (cover === undefined) return {};
  if (typeof cover === 'string') return { image: paths.image };
  return { image: paths.image, credit: cover.credit, text: cover.text };
}

function toOrganisation(
  organisation: WrittenBooklet['organisation'],
  paths: BookletPaths,
): BookletSpec['organisation'] {
  if (organisation === undefined) return { themeColours: {} };
  if (typeof organisation === 'string') return { name: organisation, themeColours: {} };
  const { 'theme-colours': colours = {}, logo: _, ...rest } = organisation;
  const themeColours = Object.fromEntries(
    Object.entries(colours).map(([theme, colour]) => [slugify(theme), colour]),
  );
  return { ...rest, logo: paths.logo, themeColours };
}

function toIndex(index: WrittenBooklet['index']): BookletSpec['index'] {
  if (typeof index === 'boolean') return { names: index, communes: index, types: index };
  const { names = true, communes = true, types = true } = index ?? {};
  return { names, communes, types };
}

function toMap(
  map: WrittenBooklet['map'],
  paths: BookletPaths,
  written: WrittenFile,
  sink: DiagnosticSink,
): BookletSpec['map'] {
  const usual = (paths.contours ?? paths.polygon) === undefined ? 'none' : 'outline';
  const spec = typeof map === 'string' ? { base: map } : { ...map, base: map?.base ?? usual };
  if (!spec.base.includes('{z}') || ('credit' in spec && spec.credit !== undefined)) return spec;
  sink.report({
    severity: 'warning',
    code: 'spec/map-credit',
    where: whereIs(['map'], written),
    message: {
      fr: 'Ce fond de carte n’a pas de mention d’auteur.',
      en: 'This map base has no credit.',
    },
    hint: {
      fr: 'Ajoutez «\u00a0crédit: …\u00a0» sous «\u00a0carte\u00a0»\u00a0: la licence du fond l’exige presque toujours.',
      en: 'Add “credit: …” under “map”: the licence of the base nearly always demands it.',
    },
  });
  return spec;
}

function toOutput(output: WrittenBooklet['output']): BookletSpec['output'] {
  return {
    bleed: output?.bleed ?? 0,
    imposed: output?.imposed ?? false,
    attachFeed: output?.['attach-feed'] ?? true,
    multiple: output?.multiple ?? 1,
    colour: output?.colour,
  };
}
