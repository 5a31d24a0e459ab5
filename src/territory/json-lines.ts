import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Code and name that open a record, and where its line begins. */
export interface LineName {
  readonly code: string;
  readonly name: string;
  readonly offset: number;
}

/** A JSON file holding one array, one record a line, of which only the lines asked for are parsed. */
export interface JsonLines {
  /** Offsets of the records that open with this code; there may be several. */
  offsetsOf(code: string): readonly number[];
  /** The record whose line holds this offset, parsed. */
  record(offset: number): unknown;
  /** The line that holds this offset; accented letters are not decoded. */
  line(offset: number): string;
  /** Offsets where this text stands. */
  find(text: string): readonly number[];
  /** Code and name of every record, in file order. */
  names(): readonly LineName[];
}

const opening = '{"code":"';
const head = /^\{"code":"([^"]*)","nom":"([^"]*)"/gm;
const firstLine = /^\[\n\{"code":"[^"]*","nom":"/;

/** Opens a file of the package of administrative divisions; its whole text is read, none of it parsed. */
export function openJsonLines(file: string): JsonLines {
  return jsonLines(readDivisions(file));
}

/** The same over the bytes of a file, whatever its layout. */
export function jsonLines(bytes: Buffer): JsonLines {
  const text = oneRecordALine(bytes);
  let offsets: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    offsetsOf: (code) => {
      offsets ??= lineOffsets(text);
      return offsets.get(code) ?? [];
    },
    record: (offset) => JSON.parse(decoded(lineAt(text, offset))),
    line: (offset) => lineAt(text, offset),
    find: (part) => occurrences(text, part),
    names: () => lineNames(text),
  };
}

/** Reads a small file of the same package whole. */
export function readJsonRecords<T>(file: string): readonly T[] {
  return JSON.parse(readDivisions(file).toString('utf8')) as readonly T[];
}

function readDivisions(file: string): Buffer {
  return readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${file}`));
}

/** Latin-1 keeps one character a byte, so that opening 9 MB costs a copy and no decoding. */
function oneRecordALine(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  if (firstLine.test(text.slice(0, 200))) return text;
  const records = JSON.parse(bytes.toString('utf8')) as readonly { code: string; nom: string }[];
  const lines = records.map(({ code, nom, ...rest }) => JSON.stringify({ code, nom, ...rest }));
  return Buffer.from(`[\n${lines.join(',\n')}\n]\n`).toString('latin1');
}

function decoded(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

function lineOffsets(text: string): ReadonlyMap<string, readonly number[]> {
  const offsets = new Map<string, number[]>();
  for (let line = text.indexOf(opening); line >= 0; line = nextLine(text, line)) {
    const start = line + opening.length;
    const code = text.slice(start, text.indexOf('"', start));
    const known = offsets.get(code);
    if (known) known.push(line);
    else offsets.set(code, [line]);
  }
  return offsets;
}

function nextLine(text: string, line: number): number {
  const next = text.indexOf('\n', line) + 1;
  return next > 0 && text.startsWith(opening, next) ? next : -1;
}

/** Names are decoded in one go: a call for each of 37,590 costs more than reading the file. */
function lineNames(text: string): readonly LineName[] {
  const heads = [...text.matchAll(head)];
  const names = decoded(heads.map((match) => match[2] as string).join('\n')).split('\n');
  return heads.map((match, index) => ({
    code: match[1] as string,
    name: names[index] as string,
    offset: match.index,
  }));
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end).trimEnd();
  return line.endsWith(',') ? line.slice(0, -1) : line;
}

function occurrences(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    found.push(at);
  }
  return found;
}
