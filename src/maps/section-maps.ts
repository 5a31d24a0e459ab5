import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Directory, Entry, Section } from '../directory/directory.ts';
import type { Size } from '../geometry/geometry.ts';
import { pointsPer } from '../geometry/geometry.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Extent, Territory } from '../territory/territory.ts';
import { contoursExtent } from './extent.ts';
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
  const plans = directory.sections.map((section) => plan(section, sources));
  const drawn = await drawMaps(
    plans.flatMap(({ request }) => (request.entries.length > 0 ? [request] : [])),
  );
  const away = new Map(plans.map((one) => [one.request.id, one.away]));
  return new Map(
    drawn.map((map) => [map.id, withAway(map, away.get(map.id) ?? [], spec.language)]),
  );
}

interface MapPlan {
  readonly request: MapRequest;
  /** Entries that stand too far off to be drawn: their numbers are printed under the map. */
  readonly away: readonly Entry[];
}

function plan(section: Section, sources: SectionMapSources): MapPlan {
  const { directory, spec, sink, colourOf } = sources;
  const territory = territoryOf(section, sources.territory);
  const held = new Set(entriesOf(section));
  const placed = directory.entries.filter(
    (entry) => held.has(entry.anchor) && entry.service.position,
  );
  const near = placed.filter((entry) => isNear(entry, territory.extent));
  const request = {
    id: section.anchor,
    size: mapSize(spec.page.size),
    entries: near,
    territory,
    base: spec.map.base,
    credit: spec.map.credit,
    contoursCredit: spec.map.base === 'outline' ? spec.map.credit : undefined,
    colour: colourOf(section),
    subject: section.title,
    language: spec.language,
    sink,
  };
  return { request, away: placed.filter((entry) => !near.includes(entry)) };
}

/** A section that is a place has a map of that place alone, where its outlines are known. */
function territoryOf({ kind, id }: Section, territory: Territory): Territory {
  if (kind === 'theme') return territory;
  const placeOf = {
    commune: (code: string) => code,
    epci: (code: string) => territory.epciOf(code)?.code,
    departement: (code: string) => territory.departementOf(code)?.code,
  }[kind];
  const contours = territory.contours.filter(({ code }) => placeOf(code) === id);
  const extent = contoursExtent(contours);
  return extent ? { ...territory, contours, extent } : territory;
}

/** Within the territory's extent or a tenth of its size around it. */
function isNear({ service }: Entry, extent: Extent | undefined): boolean {
  const { position } = service;
  if (!position || !extent) return position !== undefined;
  const across = (extent.east - extent.west) * 0.1;
  const up = (extent.north - extent.south) * 0.1;
  const isAcross =
    position.longitude >= extent.west - across && position.longitude <= extent.east + across;
  return (
    isAcross && position.latitude >= extent.south - up && position.latitude <= extent.north + up
  );
}

function withAway(map: MapImage, away: readonly Entry[], language: string): MapImage {
  if (away.length === 0) return map;
  const numbers = numberRanges(away.map((entry) => entry.number));
  const note = language.startsWith('fr')
    ? `Hors de la carte : ${numbers}.`
    : `Off the map: ${numbers}.`;
  return { ...map, notes: [...(map.notes ?? []), note] };
}

/** "3, 5\u20138, 12": numbers in order, neighbours joined. */
export function numberRanges(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let index = 0; index < sorted.length; index += 1) {
    const from = sorted[index] as number;
    while (sorted[index + 1] === (sorted[index] as number) + 1) index += 1;
    const to = sorted[index] as number;
    parts.push(from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}\u2013${to}`);
  }
  return parts.join(', ');
}

function entriesOf(group: Pick<Section, 'groups' | 'entries'>): string[] {
  return [...group.entries.map((entry) => entry.anchor), ...group.groups.flatMap(entriesOf)];
}

function mapSize(page: Size): Size {
  const width = page.width - marginsAcross * pointsPer.mm;
  return { width, height: Math.min(width * 0.55, page.height * 0.34) };
}
