import { type Diagnostic, InputError, type Where } from '../diagnostics/diagnostic.ts';
import type { Directory } from '../directory/directory.ts';
import { paddedCount } from '../layout/pour-fillers.ts';
import type { BookletSpec, FitSpec } from '../spec/booklet-spec.ts';
import { type FitStep, stepsTaken } from './fit-steps.ts';
import { deafTemplate, fitRefused, fitReport } from './fit-words.ts';
import type { Knobs } from './knobs.ts';
import {
  droppedInOrder,
  firstRung,
  type LadderFacts,
  opening,
  type RungGroup,
  relaxing,
  tightening,
  usualFloor,
} from './ladder.ts';
import type { SetBooklet, Setter } from './set-booklet.ts';

/** What is asked of copy-fitting. */
export interface FitRequest {
  readonly fit: FitSpec;
  readonly spec: BookletSpec;
  readonly directory: Directory;
  /** The booklet with the template's own settings. */
  readonly natural: SetBooklet;
  readonly set: Setter;
}

/** How a page count was reached, as report.json gives it. */
export interface FitOutcome {
  /** Pages reached. */
  readonly pages: number;
  readonly asked: { readonly least: number; readonly most: number };
  /** Pages that the booklet takes as the template sets it. */
  readonly natural: number;
  readonly steps: readonly FitStep[];
  /** Pages added at the end: the template's fillers, and blank ones. */
  readonly fillers: number;
  readonly blanks: number;
}

export interface Fitted {
  readonly booklet: SetBooklet;
  readonly outcome: FitOutcome;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reaches the page count that a booklet asks for, by the declared ladder and no further than it
 * must; throws InputError when the last rung does not reach it.
 */
export async function fitBooklet(request: FitRequest): Promise<Fitted> {
  const facts = ladderFacts(request);
  const search = new Search(request, facts);
  const start = firstRung(facts);
  const first =
    start === request.natural.knobs || start.textScale === 1
      ? request.natural
      : await search.set(start);
  const booklet = search.isTooLong(first) ? await search.tighten(first) : await search.open(first);
  const { fillers = 0, blanks = 0 } = booklet.document.padding ?? {};
  const outcome: FitOutcome = {
    pages: booklet.document.pages.length,
    asked: request.fit.pages,
    natural: search.pagesOf(request.natural),
    steps: stepsTaken(booklet.knobs, facts, request.directory),
    fillers,
    blanks,
  };
  return { booklet, outcome, diagnostics: fitReport(outcome, whereOf(request)) };
}

function whereOf({ spec }: FitRequest): Where {
  return { file: spec.file, field: 'fit.pages' };
}

function ladderFacts({ natural, directory, spec, fit }: FitRequest): LadderFacts {
  const { measure } = natural;
  return {
    measure,
    // A template that sets its entries smaller is believed, unless the booklet says otherwise.
    floor: fit.floor ?? Math.min(usualFloor, measure.textSize || usualFloor),
    fields: spec.fields.filter(
      (field) =>
        droppedInOrder.includes(field) &&
        directory.entries.some(({ service }) => service[field as 'notes'] !== undefined),
    ),
  };
}

class Search {
  readonly #request: FitRequest;
  readonly #facts: LadderFacts;

  constructor(request: FitRequest, facts: LadderFacts) {
    this.#request = request;
    this.#facts = facts;
  }

  set(knobs: Knobs): Promise<SetBooklet> {
    return this.#request.set(knobs);
  }

  /** Pages of the content made a multiple, without those that only the count asked for adds. */
  pagesOf({ content }: SetBooklet): number {
    return paddedCount(content, { multiple: this.#request.spec.output.multiple, least: 1 });
  }

  isTooLong(booklet: SetBooklet): boolean {
    return this.pagesOf(booklet) > this.#request.fit.pages.most;
  }

  /** Goes down the ladder, group by group, to the first rung that is short enough. */
  async tighten(from: SetBooklet): Promise<SetBooklet> {
    let reached = from;
    let isDeaf = false;
    for (const group of tightening(this.#facts)) {
      const rungs = group.rungs(reached.knobs);
      const last = rungs.at(-1);
      if (!last) continue;
      const end = await this.set(last);
      if (!this.isTooLong(end)) {
        return this.#relax(await this.#firstFitting(rungs, end));
      }
      if (!group.isTrial && last.dropped.length === 0) isDeaf = end.content === from.content;
      reached = betterEnd(group, reached, end);
    }
    throw new InputError([
      fitRefused({
        reached: this.pagesOf(reached),
        natural: this.pagesOf(this.#request.natural),
        asked: this.#request.fit.pages.most,
        steps: stepsTaken(reached.knobs, this.#facts, this.#request.directory),
        floor: this.#facts.floor,
        where: whereOf(this.#request),
      }),
      ...(isDeaf ? [deafTemplate(this.#request.spec.file)] : []),
    ]);
  }

  /** Columns and fields may save more than was wanting: type and spacing are given back. */
  #relax(fitting: SetBooklet): SetBooklet | Promise<SetBooklet> {
    const { columns, dropped } = fitting.knobs;
    if (columns === null && dropped.length === 0) return fitting;
    return this.#firstFitting(relaxing(fitting.knobs, this.#facts), fitting);
  }

  #firstFitting(rungs: readonly Knobs[], end: SetBooklet): Promise<SetBooklet> {
    return this.#firstRungThat((booklet) => !this.isTooLong(booklet), rungs, end);
  }

  /** Opens the pages until there are enough; the rest is for the fillers. */
  async open(from: SetBooklet): Promise<SetBooklet> {
    const { least } = this.#request.fit.pages;
    if (this.pagesOf(from) >= least) return from;
    const rungs = opening(from.knobs);
    const end = await this.set(rungs.at(-1) as Knobs);
    if (this.pagesOf(end) < least) return end;
    const enough = await this.#firstRungThat(
      (booklet) => this.pagesOf(booklet) >= least,
      rungs,
      end,
    );
    if (!this.isTooLong(enough)) return enough;
    // One rung is too few pages and the next too many: the fillers make up for the first.
    const before = rungs[rungs.indexOf(enough.knobs) - 1];
    return before ? this.set(before) : from;
  }

  /** The first rung that passes, its last one being known to; the one before it does not. */
  async #firstRungThat(
    passes: (booklet: SetBooklet) => boolean,
    rungs: readonly Knobs[],
    end: SetBooklet,
  ): Promise<SetBooklet> {
    let best = end;
    let low = 0;
    let high = rungs.length - 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const booklet = await this.set(rungs[middle] as Knobs);
      if (passes(booklet)) {
        best = booklet;
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return best;
  }
}

/** A trial that saved nothing is not kept. */
function betterEnd({ isTrial }: RungGroup, reached: SetBooklet, end: SetBooklet): SetBooklet {
  return isTrial && end.content >= reached.content ? reached : end;
}
