import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { Deflater, type StreamContent } from './deflater.ts';
import { ref } from './syntax.ts';

/** Objects per object stream: large enough to compress well, small enough to be read at random. */
const objectsPerStream = 200;
interface StoredStream {
  readonly id: number;
  readonly dictionary: string;
  readonly bytes: Promise<Uint8Array> | Uint8Array;
}

interface XrefRow {
  readonly type: 0 | 1 | 2;
  /** Offset in the file, or number of the object stream. */
  readonly place: number;
  /** Index in the object stream. */
  readonly index: number;
}

/** Gathers the objects of a PDF 1.7 file and writes them with object streams and a cross-reference stream. */
export class PdfFile {
  private count = 0;
  private readonly deflater = new Deflater();
  private readonly streams: StoredStream[] = [];
  private readonly packed = new Map<number, XrefRow>();
  private batch: string[] = [];
  private batchIds: number[] = [];

  /** Number for an object that is written later. */
  allocate(): number {
    this.count += 1;
    return this.count;
  }

  /** Adds an object that is not a stream; gives its number. */
  add(body: string, id: number = this.allocate()): number {
    this.batchIds.push(id);
    this.batch.push(body);
    if (this.batch.length >= objectsPerStream) this.flush();
    return id;
  }

  /** Adds a stream to be deflated; `entries` are the dictionary's own lines. */
  addStream(content: StreamContent, entries = '', id: number = this.allocate()): number {
    const bytes = this.deflater.deflate(content);
    this.streams.push({ id, dictionary: `${entries}/Filter/FlateDecode`, bytes });
    return id;
  }

  /** Adds a stream as it is: JPEG pictures, metadata that must stay readable. */
  addRawStream(bytes: Uint8Array, entries: string, id: number = this.allocate()): number {
    this.streams.push({ id, dictionary: entries, bytes });
    return id;
  }

  /** Lets compression keep up with the painter. */
  breathe(): Promise<void> {
    return this.deflater.breathe();
  }

  /** Gives back what the file holds of the machine; to be called whatever happens. */
  close(): Promise<void> {
    return this.deflater.close();
  }

  /** The bytes of the file. */
  async finish(root: number, info: number): Promise<Uint8Array> {
    this.flush();
    this.deflater.flush();
    const chunks: Uint8Array[] = [];
    const rows = new Map(this.packed);
    const hash = createHash('md5');
    let offset = 0;
    const write = (chunk: Uint8Array) => {
      chunks.push(chunk);
      hash.update(chunk);
      offset += chunk.length;
    };
    write(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
    for (const stream of this.streams) {
      const bytes = await stream.bytes;
      rows.set(stream.id, { type: 1, place: offset, index: 0 });
      write(Buffer.from(streamHead(stream.id, stream.dictionary, bytes.length)));
      write(bytes);
      write(streamTail);
    }
    const start = offset;
    const id = hash.copy().digest('hex').toUpperCase();
    const xref = this.allocate();
    rows.set(xref, { type: 1, place: start, index: 0 });
    const table = deflateSync(xrefTable(rows, this.count));
    const entries =
      `/Type/XRef/Size ${this.count + 1}/W[1 4 2]/Root ${ref(root)}/Info ${ref(info)}` +
      `/ID[<${id}><${id}>]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>`;
    write(Buffer.from(streamHead(xref, entries, table.length)));
    write(table);
    write(streamTail);
    write(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(chunks, offset);
  }

  private flush(): void {
    if (this.batch.length === 0) return;
    const stream = this.allocate();
    let header = '';
    let at = 0;
    for (const [index, body] of this.batch.entries()) {
      const id = this.batchIds[index] as number;
      if (this.packed.has(id)) throw new Error(`PDF object ${id} is written twice`);
      this.packed.set(id, { type: 2, place: stream, index });
      header += `${id} ${at} `;
      at += body.length + 1;
    }
    const content = `${header}\n${this.batch.join('\n')}\n`;
    this.addStream(
      content,
      `/Type/ObjStm/N ${this.batch.length}/First ${header.length + 1}`,
      stream,
    );
    this.batch = [];
    this.batchIds = [];
  }
}

const streamTail = Buffer.from('\nendstream\nendobj\n');

function streamHead(id: number, entries: string, length: number): string {
  return `${id} 0 obj\n<<${entries}/Length ${length}>>\nstream\n`;
}

/** Rows of 7 bytes, each as its difference from the row above (PNG predictor "up"). */
function xrefTable(rows: ReadonlyMap<number, XrefRow>, count: number): Uint8Array {
  const table = new Uint8Array((count + 1) * 8);
  let above = new Uint8Array(7);
  let row = new Uint8Array(7);
  for (let id = 0; id <= count; id++) {
    const found = id === 0 ? freeRow : rows.get(id);
    if (!found) throw new Error(`PDF object ${id} was allocated and never written`);
    row[0] = found.type;
    for (let byte = 0; byte < 4; byte++) row[1 + byte] = found.place >>> (24 - 8 * byte);
    row[5] = found.index >>> 8;
    row[6] = found.index;
    table[id * 8] = 2;
    // Bytes wrap around by themselves.
    for (let byte = 0; byte < 7; byte++) {
      table[id * 8 + 1 + byte] = (row[byte] as number) - (above[byte] as number);
    }
    [above, row] = [row, above];
  }
  return table;
}

/** Object 0 heads the list of free objects. */
const freeRow: XrefRow = { type: 0, place: 0, index: 0xffff };
