import type { EntryField } from '../spec/booklet-spec.ts';
import { type Knobs, naturalKnobs } from './knobs.ts';
import type { EntryMeasure } from './measure-entries.ts';

/**
 * Least type size of the entries unless the booklet asks for more, pt: readers of 85 use these
 * booklets, and below it the x-height of usual text faces falls under 1.3 mm.
 */
export const usualFloor = 7.5;

/** Least share of the template's margins: below it entries run into one another. */
const leastDensity = 0.7;
/** Least share of its line heights: below it accents of capitals touch the line above. */
const leastLeading = 0.94;
/** Most that pages are opened: beyond, the blanks look like a mistake. */
const mostDensity = 1.25;
const mostLeading = 1.04;
const densityStep = 0.05;
const leadingStep = 0.02;
/** pt */
const sizeStep = 0.1;
/** Least width of a column, pt (45 mm): a phone number or the name of a school stays on one line. */
const leastColumnWidth = (45 * 72) / 25.4;

/** Fields that may be left out, the most dispensable first; how to find and reach a service never is. */
export const droppedInOrder: readonly EntryField[] = ['notes', 'description', 'audience', 'source'];

/** What the ladder depends on. */
export interface LadderFacts {
  readonly measure: EntryMeasure;
  /** Least type size of the entries, pt. */
  readonly floor: number;
  /** Fields printed now that some entry has. */
  readonly fields: readonly EntryField[];
}

/** Rungs that each take a little less room than the one before. */
export interface RungGroup {
  /** A rung may take more room than the one before, and is then stepped over. */
  readonly isTrial: boolean;
  /** The rungs above what was reached so far. */
  readonly rungs: (from: Knobs) => readonly Knobs[];
}

/** The ladder downwards, in order: spacing, leading, type size; then columns; then fields. */
export function tightening(facts: LadderFacts): readonly RungGroup[] {
  return [
    { isTrial: false, rungs: (from) => tighterRungs(from, facts) },
    { isTrial: true, rungs: (from) => columnRung(from, facts.measure) },
    { isTrial: false, rungs: (from) => droppingRungs(from, facts.fields) },
  ];
}

/** The ladder upwards: spacing, then leading. */
export function opening(from: Knobs): readonly Knobs[] {
  const spaced = stepsTo(1, mostDensity, densityStep).map((density) => ({ ...from, density }));
  const last = spaced.at(-1) ?? from;
  return [
    ...spaced,
    ...stepsTo(1, mostLeading, leadingStep).map((leading) => ({ ...last, leading })),
  ];
}

/** Where the ladder begins: the template's own size, unless the floor is above it. */
export function firstRung({ measure, floor }: Omit<LadderFacts, 'fields'>): Knobs {
  const { textSize } = measure;
  if (textSize === 0 || floor <= textSize) return naturalKnobs;
  return { ...naturalKnobs, textScale: scaleOf(floor, textSize) };
}

/** The rungs of spacing, leading and type size alone, from the template's own, whatever else was done. */
export function relaxing(reached: Knobs, facts: LadderFacts): readonly Knobs[] {
  const { columns, dropped } = reached;
  const first = { ...firstRung(facts), columns, dropped };
  return [first, ...tighterRungs(first, facts)];
}

function tighterRungs(from: Knobs, { measure, floor }: LadderFacts): readonly Knobs[] {
  const rungs: Knobs[] = [];
  let last = from;
  const add = (change: Partial<Knobs>): void => {
    last = { ...last, ...change };
    rungs.push(last);
  };
  for (const density of stepsTo(1, leastDensity, densityStep)) add({ density });
  for (const leading of stepsTo(1, leastLeading, leadingStep)) add({ leading });
  const { textSize } = measure;
  const now = textSize * from.textScale;
  if (textSize === 0 || now - floor < sizeStep / 2) return rungs;
  for (const size of stepsTo(now, floor, sizeStep)) add({ textScale: scaleOf(size, textSize) });
  return rungs;
}

function columnRung(from: Knobs, { columns, gap, width }: EntryMeasure): readonly Knobs[] {
  const more = columns + 1;
  const columnWidth = (width - gap * columns) / more;
  return columnWidth >= leastColumnWidth ? [{ ...from, columns: more }] : [];
}

function droppingRungs(from: Knobs, fields: readonly EntryField[]): readonly Knobs[] {
  const present = droppedInOrder.filter((field) => fields.includes(field));
  return present.map((_, index) => ({ ...from, dropped: present.slice(0, index + 1) }));
}

/** Values from one to another, the first left out; none when there is no way to go. */
function stepsTo(from: number, to: number, step: number): readonly number[] {
  const way = to - from;
  const count = Math.floor(Math.abs(way) / step + 1e-6);
  const values = Array.from({ length: count }, (_, index) =>
    round(from + Math.sign(way) * step * (index + 1)),
  );
  // The last step is shorter when the way is no whole number of steps.
  return Math.abs((values.at(-1) ?? from) - to) > 1e-6 ? [...values, to] : values;
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000;
}

/** Rounded up: a size asked for is never missed by a hair. */
function scaleOf(size: number, textSize: number): number {
  return Math.ceil((size / textSize) * 10000 - 1e-6) / 10000;
}
