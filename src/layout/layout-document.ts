import type { Box } from '../boxes/box.ts';
import type { Diagnostic, DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { PageMaster } from '../style/computed-style.ts';
import type { FontLibrary } from '../text/font.ts';
import { chapters } from './chapters.ts';
import type { FolioResolver } from './folio-resolver.ts';
import { type LocatedAnchor, mergeLocators } from './folios.ts';
import { makeRegions } from './make-strips.ts';
import { MissingGlyphs } from './missing-glyphs.ts';
import type { Fragment, Page, PagedDocument } from './page.ts';
import type { PageBuilder, PendingFolio } from './page-builder.ts';
import { type Pagination, Paginator } from './paginate.ts';
import { textFragments } from './paint-line.ts';
import { type Padding, pourFillers } from './pour-fillers.ts';
import { textStyles } from './text-style.ts';

export interface LayoutOptions {
  readonly fonts: FontLibrary;
  readonly master: (name: string, side: 'recto' | 'verso', first: boolean) => PageMaster;
  /** BCP 47 tag of the document. */
  readonly language: string;
  readonly sink: DiagnosticSink;
  /** Page count made a multiple of this: 1 or 4. */
  readonly multiple?: number;
  /** Least number of pages, reached by the template's fillers. */
  readonly leastPages?: number;
}

/** Takes the pages of a document as they are finished, to paint and forget them. */
export interface PageReceiver {
  /** What was given so far is void: another pass begins. */
  restart(): void;
  /** Keeps the place of a page in the reading order; its page numbers come with `add`. */
  announce(page: Page): void;
  add(page: Page): void;
  /** Lets other work go on between two chapters. */
  breathe(): Promise<void>;
}

/** More passes than a document can need; reaching it is reported, never looped over. */
const mostPasses = 5;

/**
 * Lays out the boxes of a document's top level, asked for once in each pass. Page numbers not known
 * when their line is set get a slot as wide as the widest folio, so that filling them moves nothing;
 * references that cannot wait in a slot (ranges of an index placed before what it lists) ask for
 * another pass.
 */
export function layoutDocument(boxes: Iterable<Box>, options: LayoutOptions): PagedDocument {
  const steps = layoutSteps(boxes, options, null);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lays out and gives the pages away one by one; those of the document returned are bare. */
export async function layoutPages(
  boxes: Iterable<Box>,
  options: LayoutOptions,
  receiver: PageReceiver,
): Promise<PagedDocument> {
  const steps = layoutSteps(boxes, options, receiver);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await receiver.breathe();
  }
}

/** Runs the passes, stopping after each chapter. */
function* layoutSteps(
  boxes: Iterable<Box>,
  options: LayoutOptions,
  receiver: PageReceiver | null,
): Generator<void, PagedDocument> {
  const missing = new MissingGlyphs();
  const styles = textStyles(options.fonts, (codePoint, text) => missing.note(codePoint, text));
  let known: Pagination | null = null;
  let digits = usualDigits;
  for (let pass = 1; ; pass += 1) {
    const held: Diagnostic[] = [];
    const run: PaddedPagination = yield* layoutOnce(boxes, {
      ...options,
      styles,
      known,
      digits,
      held,
      missing,
      receiver,
    });
    const wide = widestFolio(run);
    const mustWiden = wide > digits;
    const isSettled = known === null ? !run.pages.some(hasOpenRange) : samePlaces(known, run);
    if ((isSettled && !mustWiden) || pass === mostPasses) {
      for (const diagnostic of held) options.sink.report(diagnostic);
      missing.report(options.sink);
      if (!isSettled) reportUnsettled(known, run, options.sink);
      return finishPages(run, { ...options, styles, receiver });
    }
    receiver?.restart();
    digits = Math.max(digits, wide);
    known = mustWiden ? null : run;
  }
}

/** Slots are wide enough for as many pages as a directory of a region has. */
const usualDigits = 4;

interface PaddedPagination extends Pagination {
  readonly padding: Padding;
}

interface Pass extends LayoutOptions {
  readonly styles: ReturnType<typeof textStyles>;
  readonly known: Pagination | null;
  readonly digits: number;
  readonly held: Diagnostic[];
  readonly missing: MissingGlyphs;
  readonly receiver: PageReceiver | null;
}

/** "page" where it is another word. */
const pageWords: Readonly<Record<string, string>> = {
  de: 'Seite',
  es: 'página',
  it: 'pagina',
  nl: 'pagina',
};

function* layoutOnce(boxes: Iterable<Box>, pass: Pass): Generator<void, PaddedPagination> {
  let live: Pagination | null = null;
  const folios: FolioResolver = {
    widest: '0'.repeat(pass.digits),
    pageWord: pageWords[pass.language.split('-')[0] as string] ?? 'page',
    locate: (anchors) => {
      const pagination = pass.known ?? live;
      return pagination && locate(anchors, pagination);
    },
  };
  const sink: DiagnosticSink = { report: (diagnostic) => pass.held.push(diagnostic) };
  const pageWidth = (page: string) => {
    const master = pass.master(page, 'recto', false);
    return master.size.width - master.margin.left - master.margin.right;
  };
  const onEntry = (label: string) => pass.missing.enter(label);
  const stripOptions = { textStyles: pass.styles, folios, sink, pageWidth, onEntry };
  const { master, language, multiple = 1, leastPages: least = 1 } = pass;
  const onPage = pass.receiver ? giver(pass.receiver) : undefined;
  const pageOptions = { ...stripOptions, master, language, onPage };
  const paginator = new Paginator(pageOptions);
  live = paginator.soFar;
  // One chapter after the other, so that an index at the end finds its folios.
  const fillers: Box[] = [];
  for (const chapter of chapters(boxes, (filler) => fillers.push(filler))) {
    const rest = makeRegions(chapter, stripOptions, (regions) => paginator.pourCertain(regions));
    paginator.pour(rest);
    yield;
  }
  const padding = pourFillers(fillers, paginator, { multiple, least }, pageOptions);
  return { ...paginator.finish(), padding };
}

/** Gives pages away; one whose numbers are to come is kept, and only announced. */
function giver(receiver: PageReceiver): (page: PageBuilder) => void {
  return (page) => {
    if (page.pendingFolios.length > 0) {
      receiver.announce(page.build(standInFolio));
      return;
    }
    receiver.add(page.build(() => []));
    page.release();
  };
}

/** Something painted with the tag that the number will have. */
function standInFolio({ piece, right, baseline }: PendingFolio): readonly Fragment[] {
  const { runs } = piece.textStyle.shape('?');
  return textFragments(
    runs,
    piece.textStyle,
    { x: right, y: baseline },
    { tag: piece.tag, spaceExtra: 0 },
  );
}

function locate(
  anchors: readonly string[],
  { destinations, pages }: Pagination,
): readonly LocatedAnchor[] | null {
  const places: LocatedAnchor[] = [];
  for (const anchor of anchors) {
    const destination = destinations.get(anchor);
    if (!destination) return null;
    places.push({
      anchor,
      page: destination.page,
      folio: (pages[destination.page] as PageBuilder).folio,
    });
  }
  return places;
}

function hasOpenRange(page: PageBuilder): boolean {
  return page.pendingFolios.some(({ piece }) => piece.anchors.length > 1);
}

function widestFolio(run: Pagination): number {
  return Math.max(0, ...run.pages.map((page) => page.folio.length));
}

function samePlaces(a: Pagination, b: Pagination): boolean {
  if (a.pages.length !== b.pages.length) return false;
  for (const [anchor, { page }] of b.destinations)
    if (a.destinations.get(anchor)?.page !== page) return false;
  return true;
}

function reportUnsettled(known: Pagination | null, run: Pagination, sink: DiagnosticSink): void {
  const moved = [...run.destinations].filter(
    ([anchor, place]) => known?.destinations.get(anchor)?.page !== place.page,
  );
  const names = moved
    .slice(0, 10)
    .map(([anchor]) => anchor)
    .join(', ');
  sink.report({
    severity: 'error',
    code: 'layout/folios-unsettled',
    where: {},
    message: {
      fr: `Les numéros de page ne se fixent pas après ${mostPasses} passes : ${names}.`,
      en: `Page numbers do not settle after ${mostPasses} passes: ${names}.`,
    },
  });
}

function finishPages(
  run: PaddedPagination,
  options: LayoutOptions & {
    readonly styles: ReturnType<typeof textStyles>;
    readonly receiver: PageReceiver | null;
  },
): PagedDocument {
  const { receiver } = options;
  const fill = (pending: PendingFolio) => folioFragments(pending, run, options);
  const pages = run.pages.map((page) => {
    const built = page.build(fill);
    if (receiver && page.pendingFolios.length > 0) {
      receiver.add(built);
      page.release();
      return page.build(() => []);
    }
    return built;
  });
  const { destinations, outline, padding } = run;
  return { pages, destinations, outline, padding };
}

/** The number that a slot was kept for, against its right edge. */
function folioFragments(
  pending: PendingFolio,
  run: Pagination,
  { sink }: LayoutOptions,
): readonly Fragment[] {
  const { piece } = pending;
  const places = locate(piece.anchors, run);
  if (!places) {
    const missing = piece.anchors.filter((anchor) => !run.destinations.has(anchor)).join(', ');
    sink.report({
      severity: 'error',
      code: 'layout/unknown-anchor',
      where: { id: missing },
      message: {
        fr: `Renvoi de page sans cible : « ${missing} » n’existe pas dans le document.`,
        en: `Page reference without target: "${missing}" does not exist in the document.`,
      },
    });
    return standInFolio(pending);
  }
  const text = mergeLocators(places)
    .map((locator) => locator.text)
    .join(', ');
  const unit = piece.textStyle.shape(text);
  const at = { x: pending.right - unit.width, y: pending.baseline };
  return textFragments(unit.runs, piece.textStyle, at, { tag: piece.tag, spaceExtra: 0 });
}
