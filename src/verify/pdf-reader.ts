import { inflateSync } from 'node:zlib';
import { PdfKeyword, PdfLexer } from './pdf-lexer.ts';
import {
  isArray,
  isDict,
  type PdfDict,
  PdfName,
  PdfRef,
  PdfStream,
  PdfSyntaxError,
  PdfText,
  type PdfValue,
} from './pdf-values.ts';
import { readXref, type XrefPlace } from './pdf-xref.ts';

interface ObjectStream {
  readonly lexer: PdfLexer;
  /** Offsets of the objects, in order. */
  readonly offsets: readonly number[];
  readonly ids: readonly number[];
}

/** Reads the objects of a PDF, each when it is asked for. */
export class PdfReader {
  readonly trailer: PdfDict;
  readonly bytes: Buffer;
  private readonly places: ReadonlyMap<number, XrefPlace>;
  private readonly objects = new Map<number, PdfValue>();
  private readonly objectStreams = new Map<number, ObjectStream>();

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { trailer, places } = readXref(this.bytes);
    this.trailer = trailer;
    this.places = places;
  }

  /** Numbers of all objects in use. */
  get ids(): readonly number[] {
    return [...this.places.keys()].sort((a, b) => a - b);
  }

  /** The object itself, references followed. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let hops = 0; found instanceof PdfRef; hops++) {
      if (hops > 20) throw new PdfSyntaxError(`references run in a circle at ${found.id}`);
      found = this.object(found.id);
    }
    return found;
  }

  get(dict: PdfDict, key: string): PdfValue {
    return this.resolve(dict.get(key));
  }

  dict(value: PdfValue | undefined): PdfDict | null {
    const found = this.resolve(value);
    if (found instanceof PdfStream) return found.dict;
    return isDict(found) ? found : null;
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    return isArray(found) ? found : [];
  }

  name(value: PdfValue | undefined): string | null {
    const found = this.resolve(value);
    return found instanceof PdfName ? found.name : null;
  }

  text(value: PdfValue | undefined): string | null {
    const found = this.resolve(value);
    return found instanceof PdfText ? found.text : null;
  }

  number(value: PdfValue | undefined): number | null {
    const found = this.resolve(value);
    return typeof found === 'number' ? found : null;
  }

  get catalog(): PdfDict {
    const root = this.dict(this.trailer.get('Root'));
    if (!root) throw new PdfSyntaxError('the file has no catalog');
    return root;
  }

  /** The decoded bytes of a stream; pictures stay as they are. */
  decode(stream: PdfStream): Buffer {
    const filter = this.resolve(stream.dict.get('Filter'));
    const names = (isArray(filter) ? filter : [filter]).map((one) => this.name(one));
    let bytes = stream.raw;
    for (const name of names) if (name === 'FlateDecode') bytes = inflateSync(bytes);
    return bytes;
  }

  object(id: number): PdfValue {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const place = this.places.get(id);
    const value = place ? this.read(id, place) : null;
    this.objects.set(id, value);
    return value;
  }

  private read(id: number, place: XrefPlace): PdfValue {
    if (place.stream === null) return this.readAt(id, place.offset);
    const { lexer, offsets, ids } = this.objectStream(place.stream);
    const index = ids[place.offset] === id ? place.offset : ids.indexOf(id);
    const offset = offsets[index];
    if (offset === undefined) throw new PdfSyntaxError(`object ${id} is not where the table says`);
    lexer.at = offset;
    return lexer.value();
  }

  private readAt(id: number, offset: number): PdfValue {
    const lexer = new PdfLexer(this.bytes, offset);
    const [number, , keyword] = [lexer.next(), lexer.next(), lexer.next()];
    if (number !== id || !(keyword instanceof PdfKeyword) || keyword.word !== 'obj') {
      throw new PdfSyntaxError(`object ${id} is not where the table says`);
    }
    const value = lexer.value();
    if (!isDict(value)) return value;
    lexer.skipBlanks();
    if (this.bytes.toString('latin1', lexer.at, lexer.at + 6) !== 'stream') return value;
    const start = lexer.at + (this.bytes[lexer.at + 6] === 13 ? 8 : 7);
    const length = this.number(value.get('Length')) ?? 0;
    return new PdfStream(value, this.bytes.subarray(start, start + length));
  }

  private objectStream(id: number): ObjectStream {
    const known = this.objectStreams.get(id);
    if (known) return known;
    const stream = this.object(id);
    if (!(stream instanceof PdfStream)) throw new PdfSyntaxError(`object ${id} is no stream`);
    const lexer = new PdfLexer(this.decode(stream));
    const count = this.number(stream.dict.get('N')) ?? 0;
    const first = this.number(stream.dict.get('First')) ?? 0;
    const ids: number[] = [];
    const offsets: number[] = [];
    for (let index = 0; index < count; index++) {
      ids.push(Number(lexer.next()));
      offsets.push(first + Number(lexer.next()));
    }
    const made = { lexer, ids, offsets };
    this.objectStreams.set(id, made);
    return made;
  }
}
