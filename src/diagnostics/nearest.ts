import { distance } from 'fastest-levenshtein';

/** Lower case, without accents, blanks and hyphens: what two spellings of one word share. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\s_\-'’]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** The candidate that the word was probably meant to be; undefined when none is close. */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const folded = foldWord(word).slice(0, 100);
  let best: string | undefined;
  let least = 1 + Math.floor(folded.length / 4);
  for (const candidate of candidates) {
    const gap = distance(folded, foldWord(candidate));
    if (gap < least || (gap === least && best === undefined)) {
      best = candidate;
      least = gap;
    }
  }
  return best;
}
