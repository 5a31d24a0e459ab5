/** French order of words; figures in a name are read as numbers: "Salle 2" before "Salle 10". */
const collator = new Intl.Collator('fr', { numeric: true });

/** Compares two names in French order. */
export function compareFrench(one: string, other: string): number {
  return collator.compare(one, other);
}

/** Place of a text in French order; the text must be one of those that were ranked. */
export type Rank = (text: string) => number;

/**
 * Place of each distinct text in French order; texts that collate alike share one. Each sort then
 * compares integers: the collator is asked once per distinct text and not once per comparison.
 */
export function frenchRanks(texts: Iterable<string>): Rank {
  const distinct = [...new Set(texts)].sort(collator.compare);
  const ranks = new Map<string, number>();
  let rank = 0;
  for (const [index, text] of distinct.entries()) {
    const previous = distinct[index - 1];
    if (previous !== undefined && collator.compare(previous, text) !== 0) rank = index;
    ranks.set(text, rank);
  }
  return (text) => {
    const place = ranks.get(text);
    if (place === undefined) throw new Error(`not ranked: ${text}`);
    return place;
  };
}

/** Order of codes and ids: by character, the same on every machine. */
export function compareCodes(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
