import { readFileSync } from 'node:fs';
import { resourcePath } from '../resources.ts';

/** The version of this package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(resourcePath('package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
