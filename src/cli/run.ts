import type { UserLanguage } from '../diagnostics/diagnostic.ts';
import type { CommandContext, Task } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { makeParser } from './make-parser.ts';
import { reportFailure } from './report-failure.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { usageHint } from './usage-hint.ts';
import { userLanguage } from './user-language.ts';

type Reading =
  | { readonly kind: 'task'; readonly task: Task; readonly json: boolean }
  | { readonly kind: 'help'; readonly text: string };

/** Runs one command line; answers the exit code, and never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = userLanguage(argv, terminal.environment);
  const context: CommandContext = { terminal, language, json: argv.includes('--json') };
  try {
    const reading = await read(argv, language);
    if (reading.kind === 'task') return await reading.task({ ...context, json: reading.json });
    terminal.out(`${reading.text}\n`);
    return exitCodes.made;
  } catch (error) {
    if (!(error instanceof UsageError)) {
      return reportFailure(error, context, argv.includes('--debug'));
    }
    terminal.err(`${error.message}\n${usageHint(argv, language)}\n`);
    return exitCodes.wrongUsage;
  }
}

async function read(argv: readonly string[], language: UserLanguage): Promise<Reading> {
  let task: Task | undefined;
  let text = '';
  const parser = makeParser(language, (asked) => {
    task = asked;
  });
  try {
    const options = await parser.parseAsync([...argv], {}, (_error, _options, output) => {
      text = output;
    });
    if (task === undefined) return { kind: 'help', text };
    return { kind: 'task', task, json: options.json === true };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
