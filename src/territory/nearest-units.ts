import { distance } from 'fastest-levenshtein';
import { communeRegister } from './commune-register.ts';
import { foldName } from './fold-name.ts';
import { allDepartements, allEpcis, allRegions } from './groupings.ts';
import { communeUnit, groupingUnit, type TerritoryUnit, type UnitKind } from './territory-unit.ts';

interface Near {
  readonly gap: number;
  readonly unit: () => TerritoryUnit;
}

/** The few places that a word nobody knows was probably meant to be, nearest first. */
export function nearestUnits(word: string, kind?: UnitKind): readonly TerritoryUnit[] {
  const key = foldName(word.replace(/\([^()]*\)$/, '')).slice(0, 60);
  if (key.length < 3) return [];
  return [...nearGroupings(key, kind), ...nearCommunes(key, kind)]
    .sort((one, other) => one.gap - other.gap)
    .slice(0, 5)
    .map(({ unit }) => unit());
}

/** Communes that have this postcode: written by mistake where an INSEE code belongs. */
export function communesOfPostcode(postcode: string): readonly TerritoryUnit[] {
  return communeRegister().withPostcode(postcode).map(communeUnit);
}

function nearGroupings(key: string, kind: UnitKind | undefined): readonly Near[] {
  const lists = [
    ['departement', allDepartements],
    ['region', allRegions],
    ['epci', allEpcis],
  ] as const;
  return lists
    .filter(([each]) => kind === undefined || kind === each)
    .flatMap(([each, list]) =>
      list().flatMap((grouping) => {
        const gap = Math.min(...grouping.keys.map((candidate) => gapBetween(key, candidate)));
        return gap < Infinity ? [{ gap, unit: () => groupingUnit(each, grouping) }] : [];
      }),
    );
}

function nearCommunes(key: string, kind: UnitKind | undefined): readonly Near[] {
  if (kind !== undefined && kind !== 'commune') return [];
  const register = communeRegister();
  return register.names().flatMap((name) => {
    const gap = gapBetween(key, name.key);
    return gap < Infinity ? [{ gap, unit: () => communeUnit(register.recordOf(name)) }] : [];
  });
}

/** Letters to change; a name that only says more counts as two; infinite when it is another word. */
function gapBetween(key: string, candidate: string): number {
  if (key.length > 3 && candidate.startsWith(key)) return 1.5;
  if (` ${candidate} `.includes(` ${key} `)) return 2;
  const most = Math.max(1, Math.floor(key.length / 4));
  if (Math.abs(candidate.length - key.length) > most) return Infinity;
  const gap = distance(key, candidate);
  return gap <= most ? gap : Infinity;
}
