import { countDiagnostics } from '../diagnostics/print-diagnostics.ts';
import {
  type BookletArguments,
  bookletOptions,
  readBookletArguments,
} from './booklet-arguments.ts';
import type { CommandContext, CommandMaker } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { showProgress } from './progress.ts';
import { showDiagnostics, showJson } from './show-diagnostics.ts';

/** `proximites check <booklet>`: says everything wrong and writes nothing. */
export const checkCommand: CommandMaker = (language, start) => {
  const fr = language === 'fr';
  return {
    command: 'check [booklet]',
    describe: fr
      ? 'Dire ce qui ne va pas dans un livret, sans rien écrire'
      : 'Say what is wrong with a booklet, writing nothing',
    builder: (parser) =>
      bookletOptions(parser, language).usage(
        fr ? '$0 check <livret.yaml> [--feed F …]' : '$0 check <booklet.yaml> [--feed F …]',
      ),
    handler: (read) =>
      start((context) =>
        checkBooklet(readBookletArguments(read, context.terminal.folder, language), context),
      ),
  };
};

async function checkBooklet(given: BookletArguments, context: CommandContext): Promise<ExitCode> {
  const { check } = await import('../build.ts');
  const { language, terminal } = context;
  const progress = showProgress(context);
  const found = await check({ ...given, language, onStage: progress.onStage }).finally(
    progress.end,
  );
  const ok = !found.some(({ severity }) => severity === 'error');
  const code = ok ? exitCodes.made : exitCodes.inputAtFault;
  if (context.json) {
    showJson({ ok }, found, context);
    return code;
  }
  showDiagnostics(found, context);
  const counted = countDiagnostics(found, language);
  const fr = language === 'fr';
  const nothing = fr ? 'Rien à signaler.' : 'Nothing to report.';
  const notesOnly = fr ? 'Aucune erreur.' : 'No error.';
  const fine = found.length === 0 ? nothing : notesOnly;
  terminal.out(counted === '' ? `${fine}\n` : `${counted}.\n`);
  return code;
}
