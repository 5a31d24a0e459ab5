import { type Diagnostic, InputError } from '../diagnostics/diagnostic.ts';
import type { Directory, Section } from '../directory/directory.ts';
import { pointsPer } from '../geometry/geometry.ts';
import type { PagedDocument } from '../layout/page.ts';
import { paddedCount } from '../layout/pour-fillers.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import { type FitOutcome, fitBooklet } from './fit-booklet.ts';
import type { SetBooklet, Setter } from './set-booklet.ts';

/** Pages of one part of a booklet. */
export interface EstimatedPart {
  /** 'cover': what comes before the first title; 'section': entries; 'filling': added to reach a count. */
  readonly kind: 'cover' | 'section' | 'pages' | 'filling';
  /** As the reader's outline has it; empty for a cover or filling. */
  readonly title: string;
  /** 1-based position of its first page. */
  readonly from: number;
  readonly pages: number;
  /** Of a section. */
  readonly entries?: number;
}

/** What a booklet takes, without painting it. */
export interface Estimate {
  /** As the template sets it, with what a multiple adds. */
  readonly pages: number;
  readonly entries: number;
  readonly parts: readonly EstimatedPart[];
  /** Why it takes so many. */
  readonly setting: {
    /** Type size of the entries, pt. */
    readonly textSize: number;
    readonly columns: number;
    /** mm */
    readonly columnWidth: number;
    /** On the pages of the sections; 0 when there are none. */
    readonly entriesPerPage: number;
  };
  /** What the page count asked for takes; absent when none is asked for or it cannot be reached. */
  readonly fit?: FitOutcome;
}

export interface EstimateSources {
  readonly spec: BookletSpec;
  readonly directory: Directory;
  readonly natural: SetBooklet;
  readonly set: Setter;
}

/** Counts the pages of a booklet, part by part, and tries the count asked for; a refusal is among the diagnostics. */
export async function estimateBooklet(
  sources: EstimateSources,
): Promise<{ readonly estimate: Estimate; readonly diagnostics: readonly Diagnostic[] }> {
  const { spec, directory, natural } = sources;
  const whole = paddedCount(natural.content, { multiple: spec.output.multiple, least: 1 });
  const parts = estimateParts(natural, sources, whole);
  const ofSections = parts.filter(({ kind }) => kind === 'section');
  const pages = ofSections.reduce((sum, part) => sum + part.pages, 0);
  const { textSize, columns, gap, width } = natural.measure;
  const columnWidth = (width - gap * (columns - 1)) / columns / pointsPer.mm;
  const estimate = {
    pages: whole,
    entries: directory.entries.length,
    parts,
    setting: {
      textSize: tenth(textSize),
      columns,
      columnWidth: tenth(columnWidth),
      entriesPerPage: pages === 0 ? 0 : tenth(directory.entries.length / pages),
    },
  };
  const { fit } = spec;
  if (!fit) return { estimate, diagnostics: [] };
  try {
    const { outcome, diagnostics } = await fitBooklet({ ...sources, fit });
    return { estimate: { ...estimate, fit: outcome }, diagnostics };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { estimate, diagnostics: error.diagnostics };
  }
}

interface Start {
  readonly kind: EstimatedPart['kind'];
  readonly title: string;
  /** 0-based. */
  readonly page: number;
  readonly entries?: number;
}

function estimateParts(
  { document, content }: SetBooklet,
  sources: EstimateSources,
  whole: number,
): readonly EstimatedPart[] {
  const sections = sectionStarts(document, sources);
  const [first, last] = [sections[0]?.page ?? -1, sections.at(-1)?.page ?? -1];
  const isOfSections = (page: number): boolean =>
    sources.spec.group === 'commune'
      ? page >= first && page <= lastStart(document, sources)
      : sections.some((section) => section.page === page);
  const others = document.outline
    .filter(({ level, page }) => level === 1 && page < content && !isOfSections(page))
    .map(({ title, page }): Start => ({ kind: 'pages', title, page }));
  const starts = [...sections, ...others].sort((a, b) => a.page - b.page);
  if (last >= 0 || others.length > 0) {
    if ((starts[0] as Start).page > 0) starts.unshift({ kind: 'cover', title: '', page: 0 });
  } else if (content > 0) starts.push({ kind: 'pages', title: '', page: 0 });
  if (whole > content) starts.push({ kind: 'filling', title: '', page: content });
  return starts.map((start, index) => {
    const { page, ...part } = start;
    const end = starts[index + 1]?.page ?? whole;
    return { ...part, from: page + 1, pages: end - page };
  });
}

/** Sections that follow one another on the page are counted as one part. */
function sectionStarts(
  document: PagedDocument,
  { spec, directory }: EstimateSources,
): readonly Start[] {
  const starts = directory.sections.flatMap((section): Start[] => {
    const page = document.destinations.get(section.anchor)?.page;
    if (page === undefined) return [];
    return [{ kind: 'section', title: section.title, page, entries: section.entryCount }];
  });
  const [first] = starts;
  if (spec.group !== 'commune' || !first || starts.length === 1) return starts;
  const last = directory.sections.at(-1) as Section;
  const entries = starts.reduce((sum, start) => sum + (start.entries ?? 0), 0);
  return [{ ...first, title: `${first.title} – ${last.title}`, entries }];
}

function lastStart({ destinations }: PagedDocument, { directory }: EstimateSources): number {
  const pages = directory.sections.map(({ anchor }) => destinations.get(anchor)?.page ?? -1);
  return pages.reduce((most, page) => Math.max(most, page), -1);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
