import type {
  Directory,
  Entry,
  Group,
  IndexLetter,
  Section,
  SourceCredit,
} from '../directory/directory.ts';
import type { EditionIdentity } from '../feed/service.ts';
import type { MapImage } from '../maps/map-image.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Typology } from '../typology/typology.ts';
import { type EntryView, entryView } from './entry-view.ts';

/** What a template is given: plain values, all words of the data already chosen. */
export interface BookletView {
  readonly lang: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly editionName?: string;
  readonly edition: EditionIdentity;
  /** First characters of the digest, for people to compare. */
  readonly digestShort: string;
  readonly territory: string;
  readonly organisation: BookletSpec['organisation'];
  readonly cover: BookletSpec['cover'];
  readonly colour: string;
  readonly entryCount: number;
  readonly sections: readonly SectionView[];
  readonly nameIndex: readonly IndexLetterView[];
  readonly communeIndex: readonly IndexLetterView[];
  readonly typeIndex: readonly IndexLetterView[];
  readonly credits: readonly SourceCredit[];
  /** True when the fields are printed. */
  readonly show: Readonly<Record<string, boolean>>;
  readonly hasMaps: boolean;
}

export interface SectionView {
  readonly anchor: string;
  /** 1-based. */
  readonly number: number;
  readonly kind: Section['kind'];
  readonly title: string;
  readonly colour: string;
  readonly icon?: string;
  readonly entryCount: number;
  /** Distance of the thumb tab from the top, as a share of the height it steps through, 0 to 1. */
  readonly tab: string;
  readonly groups: readonly GroupView[];
  readonly entries: readonly EntryView[];
  /** Id of its map, when one was drawn. */
  readonly map?: Pick<MapImage, 'id' | 'attribution' | 'alt' | 'notes'>;
}

export interface GroupView {
  readonly anchor: string;
  readonly title: string;
  /** Heading level, 3 to 6. */
  readonly level: number;
  readonly groups: readonly GroupView[];
  readonly entries: readonly EntryView[];
}

export interface IndexLetterView {
  readonly letter: string;
  readonly terms: readonly {
    readonly text: string;
    readonly detail?: string;
    /** Anchors, separated by blanks. */
    readonly anchors: string;
    readonly see?: readonly string[];
    readonly seeAlso?: readonly string[];
  }[];
}

export interface ViewSources {
  readonly spec: BookletSpec;
  readonly directory: Directory;
  readonly typology: Typology;
  readonly edition: EditionIdentity;
  readonly territory: string;
  readonly colours: ReadonlyMap<Section, string>;
  /** By section anchor. */
  readonly maps: ReadonlyMap<string, MapImage>;
}

const defaultColour = '#1f4e8c';

/** The view of a booklet. */
export function bookletView(sources: ViewSources): BookletView {
  const { spec, directory, edition } = sources;
  const colour = spec.organisation.colour ?? defaultColour;
  return {
    lang: spec.language,
    title: spec.title,
    subtitle: spec.subtitle,
    editionName: spec.edition.name,
    edition,
    digestShort: edition.digest.slice(0, 12),
    territory: sources.territory,
    organisation: spec.organisation,
    cover: spec.cover,
    colour,
    entryCount: directory.entries.length,
    sections: directory.sections.map((section, index) => sectionView(section, index, sources)),
    nameIndex: spec.index.names ? letters(directory.nameIndex) : [],
    communeIndex: spec.index.communes ? letters(directory.communeIndex) : [],
    typeIndex: spec.index.names ? letters(directory.typeIndex ?? []) : [],
    credits: directory.credits,
    show: Object.fromEntries(spec.fields.map((field) => [field, true])),
    hasMaps: sources.maps.size > 0,
  };
}

/** Colour of each section: the organisation's own, else its theme's, else one after the other. */
export function sectionColours(
  directory: Directory,
  spec: BookletSpec,
  typology: Typology,
): ReadonlyMap<Section, string> {
  const { themes } = typology;
  return new Map(
    directory.sections.map((section, index) => {
      const own = spec.organisation.themeColours[section.id] ?? typology.theme(section.id)?.colour;
      const cycle = themes[index % themes.length]?.colour;
      return [section, own ?? spec.organisation.colour ?? cycle ?? defaultColour];
    }),
  );
}

function sectionView(section: Section, index: number, sources: ViewSources): SectionView {
  const { directory, typology, maps, colours } = sources;
  const count = Math.min(directory.sections.length, tabSteps);
  const map = maps.get(section.anchor);
  const context = { sources, hasMap: map !== undefined };
  return {
    anchor: section.anchor,
    number: index + 1,
    kind: section.kind,
    title: section.title,
    colour: colours.get(section) as string,
    icon: typology.theme(section.id)?.icon,
    entryCount: section.entryCount,
    tab: ((index % tabSteps) / Math.max(count, 5)).toFixed(4),
    groups: section.groups.map((group) => groupView(group, 3, context)),
    entries: section.entries.map((entry) => entryOf(entry, 3, context)),
    map: map && { id: map.id, attribution: map.attribution, alt: map.alt, notes: map.notes },
  };
}

/** Thumb tabs step down the page this many times, then start again. */
const tabSteps = 12;

interface ViewContext {
  readonly sources: ViewSources;
  readonly hasMap: boolean;
}

function groupView(group: Group, level: number, context: ViewContext): GroupView {
  return {
    anchor: group.anchor,
    title: group.title,
    level,
    groups: group.groups.map((inner) => groupView(inner, level + 1, context)),
    entries: group.entries.map((entry) => entryOf(entry, level + 1, context)),
  };
}

function entryOf(entry: Entry, level: number, { sources, hasMap }: ViewContext): EntryView {
  const { language, fields } = sources.spec;
  return entryView(entry, { level: Math.min(level, 6), language, fields, hasMap });
}

function letters(index: readonly IndexLetter[]): readonly IndexLetterView[] {
  return index.map(({ letter, terms }) => ({
    letter,
    terms: terms.map((term) => ({ ...term, anchors: term.anchors.join(' ') })),
  }));
}
