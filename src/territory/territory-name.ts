import type { TerritorySpec } from '../spec/booklet-spec.ts';
import type { OutlineFile } from './read-outlines.ts';
import type { TerritoryUnit, UnitKind } from './territory-unit.ts';

const mostNames = 6;
const namesBeforeMore = 4;
const mostExclusions = 3;

const plurals: Readonly<Record<UnitKind, string>> = {
  commune: 'communes',
  epci: 'intercommunalités',
  departement: 'départements',
  region: 'régions',
};

/** Name of a territory as printed: the given one, else the names that it is made of, in French. */
export function territoryName(
  spec: TerritorySpec,
  included: readonly TerritoryUnit[],
  excluded: readonly TerritoryUnit[],
  polygon: OutlineFile | undefined,
): string {
  if (spec.name) return spec.name;
  const parts = [
    ...(included.length > 0 ? [unitNames(included) + without(excluded)] : []),
    ...(polygon ? [polygonName(polygon)] : []),
    ...(spec.radius ? [discName(spec.radius)] : []),
  ];
  return listed(parts);
}

/** "Allier, Cantal et Haute-Loire". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} et ${names[names.length - 1]}`;
}

function unitNames(units: readonly TerritoryUnit[]): string {
  const kinds = new Set(units.map(({ kind }) => kind));
  const [kind] = kinds;
  const word = kinds.size === 1 && kind ? plurals[kind] : 'territoires';
  return shortened([...new Set(units.map((unit) => (unit.today ?? unit).name))], word);
}

function shortened(names: readonly string[], word: string): string {
  if (names.length <= mostNames) return listed(names);
  const more = names.length - namesBeforeMore;
  return `${names.slice(0, namesBeforeMore).join(', ')} et ${more} autres ${word}`;
}

function without(excluded: readonly TerritoryUnit[]): string {
  if (excluded.length === 0 || excluded.length > mostExclusions) return '';
  return ` (sauf ${listed([...new Set(excluded.map((unit) => (unit.today ?? unit).name))])})`;
}

function polygonName({ name, outlines }: OutlineFile): string {
  if (name) return name;
  const groupings = new Set(outlines.map(({ epci }) => epci?.name));
  const [grouping] = groupings;
  if (groupings.size === 1 && grouping && outlines.length > 1) return grouping;
  const names = [...new Set(outlines.flatMap((outline) => outline.name ?? []))];
  names.sort(new Intl.Collator('fr').compare);
  return names.length > 0 ? shortened(names, 'communes') : 'Territoire';
}

function discName({ longitude, latitude, km }: NonNullable<TerritorySpec['radius']>): string {
  const north = `${frenchNumber(Math.abs(latitude))}°\u00a0${latitude < 0 ? 'S' : 'N'}`;
  const east = `${frenchNumber(Math.abs(longitude))}°\u00a0${longitude < 0 ? 'O' : 'E'}`;
  return `${frenchNumber(km)}\u00a0km autour de ${north}, ${east}`;
}

function frenchNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000).replace('.', ',');
}
