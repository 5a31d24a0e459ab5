import type { EstimateResult } from '../build.ts';
import {
  type BookletArguments,
  bookletOptions,
  readBookletArguments,
} from './booklet-arguments.ts';
import { type CommandContext, type CommandMaker, last } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { showProgress } from './progress.ts';
import { showDiagnostics, showJson } from './show-diagnostics.ts';
import { summariseEstimate } from './summarise-estimate.ts';
import { UsageError } from './usage-error.ts';

/** `proximites estimate <booklet>`: how many pages it takes and why, painting nothing. */
export const estimateCommand: CommandMaker = (language, start) => {
  const fr = language === 'fr';
  return {
    command: 'estimate [booklet]',
    aliases: ['estimer'],
    describe: fr
      ? 'Compter les pages d’un livret, partie par partie, sans rien écrire'
      : 'Count a booklet’s pages, part by part, writing nothing',
    builder: (parser) =>
      bookletOptions(parser, language)
        .usage(
          fr
            ? '$0 estimate <livret.yaml> [--pages N] [--feed F …]'
            : '$0 estimate <booklet.yaml> [--pages N] [--feed F …]',
        )
        .option('pages', {
          type: 'string',
          requiresArg: true,
          describe: fr
            ? 'Essayer ce nombre de pages à la place de celui du livret'
            : 'Try this page count instead of the booklet’s own',
        }),
    handler: (read) =>
      start((context) => {
        const given = readBookletArguments(read, context.terminal.folder, language);
        const pages = readPages(last(read.pages as string | string[] | undefined), fr);
        return estimateBooklet(pages === undefined ? given : { ...given, pages }, context);
      }),
  };
};

function readPages(text: string | undefined, fr: boolean): number | undefined {
  if (text === undefined) return undefined;
  const pages = /^\d{1,4}$/u.test(text.trim()) ? Number(text) : 0;
  if (pages >= 1) return pages;
  throw new UsageError(
    fr
      ? `--pages attend un nombre de pages, pas «\u00a0${text.slice(0, 40)}\u00a0».`
      : `--pages takes a number of pages, not “${text.slice(0, 40)}”.`,
  );
}

async function estimateBooklet(
  given: BookletArguments & { readonly pages?: number },
  context: CommandContext,
): Promise<ExitCode> {
  const { estimate } = await import('../build.ts');
  const { language, terminal } = context;
  const progress = showProgress(context);
  let result: EstimateResult;
  try {
    result = await estimate({ ...given, language, onStage: progress.onStage });
  } finally {
    progress.end();
  }
  const { diagnostics } = result;
  const ok = !diagnostics.some(({ severity }) => severity === 'error');
  if (context.json) showJson({ ok, ...result.estimate }, diagnostics, context);
  else {
    terminal.out(summariseEstimate(result, language));
    showDiagnostics(diagnostics, context);
  }
  return ok ? exitCodes.made : exitCodes.inputAtFault;
}
