import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder and those above it; where none can be made (/proc), Node's `recursive` never ends. */
export async function makeFolder(folder: string): Promise<void> {
  const parent = dirname(folder);
  const fault = await mkdir(folder).catch((error: NodeJS.ErrnoException) => error);
  if (fault === undefined || fault.code === 'EEXIST') return;
  if (fault.code !== 'ENOENT' || parent === folder) throw fault;
  await makeFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
