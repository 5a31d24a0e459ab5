import type { FoldedName } from './nearest-types.ts';
import { successorOf } from './successor-of.ts';
import { looseNames, ownNames } from './type-names.ts';
import type { Category, ServiceType, Theme, Typology } from './typology.ts';
import { foldWord, wordKey } from './word-key.ts';

/** Types by the key of each word that names them. */
export interface WordIndex {
  readonly own: ReadonlyMap<string, readonly ServiceType[]>;
  readonly loose: ReadonlyMap<string, readonly ServiceType[]>;
  readonly foldedNames: readonly FoldedName[];
}

/** Indexes types by every word that finds them. */
export function indexTypes({ types, type }: Pick<Typology, 'types' | 'type'>): WordIndex {
  let folded: readonly FoldedName[] | undefined;
  return {
    own: indexBy(types, ownNames),
    loose: indexBy(types, looseNames),
    get foldedNames() {
      folded ??= types.flatMap((one) => foldNames(one, successorOf(one, { type })));
      return folded;
    },
  };
}

/** Types that a word names; labels are tried before acronyms and synonyms. */
export function typesNamed(index: WordIndex, word: string): readonly ServiceType[] {
  const key = wordKey(word);
  return index.own.get(key) ?? index.loose.get(key) ?? [];
}

/** Themes or categories by the key of their id and label; what two of them share finds neither. */
export function indexHeadings<T extends Theme | Category>(headings: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  const shared = new Set<string>();
  for (const heading of headings) {
    for (const key of new Set([wordKey(heading.id), wordKey(heading.label)])) {
      if (found.has(key)) shared.add(key);
      found.set(key, heading);
    }
  }
  for (const key of shared) found.delete(key);
  return found;
}

function foldNames(type: ServiceType, today: ServiceType): FoldedName[] {
  const names = [...ownNames(type), ...type.synonyms].map(foldWord);
  return [...new Set(names)].map((name) => ({ name, type: today }));
}

function indexBy(
  types: readonly ServiceType[],
  names: (type: ServiceType) => readonly string[],
): Map<string, ServiceType[]> {
  const index = new Map<string, ServiceType[]>();
  for (const type of types) {
    for (const key of new Set(names(type).map(wordKey))) {
      if (key === '') continue;
      const known = index.get(key);
      if (known) known.push(type);
      else index.set(key, [type]);
    }
  }
  return index;
}
