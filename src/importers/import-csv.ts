import { readFile } from 'node:fs/promises';
import {
  type Diagnostic,
  type DiagnosticSink,
  InputError,
  inputError,
  type Message,
  type Where,
} from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Report } from '../feed/fault.ts';
import type { Service } from '../feed/service.ts';
import { ServiceReader } from '../feed/service-reader.ts';
import { writeImportedFeed } from '../feed/write-feed.ts';
import { regularFileSize } from '../regular-file.ts';
import type { Typology } from '../typology/typology.ts';
import { compileMapping, type RowMapper } from './compile-mapping.ts';
import { typeWords } from './compile-types.ts';
import { decodeTable } from './decode-table.ts';
import { parseTable, type TableRow } from './parse-table.ts';
import { didYouMean, type Mapping, readMapping } from './read-mapping.ts';

/** A row that gave no service, and why. */
export interface RefusedRow {
  /** The header being row 1. */
  readonly row: number;
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly reason: 'invalid' | 'duplicate-id' | 'unreadable';
  readonly message: Message;
}

/** A row that the mapping's `where` does not ask for. */
export interface FilteredRow {
  readonly row: number;
  readonly id: string;
  readonly name: string;
}

/** What became of each row of a table. */
export interface CsvImport {
  readonly services: readonly Service[];
  readonly refused: readonly RefusedRow[];
  readonly filtered: readonly FilteredRow[];
}

/** Turns a delimited table into services by a mapping; every row is a service, refused or filtered. */
export async function importCsv(
  file: string,
  mapping: Mapping,
  typology: Typology,
  sink: DiagnosticSink,
): Promise<CsvImport> {
  return importBytes(await readBytes(file), mapping, typology, { file, sink });
}

/** As `importCsv`, from bytes already read; `file` is for messages. */
export function importBytes(
  bytes: Uint8Array,
  mapping: Mapping,
  typology: Typology,
  { file, sink }: { readonly file: string; readonly sink: DiagnosticSink },
): CsvImport {
  checkTypes(mapping, typology);
  const { csv } = mapping.rules;
  const { text, guess } = decodeTable(bytes, file, csv?.encoding);
  if (guess !== undefined) sink.report(guess);
  const options = csv?.delimiter === undefined ? {} : { delimiter: csv.delimiter };
  const table = parseTable(text, { file, sink, ...options });
  const mapper = compileMapping(mapping, table.headers);
  const refused: RefusedRow[] = table.bad.map(({ row, line, cells, message }) => {
    sink.report({
      severity: 'warning',
      code: 'import/bad-row',
      where: { file, row, line },
      message,
    });
    return {
      row,
      line,
      id: mapper.idOf(cells),
      name: mapper.nameOf(cells),
      reason: 'unreadable',
      message,
    };
  });
  const filtered: FilteredRow[] = [];
  const asked = table.rows.filter((row) => {
    if (mapper.selects(row.cells)) return true;
    filtered.push({ row: row.row, id: mapper.idOf(row.cells), name: mapper.nameOf(row.cells) });
    return false;
  });
  const services = readRows(asked, { mapper, typology, file, sink, refused });
  if (services.length === 0) sink.report(nothingImported(file));
  refused.sort((a, b) => a.row - b.row);
  return { services, refused, filtered };
}

interface Rows {
  readonly mapper: RowMapper;
  readonly typology: Typology;
  readonly file: string;
  readonly sink: DiagnosticSink;
  readonly refused: RefusedRow[];
}

function readRows(
  rows: readonly TableRow[],
  { mapper, typology, file, sink, refused }: Rows,
): Service[] {
  const reader = new ServiceReader({ typology, sink, where: { file } });
  const ids = distinctIds(rows, mapper);
  const services: Service[] = [];
  rows.forEach((row, index) => {
    const id = ids[index] as string;
    const where: Where = { file, row: row.row, line: row.line };
    const report: Report = ({ code, field, message, hint, severity }) => {
      sink.report({
        severity: severity ?? 'warning',
        code: `import/${code}`,
        where: { ...where, id, field },
        message,
        ...(hint === undefined ? {} : { hint }),
      });
    };
    const raw = mapper.feature(id, row.cells, report);
    const result = reader.read(raw, row.row, () => where);
    if ('types' in result) services.push(result);
    else refused.push({ row: row.row, line: row.line, ...result });
  });
  return services;
}

