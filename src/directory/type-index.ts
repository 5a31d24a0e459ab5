import { foldName } from '../territory/fold-name.ts';
import type { ServiceType, Typology } from '../typology/typology.ts';
import type { Chosen } from './chosen.ts';
import { compareFrench, frenchRanks } from './collation.ts';
import type { IndexLetter, IndexTerm } from './directory.ts';
import { indexForm } from './index-form.ts';
import { indexLetters } from './index-letters.ts';
import type { Numbered } from './number-entries.ts';
import { shortLabel, typeReferences } from './type-references.ts';

/**
 * Index of types in the plural, each with its neighbours; needs, old names and other words refer to
 * them: "Carte d’identité, voir Mairies". `language` (BCP 47) is that of the needs.
 */
export function typeIndex(
  { entries, chosen }: Numbered,
  typology: Typology,
  language: string,
): readonly IndexLetter[] {
  const anchors = new Map<ServiceType, string[]>();
  for (const [index, { anchor }] of entries.entries()) {
    for (const type of (chosen[index] as Chosen).types) {
      const known = anchors.get(type);
      if (known) known.push(anchor);
      else anchors.set(type, [anchor]);
    }
  }
  const terms = mergedTerms(anchors, neighbourLabels([...anchors.keys()], typology));
  const references = typeReferences([...anchors.keys()], typology, language);
  const all = [...terms.values(), ...references.filter(({ text }) => !terms.has(foldName(text)))];
  return indexLetters(all, frenchRanks(all.map(({ sortKey }) => sortKey)));
}

/** Two types of one label, as 2008 has one, share a line. */
function mergedTerms(
  anchors: ReadonlyMap<ServiceType, readonly string[]>,
  neighbours: ReadonlyMap<ServiceType, readonly string[]>,
): ReadonlyMap<string, IndexTerm> {
  const terms = new Map<string, IndexTerm>();
  for (const [type, own] of anchors) {
    const text = indexForm(type.label.plural);
    const known = terms.get(foldName(text));
    const merged = [...new Set([...(known?.anchors ?? []), ...own])].sort();
    const near = new Set([...(known?.seeAlso ?? []), ...(neighbours.get(type) ?? [])]);
    near.delete(shortLabel(type));
    const seeAlso = [...near].sort(compareFrench);
    terms.set(foldName(text), {
      text,
      sortKey: text,
      anchors: merged,
      ...(seeAlso.length > 0 ? { seeAlso } : {}),
    });
  }
  return terms;
}

/** Labels of the types that stand close to each type and are printed too. */
function neighbourLabels(
  present: readonly ServiceType[],
  { neighbours = [] }: Typology,
): ReadonlyMap<ServiceType, readonly string[]> {
  const byId = new Map(present.map((type) => [type.id, type]));
  const labels = new Map<ServiceType, string[]>();
  for (const group of neighbours) {
    const printed = group.flatMap((id) => byId.get(id) ?? []);
    for (const type of printed) {
      const others = printed.filter((other) => other !== type);
      const known = labels.get(type) ?? [];
      labels.set(type, [...known, ...others.map(shortLabel)]);
    }
  }
  return labels;
}
