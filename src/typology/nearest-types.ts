import { distance } from 'fastest-levenshtein';
import type { ServiceType } from './typology.ts';
import { foldWord } from './word-key.ts';

/** A name of a type, folded, and the type of today that it leads to. */
export interface FoldedName {
  readonly name: string;
  readonly type: ServiceType;
}

const mostSuggestions = 4;
/** Share of a name that may differ: 0 for the same word, 1 for nothing in common. */
const farthest = 0.4;
/** A name that holds the word whole is nearer than most misspellings. */
const partOfName = 0.3;
const longestWord = 80;

/** Types of today whose name is close to a misspelt word, nearest first. */
export function nearestTypes(names: readonly FoldedName[], word: string): ServiceType[] {
  const folded = foldWord(word.slice(0, 2 * longestWord)).slice(0, longestWord);
  if (folded === '') return [];
  const best = new Map<ServiceType, number>();
  for (const { name, type } of names) {
    const score = farness(name, folded);
    if (score <= farthest && score < (best.get(type) ?? 1)) best.set(type, score);
  }
  const sorted = [...best].sort((a, b) => a[1] - b[1] || a[0].order - b[0].order);
  return sorted.slice(0, mostSuggestions).map(([type]) => type);
}

function farness(name: string, folded: string): number {
  const long = Math.max(name.length, folded.length);
  // Lengths alone rule out most names, and the distance is what costs.
  const near = long - Math.min(name.length, folded.length) <= farthest * long;
  const whole = near ? distance(folded, name) / long : 1;
  if (whole <= partOfName || folded.length < 4 || name.length <= folded.length) return whole;
  const isPart = name.startsWith(folded) || name.includes(` ${folded}`);
  return isPart ? partOfName : whole;
}
