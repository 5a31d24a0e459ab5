import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Chosen } from './chosen.ts';
import { compareCodes, frenchRanks } from './collation.ts';
import { indexForm } from './index-form.ts';

interface Ranked {
  readonly chosen: Chosen;
  readonly name: number;
  readonly commune: number;
  readonly postcode: string;
}

/** Sorts services as a booklet asks; namesakes by commune, then by id, so that no order is left to chance. */
export function sortChosen(
  chosen: readonly Chosen[],
  sort: BookletSpec['sort'],
): readonly Chosen[] {
  const forms = chosen.map(({ service }) => indexForm(service.name));
  const communes = chosen.map(({ place }) => (place ? indexForm(place.name) : ''));
  const nameRank = frenchRanks(forms);
  const communeRank = frenchRanks(communes);
  const ranked = chosen.map((one, index): Ranked => {
    const commune = communeRank(communes[index] as string);
    return {
      chosen: one,
      name: nameRank(forms[index] as string),
      commune: one.place ? commune : Infinity,
      postcode: one.service.address.postcode ?? '~',
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
