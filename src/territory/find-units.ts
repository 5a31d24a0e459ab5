import { communeRegister } from './commune-register.ts';
import { foldName, softFold } from './fold-name.ts';
import { allDepartements, allEpcis, allRegions, type Grouping } from './groupings.ts';
import {
  communeUnit,
  groupingUnit,
  type TerritoryUnit,
  type UnitKind,
  unitLabel,
} from './territory-unit.ts';

const groupingLists = {
  departement: allDepartements,
  region: allRegions,
  epci: allEpcis,
} as const;

const bareKinds = ['departement', 'epci', 'commune'] as const;

/** Units of a code: a bare one of two characters is a département, never a région. */
export function unitsByCode(code: string, kind?: UnitKind): readonly TerritoryUnit[] {
  return (kind ? [kind] : bareKinds).flatMap((each) => unitsOfKind(code, each));
}

function unitsOfKind(code: string, kind: UnitKind): readonly TerritoryUnit[] {
  if (!codeShapes[kind].test(code)) return [];
  if (kind === 'commune') return communesByCode(code.toUpperCase());
  return groupingLists[kind]()
    .filter((grouping) => grouping.code === code.toUpperCase())
    .map((grouping) => groupingUnit(kind, grouping));
}

const codeShapes: Readonly<Record<UnitKind, RegExp>> = {
  commune: /^\d[\dAB]\d{3}$/i,
  epci: /^\d{9}$/,
  departement: /^(\d[\dAB]|\d{3})$/i,
  region: /^(\d{2}|\d{3})$/,
};

/** Whether a word is written as a code, right or wrong. */
export function looksLikeCode(word: string): boolean {
  return /^(\d+|\d[AB]\d*)$/i.test(word);
}

function communesByCode(code: string): readonly TerritoryUnit[] {
  const register = communeRegister();
  const records = register.records(code);
  const record = records.find(({ kind }) => kind === 'commune-actuelle') ?? records[0];
  if (record) return [communeUnit(record)];
  const today = register.today(code);
  if (!today) return [];
  return [{ kind: 'commune', code, name: code, detail: '', today }];
}

/** Units of a name, the best spelt ones alone; former communes only where nothing of today answers. */
export function unitsByName(written: string, kind?: UnitKind): readonly TerritoryUnit[] {
  const [, name, qualifier] = /^(.*?)\s*(?:\(([^()]*)\))?$/.exec(written) ?? [written, written];
  const found = namedUnits(name as string, kind);
  const qualified = qualifier ? found.filter((unit) => answersTo(unit, qualifier)) : found;
  const current = qualified.filter(({ today }) => !today);
  const candidates = distinctPlaces(current.length > 0 ? current : qualified);
  const sameSpelling = candidates.filter(
    (unit) => softFold(unit.name) === softFold(name as string),
  );
  return sameSpelling.length > 0 ? sameSpelling : candidates;
}

function namedUnits(name: string, kind: UnitKind | undefined): readonly TerritoryUnit[] {
  const key = foldName(name);
  if (key === '') return [];
  const kinds = kind ? [kind] : (['departement', 'region', 'epci', 'commune'] as const);
  return kinds.flatMap((each) => {
    if (each === 'commune') return communesNamed(key);
    return groupingLists[each]()
      .filter(({ keys }) => keys.includes(key))
      .map((grouping) => groupingUnit(each, grouping));
  });
}

function communesNamed(key: string): readonly TerritoryUnit[] {
  const register = communeRegister();
  return register
    .names()
    .filter((name) => name.key === key)
    .map((name) => communeUnit(register.recordOf(name)));
}

/** "Vienne (38)", "Saint-Denis (Réunion)" and any label of a message tell namesakes apart. */
function answersTo(unit: TerritoryUnit, qualifier: string): boolean {
  const departement =
    unit.kind === 'commune' ? unit.code.slice(0, 3).replace(/^(?!9[78])(..)./, '$1') : '';
  const known = ` ${foldName(`${unitLabel(unit)} ${unit.detail} ${departement}`)} `;
  return qualifier.split(',').every((part) => known.includes(` ${foldName(part)} `));
}

/** Of two units that hold the same communes under one name, keeps the smaller: Mayotte, Paris. */
function distinctPlaces(units: readonly TerritoryUnit[]): readonly TerritoryUnit[] {
  const communes = new Set(units.map((unit) => unit.today?.code ?? unit.code));
  const distinct = units.filter((unit, index) => {
    const code = unit.today?.code ?? unit.code;
    return units.findIndex((other) => (other.today?.code ?? other.code) === code) === index;
  });
  return distinct.filter((unit) => {
    const only = onlyPart(unit);
    return only === undefined || !communes.has(only);
  });
}

/** Code of the one part that a région or département has, if it has one only. */
function onlyPart({ kind, code }: TerritoryUnit): string | undefined {
  if (kind === 'region') {
    const parts = allDepartements().filter(({ region }) => region === code);
    return parts.length === 1 ? (parts[0] as Grouping).code : undefined;
  }
  if (kind !== 'departement') return undefined;
  const parts = communeRegister().inside('departement', code);
  return parts.length === 1 ? parts[0]?.code : undefined;
}
