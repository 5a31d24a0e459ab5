import { relative, resolve } from 'node:path';
import { type Diagnostic, DiagnosticList, InputError } from '../diagnostics/diagnostic.ts';
import { type CommandContext, type CommandMaker, last } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { showDiagnostics, showJson } from './show-diagnostics.ts';
import { UsageError } from './usage-error.ts';
import { writeText } from './write-text.ts';

/** `proximites import csv <file>`: makes a feed of a table. */
export const importCommand: CommandMaker = (language, start) => {
  const fr = language === 'fr';
  return {
    command: 'import',
    describe: fr
      ? 'Faire un flux de services d’un tableau'
      : 'Make a feed of services from a table',
    builder: (parser) =>
      parser
        .usage(
          fr
            ? '$0 import csv <tableau.csv> --mapping M --out FLUX'
            : '$0 import csv <table.csv> --mapping M --out FEED',
        )
        .command(csvCommand(language, start))
        .demandCommand(
          1,
          fr ? 'Dites ce qu’il faut importer\u00a0: csv.' : 'Say what to import: csv.',
        ),
    handler: () => {},
  };
};

const csvCommand: CommandMaker = (language, start) => {
  const fr = language === 'fr';
  return {
    command: 'csv <file>',
    describe: fr ? 'Un tableau CSV' : 'A CSV table',
    builder: (parser) =>
      parser
        .positional('file', { type: 'string', describe: fr ? 'Tableau CSV' : 'CSV table' })
        .option('mapping', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: fr
            ? 'Fichier qui dit le sens des colonnes'
            : 'File that says what columns mean',
        })
        .option('out', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: fr ? 'Flux à écrire (.geojson)' : 'Feed to write (.geojson)',
        }),
    handler: (read) =>
      start((context) => {
        const absolute = (path: unknown) =>
          resolve(context.terminal.folder, last(path as string) ?? '');
        const [file, mapping, out] = [read.file, read.mapping, read.out].map(absolute) as [
          string,
          string,
          string,
        ];
        return importCsv({ file, mapping, out }, context);
      }),
  };
};

interface CsvArguments {
  readonly file: string;
  readonly mapping: string;
  readonly out: string;
}

async function importCsv(given: CsvArguments, context: CommandContext): Promise<ExitCode> {
  const { file, mapping, out } = given;
  if (out === file || out === mapping) throw new UsageError(overItself(context));
  const [{ runCsvImport }, { loadTypology }] = await Promise.all([
    import('../importers/import-csv.ts'),
    import('../typology/load-typology.ts'),
  ]);
  const sink = new DiagnosticList();
  const result = await runCsvImport({ file, mapping }, loadTypology(), sink);
  const said = new Set(sink.all.map(rowKey));
  const unsaid = result.refused
    .map((row) => refusedRow(file, row))
    .filter((one) => !said.has(rowKey(one)));
  const found = [...sink.all, ...unsaid];
  if (result.imported === 0) throw new InputError([...found, nothingImported(file, result)]);
  await writeText(out, result.text);
  const { imported, filtered } = result;
  if (context.json) {
    const refused = result.refused.map((row) => ({
      ...row,
      message: row.message[context.language],
    }));
    showJson({ ok: true, imported, filtered, refused, files: [out] }, found, context);
    return exitCodes.made;
  }
  // No report is written: each row is said.
  showDiagnostics(found, context, { most: Number.POSITIVE_INFINITY });
  context.terminal.out(
    summarise(
      {
        imported,
        filtered,
        refused: result.refused.length,
        out: relative(context.terminal.folder, out),
      },
      context,
    ),
  );
  return exitCodes.made;
}

interface RefusedRow {
  readonly row: number;
  readonly message: { readonly fr: string; readonly en: string };
}

function refusedRow(file: string, { row, message }: RefusedRow): Diagnostic {
  return { severity: 'warning', code: 'import/refused-row', where: { file, row }, message };
}

/** What the importer has both reported and listed is said once. */
function rowKey({ where, message }: Diagnostic): string {
  return `${where.row} ${message.fr}`;
}

function nothingImported(
  file: string,
  { refused, filtered }: { readonly refused: readonly unknown[]; readonly filtered: number },
): Diagnostic {
  return {
    severity: 'error',
    code: 'import/nothing',
    where: { file },
    message: {
      fr: `Aucun service dans ce tableau\u00a0: ${refused.length} ligne(s) refusée(s), ${filtered} écartée(s) par le filtre.`,
      en: `No service in this table: ${refused.length} row(s) refused, ${filtered} filtered out.`,
    },
    hint: {
      fr: 'Vérifiez que la correspondance nomme bien les colonnes de ce tableau.',
      en: 'Check that the mapping names the columns of this table.',
    },
  };
}

function overItself({ language }: CommandContext): string {
  return language === 'fr'
    ? '--out désigne le tableau ou son fichier de correspondance, qui seraient perdus.'
    : '--out names the table or its mapping file, which would be lost.';
}

interface Counts {
  readonly imported: number;
  readonly filtered: number;
  readonly refused: number;
  readonly out: string;
}

function summarise(counts: Counts, { language }: CommandContext): string {
  const { imported, filtered, refused, out } = counts;
  if (language === 'fr') {
    const parts = [`Services importés\u00a0: ${imported}`, `lignes refusées\u00a0: ${refused}`];
    if (filtered > 0) parts.push(`écartées par le filtre\u00a0: ${filtered}`);
    return `${parts.join(', ')}.\n  ${out}\n`;
  }
  const parts = [`Services imported: ${imported}`, `rows refused: ${refused}`];
  if (filtered > 0) parts.push(`filtered out: ${filtered}`);
  return `${parts.join(', ')}.\n  ${out}\n`;
}
