import type { Service } from '../feed/service.ts';
import { foldName } from '../territory/fold-name.ts';
import type { Commune, Territory } from '../territory/territory.ts';
import type { Place } from './chosen.ts';

/** Finds the commune that a service stands in. */
export type PlaceFinder = (service: Service, located: Commune | undefined) => Place | undefined;

/** Prepares the search; names are matched only where no code says the commune. */
export function makePlaceFinder(territory: Territory): PlaceFinder {
  const byCode = new Map<string, Place>();
  const byWritten = new Map<string, Place | undefined>();
  const byName = uniqueNames(territory);
  return ({ address: { insee, commune: written } }, located) => {
    if (located) return placeOf(located, byCode);
    const address = `${insee ?? ''} ${written ?? ''}`;
    if (!byWritten.has(address)) {
      const commune =
        codedCommune(insee, written, territory) ?? namedCommune(insee, written, byName);
      byWritten.set(address, commune ? placeOf(commune, byCode) : writtenPlace(insee, written));
    }
    return byWritten.get(address);
  };
}

/** The place of a commune, one object for each. */
export function placeOf({ code, name }: Commune, byCode: Map<string, Place>): Place {
  const known = byCode.get(code);
  if (known) return known;
  const place = { key: code, code, name };
  byCode.set(code, place);
  return place;
}

/**
 * A commune of the territory is named by it. Elsewhere (a service from outside, a disc) the address
 * is believed: a booklet of one polygon then never opens the register of communes.
 */
function codedCommune(
  insee: string | undefined,
  written: string | undefined,
  territory: Territory,
): Commune | undefined {
  if (!insee) return undefined;
  return territory.communes.get(insee) ?? (written ? undefined : territory.commune(insee));
}

/** A code from elsewhere is no commune of the territory, even of the same name. */
function namedCommune(
  insee: string | undefined,
  written: string | undefined,
  byName: ReadonlyMap<string, Commune>,
): Commune | undefined {
  return insee || !written ? undefined : byName.get(foldName(written));
}

/** A name is part of the key: what two addresses call otherwise under one code stays apart. */
function writtenPlace(insee: string | undefined, written: string | undefined): Place | undefined {
  if (!written) return undefined;
  const key = foldName(`${insee ?? ''} ${written}`).replaceAll(' ', '-');
  return { key, code: insee, name: written };
}

function uniqueNames(territory: Territory): ReadonlyMap<string, Commune> {
  const byName = new Map<string, Commune>();
  const twins = new Set<string>();
  for (const commune of territory.communes.values()) {
    const key = foldName(commune.name);
    if (byName.has(key)) twins.add(key);
    byName.set(key, commune);
  }
  for (const key of twins) byName.delete(key);
  return byName;
}
