import type { Territory } from '../territory/territory.ts';
import type { Chosen, Place } from './chosen.ts';
import type { Rank } from './collation.ts';
import type { IndexLetter } from './directory.ts';
import { indexForm } from './index-form.ts';
import { indexLetters } from './index-letters.ts';
import type { Numbered } from './number-entries.ts';

interface CommuneLine {
  readonly place: Place;
  readonly anchors: string[];
}

/** Index of communes: the entries that stand in each or serve it; namesakes say their département. */
export function communeIndex(
  { entries, chosen }: Numbered,
  territory: Territory,
  rank: Rank,
): readonly IndexLetter[] {
  const lines = new Map<string, CommuneLine>();
  for (const [index, { anchor }] of entries.entries()) {
    for (const place of placesOf(chosen[index] as Chosen)) {
      const line = lines.get(place.key);
      if (line) line.anchors.push(anchor);
      else lines.set(place.key, { place, anchors: [anchor] });
    }
  }
  const namesakes = countNames([...lines.values()]);
  return indexLetters(
    [...lines.values()].map(({ place, anchors }) => {
      const text = indexForm(place.name);
      const isTwin = (namesakes.get(text) ?? 0) > 1 && place.code !== undefined;
      const detail = isTwin ? territory.departementOf(place.code as string)?.name : undefined;
      return { text, sortKey: text, anchors, ...(detail ? { detail } : {}) };
    }),
    rank,
  );
}

function placesOf({ place, serving }: Chosen): readonly Place[] {
  const isServed = serving.some(({ key }) => key === place?.key);
  return place && !isServed ? [place, ...serving] : serving;
}

function countNames(lines: readonly CommuneLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of lines) {
    const text = indexForm(place.name);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
