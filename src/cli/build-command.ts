import { resolve } from 'node:path';
import type { BuildResult } from '../build.ts';
import { bookletOptions, readBookletArguments } from './booklet-arguments.ts';
import { type CommandContext, type CommandMaker, last } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { showProgress } from './progress.ts';
import { showDiagnostics } from './show-diagnostics.ts';
import { summariseBuild } from './summarise-build.ts';

/** `proximites build <booklet>`: makes the PDF, the feed and the report. */
export const buildCommand: CommandMaker = (language, start) => {
  const fr = language === 'fr';
  return {
    command: 'build [booklet]',
    describe: fr
      ? 'Faire le PDF, les données et le rapport d’un livret'
      : 'Make a booklet’s PDF, feed and report',
    builder: (parser) =>
      bookletOptions(parser, language)
        .usage(
          fr
            ? '$0 build <livret.yaml> [--feed F …] [--out DOSSIER]'
            : '$0 build <booklet.yaml> [--feed F …] [--out FOLDER]',
        )
        .option('out', {
          type: 'string',
          requiresArg: true,
          default: '.',
          describe: fr ? 'Dossier où écrire' : 'Folder to write into',
        }),
    handler: (read) =>
      start((context) => {
        const { folder } = context.terminal;
        const { booklet, feeds } = readBookletArguments(read, folder, language);
        const outDir = resolve(folder, last(read.out as string) ?? '.');
        return makeBooklet({ booklet, feeds, outDir }, context);
      }),
  };
};

interface BuildArguments {
  readonly booklet: string;
  readonly feeds?: readonly string[];
  readonly outDir: string;
}

async function makeBooklet(given: BuildArguments, context: CommandContext): Promise<ExitCode> {
  const { build } = await import('../build.ts');
  const { language, terminal } = context;
  const progress = showProgress(context);
  let result: BuildResult;
  try {
    result = await build({ ...given, language, onStage: progress.onStage });
  } finally {
    progress.end();
  }
  if (context.json) {
    const { files, report } = result;
    terminal.out(`${JSON.stringify({ ok: true, ...report, files }, null, 2)}\n`);
    return exitCodes.made;
  }
  showDiagnostics(result.diagnostics, context, { whole: 'report' });
  terminal.out(summariseBuild(result, context));
  return exitCodes.made;
}
