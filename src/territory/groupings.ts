import { foldName, typographic } from './fold-name.ts';
import { type JsonLines, openJsonLines, readJsonRecords } from './json-lines.ts';

/** An EPCI, a département or a région. */
export interface Grouping {
  readonly code: string;
  /** As printed: "Redon Agglomération", "Communauté de communes du Pays de Craon". */
  readonly name: string;
  /** Folded forms under which it is found. */
  readonly keys: readonly string[];
  /** Code of the région, for a département. */
  readonly region?: string;
}

interface RawDivision {
  readonly code: string;
  readonly nom: string;
  readonly region?: string;
}

interface RawEpci {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string }[];
}

const legalForms: readonly (readonly [RegExp, string])[] = [
  [/^CC /, 'Communauté de communes '],
  [/^CA /, 'Communauté d’agglomération '],
  [/^CU /, 'Communauté urbaine '],
];
const alreadySaid = /agglo|communauté|métropole/i;
const particle = /^(de la |de l |de l'|de l’|du |des |de |d'|d’|la |le |les |l'|l’)/i;

const memberCode = /"code":"(\w{5})"/g;

let epciLines: JsonLines | undefined;
let epcis: readonly Grouping[] | undefined;
let epciByCommune: ReadonlyMap<string, string> | undefined;
let epts: readonly RawEpci[] | undefined;
let departementList: readonly Grouping[] | undefined;
let departementNames: ReadonlyMap<string, string> | undefined;
let regionList: readonly Grouping[] | undefined;

/** Printed name of an EPCI: its legal form in full, or left out where its name says it already. */
export function printedEpciName(official: string): string {
  for (const [short, long] of legalForms) {
    if (!short.test(official)) continue;
    const rest = official.replace(short, '');
    return typographic(alreadySaid.test(rest) ? rest : long + rest);
  }
  return typographic(official);
}

/** Every EPCI that levies its own tax, and the territories of Greater Paris. */
export function allEpcis(): readonly Grouping[] {
  epcis ??= [
    ...epciFile()
      .names()
      .map(({ code, name }) => epciGrouping(code, name)),
    ...eptFile().map(({ code, nom }) => epciGrouping(code, nom)),
  ];
  return epcis;
}

/** INSEE codes of the communes of an EPCI. */
export function epciMembers(siren: string): readonly string[] {
  const offset = epciFile().offsetsOf(siren)[0];
  const epci =
    offset === undefined
      ? eptFile().find(({ code }) => code === siren)
      : (epciFile().record(offset) as RawEpci);
  return epci ? epci.membres.map(({ code }) => code) : [];
}

/** The EPCI of a commune of today. */
export function epciOfCommune(code: string): Grouping | undefined {
  epciByCommune ??= readMemberships();
  const siren = epciByCommune.get(code);
  return siren === undefined ? undefined : epciNamed(siren);
}

/** The EPCI of this SIREN. */
export function epciNamed(siren: string): Grouping | undefined {
  return allEpcis().find(({ code }) => code === siren);
}

/** Départements and overseas collectivities. */
export function allDepartements(): readonly Grouping[] {
  departementList ??= smallFile('departements.json');
  return departementList;
}

/** Name of a département. */
export function departementName(code: string): string | undefined {
  departementNames ??= new Map(allDepartements().map((each) => [each.code, each.name]));
  return departementNames.get(code);
}

/** Département that a code of commune begins with: two characters, three overseas. */
export function departementCode(insee: string): string {
  return insee.slice(0, /^9[78]/.test(insee) ? 3 : 2);
}

/** Régions and overseas collectivities. */
export function allRegions(): readonly Grouping[] {
  regionList ??= smallFile('regions.json');
  return regionList;
}

function epciFile(): JsonLines {
  epciLines ??= openJsonLines('epci.json');
  return epciLines;
}

function eptFile(): readonly RawEpci[] {
  epts ??= readJsonRecords<RawEpci>('ept.json');
  return epts;
}

function epciGrouping(code: string, official: string): Grouping {
  const rest = legalForms.reduce((name, [short]) => name.replace(short, ''), official);
  const name = printedEpciName(official);
  const keys = [official, name, rest, rest.replace(particle, '')].map(foldName);
  return { code, name, keys: [...new Set(keys)] };
}

function readMemberships(): ReadonlyMap<string, string> {
  const lines = epciFile();
  const byCommune = new Map<string, string>();
  for (const { code, offset } of lines.names()) {
    for (const match of lines.line(offset).matchAll(memberCode)) {
      byCommune.set(match[1] as string, code);
    }
  }
  return byCommune;
}

function smallFile(file: string): readonly Grouping[] {
  return readJsonRecords<RawDivision>(file).map(({ code, nom, region }) => ({
    code,
    name: typographic(nom),
    keys: [foldName(nom)],
    region,
  }));
}
