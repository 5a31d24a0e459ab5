import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Chosen } from './chosen.ts';
import { compareCodes, frenchRanks, type Rank } from './collation.ts';
import { indexForm } from './index-form.ts';

interface Ranked {
  readonly chosen: Chosen;
  readonly name: number;
  readonly commune: number;
  readonly postcode: string;
}

/** Ranks the names and communes of services as an index prints them: for sorting and for both indexes. */
export function rankChosen(chosen: readonly Chosen[]): Rank {
  const forms = new Set<string>();
  for (const { service, place, serving } of chosen) {
    forms.add(indexForm(service.name));
    if (place) forms.add(indexForm(place.name));
    for (const { name } of serving) forms.add(indexForm(name));
  }
  return frenchRanks(forms);
}

/** Sorts services as a booklet asks; namesakes by commune, then by id, so that no order is left to chance. */
export function sortChosen(
  chosen: readonly Chosen[],
  sort: BookletSpec['sort'],
  rank: Rank,
): readonly Chosen[] {
  const ranked = chosen.map((one): Ranked => {
    const { service, place } = one;
    return {
      chosen: one,
      name: rank(indexForm(service.name)),
      commune: place ? rank(indexForm(place.name)) : Infinity,
      postcode: service.address.postcode ?? '~',
    };
  });
  return ranked.sort(comparers[sort]).map((each) => each.chosen);
}

const comparers: Readonly<Record<BookletSpec['sort'], (one: Ranked, other: Ranked) => number>> = {
  name: byName,
  commune: (one, other) => ordered(one.commune, other.commune) || byName(one, other),
  postcode: (one, other) => compareCodes(one.postcode, other.postcode) || byName(one, other),
};

function byName(one: Ranked, other: Ranked): number {
  return (
    one.name - other.name ||
    ordered(one.commune, other.commune) ||
    compareCodes(one.chosen.service.id, other.chosen.service.id)
  );
}

/** Infinity less itself is not a number. */
function ordered(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
