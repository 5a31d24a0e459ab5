import { readFileSync } from 'node:fs';
import { resourcePath } from '../resources.ts';
import type { CommandMaker } from './command.ts';
import { exitCodes } from './exit-codes.ts';

/** JSON Schemas that ship, by the word that asks for them. */
const schemas = ['booklet', 'feed', 'mapping'] as const;

/** `proximites schema <what>`: prints a JSON Schema, or where it is. */
export const schemaCommand: CommandMaker = (language, start) => {
  const fr = language === 'fr';
  return {
    command: 'schema <what>',
    describe: fr
      ? 'Montrer le schéma JSON d’un livret, d’un flux ou d’une correspondance'
      : 'Show the JSON Schema of a booklet, a feed or a mapping',
    builder: (parser) =>
      parser
        .positional('what', { choices: schemas, describe: fr ? 'Lequel' : 'Which one' })
        .option('path', {
          type: 'boolean',
          describe: fr ? 'Dire seulement où il se trouve' : 'Say only where it is',
        }),
    handler: (read) =>
      start(async ({ terminal }) => {
        const file = resourcePath('data', 'schemas', `${String(read.what)}.schema.json`);
        terminal.out(read.path === true ? `${file}\n` : readFileSync(file, 'utf8'));
        return exitCodes.made;
      }),
  };
};
