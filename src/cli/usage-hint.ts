import type { UserLanguage } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';

/** Every option of every command. */
export const optionNames: readonly string[] = [
  'debug',
  'feed',
  'force',
  'help',
  'json',
  'lang',
  'mapping',
  'organisation',
  'out',
  'pages',
  'path',
  'template',
  'territory',
  'themes',
  'title',
  'version',
];

/** What to type instead of a misused command line. */
export function usageHint(argv: readonly string[], language: UserLanguage): string {
  const unknown = argv
    .filter((word) => word.startsWith('--') && word.length > 2)
    .map((word) => word.slice(2).split('=')[0] as string)
    .find((name) => !optionNames.includes(name.replace(/^no-/u, '')));
  const near = unknown === undefined ? undefined : nearestWord(unknown, optionNames);
  if (near !== undefined) {
    return language === 'fr'
      ? `    → Vouliez-vous dire --${near}\u00a0?`
      : `    → Did you mean --${near}?`;
  }
  const command = argv.find((word) => !word.startsWith('-'));
  const known = command !== undefined && commandNames.includes(command) ? ` ${command}` : '';
  return language === 'fr'
    ? `    → «\u00a0proximites${known} --help\u00a0» montre ce qui est possible.`
    : `    → “proximites${known} --help” shows what is possible.`;
}

const commandNames: readonly string[] = [
  'build',
  'check',
  'estimate',
  'estimer',
  'import',
  'init',
  'list',
  'schema',
];
