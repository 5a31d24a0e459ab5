import type { Directory, Entry } from '../../src/directory/directory.ts';
import type { FitRequest } from '../../src/fit/fit-booklet.ts';
import { type Knobs, naturalKnobs } from '../../src/fit/knobs.ts';
import type { EntryMeasure } from '../../src/fit/measure-entries.ts';
import type { SetBooklet } from '../../src/fit/set-booklet.ts';
import type { Page } from '../../src/layout/page.ts';
import { paddedCount } from '../../src/layout/pour-fillers.ts';
import type { BookletSpec, EntryField, FitSpec } from '../../src/spec/booklet-spec.ts';

/** A booklet of which only the pages that it takes are known. */
export interface Invented {
  /** Pages of the content with some knobs. */
  readonly pagesWith: (knobs: Knobs) => number;
  readonly multiple?: number;
  readonly measure?: Partial<EntryMeasure>;
  /** Fields printed, and in how many entries each stands. */
  readonly fields?: Partial<Record<EntryField, number>>;
}

/** An A5 page of two columns. */
const usualMeasure: EntryMeasure = { textSize: 8.6, columns: 2, gap: 14, width: 346 };

/** What copy-fitting is given, and the knobs that it tried. */
export async function request(
  fit: FitSpec,
  invented: Invented,
): Promise<{ readonly request: FitRequest; readonly tried: readonly Knobs[] }> {
  const { multiple = 1, fields = {} } = invented;
  const tried: Knobs[] = [];
  const set = async (knobs: Knobs): Promise<SetBooklet> => {
    tried.push(knobs);
    return booklet(knobs, fit, invented);
  };
  const natural = booklet(naturalKnobs, fit, invented);
  const spec = {
    file: '/town/livret.yaml',
    fields: Object.keys(fields),
    output: { multiple },
  } as unknown as BookletSpec;
  return { request: { fit, spec, directory: directoryWith(fields), natural, set }, tried };
}

function booklet(knobs: Knobs, { pages }: FitSpec, invented: Invented): SetBooklet {
  const content = invented.pagesWith(knobs);
  const goal = { multiple: invented.multiple ?? 1, least: pages.least };
  const whole = paddedCount(content, goal);
  return {
    knobs,
    document: {
      pages: Array.from({ length: whole }, () => ({}) as Page),
      destinations: new Map(),
      outline: [],
      padding: { fillers: whole - content, blanks: 0 },
    },
    measure: { ...usualMeasure, ...invented.measure },
    content,
    diagnostics: [],
  };
}

function directoryWith(fields: Partial<Record<EntryField, number>>): Directory {
  const most = Math.max(0, ...Object.values(fields));
  const entries = Array.from({ length: most }, (_, index) => {
    const has = Object.entries(fields).filter(([, count]) => index < count);
    return { service: Object.fromEntries(has.map(([field]) => [field, 'x'])) } as unknown as Entry;
  });
  return { entries } as unknown as Directory;
}
