import { communeRegister } from './commune-register.ts';
import { foldName } from './fold-name.ts';
import {
  allDepartements,
  allEpcis,
  allRegions,
  departementCode,
  departementName,
  epciMembers,
  epciOfCommune,
  type Grouping,
} from './groupings.ts';
import { listed } from './territory-name.ts';
import { communeUnit, type TerritoryUnit, type UnitKind } from './territory-unit.ts';

/** A place found by its words, with what tells it from its namesakes. */
export interface FoundTerritory {
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  /** In French: département and EPCI, what a former commune became, size of a grouping. */
  readonly detail: string;
}

interface Match {
  readonly rank: number;
  readonly found: () => FoundTerritory;
}

const kindOrder: readonly UnitKind[] = ['region', 'departement', 'epci', 'commune'];

/** Places whose name holds all the words, or whose code or postcode is the word; best first. */
export function searchTerritories(words: string): readonly FoundTerritory[] {
  const key = foldName(words);
  const matches = [
    ...groupingMatches('region', allRegions(), key),
    ...groupingMatches('departement', allDepartements(), key),
    ...(key === '' ? [] : [...groupingMatches('epci', allEpcis(), key), ...communeMatches(key)]),
  ];
  const found = matches.map(({ rank, found }) => ({ rank, ...found() }));
  const collator = new Intl.Collator('fr', { numeric: true });
  found.sort(
    (one, other) =>
      one.rank - other.rank ||
      kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind) ||
      collator.compare(one.name, other.name) ||
      (one.code < other.code ? -1 : 1),
  );
  return found.map(({ kind, code, name, detail }) => ({ kind, code, name, detail }));
}

function groupingMatches(
  kind: UnitKind,
  groupings: readonly Grouping[],
  key: string,
): readonly Match[] {
  return groupings.flatMap((grouping) => {
    const rank = Math.min(
      ...grouping.keys.map((name) => rankOf(key, name, grouping.code.toLowerCase())),
    );
    const { code, name } = grouping;
    const found = () => ({ kind, code, name, detail: groupingDetail(kind, grouping) });
    return rank < Infinity ? [{ rank, found }] : [];
  });
}

function communeMatches(key: string): readonly Match[] {
  const register = communeRegister();
  const matches: Match[] = [];
  const seen = new Set<string>();
  for (const name of register.names()) {
    const rank = rankOf(key, name.key, name.code.toLowerCase());
    const twin = `${name.code} ${name.key}`;
    if (rank === Infinity || seen.has(twin)) continue;
    seen.add(twin);
    matches.push({ rank, found: () => communeFound(communeUnit(register.recordOf(name))) });
  }
  if (matches.length > 0 || !/^\d[\dab]\d{3}$/.test(key)) return matches;
  return [...postcodeMatches(key), ...formerCodeMatches(key.toUpperCase())];
}

function postcodeMatches(postcode: string): readonly Match[] {
  return communeRegister()
    .withPostcode(postcode)
    .map((record) => ({ rank: 1, found: () => communeFound(communeUnit(record)) }));
}

/** Codes that no line of the register has any more; the name they had is not known. */
function formerCodeMatches(code: string): readonly Match[] {
  const today = communeRegister().today(code);
  if (!today) return [];
  const unit = { kind: 'commune' as const, code, name: code, detail: '', today };
  return [{ rank: 0, found: () => communeFound(unit) }];
}

function rankOf(key: string, name: string, code: string): number {
  if (name === key || code === key) return 0;
  if (key === '') return 3;
  if (name.startsWith(key)) return 1;
  const padded = ` ${name}`;
  return key.split(' ').every((word) => padded.includes(` ${word}`)) ? 2 : Infinity;
}

function communeFound(unit: TerritoryUnit): FoundTerritory {
  const { kind, code, name, today } = unit;
  if (today) return { kind, code, name, detail: `devenue ${today.name} (${today.code})` };
  const parts = [unit.detail, epciOfCommune(code)?.name];
  return { kind, code, name, detail: parts.filter(Boolean).join(', ') };
}

function groupingDetail(kind: UnitKind, { code, region }: Grouping): string {
  if (kind === 'departement') {
    return allRegions().find((each) => each.code === region)?.name ?? '';
  }
  if (kind === 'region') {
    const parts = allDepartements().filter((each) => each.region === code);
    return listed(parts.map(({ name }) => name));
  }
  const members = epciMembers(code);
  const departements = [...new Set(members.map(departementCode))].sort();
  return `${members.length} communes, ${listed(departements.flatMap((each) => departementName(each) ?? []))}`;
}