/** Ids of the rows; those that several rows share get what tells the rows apart, whatever their order. */
function distinctIds(rows: readonly TableRow[], mapper: RowMapper): readonly string[] {
  const ids = rows.map((row) => mapper.idOf(row.cells));
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ids.map((id, index) => {
    if (id === '' || counts.get(id) === 1) return id;
    const distinction = mapper.distinction((rows[index] as TableRow).cells);
    return distinction === '' ? id : `${id}-${distinction}`;
  });
}

/** A type that the typology does not know would refuse every row: said once, where it is written. */
function checkTypes(mapping: Mapping, typology: Typology): void {
  const faults: Diagnostic[] = [];
  for (const { word, path } of typeWords(mapping.rules.types)) {
    const resolution = typology.resolveType(word);
    if (resolution.kind === 'found') continue;
    const shown = quote(word);
    const near = resolution.kind === 'unknown' ? resolution.nearest[0] : resolution.types[0];
    faults.push({
      severity: 'error',
      code: 'mapping/unknown-type',
      where: mapping.where(path),
      message: {
        fr: `Le type ${shown.fr} n’est pas dans la typologie.`,
        en: `The type ${shown.en} is not in the typology.`,
      },
      ...(near === undefined ? {} : { hint: didYouMean(near.id) }),
    });
  }
  if (faults.length > 0) throw new InputError(faults);
}

function nothingImported(file: string): Diagnostic {
  return {
    severity: 'error',
    code: 'import/nothing',
    where: { file },
    message: {
      fr: 'Aucune ligne du tableau n’a donné de service.',
      en: 'No row of the table gave a service.',
    },
    hint: {
      fr: 'Vérifiez les colonnes et le filtre «\u00a0where\u00a0» de la correspondance.',
      en: 'Check the columns and the “where” filter of the mapping.',
    },
  };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    regularFileSize(file);
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT';
    throw inputError({
      code: 'import/unreadable',
      where: { file },
      message: {
        fr: missing ? 'Le tableau n’existe pas.' : `Le tableau ne peut pas être lu (${code}).`,
        en: missing ? 'The table does not exist.' : `The table cannot be read (${code}).`,
      },
      hint: {
        fr: 'Vérifiez le chemin et les droits de lecture.',
        en: 'Check the path and the reading rights.',
      },
    });
  }
}

export interface CsvImportFiles {
  /** The table. */
  readonly file: string;
  /** The mapping file. */
  readonly mapping: string;
}

/** The feed that a table gives, as text, and what became of its rows. */
export interface CsvImportRun {
  readonly text: string;
  readonly imported: number;
  readonly refused: readonly RefusedRow[];
  readonly filtered: number;
  readonly filteredRows: readonly FilteredRow[];
}

/** Reads a mapping and a table, and gives the feed to write. */
export async function runCsvImport(
  files: CsvImportFiles,
  typology: Typology,
  sink: DiagnosticSink,
): Promise<CsvImportRun> {
  const mapping = await readMapping(files.mapping);
  const { services, refused, filtered } = await importCsv(files.file, mapping, typology, sink);
  const { title } = mapping.rules;
  const date = mapping.rules.date ?? latestDate(services);
  const text = writeImportedFeed(services, {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
  });
  return {
    text,
    imported: services.length,
    refused,
    filtered: filtered.length,
    filteredRows: filtered,
  };
}

function latestDate(services: readonly Service[]): string | undefined {
  let latest: string | undefined;
  for (const { source } of services) {
    if (source.date !== undefined && (latest === undefined || source.date > latest))
      latest = source.date;
  }
  return latest;
}
