import { nearestTypes } from './nearest-types.ts';
import { successorOf } from './successor-of.ts';
import type { ServiceType, TypeResolution, Typology } from './typology.ts';
import { typesNamed, type WordIndex } from './word-index.ts';
import { wordKey } from './word-key.ts';

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
  const today = [...new Set(matches.map((type) => successorOf(type, typology)))];
  const [type, ...others] = today;
  if (!type) return { kind: 'unknown', nearest: nearestTypes(index().foldedNames, word) };
  if (others.length > 0) return { kind: 'ambiguous', types: today };
  const replaced = matches.includes(type) ? undefined : matches[0];
  return replaced ? { kind: 'found', type, replaced } : { kind: 'found', type };
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
