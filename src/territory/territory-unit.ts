import { type CommuneRecord, communeRegister } from './commune-register.ts';
import { departementName, epciMembers, type Grouping } from './groupings.ts';
import type { Commune } from './territory.ts';

export type UnitKind = 'commune' | 'epci' | 'departement' | 'region';

/** A place that a booklet can name: its code, and the words that tell it from its namesakes. */
export interface TerritoryUnit {
  readonly kind: UnitKind;
  readonly code: string;
  /** As printed. */
  readonly name: string;
  /** Département of a commune; empty for the others. */
  readonly detail: string;
  /** For a former commune: today's commune that it stands in. */
  readonly today?: Commune;
}

const kindWords: Readonly<Record<UnitKind, string>> = {
  commune: 'commune',
  epci: 'EPCI',
  departement: 'département',
  region: 'région',
};

/** The unit of a line of the register of communes. */
export function communeUnit(record: CommuneRecord): TerritoryUnit {
  const unit = {
    kind: 'commune' as const,
    code: record.code,
    name: record.name,
    detail: departementName(record.departement) ?? '',
  };
  const isMember = record.kind === 'commune-actuelle' || record.kind === 'arrondissement-municipal';
  return isMember
    ? unit
    : { ...unit, today: communeRegister().today(record.partOf ?? record.code) };
}

/** The unit of an EPCI, a département or a région. */
export function groupingUnit(kind: UnitKind, { code, name }: Grouping): TerritoryUnit {
  return { kind, code, name, detail: '' };
}

/** Communes of today that a unit is made of. */
export function unitCommunes(unit: TerritoryUnit): readonly Commune[] {
  const register = communeRegister();
  if (unit.kind === 'departement' || unit.kind === 'region') {
    return register.inside(unit.kind, unit.code);
  }
  if (unit.kind === 'epci') {
    return epciMembers(unit.code).flatMap((code) => register.today(code) ?? []);
  }
  const district = register
    .records(unit.code)
    .find(({ kind }) => kind === 'arrondissement-municipal');
  return [district ?? unit.today ?? register.today(unit.code) ?? []].flat();
}

/** The unit as a message shows it, which can be pasted back into a booklet: "Redon (35236, Ille-et-Vilaine)". */
export function unitLabel(unit: TerritoryUnit): string {
  if (unit.kind !== 'commune') return `${unit.name} (${kindWords[unit.kind]} ${unit.code})`;
  return `${unit.name} (${[unit.code, unit.detail].filter(Boolean).join(', ')})`;
}
