import { resolve } from 'node:path';
import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { UserLanguage } from '../diagnostics/diagnostic.ts';
import { UsageError } from './usage-error.ts';

/** The booklet and feeds of a command line, as absolute paths. */
export interface BookletArguments {
  readonly booklet: string;
  readonly feeds?: readonly string[];
}

/** Describes `<booklet>` and `--feed` to yargs. */
export function bookletOptions(parser: Argv, language: UserLanguage): Argv {
  const fr = language === 'fr';
  return parser
    .positional('booklet', {
      type: 'string',
      describe: fr ? 'Fichier du livret (YAML ou JSON)' : 'Booklet file (YAML or JSON)',
    })
    .option('feed', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: fr
        ? 'Flux de services à la place de ceux du livret'
        : 'Feeds of services instead of the booklet’s own',
    });
}

/** Reads them; `--feed F booklet.yaml` gives the booklet to the list, so it is taken back from there. */
export function readBookletArguments(
  read: ArgumentsCamelCase,
  folder: string,
  language: UserLanguage,
): BookletArguments {
  const feeds = Array.isArray(read.feed) ? read.feed.map(String) : [];
  const given = typeof read.booklet === 'string' ? read.booklet : undefined;
  const swallowed = given === undefined && /\.ya?ml$/iu.test(feeds.at(-1) ?? '');
  const booklet = swallowed ? feeds.pop() : given;
  if (booklet === undefined || booklet === '') {
    throw new UsageError(
      language === 'fr' ? 'Dites de quel livret il s’agit.' : 'Say which booklet is meant.',
    );
  }
  const absolute = feeds.map((feed) => resolve(folder, feed));
  const file = resolve(folder, booklet);
  return absolute.length > 0 ? { booklet: file, feeds: absolute } : { booklet: file };
}
