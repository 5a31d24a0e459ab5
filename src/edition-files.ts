import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inputError } from './diagnostics/diagnostic.ts';

/** A file of an edition, by its base name. */
export interface EditionFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Writes the files of an edition together: all are complete under temporary names before the first
 * takes its place, so that a run that fails leaves the earlier edition untouched.
 */
export async function writeEditionFiles(
  folder: string,
  files: readonly EditionFile[],
): Promise<readonly string[]> {
  const suffix = `.${process.pid}.tmp`;
  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const file of files) {
      const temporary = join(folder, `.${file.name}${suffix}`);
      written.push(temporary);
      await writeThrough(temporary, file.bytes);
    }
    for (const file of files) {
      await rename(join(folder, `.${file.name}${suffix}`), join(folder, file.name));
    }
  } catch (error) {
    await Promise.all(written.map((temporary) => rm(temporary, { force: true })));
    throw notWritable(folder, error as NodeJS.ErrnoException);
  }
  return files.map((file) => join(folder, file.name));
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
      fr: `Impossible d’écrire dans le dossier « ${folder} » (${error.code}) ; les fichiers précédents sont intacts.`,
      en: `Cannot write to folder "${folder}" (${error.code}); the earlier files are untouched.`,
    },
    hint: {
      fr: 'Choisir un autre dossier avec --out, ou demander le droit d’y écrire.',
      en: 'Choose another folder with --out, or ask for the right to write there.',
    },
  });
}
