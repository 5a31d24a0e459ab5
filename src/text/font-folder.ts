import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { extname, join } from 'node:path';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.ts';
import { regularFileSize } from '../regular-file.ts';
import { openFaceTables } from './face-tables.ts';
import { brokenList, fontFault } from './font-faults.ts';
import { forbidsEmbedding } from './font-metrics.ts';
import { type FontNames, readNames } from './font-names.ts';
import { FontFileFault, readSfnt } from './sfnt.ts';

/** A face that a folder holds: how to ask for it and its file (absolute path). */
export interface ListedFace extends FontNames {
  readonly file: string;
}

/** The fonts of a folder. */
export interface FontFolder {
  readonly faces: readonly ListedFace[];
  /** Families to look in for what the others lack, in order. */
  readonly fallback: readonly string[];
  /** What "serif" and "sans-serif" stand for. */
  readonly generic: Readonly<Record<string, string>>;
}

const empty: FontFolder = { faces: [], fallback: [], generic: {} };

/**
 * Lists the fonts of a folder and of the folders in it: by its fonts.json, which spares opening
 * them, or by reading each file. Throws InputError naming every file that cannot be used.
 */
export function readFontFolder(folder: string): FontFolder {
  if (!existsSync(folder)) return empty;
  const faults: Diagnostic[] = [];
  const list = join(folder, 'fonts.json');
  const found = existsSync(list) ? readList(list, folder) : readFiles(folder, faults);
  for (const face of existsSync(list) ? found.faces : []) {
    attempt(face.file, faults, () => checkHead(face.file));
  }
  if (faults.length > 0) throw new InputError(faults);
  return found;
}

/** Runs a reader and turns its fault into a diagnostic. */
function attempt<T>(file: string, faults: Diagnostic[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FontFileFault) faults.push(fontFault(file, error.fault, error.message));
    else if (error instanceof RangeError) faults.push(fontFault(file, 'truncated', error.message));
    else if (isSystemError(error)) faults.push(fontFault(file, 'unreadable', error.code));
    else throw error;
    return null;
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function readList(list: string, folder: string): FontFolder {
  const content = parseList(list);
  const faces = content.faces.map((face) => ({ ...face, file: join(folder, face.file) }));
  return { faces, fallback: content.fallback ?? [], generic: content.generic ?? {} };
}

interface ListFile {
  readonly faces: readonly (FontNames & { readonly file: string })[];
  readonly fallback?: readonly string[];
  readonly generic?: Readonly<Record<string, string>>;
}

function parseList(list: string): ListFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(list, 'utf8'));
  } catch (error) {
    throw new InputError([brokenList(list, error instanceof Error ? error.message : '')]);
  }
  if (isListFile(content)) return content;
  throw new InputError([brokenList(list, 'faces: [{ file, family, weight, style }]')]);
}

function isListFile(content: unknown): content is ListFile {
  if (typeof content !== 'object' || content === null || !('faces' in content)) return false;
  return (
    Array.isArray(content.faces) &&
    content.faces.every(
      (face: Partial<ListedFace> | null) =>
        typeof face?.file === 'string' &&
        typeof face.family === 'string' &&
        typeof face.weight === 'number' &&
        (face.style === 'normal' || face.style === 'italic'),
    )
  );
}

/** Most tables that a font's directory may list: more is not a font. */
const mostTables = 64;

/** Reads only the directory of a listed file: a missing or cut file is found at the start. */
function checkHead(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(12 + 16 * mostTables);
    const read = readSync(descriptor, head, 0, head.length, 0);
    readSfnt(head.subarray(0, read), fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

const extensions = new Set(['.ttf', '.otf', '.ttc', '.otc', '.woff', '.woff2']);

function readFiles(folder: string, faults: Diagnostic[]): FontFolder {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extensions.has(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(folder, name));
  const faces = files.flatMap((file) => {
    const names = attempt(file, faults, () => readFace(file));
    return names === null ? [] : [{ ...names, file }];
  });
  return { ...empty, faces };
}

/** Reads a file that nothing vouches for, down to the tables that shaping needs. */
function readFace(file: string): FontNames {
  regularFileSize(file);
  const sfnt = readSfnt(readFileSync(file));
  if (forbidsEmbedding(sfnt)) throw new FontFileFault('licence', 'OS/2 fsType 2');
  openFaceTables(file);
  const names = readNames(sfnt);
  if (names.family === '') throw new FontFileFault('missing-table', 'name');
  return names;
}
