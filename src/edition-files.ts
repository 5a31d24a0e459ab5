import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inputError } from './diagnostics/diagnostic.ts';
import { makeFolder } from './make-folder.ts';

/** A file of an edition, by its base name. */
export interface EditionFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Writes the files of an edition together: all are complete under temporary names before the first
 * takes its place, so that a run that fails leaves the earlier edition untouched, and of two runs
 * at once one wins whole.
 */
export async function writeEditionFiles(
  folder: string,
  files: readonly EditionFile[],
): Promise<readonly string[]> {
  const suffix = `.${randomUUID()}.tmp`;
  const drafts = files.map(({ name, bytes }) => ({
    path: join(folder, `.${name}${suffix}`),
    target: join(folder, name),
    bytes,
  }));
  try {
    await makeFolder(folder);
    for (const { target } of drafts) await refuseFolder(target);
    for (const { path, bytes } of drafts) await writeThrough(path, bytes);
    await aloneIn(folder, async () => {
      for (const { path, target } of drafts) await rename(path, target);
    });
  } catch (error) {
    await Promise.all(drafts.map(({ path }) => rm(path, { force: true }).catch(() => undefined)));
    throw notWritable(folder, error as NodeJS.ErrnoException);
  }
  return drafts.map(({ target }) => target);
}

/** Met halfway through the renaming, a folder in the place of a file would leave half an edition. */
async function refuseFolder(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory())
    throw Object.assign(new Error('EISDIR'), { code: 'EISDIR', path: target });
}

/** Renaming takes a moment: a lock older than this, ms, was left by a run that was killed. */
const longestRenaming = 2000;

/** Runs `rename` while no other run does so in this folder. */
async function aloneIn(folder: string, rename: () => Promise<void>): Promise<void> {
  const lock = join(folder, '.proximites.lock');
  const start = performance.now();
  while (!(await taken(lock))) {
    if (performance.now() - start > longestRenaming) break;
    await wait(20);
  }
  try {
    await rename();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Until the bytes are on the disk: a name is never given to half a file. */
async function writeThrough(path: string, bytes: Uint8Array | string): Promise<void> {
  const opened = await open(path, 'wx');
  try {
    await opened.writeFile(bytes);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

function notWritable(folder: string, error: NodeJS.ErrnoException): Error {
  if (!error.code) return error;
  return inputError({
    code: 'write/not-writable',
    where: { file: error.path ?? folder },
    message: {
      fr: `Impossible d’écrire dans le dossier «\u00a0${folder}\u00a0» (${error.code})\u00a0; les fichiers précédents sont intacts.`,
      en: `Cannot write to folder "${folder}" (${error.code}); the earlier files are untouched.`,
    },
    hint: {
      fr: 'Choisir un autre dossier avec --out, ou demander le droit d’y écrire.',
      en: 'Choose another folder with --out, or ask for the right to write there.',
    },
  });
}
