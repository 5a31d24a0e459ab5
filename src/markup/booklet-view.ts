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
  /** A few colours of its sections, for a cover without a picture. */
  readonly stripes: readonly string[];
  readonly entryCount: number;
  readonly sections: readonly SectionView[];
  /** Sections follow one another on the page instead of opening chapters: a directory by commune. */
  readonly runOn: boolean;
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
    /** Each place by itself, for an index that names what stands there. */
    readonly places: readonly { readonly name: string; readonly anchor: string }[];
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
  const names = new Map(directory.entries.map((entry) => [entry.anchor, entry.service.name]));
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
    stripes: [...new Set(sources.colours.values())].slice(0, 6),
    entryCount: directory.entries.length,
    sections: directory.sections.map((section, index) => sectionView(section, index, sources)),
    runOn: spec.group === 'commune',
    nameIndex: spec.index.names ? letters(directory.nameIndex, names) : [],
    communeIndex:
      spec.index.communes && communes(directory) > 1 ? letters(directory.communeIndex, names) : [],
    typeIndex: spec.index.types ? letters(directory.typeIndex ?? [], names) : [],
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
  const own = new Map<string, string>();
  for (const [word, colour] of Object.entries(spec.organisation.themeColours)) {
    const theme = typology.resolveTheme(word);
    if (theme) own.set(theme.id, colour);
  }
  return new Map(
    directory.sections.map((section, index) => {
      const ofTheme = own.get(section.id) ?? typology.theme(section.id)?.colour;
      const cycle = themes[index % themes.length]?.colour;
      return [section, ofTheme ?? spec.organisation.colour ?? cycle ?? defaultColour];
    }),
  );
}

function sectionView(section: Section, index: number, sources: ViewSources): SectionView {
  const { directory, typology, maps, colours } = sources;
  const count = Math.min(directory.sections.length, tabSteps);
  const map = maps.get(section.anchor);
  const { groups, entries } = withoutOnlyTheme(section, directory);
  const context = { sources, onMap: new Set(map?.markers.map((marker) => marker.anchor)) };
  return {
    anchor: section.anchor,
    number: index + 1,
    kind: section.kind,
    title: section.title,
    colour: colours.get(section) as string,
    icon: typology.theme(section.id)?.icon,
    entryCount: section.entryCount,
    tab: ((index % tabSteps) / Math.max(count, 5)).toFixed(4),
    groups: groups.map((group) => groupView(group, 3, context)),
    // Made when the template asks for them, so that not all stand in memory at once.
    get entries() {
      return entries.map((entry) => entryOf(entry, 3, context));
    },
    map: map && { id: map.id, attribution: map.attribution, alt: map.alt, notes: map.notes },
  };
}

function communes(directory: Directory): number {
  return directory.communeIndex.reduce((count, { terms }) => count + terms.length, 0);
}

/** A directory of one theme by commune need not say that theme under each of them. */
function withoutOnlyTheme(
  section: Section,
  { sections }: Directory,
): Pick<Section, 'groups' | 'entries'> {
  const [only, ...others] = section.groups;
  if (section.kind !== 'commune' || !only || others.length > 0) return section;
  const isEverywhere = sections.every(
    ({ groups }) => groups.length === 1 && groups[0]?.title === only.title,
  );
  if (!isEverywhere || section.entries.length > 0) return section;
  return { groups: only.groups, entries: only.entries };
}

/** Thumb tabs step down the page this many times, then start again. */
const tabSteps = 12;

interface ViewContext {
  readonly sources: ViewSources;
  /** Anchors of the entries marked on the section's map. */
  readonly onMap: ReadonlySet<string>;
}

function groupView(group: Group, level: number, context: ViewContext): GroupView {
  return {
    anchor: group.anchor,
    title: group.title,
    level,
    groups: group.groups.map((inner) => groupView(inner, level + 1, context)),
    get entries() {
      return group.entries.map((entry) => entryOf(entry, level + 1, context));
    },
  };
}

function entryOf(entry: Entry, level: number, { sources, onMap }: ViewContext): EntryView {
  const { language, fields } = sources.spec;
  return entryView(entry, {
    level: Math.min(level, 6),
    language,
    fields,
    isOnMap: onMap.has(entry.anchor),
  });
}

function letters(
  index: readonly IndexLetter[],
  names: ReadonlyMap<string, string>,
): readonly IndexLetterView[] {
  return index.map(({ letter, terms }) => ({
    letter,
    terms: terms.map((term) => ({
      ...term,
      anchors: term.anchors.join(' '),
      places: term.anchors.map((anchor) => ({ anchor, name: names.get(anchor) ?? '' })),
    })),
  }));
}
