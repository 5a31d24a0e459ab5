import { foldName } from '../territory/fold-name.ts';
import type { ServiceType, Typology } from '../typology/typology.ts';
import type { Chosen } from './chosen.ts';
import { frenchRanks } from './collation.ts';
import type { IndexLetter, IndexTerm } from './directory.ts';
import { indexForm } from './index-form.ts';
import { indexLetters } from './index-letters.ts';
import type { Numbered } from './number-entries.ts';

/** A reference to a word that starts alike would stand beside it. */
const lettersApart = 4;

/** Index of types in the plural; old names and other words refer to them: "ANPE, voir France Travail". */
export function typeIndex(
  { entries, chosen }: Numbered,
  typology: Typology,
): readonly IndexLetter[] {
  const anchors = new Map<ServiceType, string[]>();
  for (const [index, { anchor }] of entries.entries()) {
    for (const type of (chosen[index] as Chosen).types) {
      const known = anchors.get(type);
      if (known) known.push(anchor);
      else anchors.set(type, [anchor]);
    }
  }
  const terms = mergedTerms(anchors);
  const all = [...terms.values(), ...references([...anchors.keys()], terms, typology)];
  return indexLetters(all, frenchRanks(all.map(({ sortKey }) => sortKey)));
}

/** Two types of one label, as 2008 has one, share a line. */
function mergedTerms(
  anchors: ReadonlyMap<ServiceType, readonly string[]>,
): ReadonlyMap<string, IndexTerm> {
  const terms = new Map<string, IndexTerm>();
  for (const [type, own] of anchors) {
    const text = indexForm(type.label.plural);
    const known = terms.get(foldName(text))?.anchors ?? [];
    const merged = [...new Set([...known, ...own])].sort();
    terms.set(foldName(text), { text, sortKey: text, anchors: merged });
  }
  return terms;
}

function references(
  present: readonly ServiceType[],
  terms: ReadonlyMap<string, IndexTerm>,
  typology: Typology,
): readonly IndexTerm[] {
  const targets = new Map<string, { readonly text: string; readonly see: Set<string> }>();
  for (const { word, type } of otherWords(present, typology)) {
    const text = indexForm(word);
    const see = indexForm(type.label.plural);
    const key = foldName(text);
    if (key === '' || terms.has(key) || startsAlike(key, foldName(see))) continue;
    const known = targets.get(key) ?? { text, see: new Set<string>() };
    known.see.add(see);
    targets.set(key, known);
  }
  return [...targets.values()].map(({ text, see }) => ({
    text,
    sortKey: text,
    anchors: [],
    see: [...see].sort(),
  }));
}

function* otherWords(
  present: readonly ServiceType[],
  typology: Typology,
): Generator<{ readonly word: string; readonly type: ServiceType }> {
  const shown = new Set(present);
  for (const type of present) for (const word of type.synonyms) yield { word, type };
  for (const old of typology.types) {
    if (!old.successor) continue;
    const found = typology.resolveType(old.id);
    if (found.kind !== 'found' || !shown.has(found.type)) continue;
    yield { word: old.label.plural, type: found.type };
    for (const word of old.synonyms) yield { word, type: found.type };
  }
}

function startsAlike(one: string, other: string): boolean {
  return one.slice(0, lettersApart) === other.slice(0, lettersApart);
}
