import type { Element } from '../markup/element.ts';
import type { EntryField } from '../spec/booklet-spec.ts';

/** What copy-fitting turns; each is read by the template's sheets as a variable of the root. */
export interface Knobs {
  /** `--density`: share of the template's margins, 1 being its own. */
  readonly density: number;
  /** `--leading`: share of its line heights. */
  readonly leading: number;
  /** `--text-scale`: share of its type sizes. */
  readonly textScale: number;
  /** `--columns` of the entries; null: the template's own. */
  readonly columns: number | null;
  /** Fields that are no longer printed, in the order in which they were left out. */
  readonly dropped: readonly EntryField[];
}

/** The template as it was designed. */
export const naturalKnobs: Knobs = {
  density: 1,
  leading: 1,
  textScale: 1,
  columns: null,
  dropped: [],
};

/** The root element with the variables that the knobs set; those at rest are left to the sheets. */
export function withKnobs(root: Element, knobs: Knobs): Element {
  const written = knobDeclarations(knobs);
  if (written === '') return root;
  const own = root.attributes.get('style');
  const style = own ? `${own}; ${written}` : written;
  return { ...root, attributes: new Map([...root.attributes, ['style', style]]) };
}

function knobDeclarations({ density, leading, textScale, columns }: Knobs): string {
  const set: string[] = [];
  if (density !== 1) set.push(`--density: ${density}`);
  if (leading !== 1) set.push(`--leading: ${leading}`);
  if (textScale !== 1) set.push(`--text-scale: ${textScale}`);
  if (columns !== null) set.push(`--columns: ${columns}`);
  return set.join('; ');
}
