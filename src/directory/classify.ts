import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Territory } from '../territory/territory.ts';
import type { Typology } from '../typology/typology.ts';
import type { Chosen, Place } from './chosen.ts';
import { compareCodes, compareFrench } from './collation.ts';
import type { Section } from './directory.ts';
import { type DirectoryWords, directoryWords } from './directory-words.ts';
import { indexForm } from './index-form.ts';

/** A group before its entries are numbered. */
export interface DraftGroup {
  readonly title: string;
  readonly groups: readonly DraftGroup[];
  readonly entries: readonly Chosen[];
}

export interface DraftSection extends DraftGroup {
  readonly kind: Section['kind'];
  readonly id: string;
}

/** What the headings are made of. */
export interface Headings {
  readonly group: BookletSpec['group'];
  /** BCP 47 tag. */
  readonly language: string;
  readonly typology: Typology;
  readonly territory: Territory;
}

/** A heading, where it stands among its like, and what stands under it. */
interface Bin {
  readonly key: string;
  readonly title: string;
  /** Number for the typology's order, text for French order; no order stands last. */
  readonly order?: number | string;
  readonly chosen: Chosen[];
}

/** Types get headings of their own once two of a category, and all on average, have this many entries. */
const entriesForTypeHeadings = 3;
/** Under a commune, fewer entries than this stand together without headings of theme. */
const entriesForThemeHeadings = 9;

/** Puts sorted services under the headings that the booklet asks for; each stands once. */
export function classify(chosen: readonly Chosen[], headings: Headings): readonly DraftSection[] {
  const { group } = headings;
  if (group === 'theme') {
    return themeBins(chosen, headings).map((bin) => ({
      kind: 'theme',
      id: bin.key,
      title: bin.title,
      groups: categoryGroups(bin.chosen, headings),
      entries: [],
    }));
  }
  const words = directoryWords(headings.language);
  const areas = binned(chosen, areaBinner(group, headings.territory, words));
  return areas.map((bin) => ({
    kind: group,
    id: bin.key,
    title: bin.title,
    ...(group === 'commune'
      ? { groups: themeGroups(bin.chosen, headings), entries: [] }
      : { groups: communeGroups(bin.chosen, headings, words), entries: [] }),
  }));
}

function themeBins(chosen: readonly Chosen[], { typology }: Headings): readonly Bin[] {
  return binned(chosen, ({ types: [{ theme }] }) => {
    const { label, order } = known(typology.theme(theme), theme);
    return { key: theme, title: label, order };
  });
}

function themeGroups(chosen: readonly Chosen[], headings: Headings): readonly DraftGroup[] {
  return themeBins(chosen, headings).map((bin) => leaf(bin.title, bin.chosen));
}

function categoryGroups(chosen: readonly Chosen[], { typology }: Headings): readonly DraftGroup[] {
  const bins = binned(chosen, ({ types: [{ category }] }) => {
    const { label, order } = known(typology.category(category), category);
    return { key: category, title: label, order };
  });
  return bins.map((bin) => {
    const types = typeBins(bin.chosen);
    const large = types.filter((type) => type.chosen.length >= entriesForTypeHeadings);
    const average = bin.chosen.length / types.length;
    if (large.length < 2 || average < entriesForTypeHeadings) return leaf(bin.title, bin.chosen);
    const groups = types.map((type) => leaf(type.title, type.chosen));
    return { title: bin.title, groups, entries: [] };
  });
}

function typeBins(chosen: readonly Chosen[]): readonly Bin[] {
  const bins = binned(chosen, ({ types: [{ id, label, order }] }) => {
    return { key: id, title: label.plural, order };
  });
  return bins.map((bin) => {
    const [only, ...others] = bin.chosen;
    return only && others.length === 0 ? { ...bin, title: only.types[0].label.singular } : bin;
  });
}

function communeGroups(
  chosen: readonly Chosen[],
  headings: Headings,
  words: DirectoryWords,
): readonly DraftGroup[] {
  const bins = binned(chosen, areaBinner('commune', headings.territory, words));
  return bins.map((bin) => {
    const themes = themeGroups(bin.chosen, headings);
    const isLong = bin.chosen.length >= entriesForThemeHeadings && themes.length > 1;
    return isLong ? { title: bin.title, groups: themes, entries: [] } : leaf(bin.title, bin.chosen);
  });
}

type Binner = (chosen: Chosen) => Omit<Bin, 'chosen'>;

function areaBinner(
  kind: 'commune' | 'epci' | 'departement',
  territory: Territory,
  words: DirectoryWords,
): Binner {
  const nowhere = {
    commune: words.noCommune,
    epci: words.noEpci,
    departement: words.noDepartement,
  };
  const bins = new Map<string, Omit<Bin, 'chosen'>>();
  return (chosen) => {
    const place = headingPlace(chosen, territory);
    const key = place?.key ?? '';
    let bin = bins.get(key);
    if (!bin) {
      const area =
        kind === 'commune'
          ? place && { ...place, code: place.key }
          : areaOf(place, kind, territory);
      bin = area
        ? { key: area.code, title: area.name, order: indexForm(area.name) }
        : { key: 'none', title: nowhere[kind] };
      bins.set(key, bin);
    }
    return bin;
  };
}

function areaOf(place: Place | undefined, kind: 'epci' | 'departement', territory: Territory) {
  if (place?.code === undefined) return undefined;
  return kind === 'epci' ? territory.epciOf(place.code) : territory.departementOf(place.code);
}

/** A service from elsewhere stands under the first commune that it serves here. */
function headingPlace({ place, serving }: Chosen, territory: Territory): Place | undefined {
  const isMember = place?.code !== undefined && territory.communes.has(place.code);
  return isMember ? place : (serving[0] ?? place);
}

/** Sorts into bins, keeping the order of entries inside each. */
function binned(chosen: readonly Chosen[], binner: Binner): readonly Bin[] {
  const bins = new Map<string, Bin>();
  for (const one of chosen) {
    const heading = binner(one);
    const bin = bins.get(heading.key);
    if (bin) bin.chosen.push(one);
    else bins.set(heading.key, { ...heading, chosen: [one] });
  }
  return [...bins.values()].sort(compareBins);
}

function compareBins(one: Bin, other: Bin): number {
  if (typeof one.order === 'number' && typeof other.order === 'number') {
    return one.order - other.order || compareCodes(one.key, other.key);
  }
  if (typeof one.order === 'string' && typeof other.order === 'string') {
    return compareFrench(one.order, other.order) || compareCodes(one.key, other.key);
  }
  return (one.order === undefined ? 1 : 0) - (other.order === undefined ? 1 : 0);
}

function leaf(title: string, entries: readonly Chosen[]): DraftGroup {
  return { title, groups: [], entries };
}

function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`the typology has no ${id}`);
  return found;
}
