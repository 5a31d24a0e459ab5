import { readFileSync } from 'node:fs';
import { resourcePath } from '../resources.ts';
import { resolveTypeWord } from './resolve-type.ts';
import type { Category, Need, ServiceType, Theme, TypeResolution, Typology } from './typology.ts';
import { indexHeadings, indexTypes, type WordIndex } from './word-index.ts';
import { wordKey } from './word-key.ts';

/** What the files of data/typology hold; each file has some of the lists. */
export interface TypologyLists {
  readonly themes: readonly Theme[];
  readonly categories: readonly Category[];
  readonly types: readonly ServiceType[];
  readonly needs?: readonly Need[];
  readonly neighbours?: readonly (readonly string[])[];
  readonly unprinted?: readonly string[];
}

const files = ['themes.json', 'types-2008.json', 'extension.json', 'needs.json'];

let shipped: Typology | undefined;

/** The typology that ships with the package, read once. */
export function loadTypology(): Typology {
  shipped ??= createTypology(readLists(files));
  return shipped;
}

/** A typology over given lists: sorts them and answers by id and by word. */
export function createTypology(lists: TypologyLists): Typology {
  const sorted = sortLists(lists);
  const themes = byId(sorted.themes);
  const categories = byId(sorted.categories);
  const types = byId(sorted.types);
  const themeWords = indexHeadings(sorted.themes);
  const categoryWords = indexHeadings(sorted.categories);
  let words: WordIndex | undefined;
  const resolved = new Map<string, TypeResolution>();
  const typology: Typology = {
    ...sorted,
    theme: (id) => themes.get(id),
    category: (id) => categories.get(id),
    type: (id) => types.get(id),
    resolveTheme: (word) => themeWords.get(wordKey(word)),
    resolveCategory: (word) => categories.get(word) ?? findCategory(typology, categoryWords, word),
    resolveType(word) {
      const known = resolved.get(word);
      if (known) return known;
      const resolution = resolveTypeWord(typology, word, () => {
        words ??= indexTypes(typology);
        return words;
      });
      resolved.set(word, resolution);
      return resolution;
    },
  };
  return typology;
}

function readLists(names: readonly string[]): TypologyLists {
  const read = names.map(
    (file) =>
      JSON.parse(
        readFileSync(resourcePath('data', 'typology', file), 'utf8'),
      ) as Partial<TypologyLists>,
  );
  return {
    themes: read.flatMap((lists) => lists.themes ?? []),
    categories: read.flatMap((lists) => lists.categories ?? []),
    types: read.flatMap((lists) => lists.types ?? []),
    needs: read.flatMap((lists) => lists.needs ?? []),
    neighbours: read.flatMap((lists) => lists.neighbours ?? []),
    unprinted: read.flatMap((lists) => lists.unprinted ?? []),
  };
}

function sortLists(lists: TypologyLists): TypologyLists {
  const themes = lists.themes.toSorted(byOrder);
  const themeRank = ranks(themes);
  const categories = lists.categories.toSorted(
    (a, b) => rank(themeRank, a.theme) - rank(themeRank, b.theme) || byOrder(a, b),
  );
  const categoryRank = ranks(categories);
  const types = lists.types.toSorted(
    (a, b) => rank(categoryRank, a.category) - rank(categoryRank, b.category) || byOrder(a, b),
  );
  return { ...lists, themes, categories, types };
}

function byOrder(a: { readonly order: number }, b: { readonly order: number }): number {
  return a.order - b.order;
}

function ranks(sorted: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(sorted.map((heading, place) => [heading.id, place]));
}

function rank(known: ReadonlyMap<string, number>, id: string): number {
  const place = known.get(id);
  if (place === undefined) throw new Error(`unknown theme or category in data/typology: ${id}`);
  return place;
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

/** "Vie pratique/Consommer", "Vie pratique > Consommer" or a label that only one category has. */
function findCategory(
  typology: Typology,
  words: ReadonlyMap<string, Category>,
  word: string,
): Category | undefined {
  const parts = word.split(/[/>]/);
  const category = words.get(wordKey(parts.at(-1) ?? ''));
  if (parts.length === 1) return category;
  const theme = typology.resolveTheme(parts[0] ?? '');
  return category?.theme === theme?.id ? category : undefined;
}
