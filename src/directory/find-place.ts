import type { Service } from '../feed/service.ts';
import { foldName } from '../territory/fold-name.ts';
import type { Commune, Territory } from '../territory/territory.ts';
import type { Place } from './chosen.ts';

/** Finds the commune that a service stands in. */
export type PlaceFinder = (service: Service, located: Commune | undefined) => Place | undefined;

/** Prepares the search; names are matched only where no code says the commune. */
export function makePlaceFinder(territory: Territory): PlaceFinder {
  const byCode = new Map<string, Place>();
  const byName = uniqueNames(territory);
  return ({ address }, located) => {
    if (located) return placeOf(located, byCode);
    if (address.insee) {
      const known = byCode.get(address.insee);
      if (known) return known;
      const place = codedPlace(address.insee, address.commune, territory);
      if (place) byCode.set(address.insee, place);
      return place;
    }
    if (!address.commune) return undefined;
    const folded = foldName(address.commune);
    const named = byName.get(folded);
    return named ? placeOf(named, byCode) : { key: `name:${folded}`, name: address.commune };
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

/** A disc or polygon knows no commune: the address is believed, sparing the register of communes. */
function codedPlace(
  insee: string,
  written: string | undefined,
  territory: Territory,
): Place | undefined {
  const today = territory.communes.size > 0 || !written ? territory.commune(insee) : undefined;
  if (today) return { key: today.code, code: today.code, name: today.name };
  return written ? { key: insee, code: insee, name: written } : undefined;
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
