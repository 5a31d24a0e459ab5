import { type DiagnosticSink, inputError, type Message } from '../diagnostics/diagnostic.ts';
import { quote, quoteAny } from '../diagnostics/quote.ts';
import {
  type DelimitedRecord,
  delimitedRecords,
  firstCells,
  type RecordFault,
} from './delimited-records.ts';

/** One row of a table. */
export interface TableRow {
  /** The header being row 1. */
  readonly row: number;
  /** Line of the file where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that could not be read as one. */
export interface BadRow extends TableRow {
  readonly message: Message;
}

export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly bad: readonly BadRow[];
}

export interface TableOptions {
  /** Path, for messages. */
  readonly file: string;
  /** Found by itself when absent. */
  readonly delimiter?: string;
  readonly sink: DiagnosticSink;
}

/** Reads the rows of a delimited table; a row that cannot be read is listed, a table without rows is an InputError. */
export function parseTable(text: string, { file, delimiter, sink }: TableOptions): Table {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  const rows: TableRow[] = [];
  const bad: BadRow[] = [];
  let headers: readonly string[] | undefined;
  for (const record of delimitedRecords(bare, delimiter ?? guessDelimiter(bare))) {
    const { row, line, cells } = record;
    if (record.fault === undefined && cells.every((cell) => cell.trim() === '')) continue;
    if (headers === undefined) {
      headers = readHeaders(record, file, sink);
      continue;
    }
    const message = faultOf(record, headers.length);
    if (message !== undefined) bad.push({ row, line, cells, message });
    else rows.push({ row, line, cells });
  }
  if (headers === undefined) throw emptyTable(file);
  return { headers, rows, bad };
}

const candidates = [';', ',', '\t', '|'] as const;

/** The sign that parts the header into most columns, quoted text aside. */
export function guessDelimiter(text: string): string {
  const head = text.slice(0, 65_536);
  let best: string = candidates[0];
  let columns = 1;
  for (const candidate of candidates) {
    const { length } = firstCells(head, candidate);
    if (length > columns) [best, columns] = [candidate, length];
  }
  return best;
}

function readHeaders(
  record: DelimitedRecord,
  file: string,
  sink: DiagnosticSink,
): readonly string[] {
  const where = { file, line: record.line, row: record.row };
  if (record.fault !== undefined) {
    const message = quoteMessages[record.fault];
    throw inputError({ code: 'import/bad-header', where, message });
  }
  const headers = record.cells.map((name) => name.replace(/\s+/g, ' ').trim());
  const doubles = headers.filter((name, index) => name !== '' && headers.indexOf(name) !== index);
  if (doubles.length > 0) {
    const shown = quoteAny([...new Set(doubles)]);
    sink.report({
      severity: 'warning',
      code: 'import/duplicate-header',
      where,
      message: {
        fr: `L’en-tête répète la colonne ${shown.fr}\u00a0; seule la première est lue.`,
        en: `The header repeats the column ${shown.en}; only the first is read.`,
      },
    });
  }
  return headers;
}

const quoteMessages: Readonly<Record<RecordFault, Message>> = {
  'unclosed-quote': {
    fr: 'Un guillemet ouvert sur cette ligne n’est pas fermé.',
    en: 'A quotation mark opened on this line is not closed.',
  },
  'text-after-quote': {
    fr: 'Du texte suit un guillemet fermant\u00a0; doublez les guillemets qui font partie du texte.',
    en: 'Text follows a closing quotation mark; double the marks that belong to the text.',
  },
  'too-long': {
    fr: 'La ligne est trop longue pour être celle d’un tableau de services.',
    en: 'The line is too long to be a row of a table of services.',
  },
};

/** Fewer cells are trailing empty ones that a spreadsheet left out; more mean that the cells have shifted. */
function faultOf({ fault, cells }: DelimitedRecord, columns: number): Message | undefined {
  if (fault !== undefined) return quoteMessages[fault];
  const extra = cells.slice(columns).filter((cell) => cell.trim() !== '');
  if (extra.length === 0) return undefined;
  const shown = quote(extra.join(' | '));
  const s = columns === 1 ? '' : 's';
  return {
    fr: `La ligne a ${cells.length} cellules pour ${columns} colonne${s} (en trop\u00a0: ${shown.fr}).`,
    en: `The row has ${cells.length} cells for ${columns} column${s} (in excess: ${shown.en}).`,
  };
}

function emptyTable(file: string): Error {
  return inputError({
    code: 'import/empty-table',
    where: { file },
    message: { fr: 'Le tableau est vide.', en: 'The table is empty.' },
    hint: {
      fr: 'Il faut une ligne d’en-tête, puis une ligne par service.',
      en: 'It needs a header row, then one row per service.',
    },
  });
}
