/** Thrown by the readers of font files; the library turns it into a diagnostic. */
export class FontFileFault extends Error {
  readonly fault: 'woff' | 'collection' | 'not-a-font' | 'truncated' | 'missing-table' | 'licence';

  constructor(fault: FontFileFault['fault'], detail: string) {
    super(detail);
    this.name = 'FontFileFault';
    this.fault = fault;
  }
}

/** Where a table lies in the file, in bytes. */
export interface TableSpan {
  readonly offset: number;
  readonly length: number;
}

/** A TrueType or OpenType file: its bytes and where its tables are. */
export interface Sfnt {
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, TableSpan>;
  readonly outlines: 'truetype' | 'cff';
}

const required = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

/**
 * Reads the table directory. `size` is that of the whole file in bytes, where only its first
 * bytes were read: a truncated file is found without reading it.
 */
export function readSfnt(bytes: Uint8Array, size: number = bytes.byteLength): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const outlines = readSignature(view);
  const count = view.getUint16(4);
  if (view.byteLength < 12 + 16 * count) throw new FontFileFault('truncated', 'table directory');
  const tables = new Map<string, TableSpan>();
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    const tag = tagAt(view, at);
    const span = { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
    if (span.offset + span.length > size) throw new FontFileFault('truncated', tag);
    tables.set(tag, span);
  }
  for (const tag of required) {
    if (!tables.has(tag)) throw new FontFileFault('missing-table', tag);
  }
  if (!tables.has(outlines === 'cff' ? 'CFF ' : 'glyf')) {
    throw new FontFileFault('missing-table', outlines === 'cff' ? 'CFF ' : 'glyf');
  }
  return { view, tables, outlines };
}

function readSignature(view: DataView): Sfnt['outlines'] {
  if (view.byteLength < 12) throw new FontFileFault('not-a-font', 'too short');
  const signature = tagAt(view, 0);
  if (signature === 'wOFF' || signature === 'wOF2') throw new FontFileFault('woff', signature);
  if (signature === 'ttcf') throw new FontFileFault('collection', signature);
  if (signature === 'OTTO') return 'cff';
  if (signature === 'true' || view.getUint32(0) === 0x00010000) return 'truetype';
  throw new FontFileFault('not-a-font', 'signature');
}

/** Four letters of a tag or signature. */
export function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}

/** Offset of a table that every font has; its absence is a fault of the file. */
export function tableOffset(sfnt: Sfnt, tag: string): number {
  const span = sfnt.tables.get(tag);
  if (span === undefined) throw new FontFileFault('missing-table', tag);
  return span.offset;
}
