import { isAbsolute, resolve } from 'node:path';
import { buildBoxes } from './boxes/build-boxes.ts';
import { loadGraphics } from './boxes/load-graphics.ts';
import {
  type Diagnostic,
  DiagnosticList,
  InputError,
  type UserLanguage,
} from './diagnostics/diagnostic.ts';
import { makeDirectory } from './directory/make-directory.ts';
import { writeEditionFiles } from './edition-files.ts';
import { editionIdentity } from './edition-identity.ts';
import { readFeeds } from './feed/read-feeds.ts';
import { writeFeed } from './feed/write-feed.ts';
import { laterFaults } from './later-faults.ts';
import { layoutDocument } from './layout/layout-document.ts';
import { withManual } from './manual.ts';
import { sectionMaps } from './maps/section-maps.ts';
import { bookletView, sectionColours } from './markup/booklet-view.ts';
import { lintTemplate } from './markup/lint-template.ts';
import { loadTemplate } from './markup/load-template.ts';
import { parseHtml } from './markup/parse-html.ts';
import { type EditionPdf, editionPdfs } from './pdf/edition-pdfs.ts';
import { makeReport, type Report } from './report.ts';
import { resourcePath } from './resources.ts';
import { readBooklet } from './spec/read-booklet.ts';
import { type StageName, Stopwatch } from './stopwatch.ts';
import { createStyler } from './style/create-styler.ts';
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
    throw withEarlier(sink, error);
  });
  watch.begin('write');
  const { slug } = made.spec;
  const names = [...made.pdfs.map((pdf) => pdf.name), `${slug}.geojson`, `${slug}.report.json`];
  const report = makeReport(
    {
      ...made,
      pages: made.document.pages.length,
      entries: made.directory.entries.length,
      leftOut: made.directory.leftOut,
      diagnostics: sink.all,
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
  return { files, report, diagnostics: sink.all };
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
    return [...withEarlier(sink, error).diagnostics, ...later];
  }
  return sink.all;
}

/** What was reported before the stage that stopped is worth reading too. */
function withEarlier(sink: DiagnosticList, error: unknown): InputError {
  if (!(error instanceof InputError)) throw error;
  const later = error.diagnostics.filter((diagnostic) => !sink.all.includes(diagnostic));
  return new InputError([...sink.all, ...later]);
}

/** The pipeline, stage by stage. */
async function makeEdition(
  options: Omit<BuildOptions, 'outDir'>,
  sink: DiagnosticList,
  watch: Stopwatch,
  { lint } = { lint: false },
) {
  watch.begin('spec');
  const written = readBooklet(resolve(options.booklet), sink);
  const spec = options.feeds?.length
    ? { ...written, feeds: options.feeds.map((feed) => resolve(feed)) }
    : written;
  watch.begin('typology');
  const typology = loadTypology();
  watch.begin('feed');
  const { feeds, services, refused } = await readFeeds(spec.feeds, typology, sink);
  watch.begin('territory');
  const territory = await resolveTerritory(spec.territory, { file: spec.file }, sink);
  watch.begin('directory');
  const directory = makeDirectory({ services, refused, spec, typology, territory, sink });
  const edition = editionIdentity(spec, directory, feeds, sink);
  const feed = writeFeed(
    directory.entries.map((entry) => entry.service),
    edition,
  );
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
  const view = bookletView({
    spec,
    directory,
    typology,
    edition,
    territory: territory.name,
    colours,
    maps,
  });
  const root = parseHtml(template.render(withManual(view)));
  watch.begin('boxes');
  const styler = createStyler(template.sheets, {
    sink,
    size: spec.page.size,
    margins: spec.page.margins,
  });
  // Pictures of the booklet were checked when it was read; the template may name only its own.
  const own = new Set([spec.cover.image, spec.organisation.logo]);
  const graphics = await loadGraphics(root, {
    sink,
    maps: [...maps.values()],
    resolve: (source) => (own.has(source) ? source : template.assets(source)),
  });
  const boxes = buildBoxes(root, { styler, graphics, language: spec.language, sink });
  watch.begin('layout');
  const fonts = loadFontLibrary({ folders: [resourcePath('fonts'), ...template.fontFolders] });
  const document = layoutDocument(boxes, {
    fonts,
    master: (...page) => styler.master(...page),
    language: spec.language,
    sink,
    multiple: spec.output.multiple,
  });
  watch.begin('pdf');
  const pdfs = await editionPdfs({ document, spec, edition, feed });
  watch.begin('verify');
  const [pdf] = pdfs as readonly [EditionPdf];
  const found = await verifyEdition({ pdf: pdf.bytes, feed, directory });
  for (const diagnostic of found) sink.report(diagnostic);
  // An edition that lost an entry is not one: better none than that one.
  if (found.some(({ severity }) => severity === 'error')) throw new InputError(found);
  return { spec, directory, edition, feed, document, pdfs };
}

/** The booklet's own folder first, so that it may replace one partial and keep the rest. */
function templateFolders(template: string): readonly string[] {
  const shipped = resourcePath('templates', 'annuaire');
  if (!isAbsolute(template)) return [resourcePath('templates', template)];
  return [template, shipped];
}
