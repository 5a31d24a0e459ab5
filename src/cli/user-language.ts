import type { UserLanguage } from '../diagnostics/diagnostic.ts';

/** Variables that say the language, the first one that is set winning. */
const variables = ['PROXIMITES_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** The language of help and messages: `--lang`, else the environment; French unless one says English. */
export function userLanguage(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): UserLanguage {
  const asked = langOption(argv);
  if (asked !== undefined) return isEnglish(asked) ? 'en' : 'fr';
  const set = variables.map((name) => environment[name]).find(Boolean);
  return set !== undefined && isEnglish(set) ? 'en' : 'fr';
}

function langOption(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return undefined;
  const word = options[at] as string;
  return word === '--lang' ? options[at + 1] : word.slice('--lang='.length);
}

function isEnglish(locale: string): boolean {
  return /^en(?:[^a-z]|$)/iu.test(locale);
}
