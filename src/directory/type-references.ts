import { foldName } from '../territory/fold-name.ts';
import type { ServiceType, Typology } from '../typology/typology.ts';
import type { IndexTerm } from './directory.ts';
import { indexForm } from './index-form.ts';

/** A word that is no type, and the types that it refers to, the one to turn to first in front. */
interface Word {
  readonly word: string;
  readonly types: readonly ServiceType[];
  /** Only another name: printed where nothing beside it says the same. */
  readonly isSynonym?: boolean;
}

/** A reference to, or beside, a word that starts alike would say the same twice. */
const lettersApart = 4;
const acronym = / \(\p{L}+\)$/u;

/** Terms that only refer to the types printed: needs, old names, other words. */
export function typeReferences(
  present: readonly ServiceType[],
  typology: Typology,
  language: string,
): readonly IndexTerm[] {
  const references = new References();
  for (const word of neededWords(present, typology, language)) references.add(word);
  for (const word of oldNames(present, typology)) references.add(word);
  const unprinted = new Set(typology.unprinted);
  for (const type of present) {
    for (const word of type.synonyms) {
      if (!unprinted.has(word)) references.add({ word, types: [type], isSynonym: true });
    }
  }
  return references.terms();
}

/** The label of a type as a reference prints it, without the acronym of its own line. */
export function shortLabel({ label }: ServiceType): string {
  return indexForm(label.plural.replace(acronym, ''));
}

class References {
  readonly #byKey = new Map<string, { readonly text: string; readonly see: Set<string> }>();
  /** What the words that start alike refer to. */
  readonly #near = new Map<string, Set<string>>();

  add({ word, types, isSynonym = false }: Word): void {
    const text = indexForm(word);
    const key = foldName(text);
    const see = types.map(shortLabel);
    if (key === '' || see.every((label) => start(key) === start(foldName(label)))) return;
    const near = this.#near.get(start(key)) ?? new Set<string>();
    if (isSynonym && see.every((label) => near.has(label))) return;
    this.#near.set(start(key), new Set([...near, ...see]));
    const known = this.#byKey.get(key);
    if (known) for (const label of see) known.see.add(label);
    else this.#byKey.set(key, { text, see: new Set(see) });
  }

  terms(): readonly IndexTerm[] {
    return [...this.#byKey.values()].map(({ text, see }) => ({
      text,
      sortKey: text,
      anchors: [],
      see: [...see],
    }));
  }
}

/** A need none of whose types is printed is left out. */
function* neededWords(
  present: readonly ServiceType[],
  { needs = [] }: Typology,
  language: string,
): Generator<Word> {
  const byId = new Map(present.map((type) => [type.id, type]));
  const base = language.split('-')[0] as string;
  for (const { text, see } of needs) {
    const types = see.flatMap((id) => byId.get(id) ?? []);
    if (types.length === 0) continue;
    yield { word: Object.hasOwn(text, base) ? (text[base] as string) : text.fr, types };
  }
}

function* oldNames(present: readonly ServiceType[], typology: Typology): Generator<Word> {
  const shown = new Set(present);
  const unprinted = new Set(typology.unprinted);
  for (const old of typology.types) {
    if (!old.successor) continue;
    const found = typology.resolveType(old.id);
    if (found.kind !== 'found' || !shown.has(found.type)) continue;
    const types = [found.type];
    yield { word: old.label.plural, types };
    for (const word of old.synonyms) {
      if (!unprinted.has(word)) yield { word, types, isSynonym: true };
    }
  }
}

function start(key: string): string {
  return key.slice(0, lettersApart);
}
