import { compareCodes, frenchRanks, type Rank } from './collation.ts';
import type { IndexLetter, IndexTerm } from './directory.ts';
import { indexLetter } from './index-form.ts';

/** Sorts terms in French order and parts them by letter, "0-9" first, A to Z, then other scripts. */
export function indexLetters(terms: readonly IndexTerm[], rank: Rank): readonly IndexLetter[] {
  const details = frenchRanks(terms.flatMap(({ detail }) => detail ?? []));
  const ranked = terms.map((term) => ({
    term,
    key: rank(term.sortKey),
    detail: term.detail === undefined ? -1 : details(term.detail),
  }));
  ranked.sort(
    (one, other) =>
      one.key - other.key ||
      one.detail - other.detail ||
      compareCodes(one.term.anchors[0] ?? one.term.text, other.term.anchors[0] ?? other.term.text),
  );
  const letters = new Map<string, IndexTerm[]>();
  for (const { term } of ranked) {
    const letter = indexLetter(term.sortKey);
    const terms = letters.get(letter);
    if (terms) terms.push(term);
    else letters.set(letter, [term]);
  }
  return [...letters]
    .sort(([one], [other]) => compareCodes(one, other))
    .map(([letter, terms]) => ({ letter, terms }));
}
