import type { PdfFile } from './pdf-file.ts';
import { ref } from './syntax.ts';

const branching = 64;

interface Branch {
  readonly id: number;
  readonly first: string;
  readonly last: string;
}

/** Writes a number tree, entries in growing order of key; gives the number of its root. */
export function numberTree(file: PdfFile, entries: readonly (readonly [number, string])[]): number {
  return writeTree(
    file,
    'Nums',
    entries.map(([key, value]) => [String(key), value]),
  );
}

/** Writes a name tree; keys are written strings, in the byte order of what they stand for. */
export function nameTree(file: PdfFile, entries: readonly (readonly [string, string])[]): number {
  return writeTree(file, 'Names', entries);
}

/** Writes the page tree; gives the number of its root. `parentOf` is told the parent of each page. */
export function pageTree(
  file: PdfFile,
  pages: readonly number[],
  parentOf: (page: number, parent: number) => void,
): number {
  const root = file.allocate();
  if (pages.length <= branching) {
    for (const page of pages) parentOf(page, root);
    file.add(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map(ref).join(' ')}]>>`, root);
    return root;
  }
  const span = branching ** Math.ceil(Math.log(pages.length) / Math.log(branching) - 1e-9 - 1);
  const kids = chunks(pages, span).map((chunk) => subtree(file, chunk, root, parentOf));
  file.add(`<</Type/Pages/Count ${pages.length}/Kids[${kids.map(ref).join(' ')}]>>`, root);
  return root;
}

function subtree(
  file: PdfFile,
  pages: readonly number[],
  parent: number,
  parentOf: (page: number, parent: number) => void,
): number {
  const id = file.allocate();
  const parts = pages.length <= branching ? [] : chunks(pages, branching);
  if (parts.length === 0) for (const page of pages) parentOf(page, id);
  const kids = parts.length === 0 ? pages : parts.map((part) => subtree(file, part, id, parentOf));
  return file.add(
    `<</Type/Pages/Parent ${ref(parent)}/Count ${pages.length}/Kids[${kids.map(ref).join(' ')}]>>`,
    id,
  );
}

function writeTree(
  file: PdfFile,
  leaf: 'Nums' | 'Names',
  entries: readonly (readonly [string, string])[],
): number {
  if (entries.length <= branching) return file.add(`<<${leafBody(leaf, entries)}>>`);
  let level: readonly Branch[] = chunks(entries, branching).map((part) => {
    const first = part[0]?.[0] ?? '';
    const last = part.at(-1)?.[0] ?? '';
    const id = file.add(`<</Limits[${first} ${last}]${leafBody(leaf, part)}>>`);
    return { id, first, last };
  });
  while (level.length > branching) {
    level = chunks(level, branching).map((part) => {
      const first = part[0]?.first ?? '';
      const last = part.at(-1)?.last ?? '';
      return { id: file.add(`<</Limits[${first} ${last}]${kidsBody(part)}>>`), first, last };
    });
  }
  return file.add(`<<${kidsBody(level)}>>`);
}

function leafBody(leaf: string, entries: readonly (readonly [string, string])[]): string {
  return `/${leaf}[${entries.map(([key, value]) => `${key} ${value}`).join(' ')}]`;
}

function kidsBody(branches: readonly Branch[]): string {
  return `/Kids[${branches.map(({ id }) => ref(id)).join(' ')}]`;
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size));
  return parts;
}
