import { isAbsolute, resolve } from 'node:path';
import {
  type Diagnostic,
  DiagnosticList,
  InputError,
  inputError,
  type UserLanguage,
} from './diagnostics/diagnostic.ts';
import type { Directory } from './directory/directory.ts';
import { makeDirectory } from './directory/make-directory.ts';
import { writeEditionFiles } from './edition-files.ts';
import { editionIdentity } from './edition-identity.ts';
import { readFeeds } from './feed/read-feeds.ts';
import { writeFeed } from './feed/write-feed.ts';
import type { Estimate } from './fit/estimate.ts';
import type { FitRequest, Fitted } from './fit/fit-booklet.ts';
import { naturalKnobs } from './fit/knobs.ts';
import { makeSetter } from './fit/set-booklet.ts';
import { laterFaults } from './later-faults.ts';
import { withManual } from './manual.ts';
import { sectionMaps } from './maps/section-maps.ts';
import { bookletView, sectionColours } from './markup/booklet-view.ts';
import { lintTemplate } from './markup/lint-template.ts';
import { loadTemplate } from './markup/load-template.ts';
import {
  type EditionFacts,
  EditionPainter,
  type EditionPdf,
  editionPdfs,
} from './pdf/edition-pdfs.ts';
import { makeReport, type Report } from './report.ts';
import { resourcePath } from './resources.ts';
import type { BookletSpec } from './spec/booklet-spec.ts';
import { fitProblem } from './spec/fit-schema.ts';
import { placeInBooklet } from './spec/place-in-booklet.ts';
import { readBooklet } from './spec/read-booklet.ts';
import { type StageName, Stopwatch } from './stopwatch.ts';
import { resolveTerritory } from './territory/resolve-territory.ts';
import { loadFontLibrary } from './text/font-library.ts';
import { loadTypology } from './typology/load-typology.ts';
import { verifyEdition } from './verify/verify-edition.ts';

export type { Report } from './report.ts';
export type { StageName } from './stopwatch.ts';

export interface BuildOptions {
  /** Path of the booklet file. */
  readonly booklet: string;
  /** Feeds used instead of those that the booklet names. */
  readonly feeds?: readonly string[];
  readonly outDir: string;
  /** Language of the messages; the document's own is in the booklet. */
  readonly language: UserLanguage;
  readonly onStage?: (stage: StageName) => void;
}

export interface BuildResult {
  /** Paths written. */
  readonly files: readonly string[];
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes an edition: PDF, feed and report, written together; throws InputError when the input is at fault. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const sink = new DiagnosticList();
  const watch = new Stopwatch(options.onStage);
  const made = await makeEdition(options, sink, watch).catch((error: unknown) => {
    throw withEarlier(sink, error, options.booklet);
  });
  watch.begin('write');
  const diagnostics = placeInBooklet(sink.all, made.spec.file);
  const { slug } = made.spec;
  const names = [...made.pdfs.map((pdf) => pdf.name), `${slug}.geojson`, `${slug}.report.json`];
  const report = makeReport(
    {
      ...made,
      pages: made.document.pages.length,
      entries: made.directory.entries.length,
      leftOut: made.directory.leftOut,
      diagnostics,
      stages: watch.stop(),
      files: names,
    },
    options.language,
  );
  const files = await writeEditionFiles(options.outDir, [
    ...made.pdfs,
    { name: `${slug}.geojson`, bytes: made.feed },
    { name: `${slug}.report.json`, bytes: `${JSON.stringify(report, null, 2)}\n` },
  ]);
  return { files, report, diagnostics };
}

/** Says everything wrong with a booklet, its feeds and its templates; writes nothing. */
export async function check(options: Omit<BuildOptions, 'outDir'>): Promise<readonly Diagnostic[]> {
  const sink = new DiagnosticList();
  const reached: StageName[] = [];
  const watch = new Stopwatch((stage) => {
    reached.push(stage);
    options.onStage?.(stage);
  });
  try {
    await makeEdition(options, sink, watch, { lint: true });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const later = await laterFaults(resolve(options.booklet), reached, templateFolders);
    return [...withEarlier(sink, error, options.booklet).diagnostics, ...later];
  }
  return placeInBooklet(sink.all, resolve(options.booklet));
}

export interface EstimateOptions extends Omit<BuildOptions, 'outDir'> {
  /** Page count to try instead of the booklet's own. */
  readonly pages?: number;
}

export interface EstimateResult {
  readonly title: string;
  readonly estimate: Estimate;
  readonly diagnostics: readonly Diagnostic[];
}

/** Counts the pages of a booklet and tries the count asked for, painting and writing nothing. */
export async function estimate(options: EstimateOptions): Promise<EstimateResult> {
  const sink = new DiagnosticList();
  const watch = new Stopwatch(options.onStage);
  try {
    const given = { lint: false, isTrial: true, pages: options.pages };
    const set = await setEdition(options, sink, watch, given);
    watch.begin('fit');
    const { estimateBooklet } = await import('./fit/estimate.ts');
    const { estimate: found, diagnostics } = await estimateBooklet(set);
    const told = diagnostics.map((diagnostic) =>
      options.pages === undefined ? diagnostic : { ...diagnostic, where: { field: '--pages' } },
    );
    const all = placeInBooklet([...sink.all, ...told], set.spec.file);
    return { title: set.spec.title, estimate: found, diagnostics: all };
  } catch (error) {
    throw withEarlier(sink, error, options.booklet);
  }
}

/** What was reported before the stage that stopped is worth reading too. */
function withEarlier(sink: DiagnosticList, error: unknown, booklet: string): InputError {
  if (!(error instanceof InputError)) throw error;
  const later = error.diagnostics.filter((diagnostic) => !sink.all.includes(diagnostic));
  return new InputError(placeInBooklet([...sink.all, ...later], resolve(booklet)));
}

