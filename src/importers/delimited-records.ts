/** One record of a delimited text (RFC 4180, any delimiter). */
export interface DelimitedRecord {
  /** Line where it begins, from 1. */
  readonly line: number;
  /** Ordinal among the records, blank lines counted as a spreadsheet counts them. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What stopped the reading of it; its cells are then those before the fault. */
  readonly fault?: 'unclosed-quote' | 'text-after-quote';
}

/** Longest quoted cell, characters: further away, a closing quote belongs to another row. */
const longestCell = 200_000;

interface Cell {
  readonly text: string;
  readonly end: number;
}

/** Reads records one after the other; one with a stray quote ends at its line, so that the next are saved. */
export function* delimitedRecords(text: string, delimiter: string): Generator<DelimitedRecord> {
  let at = 0;
  let line = 1;
  for (let row = 1; at < text.length; row++) {
    const start = at;
    const record = recordAt(text, at, delimiter);
    at = record.next;
    yield {
      line,
      row,
      cells: record.cells,
      ...(record.fault === undefined ? {} : { fault: record.fault }),
    };
    line += countLines(text, start, at);
  }
}

interface RecordRead {
  readonly cells: readonly string[];
  readonly next: number;
  readonly fault?: 'unclosed-quote' | 'text-after-quote';
}

function recordAt(text: string, start: number, delimiter: string): RecordRead {
  const cells: string[] = [];
  let at = start;
  while (true) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : bareCell(text, at, delimiter);
    if (typeof cell === 'string') return { cells, next: afterLine(text, start), fault: cell };
    cells.push(cell.text);
    if (text[cell.end] !== delimiter) return { cells, next: afterBreak(text, cell.end) };
    at = cell.end + 1;
  }
}

function bareCell(text: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < text.length) {
    const character = text[end];
    if (character === delimiter || character === '\n' || character === '\r') break;
    end++;
  }
  return { text: text.slice(start, end), end };
}

function quotedCell(
  text: string,
  start: number,
  delimiter: string,
): Cell | NonNullable<RecordRead['fault']> {
  let doubled = false;
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && text[quote + 1] === '"') {
    doubled = true;
    quote = text.indexOf('"', quote + 2);
  }
  if (quote === -1 || quote - start > longestCell) return 'unclosed-quote';
  let end = quote + 1;
  while (text[end] === ' ') end++;
  const next = text[end];
  const isEnd = next === undefined || next === delimiter || next === '\n' || next === '\r';
  if (!isEnd)
    return text.slice(start, quote).includes('\n') ? 'unclosed-quote' : 'text-after-quote';
  const inside = text.slice(start + 1, quote);
  return { text: doubled ? inside.replaceAll('""', '"') : inside, end };
}

function afterBreak(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
  return at + 1;
}

function afterLine(text: string, start: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = start;
  const match = end.exec(text);
  return match ? afterBreak(text, match.index) : text.length;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}
