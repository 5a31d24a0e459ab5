import { inflateSync } from 'node:zlib';
import { PdfKeyword, PdfLexer } from './pdf-lexer.ts';
import { isArray, isDict, type PdfDict, PdfSyntaxError, type PdfValue } from './pdf-values.ts';

/** Where an object stands: at a byte of the file, or as the n-th of an object stream. */
export interface XrefPlace {
  readonly offset: number;
  /** Number of the object stream; null when it stands in the file itself. */
  readonly stream: number | null;
}

interface Xref {
  readonly trailer: PdfDict;
  readonly places: ReadonlyMap<number, XrefPlace>;
}

/** Reads the cross-reference table or stream that the end of the file points to, and earlier ones. */
export function readXref(bytes: Buffer): Xref {
  const places = new Map<number, XrefPlace>();
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2048));
  const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
  if (!found) throw new PdfSyntaxError('the file does not end like a PDF');
  let trailer: PdfDict | null = null;
  const seen = new Set<number>();
  for (let at: number | null = Number(found[1]); at !== null && !seen.has(at); ) {
    seen.add(at);
    const section: PdfDict = readSection(bytes, at, places);
    trailer ??= section;
    const previous = section.get('Prev');
    at = typeof previous === 'number' ? previous : null;
  }
  if (!trailer) throw new PdfSyntaxError('the file has no trailer');
  return { trailer, places };
}

function readSection(bytes: Buffer, at: number, places: Map<number, XrefPlace>): PdfDict {
  const lexer = new PdfLexer(bytes, at);
  const first = lexer.next();
  if (first instanceof PdfKeyword && first.word === 'xref') return readTable(lexer, places);
  lexer.next();
  lexer.next();
  const dict = lexer.value();
  if (!isDict(dict)) throw new PdfSyntaxError('the cross-reference stream has no dictionary');
  lexer.skipBlanks();
  const start = lexer.at + (bytes[lexer.at + 6] === 13 ? 8 : 7);
  const raw = bytes.subarray(start, start + numberOf(dict, 'Length'));
  readRows(dict, unpredicted(dict, dict.has('Filter') ? inflateSync(raw) : raw), places);
  return dict;
}

function readTable(lexer: PdfLexer, places: Map<number, XrefPlace>): PdfDict {
  for (;;) {
    const start = lexer.next();
    if (start instanceof PdfKeyword && start.word === 'trailer') break;
    const count = Number(lexer.next());
    for (let index = 0; index < count; index++) {
      const offset = Number(lexer.next());
      lexer.next();
      const kind = lexer.next();
      const id = Number(start) + index;
      const used = kind instanceof PdfKeyword && kind.word === 'n';
      if (used && !places.has(id)) places.set(id, { offset, stream: null });
    }
  }
  const trailer = lexer.value();
  if (!isDict(trailer)) throw new PdfSyntaxError('the trailer is no dictionary');
  return trailer;
}

function readRows(dict: PdfDict, table: Buffer, places: Map<number, XrefPlace>): void {
  const widths = numbersOf(dict.get('W'));
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  const index = dict.has('Index') ? numbersOf(dict.get('Index')) : [0, numberOf(dict, 'Size')];
  let at = 0;
  for (let part = 0; part + 1 < index.length; part += 2) {
    for (let row = 0; row < (index[part + 1] as number); row++) {
      const id = (index[part] as number) + row;
      const type = w0 === 0 ? 1 : readNumber(table, at, w0);
      const second = readNumber(table, at + w0, w1);
      const third = readNumber(table, at + w0 + w1, w2);
      at += w0 + w1 + w2;
      if (places.has(id)) continue;
      if (type === 1) places.set(id, { offset: second, stream: null });
      else if (type === 2) places.set(id, { offset: third, stream: second });
    }
  }
}

/** Undoes the PNG predictors "none" and "up", the ones met in cross-reference streams. */
function unpredicted(dict: PdfDict, bytes: Buffer): Buffer {
  const parameters = dict.get('DecodeParms');
  if (!parameters || !isDict(parameters) || numberOf(parameters, 'Predictor') < 10) return bytes;
  const columns = numberOf(parameters, 'Columns');
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)];
    if (kind !== 0 && kind !== 2) throw new PdfSyntaxError(`predictor ${kind} is not read here`);
    for (let column = 0; column < columns; column++) {
      const above = kind === 2 && row > 0 ? (out[(row - 1) * columns + column] as number) : 0;
      out[row * columns + column] = (bytes[row * (columns + 1) + 1 + column] as number) + above;
    }
  }
  return out;
}

function readNumber(bytes: Buffer, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

function numberOf(dict: PdfDict, key: string): number {
  const value = dict.get(key);
  return typeof value === 'number' ? value : 0;
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  return value !== undefined && isArray(value) ? value.map(Number) : [];
}
