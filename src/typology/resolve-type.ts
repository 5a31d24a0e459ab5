import { distance } from 'fastest-levenshtein';
import type { ServiceType, TypeResolution, Typology } from './typology.ts';
import { typesNamed, type WordIndex } from './word-index.ts';
import { foldWord, wordKey } from './word-key.ts';

const mostSuggestions = 4;

/** Finds today's type for a word; "category > word" narrows a word that several types share. */
export function resolveTypeWord(
  typology: Typology,
  word: string,
  index: () => WordIndex,
): TypeResolution {
  const exact = typology.type(word.trim());
  // The index costs some 15 ms: a feed that writes ids never needs it.
  const named = exact ? [exact] : typesNamed(index(), word);
  const matches = named.length > 0 ? named : qualified(typology, index(), word);
  const today = [...new Set(matches.map((type) => successorOf(typology, type)))];
  const [type, ...others] = today;
  if (!type) return { kind: 'unknown', nearest: nearestTypes(typology, word) };
  if (others.length > 0) return { kind: 'ambiguous', types: today };
  const replaced = matches.includes(type) ? undefined : matches[0];
  return replaced ? { kind: 'found', type, replaced } : { kind: 'found', type };
}

/** Today's type for a type: its last successor, or itself. */
export function successorOf(typology: Typology, type: ServiceType): ServiceType {
  const passed = new Set<string>();
  let today = type;
  while (today.successor) {
    if (passed.has(today.id)) throw new Error(`successors of ${type.id} run in a circle`);
    passed.add(today.id);
    const next = typology.type(today.successor.id);
    if (!next) throw new Error(`unknown successor of ${today.id}: ${today.successor.id}`);
    today = next;
  }
  return today;
}

function qualified(typology: Typology, index: WordIndex, word: string): readonly ServiceType[] {
  const parts = word.split(/[/>]/).map((part) => part.trim());
  const last = parts.pop();
  if (!last || parts.length === 0) return [];
  const key = wordKey(last);
  const named = [...(index.own.get(key) ?? []), ...(index.loose.get(key) ?? [])];
  const inside = named.filter((type) => parts.every((part) => standsIn(typology, type, part)));
  return [...new Set(inside)];
}

function standsIn(typology: Typology, type: ServiceType, heading: string): boolean {
  const slug = type.category.slice(type.theme.length + 1);
  return (
    typology.resolveTheme(heading)?.id === type.theme ||
    typology.resolveCategory(heading)?.id === type.category ||
    wordKey(heading) === wordKey(slug)
  );
}

/** Types of today whose name is close to a misspelt word, nearest first. */
function nearestTypes(typology: Typology, word: string): ServiceType[] {
  const folded = foldWord(word).slice(0, 80);
  if (folded === '') return [];
  const best = new Map<ServiceType, number>();
  for (const type of typology.types) {
    const score = nearness(type, folded);
    const today = successorOf(typology, type);
    if (score <= 0.4) best.set(today, Math.min(score, best.get(today) ?? 1));
  }
  const sorted = [...best].sort((a, b) => a[1] - b[1] || a[0].order - b[0].order);
  return sorted.slice(0, mostSuggestions).map(([type]) => type);
}

/** 0 for the same word, 1 for nothing in common; a name that begins or ends with the word is near. */
function nearness(type: ServiceType, folded: string): number {
  let best = 1;
  for (const name of [type.label.singular, type.label.plural, type.id, ...type.synonyms]) {
    const other = foldWord(name);
    const whole = distance(folded, other) / Math.max(folded.length, other.length);
    const part = folded.length >= 4 && ` ${other}`.includes(` ${folded}`) ? 0.3 : 1;
    best = Math.min(best, whole, part);
  }
  return best;
}
