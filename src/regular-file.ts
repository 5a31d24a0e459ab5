import { statSync } from 'node:fs';

/**
 * Size of a file, in bytes. A pipe or a device may never end or never begin: it is refused like a
 * folder, by an error of the system.
 */
export function regularFileSize(path: string): number {
  const stats = statSync(path);
  if (stats.isFile()) return stats.size;
  const code = stats.isDirectory() ? 'EISDIR' : 'EFTYPE';
  throw Object.assign(new Error(`${code}: not a regular file, read '${path}'`), { code, path });
}
