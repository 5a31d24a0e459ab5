import { inputError } from '../diagnostics/diagnostic.ts';
import type { Rect } from '../geometry/geometry.ts';
import { contoursExtent, shownExtent } from './extent.ts';
import { placeScaleBar, scaleBarRect } from './furniture.ts';
import { guessWidth, placeLabels } from './labels.ts';
import type { MapImage, MapMarker } from './map-image.ts';
import type { MapRequest } from './map-request.ts';
import { MapRun } from './map-run.ts';
import { type MapFacts, mapAlt, mapNotes } from './map-words.ts';
import { type PlacedEntry, placedEntries, placeMarkers } from './markers.ts';
import { memberContours, outlineShapes } from './outline.ts';
import { fitExtent, type MapProjection } from './projection.ts';
import { scaleDenominator, scaleLength } from './scale.ts';
import type { TileBase } from './tile-base.ts';
import type { TileSource } from './tile-source.ts';
import * as warnings from './warnings.ts';

/** Ground across the shorter side of a map that has one place only, metres. */
const leastMetres = 600;

/** Shortest side of a map on which something can be read, pt. */
const leastSide = 36;

/** Draws one map; undefined, with a warning, when neither territory nor entries have a position. */
export async function drawMap(request: MapRequest): Promise<MapImage | undefined> {
  const [map] = await drawMaps([request]);
  return map;
}

/**
 * Draws maps one after the other, sharing what was learnt of the tile servers: one that fails is
 * not asked again, and is reported once with the maps that got the outline instead.
 */
export async function drawMaps(requests: readonly MapRequest[]): Promise<readonly MapImage[]> {
  const run = new MapRun();
  const maps: MapImage[] = [];
  for (const request of requests) {
    const map = await drawOne(request, run);
    if (map) maps.push(map);
  }
  run.reportFailures();
  return maps;
}

async function drawOne(request: MapRequest, run: MapRun): Promise<MapImage | undefined> {
  if (!(Math.min(request.size.width, request.size.height) >= leastSide))
    throw inputError(warnings.mapTooSmall(request.id, request.size));
  const tiles = usesTiles(request.base) ? await import('./tiled-base.ts') : undefined;
  const source = tiles?.tileSource({ ...request.tiles, ...request });
  const placed = placedEntries(request.entries);
  const projection = frameMap(request, placed);
  if (!projection) {
    request.sink.report(warnings.nothingToShow(request.id));
    return undefined;
  }
  const plan = placeMarkers(placed, projection, request.colourOf ?? (() => request.colour));
  const base = source && (await tiles?.tiledBase(request, source, projection, run));
  if (!plan.legible) request.sink.report(warnings.crowded(request.id, plan));
  reportOffMap(request, plan.markers);
  if (!base) reportContours(request, run);
  return compose(request, { projection, markers: plan.markers, base, source });
}

function frameMap(request: MapRequest, placed: readonly PlacedEntry[]): MapProjection | undefined {
  const { territory, size } = request;
  const members = contoursExtent(memberContours(territory)) ?? territory.extent;
  const extent = shownExtent(
    members,
    placed.map(({ position }) => position),
  );
  const margin = Math.min(12, Math.min(size.width, size.height) * 0.08);
  return extent && fitExtent(extent, size, { margin, leastMetres });
}

function reportOffMap(request: MapRequest, markers: readonly MapMarker[]): void {
  const ids = new Map(request.entries.map((entry) => [entry.anchor, entry.service.id]));
  for (const marker of markers)
    if (marker.offMap)
      request.sink.report(warnings.offMap(request.id, ids.get(marker.anchor) ?? marker.anchor));
}

function reportContours(request: MapRequest, run: MapRun): void {
  if (request.base === 'none') return;
  if (request.territory.contours.length === 0) run.once(request, warnings.noContours());
  else if (!contoursCredit(request)) run.once(request, warnings.noContoursCredit());
}

/** The booklet's one credit is that of the contours when there are no tiles of one's own. */
function contoursCredit(request: MapRequest): string | undefined {
  return request.contoursCredit ?? (request.base === 'outline' ? request.credit : undefined);
}

function usesTiles(base: string): boolean {
  return base !== 'none' && base !== 'outline';
}

interface MapParts {
  readonly projection: MapProjection;
  readonly markers: readonly MapMarker[];
  readonly base: TileBase | undefined;
  readonly source: TileSource | undefined;
}

function compose(request: MapRequest, parts: MapParts): MapImage {
  const { projection, markers, base } = parts;
  const { territory, size } = request;
  const longest = Math.min(90, size.width * 0.3);
  const bar = scaleLength(projection.metresPerPoint, longest);
  const scaleBar = placeScaleBar(bar, size, markers);
  const facts = factsOf(request, markers);
  const hasOutline = request.base !== 'none' && territory.contours.length > 0;
  return {
    id: request.id,
    size,
    ...(base ? { base: base.bytes, basePixels: base.pixels } : {}),
    shapes: hasOutline
      ? outlineShapes(territory, projection, { colour: request.colour, filled: !base })
      : [],
    markers,
    labels: hasOutline && !base ? labelsOf(request, parts, [scaleBarRect(scaleBar)]) : [],
    scaleBar,
    scaleDenominator: scaleDenominator(projection.metresPerPoint),
    attribution: [
      ...(base && parts.source ? [parts.source.credit] : []),
      ...(hasOutline ? [contoursCredit(request) ?? ''] : []),
    ]
      .filter((credit) => credit !== '')
      .join(' – '),
    alt: mapAlt(facts, request.language),
    notes: mapNotes(facts, request.language),
    outside: markers.filter((marker) => marker.offMap).map((marker) => marker.anchor),
    frame: { x: 0, y: 0, ...size },
  };
}

function labelsOf(request: MapRequest, parts: MapParts, taken: readonly Rect[]) {
  const { territory } = request;
  return placeLabels(memberContours(territory), territory, parts.projection, {
    markers: parts.markers,
    taken,
    measure: request.measure ?? guessWidth,
  });
}

function factsOf(request: MapRequest, markers: readonly MapMarker[]): MapFacts {
  return {
    territory: request.territory.name,
    ...(request.subject ? { subject: request.subject } : {}),
    numbers: markers.map((marker) => marker.number).sort((a, b) => a - b),
    approximate: markers.filter((marker) => marker.approximate).length,
    offMap: markers.filter((marker) => marker.offMap).length,
  };
}
