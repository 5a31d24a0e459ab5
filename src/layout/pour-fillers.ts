import type { Box } from '../boxes/box.ts';
import { makeRegions, type StripOptions } from './make-strips.ts';
import { type PaginateOptions, Paginator } from './paginate.ts';
import type { Region } from './strip.ts';
import { untagged } from './untagged-box.ts';

/** Pages added after the content, by kind. */
export interface Padding {
  /** Pages of the template's own fillers: notes, emergency numbers. */
  readonly fillers: number;
  readonly blanks: number;
}

/** What a page count has to be. */
export interface PageGoal {
  /** A multiple of this. */
  readonly multiple: number;
  /** At least this. */
  readonly least: number;
}

/** Pages of a document whose content takes so many. */
export function paddedCount(content: number, { multiple, least }: PageGoal): number {
  return Math.ceil(Math.max(content, least) / multiple) * multiple;
}

/**
 * Pours the template's fillers after the content, in their order and the last one again and again,
 * until the page count is what it has to be; blank pages only where none of them fits.
 */
export function pourFillers(
  fillers: readonly Box[],
  paginator: Paginator,
  goal: PageGoal,
  options: PaginateOptions & StripOptions,
): Padding {
  const content = paginator.soFar.pages.length;
  if (content === 0) return { fillers: 0, blanks: 0 };
  const whole = paddedCount(content, goal);
  const poured = new Set<Box>();
  let next = 0;
  while (next < fillers.length && paginator.soFar.pages.length < whole) {
    const filler = fillers[next] as Box;
    const box = poured.has(filler) ? untagged(filler) : filler;
    const regions = fillerRegions(box, options);
    const fits = pagesOf(regions, options) <= whole - paginator.soFar.pages.length;
    if (fits) {
      paginator.pourApart(regions);
      poured.add(filler);
    }
    // The last one is repeated as long as it fits.
    if (!fits || next < fillers.length - 1) next += 1;
  }
  const useful = paginator.soFar.pages.length - content;
  paginator.padTo(whole);
  return { fillers: useful, blanks: whole - content - useful };
}

function fillerRegions(filler: Box, options: StripOptions): readonly Region[] {
  return makeRegions([filler], options).filter((region) => region.strips.length > 0);
}

/** Pages that a filler takes by itself. */
function pagesOf(regions: readonly Region[], options: PaginateOptions): number {
  const trial = new Paginator({ ...options, sink: { report: () => {} }, onPage: undefined });
  trial.pourApart(regions);
  return trial.soFar.pages.length;
}
