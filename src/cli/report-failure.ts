import { InputError } from '../diagnostics/diagnostic.ts';
import { countDiagnostics } from '../diagnostics/print-diagnostics.ts';
import type { CommandContext } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { fileSystemError } from './file-system-error.ts';
import { showDiagnostics, showJson } from './show-diagnostics.ts';

/** Says why a command stopped: the input's faults (1), or a bug (70) whose stack only --debug shows. */
export function reportFailure(error: unknown, context: CommandContext, debug: boolean): ExitCode {
  if (error instanceof Error && error.name === 'ExitPromptError') return reportLeaving(context);
  const input = error instanceof InputError ? error : fileSystemError(error);
  if (input === undefined) return reportBug(error, context, debug);
  if (context.json) {
    showJson({ ok: false }, input.diagnostics, context);
    return exitCodes.inputAtFault;
  }
  showDiagnostics(input.diagnostics, context);
  const count = countDiagnostics(input.diagnostics, context.language);
  context.terminal.err(
    context.language === 'fr'
      ? `${count}. Rien n’a été écrit.\n`
      : `${count}. Nothing was written.\n`,
  );
  return exitCodes.inputAtFault;
}

/** Ctrl+C at a question of `init`. */
function reportLeaving({ terminal, language }: CommandContext): ExitCode {
  terminal.err(
    language === 'fr' ? 'Abandonné\u00a0: rien n’a été écrit.\n' : 'Left: nothing was written.\n',
  );
  return exitCodes.inputAtFault;
}

function reportBug(error: unknown, context: CommandContext, debug: boolean): ExitCode {
  const { language, terminal } = context;
  const known = error instanceof Error ? error : new Error(String(error));
  const first = known.message.split('\n')[0] ?? '';
  terminal.err(
    language === 'fr'
      ? `proximites s’est arrêté sur une erreur qui lui est propre\u00a0: ${first}\n`
      : `proximites stopped on a fault of its own: ${first}\n`,
  );
  if (debug) terminal.err(`${known.stack ?? known.message}\n`);
  else terminal.err(language === 'fr' ? frenchPlea : englishPlea);
  if (context.json) showJson({ ok: false, bug: first }, [], context);
  return exitCodes.bug;
}

const frenchPlea =
  '    → Vos fichiers ne sont pas en cause. Relancez avec --debug et transmettez ce qui s’affiche, avec le livret, à ceux qui maintiennent proximites.\n';
const englishPlea =
  '    → Your files are not at fault. Run again with --debug and send what it shows, with the booklet, to those who maintain proximites.\n';
