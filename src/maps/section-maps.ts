import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Directory, Section } from '../directory/directory.ts';
import type { Size } from '../geometry/geometry.ts';
import { pointsPer } from '../geometry/geometry.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Territory } from '../territory/territory.ts';
import type { MapImage } from './map-image.ts';
import type { MapRequest } from './map-request.ts';

export interface SectionMapSources {
  readonly directory: Directory;
  readonly territory: Territory;
  readonly spec: BookletSpec;
  readonly sink: DiagnosticSink;
  /** Colour of a section, "#rrggbb". */
  readonly colourOf: (section: Section) => string;
}

/** Room beside a map on its page, mm: margins and thumb tabs. */
const marginsAcross = 27;

/** One map for each section that has places, when the booklet asks for maps; by section anchor. */
export async function sectionMaps(
  sources: SectionMapSources,
): Promise<ReadonlyMap<string, MapImage>> {
  const { directory, territory, spec } = sources;
  const { base } = spec.map;
  const hasOutline = territory.contours.length > 0;
  if (base === 'none' || (base === 'outline' && !hasOutline)) return new Map();
  const { drawMaps } = await import('./draw-map.ts');
  const requests = directory.sections.map((section) => request(section, sources));
  const drawn = await drawMaps(requests.filter((one) => one.entries.length > 0));
  return new Map(drawn.map((map) => [map.id, map]));
}

function request(
  section: Section,
  { directory, territory, spec, sink, colourOf }: SectionMapSources,
): MapRequest {
  const held = new Set(entriesOf(section));
  return {
    id: section.anchor,
    size: mapSize(spec.page.size),
    entries: directory.entries.filter((entry) => held.has(entry.anchor) && entry.service.position),
    territory,
    base: spec.map.base,
    credit: spec.map.credit,
    colour: colourOf(section),
    subject: section.title,
    language: spec.language,
    sink,
  };
}

function entriesOf(group: Pick<Section, 'groups' | 'entries'>): string[] {
  return [...group.entries.map((entry) => entry.anchor), ...group.groups.flatMap(entriesOf)];
}

function mapSize(page: Size): Size {
  const width = page.width - marginsAcross * pointsPer.mm;
  return { width, height: Math.min(width * 0.72, page.height * 0.42) };
}
