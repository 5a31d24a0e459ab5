import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json of proximites not found');
    folder = parent;
  }
  return folder;
}

/** Folder that holds package.json, fonts, data and templates, from source or compiled. */
export const packageRoot: string = findPackageRoot();

/** Absolute path of a file that ships with the package. */
export function resourcePath(...parts: readonly string[]): string {
  return join(packageRoot, ...parts);
}
