import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileSystemError } from './file-system-error.ts';

/** Writes a whole file or nothing; the folder is made; a refusal is the input's fault. */
export async function writeText(file: string, text: string): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, text);
  } catch (error) {
    throw fileSystemError(error, file) ?? error;
  }
}
