import yargs, { type Argv } from 'yargs';
import type { UserLanguage } from '../diagnostics/diagnostic.ts';
import { buildCommand } from './build-command.ts';
import { checkCommand } from './check-command.ts';
import type { CommandMaker, Task } from './command.ts';
import { estimateCommand } from './estimate-command.ts';
import { importCommand } from './import-command.ts';
import { initCommand } from './init-command.ts';
import { listCommand } from './list-command.ts';
import { packageVersion } from './package-version.ts';
import { schemaCommand } from './schema-command.ts';
import { yargsWords } from './yargs-words.ts';

const commands: readonly CommandMaker[] = [
  buildCommand,
  checkCommand,
  estimateCommand,
  importCommand,
  initCommand,
  listCommand,
  schemaCommand,
];

/** The command line as yargs reads it; the command that was asked for is handed to `start`. */
export function makeParser(language: UserLanguage, start: (task: Task) => void): Argv {
  const fr = language === 'fr';
  const parser = yargs()
    .scriptName('proximites')
    .locale(language)
    .updateStrings(yargsWords(language))
    .usage(
      fr
        ? '$0 <commande>\n\nFait un annuaire de services locaux, en PDF accessible et prêt à imprimer.'
        : '$0 <command>\n\nMakes a directory of local services, as an accessible PDF ready to print.',
    )
    .option('json', {
      type: 'boolean',
      describe: fr ? 'Répondre en JSON, pour un programme' : 'Answer in JSON, for a program',
    })
    .option('lang', {
      type: 'string',
      requiresArg: true,
      describe: fr ? 'Langue des messages\u00a0: fr ou en' : 'Language of messages: fr or en',
    })
    .option('debug', { type: 'boolean', hidden: true });
  for (const command of commands) parser.command(command(language, start));
  return parser
    .demandCommand(1, fr ? 'Dites quoi faire.' : 'Say what to do.')
    .strict()
    .recommendCommands()
    .version(packageVersion())
    .help()
    .alias('help', 'h')
    .exitProcess(false)
    .fail(false)
    .wrap(100);
}
