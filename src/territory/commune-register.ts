import { foldName, typographic } from './fold-name.ts';
import { departementCode, departementName } from './groupings.ts';
import { type JsonLines, openJsonLines } from './json-lines.ts';
import type { Commune } from './territory.ts';

/** How a code stands in the register. */
export type CommuneKind =
  | 'commune-actuelle'
  | 'commune-deleguee'
  | 'commune-associee'
  | 'arrondissement-municipal';

/** A line of the register: a commune of today, a former one or an arrondissement of a big city. */
export interface CommuneRecord extends Commune {
  readonly kind: CommuneKind;
  /** Code of today's commune when this is not one. */
  readonly partOf?: string;
}

/** A name of the register and its folded key; `offset` leads to the record. */
export interface CommuneName {
  readonly code: string;
  readonly name: string;
  readonly key: string;
  readonly offset: number;
}

/** The communes of France, read as they are asked for. */
export interface CommuneRegister {
  /** Records under a code: a commune of today and one of its former communes may share it. */
  records(code: string): readonly CommuneRecord[];
  /** Today's commune of a code, former ones followed. */
  today(code: string): Commune | undefined;
  /** Communes of today in a département or a région, in order of code. */
  inside(level: 'departement' | 'region', code: string): readonly Commune[];
  /** Communes of today that the post knows under this code. */
  withPostcode(postcode: string): readonly CommuneRecord[];
  names(): readonly CommuneName[];
  recordOf(name: CommuneName): CommuneRecord;
}

interface RawCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: CommuneKind;
  readonly departement: string;
  readonly region: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
  readonly chefLieu?: string;
  readonly commune?: string;
}

/** Codes of Corsican communes began with 20 until 1976. */
const formerCorsica = '20';

let register: CommuneRegister | undefined;

/** The register, kept for the life of the process: it is 9 MB that most booklets read a few lines of. */
export function communeRegister(): CommuneRegister {
  register ??= makeRegister(openJsonLines('communes.json'));
  return register;
}

/** Today's commune of a code; codes of no département, as invented ones are, leave the register shut. */
export function communeToday(code: string): Commune | undefined {
  const departement = departementCode(code);
  if (departement !== formerCorsica && departementName(departement) === undefined) return undefined;
  return communeRegister().today(code);
}

function makeRegister(lines: JsonLines): CommuneRegister {
  const recordsByCode = new Map<string, readonly CommuneRecord[]>();
  let former: ReadonlyMap<string, string> | undefined;
  let names: readonly CommuneName[] | undefined;

  function records(code: string): readonly CommuneRecord[] {
    let known = recordsByCode.get(code);
    if (!known) {
      known = lines.offsetsOf(code).map((offset) => recordAt(lines, offset));
      recordsByCode.set(code, known);
    }
    return known;
  }

  function today(code: string): Commune | undefined {
    const found = records(code);
    const current = found.find(({ kind }) => kind === 'commune-actuelle');
    if (current) return current;
    former ??= found.length > 0 ? former : formerCodes(lines);
    const next = found[0]?.partOf ?? former?.get(code);
    return next && next !== code ? today(next) : undefined;
  }

  return {
    records,
    today,
    inside: (level, code) =>
      lines
        .find(`"${level}":"${code}"`)
        .map((offset) => recordAt(lines, offset))
        .filter(({ kind }) => kind === 'commune-actuelle'),
    withPostcode: (postcode) =>
      lines
        .find(`"${postcode}"`)
        .map((offset) => recordAt(lines, offset))
        .filter(
          ({ kind, postcodes }) => kind === 'commune-actuelle' && postcodes.includes(postcode),
        ),
    names: () => {
      names ??= foldedNames(lines);
      return names;
    },
    recordOf: ({ offset }) => recordAt(lines, offset),
  };
}

function recordAt(lines: JsonLines, offset: number): CommuneRecord {
  const raw = lines.record(offset) as RawCommune;
  return {
    code: raw.code,
    name: typographic(raw.nom),
    departement: raw.departement,
    region: raw.region,
    population: raw.population,
    postcodes: raw.codesPostaux ?? [],
    kind: raw.type,
    partOf: raw.chefLieu ?? raw.commune,
  };
}

/** Codes that no line has any more, each with the commune that took it in. */
function formerCodes(lines: JsonLines): ReadonlyMap<string, string> {
  const former = new Map<string, string>();
  for (const offset of lines.find('"anciensCodes":[')) {
    const raw = lines.record(offset) as RawCommune;
    for (const code of raw.anciensCodes ?? []) former.set(code, raw.code);
  }
  return former;
}

/** Folds all names in one pass: 37,590 separate ones take ten times as long. */
function foldedNames(lines: JsonLines): readonly CommuneName[] {
  const names = lines.names();
  const keys = foldName(names.map(({ name }) => name).join('\n')).split('\n');
  return names.map((name, index) => ({ ...name, key: keys[index] as string }));
}