/** The whole pipeline, stage by stage. */
async function makeEdition(
  options: Omit<BuildOptions, 'outDir'>,
  sink: DiagnosticList,
  watch: Stopwatch,
  given = { lint: false },
) {
  let painter: EditionPainter | null = null;
  try {
    const set = await setEdition(options, sink, watch, {
      ...given,
      painterFor: (facts) => {
        painter = EditionPainter.for(facts);
        return painter;
      },
    });
    const { document } = set.booklet;
    watch.begin('pdf');
    const pdfs = await editionPdfs({ ...set, document, painter });
    watch.begin('verify');
    await proveEdition(pdfs, set, sink);
    return { ...set, document, pdfs };
  } finally {
    await (painter as EditionPainter | null)?.close();
  }
}

/** An edition that lost an entry is not one: better none than that one. */
async function proveEdition(
  pdfs: readonly EditionPdf[],
  { feed, directory }: { readonly feed: string; readonly directory: Directory },
  sink: DiagnosticList,
): Promise<void> {
  const [pdf] = pdfs as readonly [EditionPdf];
  const found = await verifyEdition({ pdf: pdf.bytes, feed, directory });
  for (const diagnostic of found) sink.report(diagnostic);
  if (found.some(({ severity }) => severity === 'error')) throw new InputError(found);
}

interface EditionOptions {
  readonly lint: boolean;
  /** What paints pages while they are laid out, when they need not be kept. */
  readonly painterFor?: (facts: EditionFacts) => EditionPainter | null;
  /** Leave the page count as it comes, ready to be tried. */
  readonly isTrial?: boolean;
  /** Page count asked for instead of the booklet's own. */
  readonly pages?: number;
}

/** The stages up to the pages, laid out, and painted where nothing speaks against it. */
async function setEdition(
  options: Omit<BuildOptions, 'outDir'>,
  sink: DiagnosticList,
  watch: Stopwatch,
  { lint, painterFor = () => null, isTrial = false, pages }: EditionOptions,
) {
  watch.begin('spec');
  const written = readBooklet(resolve(options.booklet), sink);
  const spec = withOptions(written, options.feeds, pages);
  watch.begin('typology');
  const typology = loadTypology();
  watch.begin('feed');
  const { feeds, services, refused } = await readFeeds(spec.feeds, typology, sink);
  watch.begin('territory');
  const territory = await resolveTerritory(spec.territory, { file: spec.file }, sink);
  watch.begin('directory');
  const directory = makeDirectory({ services, refused, spec, typology, territory, sink });
  const edition = editionIdentity(spec, directory, feeds, sink);
  watch.begin('maps');
  const colours = sectionColours(directory, spec, typology);
  const maps = await sectionMaps({
    directory,
    territory,
    spec,
    sink,
    colourOf: (section) => colours.get(section) as string,
  });
  watch.begin('markup');
  const template = loadTemplate(templateFolders(spec.template), sink);
  if (lint) lintTemplate(template, sink);
  const { name: place } = territory;
  const set = makeSetter({
    spec,
    template,
    view: (fields) =>
      withManual(
        bookletView({
          spec: { ...spec, fields },
          directory,
          typology,
          edition,
          territory: place,
          colours,
          maps,
        }),
      ),
    maps: [...maps.values()],
    anchors: (isTrial || spec.fit) && new Set(directory.entries.map(({ anchor }) => anchor)),
    fonts: () => loadFontLibrary({ folders: [resourcePath('fonts'), ...template.fontFolders] }),
  });
  const painter = painterFor({ spec, edition });
  const natural = await set(naturalKnobs, (stage) => watch.begin(stage), painter);
  const { booklet, diagnostics, outcome } = await fitPages(
    { spec: isTrial ? { ...spec, fit: undefined } : spec, directory, natural, set },
    watch,
  );
  for (const found of [...booklet.diagnostics, ...diagnostics]) sink.report(found);
  const feed = writeFeed(
    directory.entries.map((entry) => entry.service),
    edition,
  );
  return { spec, directory, edition, feed, booklet, fit: outcome, natural, set };
}

/** The booklet with what the command line asks instead. */
function withOptions(
  spec: BookletSpec,
  feeds: readonly string[] | undefined,
  pages: number | undefined,
): BookletSpec {
  const fed = feeds?.length ? { ...spec, feeds: feeds.map((feed) => resolve(feed)) } : spec;
  if (pages === undefined) return fed;
  const fit = { ...spec.fit, pages: { least: pages, most: pages } };
  const problem = fitProblem(fit, spec.output.multiple);
  if (!problem) return { ...fed, fit };
  const { code, message, hint } = problem;
  throw inputError({ code: `spec/${code}`, where: { field: '--pages' }, message, hint });
}

/** The booklet as designed, unless a page count is asked for. */
async function fitPages(
  request: Omit<FitRequest, 'fit'>,
  watch: Stopwatch,
): Promise<Omit<Fitted, 'outcome'> & Partial<Fitted>> {
  const { fit } = request.spec;
  if (!fit) return { booklet: request.natural, diagnostics: [] };
  watch.begin('fit');
  const { fitBooklet } = await import('./fit/fit-booklet.ts');
  return fitBooklet({ ...request, fit });
}

/** The booklet's own folder first, so that it may replace one partial and keep the rest. */
function templateFolders(template: string): readonly string[] {
  const shipped = resourcePath('templates', 'annuaire');
  if (!isAbsolute(template)) return [resourcePath('templates', template)];
  return [template, shipped];
}
