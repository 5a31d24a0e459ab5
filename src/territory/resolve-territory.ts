import type { Diagnostic, DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { InputError, inputError } from '../diagnostics/diagnostic.ts';
import type { TerritorySpec } from '../spec/booklet-spec.ts';
import { communeToday } from './commune-register.ts';
import { discExtent } from './disc.ts';
import { departementCode, departementName, epciOfCommune } from './groupings.ts';
import { makeLocator, type TerritoryParts } from './make-locator.ts';
import type { PlacedContour } from './match-contours.ts';
import { type MatchedContours, matchContours, outlineCommune } from './match-contours.ts';
import { joined, makePlaceIndex } from './place-index.ts';
import { type Outline, type OutlineFile, readOutlines } from './read-outlines.ts';
import { reportContours } from './report-contours.ts';
import { resolveTerms } from './resolve-terms.ts';
import type { Commune, Extent, Territory } from './territory.ts';
import { territoryName } from './territory-name.ts';
import { type TerritoryUnit, unitCommunes } from './territory-unit.ts';

interface NamedPart {
  readonly included: readonly TerritoryUnit[];
  readonly excluded: readonly TerritoryUnit[];
  readonly communes: ReadonlyMap<string, Commune>;
  readonly excludedCodes: ReadonlySet<string>;
}

/** Turns the territory of a booklet into member communes, outlines and a test of membership. */
export async function resolveTerritory(
  spec: TerritorySpec,
  where: { readonly file: string },
  sink: DiagnosticSink,
): Promise<Territory> {
  checkSpec(spec, where.file);
  const named = resolveNamed(spec, where.file, sink);
  const polygon = await readPart(spec.polygon, where.file, 'territory.polygon', sink);
  const outlines = await readPart(spec.contours, where.file, 'territory.contours', sink);
  const invented = polygonCommunes(polygon, named.excludedCodes);
  const communes = sorted(new Map([...invented, ...named.communes]));
  if (spec.include.length > 0 && communes.size === 0) throw nothingLeft(where.file);
  const matched = matchAll(spec, outlines, communes);
  const zones = polygonContours(polygon, communes, named.excludedCodes);
  const drawn = new Set(zones.map(({ code }) => code));
  const uncovered = matched.uncovered.filter((code) => !drawn.has(code));
  if (outlines) reportContours({ ...matched, uncovered }, communes, where.file, sink);
  const parts = assemble(spec, {
    communes,
    named,
    matched,
    zones,
    complete: uncovered.length === 0,
  });
  return {
    name: territoryName(spec, named.included, named.excluded, polygon),
    communes,
    extent: wholeExtent(parts),
    contours: shownContours(parts, zones, matched),
    locate: makeLocator(parts),
    ...lookups(communes, [...(polygon?.outlines ?? []), ...(outlines?.outlines ?? [])]),
  };
}

function checkSpec(spec: TerritorySpec, file: string): void {
  const { radius } = spec;
  if (spec.include.length === 0 && !radius && !spec.polygon) {
    throw inputError({
      code: 'territory/none',
      where: { file, field: 'territory' },
      message: { fr: 'Aucun territoire n’est indiqué.', en: 'No territory is given.' },
      hint: {
        fr: 'Indiquez une commune, un EPCI, un département ou une région, un rayon ou un polygone.',
        en: 'Give a commune, an EPCI, a département or a région, a radius or a polygon.',
      },
    });
  }
  if (radius && !(radius.km > 0 && Math.abs(radius.latitude) <= 90)) {
    throw inputError({
      code: 'territory/bad-radius',
      where: { file, field: 'territory.radius' },
      message: {
        fr: `Un rayon de ${radius.km}\u00a0km autour de ${radius.longitude}, ${radius.latitude} n’a pas de sens.`,
        en: `A radius of ${radius.km} km around ${radius.longitude}, ${radius.latitude} makes no sense.`,
      },
      hint: {
        fr: 'Donnez la longitude et la latitude en degrés, et un rayon supérieur à zéro.',
        en: 'Give longitude and latitude in degrees, and a radius above zero.',
      },
    });
  }
}

function resolveNamed(spec: TerritorySpec, file: string, sink: DiagnosticSink): NamedPart {
  const included = resolveTerms(spec.include, file, 'territory.include');
  const excluded = resolveTerms(spec.exclude, file, 'territory.exclude');
  const diagnostics = [...included.diagnostics, ...excluded.diagnostics];
  for (const diagnostic of diagnostics) sink.report(diagnostic);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new InputError(errors);
  const communes = new Map<string, Commune>();
  for (const unit of included.units) {
    for (const commune of unitCommunes(unit)) communes.set(commune.code, commune);
  }
  const excludedCodes = new Set<string>();
  for (const [index, unit] of excluded.units.entries()) {
    const out = unitCommunes(unit);
    if (spec.include.length > 0 && !out.some(({ code }) => isHeld(code, communes))) {
      sink.report(uselessExclusion(unit, `territory.exclude[${index + 1}]`, file));
    }
    for (const { code } of out) excludedCodes.add(code);
  }
  for (const code of excludedCodes) communes.delete(code);
  return { included: included.units, excluded: excluded.units, communes, excludedCodes };
}

function isHeld(code: string, communes: ReadonlyMap<string, Commune>): boolean {
  const today = communeToday(code);
  return communes.has(code) || (today !== undefined && communes.has(today.code));
}

function uselessExclusion(unit: TerritoryUnit, field: string, file: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'territory/useless-exclusion',
    where: { file, field },
    message: {
      fr: `${unit.name} (${unit.code}) est exclu d’un territoire qui ne le contient pas.`,
      en: `${unit.name} (${unit.code}) is excluded from a territory that does not hold it.`,
    },
  };
}

