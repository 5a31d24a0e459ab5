import { CsvError, type Options, parse } from 'csv-parse/sync';

/** Why a record could not be read. */
export type RecordFault = 'unclosed-quote' | 'text-after-quote' | 'too-long';

/** One record of a delimited text (RFC 4180, any delimiter). */
export interface DelimitedRecord {
  /** Line where it begins, from 1. */
  readonly line: number;
  /** Ordinal among the records, blank lines counted as a spreadsheet counts them. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What stopped the reading of it; its cells are then those of its line, quotes left as they are. */
  readonly fault?: RecordFault;
}

/** Longest record, characters: further away, a closing quote belongs to another row. */
const longestRecord = 200_000;

/** Reads the records; one with a stray quote costs its own line only, the reading goes on at the next. */
export function delimitedRecords(text: string, delimiter: string): readonly DelimitedRecord[] {
  const bytes = Buffer.from(text);
  const records: DelimitedRecord[] = [];
  let at = 0;
  let line = 1;
  const keep = ({ rows, end }: Run) => {
    for (const cells of rows) {
      records.push({ line, row: records.length + 1, cells });
      line += linesOf(cells);
    }
    at += end;
  };
  while (at < bytes.length) {
    const run = parseRun(bytes.subarray(at), { delimiter });
    keep(run);
    if (run.stop === undefined) break;
    const rest = bytes.subarray(at);
    const lenient = run.stop === 'INVALID_OPENING_QUOTE' ? inchMarks(rest, delimiter) : undefined;
    if (lenient !== undefined) {
      keep(lenient);
      continue;
    }
    const own = rest.subarray(0, firstLineEnd(rest));
    records.push({ line, row: records.length + 1, ...faultyRecord(own, delimiter) });
    at += own.length;
    line += 1;
  }
  return records;
}

/** Cells of the first record that is not blank; none when it cannot be read. */
export function firstCells(text: string, delimiter: string): readonly string[] {
  const options = { delimiter, relax_quotes: true, skip_records_with_empty_values: true, to: 1 };
  return parseRun(Buffer.from(text), options).rows[0] ?? [];
}

interface Run {
  readonly rows: readonly (readonly string[])[];
  /** Where the last of the rows ends, bytes. */
  readonly end: number;
  /** Code of the error that stopped the reading. */
  readonly stop?: string;
}

function parseRun(bytes: Buffer, options: Options): Run {
  const rows: (readonly string[])[] = [];
  let end = 0;
  const read: Options = {
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    trim: true,
    max_record_size: longestRecord,
    ...options,
    // Rows already read would be lost with the parser's own list when an error is thrown.
    on_record: (cells, context) => {
      rows.push(cells);
      end = context.bytes;
      return null;
    },
  };
  try {
    parse(bytes, read);
    return { rows, end };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, end, stop: error.code };
  }
}

/** One record whose quotes inside a bare cell are signs like others: 12" pouces. */
function inchMarks(bytes: Buffer, delimiter: string): Run | undefined {
  const run = parseRun(bytes, { delimiter, relax_quotes: true, to: 1 });
  const swallowed = run.rows[0]?.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell));
  return run.stop === undefined && swallowed === false ? run : undefined;
}

function faultyRecord(
  line: Buffer,
  delimiter: string,
): { readonly cells: readonly string[]; readonly fault: RecordFault } {
  const cells = parseRun(line, { delimiter, quote: null }).rows[0] ?? [];
  const { stop } = parseRun(line, { delimiter });
  if (stop === 'CSV_QUOTE_NOT_CLOSED') return { cells, fault: 'unclosed-quote' };
  return { cells, fault: stop === 'CSV_MAX_RECORD_SIZE' ? 'too-long' : 'text-after-quote' };
}

function firstLineEnd(bytes: Buffer): number {
  const at = bytes.findIndex((byte) => byte === 10 || byte === 13);
  if (at === -1) return bytes.length;
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
}

function linesOf(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
}
