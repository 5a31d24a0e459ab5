import type { Directory } from '../directory/directory.ts';
import type { EntryField } from '../spec/booklet-spec.ts';
import type { Knobs } from './knobs.ts';
import type { LadderFacts } from './ladder.ts';

/** One step of the ladder, from what the template says to what was set. */
export type FitStep =
  | {
      /** Margins, or line heights, as shares of the template's. */
      readonly step: 'spacing' | 'leading';
      readonly from: number;
      readonly to: number;
    }
  | {
      /** pt, of the entries' text. */
      readonly step: 'text-size';
      readonly from: number;
      readonly to: number;
    }
  | { readonly step: 'columns'; readonly from: number; readonly to: number }
  | {
      /** A field that is no longer printed, and how many entries had it. */
      readonly step: 'field';
      readonly field: EntryField;
      readonly entries: number;
    };

/** The steps that some knobs stand for, in the order of the ladder. */
export function stepsTaken(
  knobs: Knobs,
  { measure }: LadderFacts,
  directory: Directory,
): readonly FitStep[] {
  const steps: FitStep[] = [];
  const { density, leading, textScale, columns, dropped } = knobs;
  if (density !== 1) steps.push({ step: 'spacing', from: 1, to: density });
  if (leading !== 1) steps.push({ step: 'leading', from: 1, to: leading });
  if (textScale !== 1) {
    const to = tenth(measure.textSize * textScale);
    steps.push({ step: 'text-size', from: tenth(measure.textSize), to });
  }
  if (columns !== null) steps.push({ step: 'columns', from: measure.columns, to: columns });
  for (const field of dropped) {
    const has = directory.entries.filter(({ service }) => service[field as 'notes'] !== undefined);
    steps.push({ step: 'field', field, entries: has.length });
  }
  return steps;
}

function tenth(size: number): number {
  return Math.round(size * 10) / 10;
}
