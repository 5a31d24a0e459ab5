import type { Chosen } from './chosen.ts';
import type { Rank } from './collation.ts';
import type { IndexLetter, IndexTerm } from './directory.ts';
import { indexForm } from './index-form.ts';
import { indexLetters } from './index-letters.ts';
import type { Numbered } from './number-entries.ts';

interface Homonyms {
  readonly name: string;
  /** Anchors by commune: namesakes of one commune share a line. */
  readonly byCommune: Map<string, { readonly commune?: string; readonly anchors: string[] }>;
}

/** Index of names, article behind; a name printed in several communes says which. */
export function nameIndex({ entries, chosen }: Numbered, rank: Rank): readonly IndexLetter[] {
  const names = new Map<string, Homonyms>();
  for (const [index, { anchor, service }] of entries.entries()) {
    const { place } = chosen[index] as Chosen;
    let homonyms = names.get(service.name);
    if (!homonyms) {
      homonyms = { name: service.name, byCommune: new Map() };
      names.set(service.name, homonyms);
    }
    const known = homonyms.byCommune.get(place?.key ?? '');
    if (known) known.anchors.push(anchor);
    else homonyms.byCommune.set(place?.key ?? '', { commune: place?.name, anchors: [anchor] });
  }
  return indexLetters([...names.values()].flatMap(nameTerms), rank);
}

function nameTerms({ name, byCommune }: Homonyms): readonly IndexTerm[] {
  const text = indexForm(name);
  const several = byCommune.size > 1;
  return [...byCommune.values()].map(({ commune, anchors }) => ({
    text,
    sortKey: text,
    anchors,
    ...(several && commune ? { detail: commune } : {}),
  }));
}
