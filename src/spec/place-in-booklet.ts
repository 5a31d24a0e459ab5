import { type Diagnostic, DiagnosticList, InputError } from '../diagnostics/diagnostic.ts';
import { whereIs } from './explain-issue.ts';
import { readSource } from './read-source.ts';
import { placeKey, readWritten, type WrittenFile } from './read-written.ts';

/** Keys that say which types are printed: later stages see one list of words. */
const chosen: ReadonlySet<string> = new Set(['types', 'themes']);

/**
 * Gives a line, a column and the key as written to what later stages report of a booklet, of which
 * they know the key only; the file is read again only if there is such a report.
 */
export function placeInBooklet(
  diagnostics: readonly Diagnostic[],
  file: string,
): readonly Diagnostic[] {
  if (!diagnostics.some((diagnostic) => isUnplaced(diagnostic, file))) return diagnostics;
  const written = readAgain(file);
  if (written === undefined) return diagnostics;
  return diagnostics.map((diagnostic) =>
    isUnplaced(diagnostic, file) ? placed(diagnostic, written) : diagnostic,
  );
}

function isUnplaced({ where }: Diagnostic, file: string): boolean {
  return where.file === file && where.field !== undefined && where.line === undefined;
}

/** It was read once without fault; it may have been changed or removed since. */
function readAgain(file: string): WrittenFile | undefined {
  try {
    return readWritten(file, readSource(file), new Set(), new DiagnosticList());
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function placed(diagnostic: Diagnostic, written: WrittenFile): Diagnostic {
  const { field = '', id } = diagnostic.where;
  const path = field.split(/[.[\]]+/u).filter(Boolean);
  // "[1]" is the first one in a message, 0 in the file.
  const canonical = path.map((part) => (/^\d+$/u.test(part) ? Number(part) - 1 : part));
  const found = placeOfWord(id, String(canonical[0]), written) ?? whereIs(canonical, written);
  return { ...diagnostic, where: { ...diagnostic.where, ...found } };
}

/** Where the word stands under a key of that name. */
function placeOfWord(
  word: string | undefined,
  key: string,
  { file, root, places }: WrittenFile,
): Diagnostic['where'] | undefined {
  if (word === undefined) return undefined;
  for (const path of pathsOf(word, root, [])) {
    const first = String(path[0]);
    const same = first === key || (chosen.has(first) && chosen.has(key));
    const place = same ? places.get(placeKey(path)) : undefined;
    if (place) return { file, line: place.line, column: place.column, field: place.field };
  }
  return undefined;
}

function* pathsOf(
  word: string,
  value: WrittenFile['root'] | undefined,
  path: readonly (string | number)[],
): Generator<readonly (string | number)[]> {
  if (typeof value === 'string') {
    if (value === word) yield path;
  } else if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) yield* pathsOf(word, inner, [...path, index]);
  } else if (value !== undefined) {
    for (const [key, inner] of Object.entries(value)) yield* pathsOf(word, inner, [...path, key]);
  }
}
