import type { Strip } from './strip.ts';

/** Strips from..to (excluded) set in one column, with the repeated headings above them. */
export interface FilledColumn {
  readonly from: number;
  readonly to: number;
  readonly continuation: Continuation;
  /** Height used, pt. */
  readonly height: number;
}

/** Headings repeated at the top of a column, and the space in pt below them. */
export interface Continuation {
  readonly strips: readonly Strip[];
  readonly after: number;
}

export interface FillResult {
  readonly columns: readonly FilledColumn[];
  /** Where the next column or page resumes. */
  readonly next: number;
  /** Strips before which a keep had to be broken, because it is taller than a column. */
  readonly brokenKeeps: readonly number[];
}

export interface FillRequest {
  readonly strips: readonly Strip[];
  /** Resume here, and stop there (excluded). */
  readonly from: number;
  readonly end: number;
  readonly columns: number;
  /** pt */
  readonly height: number;
  /** True when a taller place exists further on, so that nothing need be broken against its will. */
  readonly mayRefuse: boolean;
  /** Height of that place, pt: what is taller than it may as well be broken here. */
  readonly tallest?: number;
}

const tolerance = 0.01;

/** Fills columns of a height, one after the other, breaking only where it costs least. */
export function fillColumns(request: FillRequest): FillResult {
  const columns: FilledColumn[] = [];
  const brokenKeeps: number[] = [];
  let next = request.from;
  while (columns.length < request.columns && next < request.end) {
    const column = fillColumn({ ...request, from: next });
    if (column.to === next) break;
    if (column.broken) brokenKeeps.push(column.to);
    columns.push(column);
    next = column.to;
  }
  return { columns, next, brokenKeeps };
}

interface OneColumn extends FilledColumn {
  readonly broken: boolean;
}

function fillColumn(request: FillRequest): OneColumn {
  const { strips, from, end, height, mayRefuse } = request;
  const continuation = continuationAt(strips, from);
  const repeated = continuation.strips;
  let used = stackHeight(repeated, 0, repeated.length) + continuation.after;
  // Last place to break at each level, with the height up to there.
  const best: ({ at: number; used: number } | null)[] = [null, null, null];
  let index = from;
  for (; index < end; index += 1) {
    const strip = strips[index] as Strip;
    if (index > from && strip.forced === 'column') return whole(from, index, continuation, used);
    if (index > from && strip.level < 3) best[strip.level] = { at: index, used };
    const needed = strip.height + (index > from ? strip.before : 0);
    if (used + needed > height + tolerance) break;
    used += needed;
  }
  if (index >= end) return whole(from, end, continuation, used);
  const free = best[0];
  const inside = free && best[1] && best[1].at > free.at ? best[1] : null;
  if (free && inside && mustBreak({ ...request, from: free.at, height: height - free.used })) {
    return { from, to: inside.at, continuation, height: inside.used, broken: true };
  }
  if (free) return { from, to: free.at, continuation, height: free.used, broken: false };
  if (mayRefuse && !mustBreak(request))
    return { from, to: from, continuation, height: 0, broken: false };
  // Widows and headings are worth more than a keep that cannot be honoured.
  const forced = best[1] ?? best[2];
  if (forced) return { from, to: forced.at, continuation, height: forced.used, broken: true };
  if (index > from) return { from, to: index, continuation, height: used, broken: true };
  // One strip higher than the column: it stands there, and runs off its foot.
  used += (strips[from] as Strip).height;
  return { from, to: from + 1, continuation, height: used, broken: true };
}

/** Share of the tallest column below which breaking a tall keep is not worth while. */
const worthBreaking = 0.25;

function mustBreak({ strips, from, height, tallest }: FillRequest): boolean {
  if (tallest === undefined || height < tallest * worthBreaking) return false;
  return chunkHeight(strips, from) > tallest + tolerance;
}

function whole(from: number, to: number, continuation: Continuation, height: number): OneColumn {
  return { from, to, continuation, height, broken: false };
}

/** The headings to repeat above a strip that continues their group. */
export function continuationAt(strips: readonly Strip[], index: number): Continuation {
  const strip = strips[index];
  for (let group = strip?.group ?? null; group; group = group.parent) {
    if (group.strips && strip && group.start < strip.ordinal) {
      return { strips: group.strips, after: group.after };
    }
  }
  return noContinuation;
}

const noContinuation: Continuation = { strips: [], after: 0 };

/** Height in pt of strips set one under the other; the space above the first is dropped. */
export function stackHeight(strips: readonly Strip[], from: number, to: number): number {
  let height = 0;
  for (let index = from; index < to; index += 1) {
    const strip = strips[index] as Strip;
    height += strip.height + (index > from ? strip.before : 0);
  }
  return height;
}

/** Height of the strips that must stay together with the one at `from`. */
export function chunkHeight(strips: readonly Strip[], from: number): number {
  let end = from + 1;
  while (end < strips.length && (strips[end] as Strip).level > 0 && !(strips[end] as Strip).forced)
    end += 1;
  return stackHeight(strips, from, end);
}

/**
 * Fills columns of equal height with all the strips up to `end`: the least height, grown until
 * everything fits; null when it does not fit in the height of the request.
 */
export function balanceColumns(request: FillRequest): FillResult | null {
  const filled = fillColumns(request);
  if (filled.next < request.end || filled.brokenKeeps.length > 0) return null;
  if (request.columns === 1) return filled;
  let low = stackHeight(request.strips, request.from, request.end) / request.columns;
  let high = request.height;
  let best = filled;
  while (high - low > 0.5) {
    const height = (low + high) / 2;
    const attempt = fillColumns({ ...request, height, mayRefuse: false });
    if (attempt.next >= request.end && attempt.brokenKeeps.length === 0) {
      best = attempt;
      high = Math.max(...attempt.columns.map((column) => column.height));
      if (high < low) break;
    } else {
      low = height;
    }
  }
  return best;
}
