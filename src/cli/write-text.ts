import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { fileSystemError } from './file-system-error.ts';

/** Writes a whole file or nothing; the folder is made; a refusal is the input's fault. */
export async function writeText(file: string, text: string): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await makeFolder(dirname(file));
    await writeFileAtomic(file, text);
  } catch (error) {
    throw fileSystemError(error, file) ?? error;
  }
}
