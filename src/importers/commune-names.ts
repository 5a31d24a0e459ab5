import { createRequire } from 'node:module';

interface CommuneRecord {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
}

let names: Map<string, string[]> | undefined;

/** Official spellings of the communes, of today and before, that a code has. */
function namesOf(code: string): readonly string[] {
  if (names === undefined) {
    const load = createRequire(import.meta.url);
    const records = load('@etalab/decoupage-administratif/data/communes.json') as CommuneRecord[];
    names = new Map();
    for (const { code: key, nom } of records) names.set(key, [...(names.get(key) ?? []), nom]);
  }
  return names.get(code) ?? [];
}

/** The official spelling of a commune's name when it is the same name ("AMBERIEU-EN-BUGEY", 01004); else undefined. */
export function officialCommune(name: string, insee: string): string | undefined {
  const wanted = foldCommune(name);
  return namesOf(insee.padStart(5, '0'))
    .find((official) => foldCommune(official) === wanted)
    ?.replaceAll("'", '’');
}

function foldCommune(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(es?)?\b/g, 'saint$1')
    .trim();
}
