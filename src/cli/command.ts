import type { CommandModule } from 'yargs';
import type { UserLanguage } from '../diagnostics/diagnostic.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** What a command is run with. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly language: UserLanguage;
  /** Give diagnostics and results as JSON on standard output. */
  readonly json: boolean;
}

/** A command once its arguments are known. */
export type Task = (context: CommandContext) => Promise<ExitCode>;

/** Makes the yargs description of a command, which hands its task over instead of running it. */
export type CommandMaker = (language: UserLanguage, start: (task: Task) => void) => CommandModule;

/** The last value of an option that was given several times. */
export function last(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.at(-1);
}
