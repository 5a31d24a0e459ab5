import type { PdfReader } from './pdf-reader.ts';
import { type PdfDict, PdfRef, PdfText, type PdfValue } from './pdf-values.ts';

/** A page and the object number by which others point to it. */
export interface PageObject {
  readonly id: number;
  readonly dict: PdfDict;
}

/** The pages of a file in order. */
export function pagesOf(reader: PdfReader): readonly PageObject[] {
  const pages: PageObject[] = [];
  const seen = new Set<number>();
  const visit = (node: PdfValue) => {
    if (!(node instanceof PdfRef) || seen.has(node.id)) return;
    seen.add(node.id);
    const dict = reader.dict(node);
    if (!dict) return;
    if (reader.name(dict.get('Type')) === 'Page') pages.push({ id: node.id, dict });
    for (const kid of reader.array(dict.get('Kids'))) visit(kid);
  };
  visit(reader.catalog.get('Pages') ?? null);
  return pages;
}

/** Entries of a name tree as they come: key bytes in Latin-1, value unresolved. */
export function nameTreeEntries(
  reader: PdfReader,
  root: PdfValue | undefined,
): readonly (readonly [string, PdfValue])[] {
  return treeEntries(reader, root, 'Names').map(([key, value]) => [
    key instanceof PdfText ? key.bytes.toString('latin1') : String(key),
    value,
  ]);
}

/** Entries of a number tree. */
export function numberTreeEntries(
  reader: PdfReader,
  root: PdfValue | undefined,
): readonly (readonly [number, PdfValue])[] {
  return treeEntries(reader, root, 'Nums').map(([key, value]) => [Number(key), value]);
}

function treeEntries(
  reader: PdfReader,
  root: PdfValue | undefined,
  leaf: 'Names' | 'Nums',
): readonly (readonly [PdfValue, PdfValue])[] {
  const entries: (readonly [PdfValue, PdfValue])[] = [];
  const visit = (node: PdfValue | undefined, depth: number) => {
    const dict = reader.dict(node);
    if (!dict || depth > 20) return;
    const pairs = reader.array(dict.get(leaf));
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      entries.push([reader.resolve(pairs[at]), pairs[at + 1] as PdfValue]);
    }
    for (const kid of reader.array(dict.get('Kids'))) visit(kid, depth + 1);
  };
  visit(root, 0);
  return entries;
}