function nothingLeft(file: string): InputError {
  return inputError({
    code: 'territory/empty',
    where: { file, field: 'territory.exclude' },
    message: {
      fr: 'Il ne reste aucune commune une fois les exclusions faites.',
      en: 'No commune is left once the exclusions are made.',
    },
    hint: { fr: 'Retirez une exclusion.', en: 'Take an exclusion out.' },
  });
}

async function readPart(
  path: string | undefined,
  file: string,
  field: string,
  sink: DiagnosticSink,
): Promise<OutlineFile | undefined> {
  return path === undefined ? undefined : readOutlines(path, { file, field }, sink);
}

function polygonCommunes(
  polygon: OutlineFile | undefined,
  excluded: ReadonlySet<string>,
): ReadonlyMap<string, Commune> {
  const communes = new Map<string, Commune>();
  for (const outline of polygon?.outlines ?? []) {
    const commune = outlineCommune(outline);
    if (commune && !excluded.has(commune.code)) communes.set(commune.code, commune);
  }
  return communes;
}

function polygonContours(
  polygon: OutlineFile | undefined,
  communes: ReadonlyMap<string, Commune>,
  excluded: ReadonlySet<string>,
): readonly PlacedContour[] {
  return (polygon?.outlines ?? []).flatMap((outline, index) => {
    const code = outline.code ?? `zone-${index + 1}`;
    if (excluded.has(code)) return [];
    const { polygons, name = code } = outline;
    return [{ code, name, polygons, commune: communes.get(code) }];
  });
}

/** With no commune to match, outlines only name the communes that a disc or a polygon touches. */
function matchAll(
  spec: TerritorySpec,
  outlines: OutlineFile | undefined,
  communes: ReadonlyMap<string, Commune>,
): MatchedContours {
  if (!outlines) return { members: [], others: [], uncovered: [...communes.keys()], nameless: 0 };
  if (communes.size > 0) return matchContours(outlines.outlines, communes);
  const others = outlines.outlines.flatMap((outline): readonly PlacedContour[] => {
    const { code, name, polygons } = outline;
    return code ? [{ code, name: name ?? code, polygons, commune: outlineCommune(outline) }] : [];
  });
  const nameless = outlines.outlines.length - others.length;
  return {
    members: [],
    others: spec.radius || spec.polygon ? others : [],
    uncovered: [],
    nameless,
  };
}

function assemble(
  spec: TerritorySpec,
  found: {
    readonly communes: ReadonlyMap<string, Commune>;
    readonly named: NamedPart;
    readonly matched: MatchedContours;
    readonly zones: readonly PlacedContour[];
    readonly complete: boolean;
  },
): TerritoryParts {
  const { communes, named, matched, zones } = found;
  return {
    communes,
    excluded: named.excludedCodes,
    named: spec.include.length > 0,
    polygon: zones.length > 0 ? makePlaceIndex(zones) : undefined,
    disc: spec.radius,
    contours: makePlaceIndex([...zones, ...matched.members]),
    others: makePlaceIndex(matched.others),
    complete: found.complete,
  };
}

function wholeExtent({ contours, disc }: TerritoryParts): Extent | undefined {
  if (!disc) return contours.extent;
  const around = discExtent(disc);
  return contours.extent ? joined(contours.extent, around) : around;
}

/** What a map draws: the territory's outlines; with a disc alone, those of the file given. */
function shownContours(
  parts: TerritoryParts,
  zones: readonly PlacedContour[],
  matched: MatchedContours,
): Territory['contours'] {
  const own = [...zones, ...matched.members];
  const shown = own.length > 0 ? own : parts.communes.size === 0 ? matched.others : [];
  const seen = new Set<string>();
  return shown
    .filter(({ code }) => !seen.has(code) && seen.add(code))
    .map(({ code, name, polygons }) => ({ code, name, polygons }));
}

function lookups(
  communes: ReadonlyMap<string, Commune>,
  outlines: readonly Outline[],
): Pick<Territory, 'commune' | 'epciOf' | 'departementOf'> {
  const byCode = new Map(outlines.map((outline) => [outline.code, outline]));
  const commune = (code: string): Commune | undefined => {
    const upper = code.toUpperCase();
    const outline = byCode.get(upper);
    return communes.get(upper) ?? (outline && outlineCommune(outline)) ?? communeToday(upper);
  };
  return {
    commune,
    epciOf: (code) => {
      const own = byCode.get(code)?.epci;
      const epci = own ?? epciOfCommune(commune(code)?.code ?? code);
      return epci && { code: epci.code, name: epci.name };
    },
    departementOf: (code) => {
      const departement = (communes.get(code) ?? byCode.get(code))?.departement;
      const own = departement ?? departementCode(code);
      const name = departementName(own);
      return name === undefined ? undefined : { code: own, name };
    },
  };
}

function sorted(communes: ReadonlyMap<string, Commune>): ReadonlyMap<string, Commune> {
  return new Map([...communes].sort(([one], [other]) => (one < other ? -1 : 1)));
}
