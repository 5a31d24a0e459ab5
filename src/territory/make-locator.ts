import { communeRegister, communeToday } from './commune-register.ts';
import { type Disc, discHolds } from './disc.ts';
import type { PlacedContour } from './match-contours.ts';
import { holds, type PlaceIndex } from './place-index.ts';
import type { Commune, Membership, Placement } from './territory.ts';

/** What a territory is made of, ready to be asked. */
export interface TerritoryParts {
  readonly communes: ReadonlyMap<string, Commune>;
  /** Codes of communes taken out. */
  readonly excluded: ReadonlySet<string>;
  /** Whether the booklet names places of the register of communes. */
  readonly named: boolean;
  readonly polygon?: PlaceIndex<PlacedContour>;
  readonly disc?: Disc;
  readonly contours: PlaceIndex<PlacedContour>;
  /** Outlines known to lie outside, excluded communes among them. */
  readonly others: PlaceIndex<PlacedContour>;
  /** Whether each member commune has an outline. */
  readonly complete: boolean;
}

const outside: Membership = { kind: 'outside' };
const unplaced: Membership = { kind: 'unplaced' };
const communeShape = /^\d[\dAB]\d{3}$/;

/** Degrees around the known outlines within which a commune without outline may still lie. */
const doubtMargin = 0.5;

/** Makes the function that says whether a service belongs. */
export function makeLocator(parts: TerritoryParts): (placement: Placement) => Membership {
  const byCode = new Map<string, Membership | undefined>();
  return ({ insee, longitude, latitude }) => {
    const code = insee?.toUpperCase();
    if (code !== undefined && !byCode.has(code)) byCode.set(code, locateCode(code, parts));
    const coded = code === undefined ? undefined : byCode.get(code);
    if (coded?.kind === 'inside') return coded;
    if (code !== undefined && parts.excluded.has(code)) return outside;
    const positioned =
      longitude === undefined || latitude === undefined
        ? undefined
        : locatePosition(longitude, latitude, parts);
    if (coded) return afterOutside(longitude, latitude, parts);
    if (code !== undefined && !parts.named) return withoutRegister(code, positioned, parts);
    return positioned ?? unplaced;
  };
}

/** What a code alone says; undefined when it says nothing. */
function locateCode(code: string, parts: TerritoryParts): Membership | undefined {
  if (!communeShape.test(code)) return undefined;
  const commune = parts.communes.get(code);
  if (commune) return { kind: 'inside', commune };
  if (parts.excluded.has(code)) return outside;
  return parts.named ? locateToday(code, parts) : undefined;
}

function locateToday(code: string, parts: TerritoryParts): Membership | undefined {
  const today = communeToday(code);
  if (!today) return undefined;
  const commune = parts.communes.get(today.code);
  if (commune && !parts.excluded.has(today.code)) return { kind: 'inside', commune };
  return code === today.code && hasDistrictOf(code, parts) ? undefined : outside;
}

/** A service coded "Paris" in a booklet of one arrondissement: only its position can tell. */
function hasDistrictOf(city: string, { communes }: TerritoryParts): boolean {
  const register = communeRegister();
  return [...communes.keys()].some((code) =>
    register
      .records(code)
      .some(({ kind, partOf }) => kind === 'arrondissement-municipal' && partOf === city),
  );
}

/** A commune outside may still stand in the disc or polygon that the booklet adds. */
function afterOutside(
  longitude: number | undefined,
  latitude: number | undefined,
  parts: TerritoryParts,
): Membership {
  if (longitude === undefined || latitude === undefined) return outside;
  return areaHolds(longitude, latitude, parts) ? { kind: 'inside' } : outside;
}

/** A code foreign to a polygon of coded features: the register is opened only where it decides. */
function withoutRegister(
  code: string,
  positioned: Membership | undefined,
  parts: TerritoryParts,
): Membership {
  if (parts.communes.size === 0 || positioned?.kind === 'outside') return positioned ?? unplaced;
  const membership = communeShape.test(code) ? locateToday(code, parts) : undefined;
  if (membership?.kind === 'outside' && positioned && parts.disc) return positioned;
  return membership ?? positioned ?? unplaced;
}

function locatePosition(longitude: number, latitude: number, parts: TerritoryParts): Membership {
  const foreign = parts.others.at(longitude, latitude);
  if (foreign && parts.excluded.has(foreign.commune?.code ?? foreign.code)) return outside;
  const contour = parts.contours.at(longitude, latitude);
  const isArea = areaHolds(longitude, latitude, parts);
  if (isArea) return { kind: 'inside', commune: (contour ?? foreign)?.commune };
  if (contour && isMember(contour, parts)) return { kind: 'inside', commune: contour.commune };
  if (parts.complete || foreign) return outside;
  const { extent } = parts.contours;
  return extent && !holds(extent, longitude, latitude, doubtMargin) ? outside : unplaced;
}

/** Outlines given with a disc alone name the communes that it touches; they do not widen it. */
function isMember(contour: PlacedContour, { communes, named }: TerritoryParts): boolean {
  return contour.commune ? communes.has(contour.commune.code) : named;
}

function areaHolds(
  longitude: number,
  latitude: number,
  { disc, polygon }: TerritoryParts,
): boolean {
  if (disc && discHolds(disc, longitude, latitude)) return true;
  return polygon?.at(longitude, latitude) !== undefined;
}
