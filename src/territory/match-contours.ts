import { communeRegister } from './commune-register.ts';
import { departementCode, epciMembers } from './groupings.ts';
import type { Outline } from './read-outlines.ts';
import type { Commune, Contour, Polygon } from './territory.ts';

/** An outline with the one commune that it stands for, when it stands for one. */
export interface PlacedContour extends Contour {
  readonly commune?: Commune;
}

/** Outlines of a file sorted by what they are to a territory. */
export interface MatchedContours {
  /** Lie wholly in the territory. */
  readonly members: readonly PlacedContour[];
  /** Known to lie outside. */
  readonly others: readonly PlacedContour[];
  /** Codes of member communes that no outline covers. */
  readonly uncovered: readonly string[];
  /** Outlines without a code. */
  readonly nameless: number;
}

const communeShape = /^\d[\dAB]\d{3}$/;

/** Commune of an outline that carries an INSEE code; true or invented. */
export function outlineCommune(outline: Outline): Commune | undefined {
  const { code, name } = outline;
  if (!code || !name || !communeShape.test(code)) return undefined;
  return {
    code,
    name,
    departement: outline.departement ?? departementCode(code),
    region: outline.region ?? '',
    population: outline.population,
    postcodes: outline.postcodes,
  };
}

/** Finds which outlines belong to a territory made of communes of the register. */
export function matchContours(
  outlines: readonly Outline[],
  communes: ReadonlyMap<string, Commune>,
): MatchedContours {
  const members: PlacedContour[] = [];
  const others: PlacedContour[] = [];
  const covered = new Set<string>();
  for (const outline of mergedByCode(outlines)) {
    const held = outlineCommunes(outline.code, communes);
    const inside = held.filter((code) => communes.has(code));
    if (held.length > 0 && inside.length === held.length) {
      const commune = held.length === 1 ? communes.get(held[0] as string) : undefined;
      members.push({ ...outline, commune });
      for (const code of held) covered.add(code);
    } else if (inside.length === 0) others.push(outline);
  }
  return {
    members,
    others,
    uncovered: [...communes.keys()].filter((code) => !covered.has(code)),
    nameless: outlines.filter(({ code }) => !code).length,
  };
}

/** Codes of today's communes that an outline holds: a commune, an EPCI or a département. */
function outlineCommunes(code: string, communes: ReadonlyMap<string, Commune>): readonly string[] {
  if (communes.has(code)) return [code];
  if (/^\d{9}$/.test(code)) return epciMembers(code);
  if (!communeShape.test(code)) {
    return communeRegister()
      .inside('departement', code)
      .map((commune) => commune.code);
  }
  const today = communeRegister().today(code);
  return today ? [today.code] : [];
}

/** One contour a code: a file may cut an EPCI at each border of département. */
function mergedByCode(outlines: readonly Outline[]): readonly Contour[] {
  const byCode = new Map<string, { code: string; name: string; polygons: Polygon[] }>();
  for (const { code, name, polygons } of outlines) {
    if (!code) continue;
    const known = byCode.get(code);
    if (known) known.polygons.push(...polygons);
    else byCode.set(code, { code, name: name ?? code, polygons: [...polygons] });
  }
  return [...byCode.values()];
}
