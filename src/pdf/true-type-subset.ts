import { type Sfnt, tableOffset } from '../text/sfnt.ts';

/** Flags of a component of a composite glyph. */
const component = { words: 0x01, scale: 0x08, more: 0x20, scales: 0x40, matrix: 0x80 };

/** Tables that go over unchanged, hints included. */
const copied = ['cvt ', 'fpgm', 'prep'];

/** Cuts a TrueType font down to some of its glyphs, renumbered in the order of their first use. */
export class TrueTypeSubset {
  private readonly sfnt: Sfnt;
  private readonly bytes: Buffer;
  private readonly glyphs: number[] = [];
  private readonly numbers = new Map<number, number>();

  constructor(sfnt: Sfnt) {
    const { view } = sfnt;
    this.sfnt = sfnt;
    this.bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
    this.include(0);
  }

  /** New number of a glyph of the font. */
  include(glyph: number): number {
    const known = this.numbers.get(glyph);
    if (known !== undefined) return known;
    const number = this.glyphs.push(glyph) - 1;
    this.numbers.set(glyph, number);
    return number;
  }

  /** The font program: outlines and metrics only, as a PDF needs them. */
  encode(): Uint8Array {
    const outlines = this.outlines();
    const loca = Buffer.alloc((outlines.length + 1) * 4);
    let offset = 0;
    for (const [index, outline] of outlines.entries()) {
      offset += outline.length;
      loca.writeUInt32BE(offset, (index + 1) * 4);
    }
    const head = this.table('head');
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    const hhea = this.table('hhea');
    hhea.writeUInt16BE(outlines.length, 34);
    const maxp = this.table('maxp');
    maxp.writeUInt16BE(outlines.length, 4);
    const kept = copied.filter((tag) => this.sfnt.tables.has(tag));
    return writeSfnt([
      ...kept.map((tag) => [tag, this.table(tag)] as const),
      ['glyf', Buffer.concat(outlines)],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', this.metrics()],
      ['loca', loca],
      ['maxp', maxp],
    ]);
  }

  /** Outlines in their new order; components of composite glyphs join at the end. */
  private outlines(): readonly Buffer[] {
    const outlines: Buffer[] = [];
    for (let index = 0; index < this.glyphs.length; index++) {
      const outline = this.outline(this.glyphs[index] as number);
      if (outline.length > 10 && outline.readInt16BE(0) < 0) this.renumberComponents(outline);
      outlines.push(outline);
    }
    return outlines;
  }

  /** A copy of the bytes of a glyph, filled up to a multiple of four. */
  private outline(glyph: number): Buffer {
    const isLong = this.sfnt.view.getInt16(tableOffset(this.sfnt, 'head') + 50) === 1;
    const loca = tableOffset(this.sfnt, 'loca');
    const at = (index: number) =>
      isLong
        ? this.bytes.readUInt32BE(loca + index * 4)
        : this.bytes.readUInt16BE(loca + index * 2) * 2;
    const [start, end] = [at(glyph), at(glyph + 1)];
    const outline = Buffer.alloc(Math.ceil((end - start) / 4) * 4);
    const glyf = tableOffset(this.sfnt, 'glyf');
    this.bytes.copy(outline, 0, glyf + start, glyf + end);
    return outline;
  }

  private renumberComponents(outline: Buffer): void {
    for (let at = 10; ; ) {
      const flags = outline.readUInt16BE(at);
      outline.writeUInt16BE(this.include(outline.readUInt16BE(at + 2)), at + 2);
      at += 4 + (flags & component.words ? 4 : 2);
      if (flags & component.scale) at += 2;
      else if (flags & component.scales) at += 4;
      else if (flags & component.matrix) at += 8;
      if (!(flags & component.more)) return;
    }
  }

  private metrics(): Buffer {
    const hmtx = tableOffset(this.sfnt, 'hmtx');
    const distinct = this.bytes.readUInt16BE(tableOffset(this.sfnt, 'hhea') + 34);
    const metrics = Buffer.alloc(this.glyphs.length * 4);
    for (const [index, glyph] of this.glyphs.entries()) {
      const last = Math.min(glyph, distinct - 1);
      const bearing =
        glyph < distinct ? hmtx + glyph * 4 + 2 : hmtx + distinct * 4 + (glyph - distinct) * 2;
      metrics.writeUInt16BE(this.bytes.readUInt16BE(hmtx + last * 4), index * 4);
      metrics.writeInt16BE(this.bytes.readInt16BE(bearing), index * 4 + 2);
    }
    return metrics;
  }

  /** A copy of a table. */
  private table(tag: string): Buffer {
    const { length = 0 } = this.sfnt.tables.get(tag) ?? {};
    const offset = tableOffset(this.sfnt, tag);
    return Buffer.from(this.bytes.subarray(offset, offset + length));
  }
}

/** Writes tables, given in the order of their tags, as a font file with its checksums. */
function writeSfnt(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((tables.length - power) * 16, 10);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  let headAt = 0;
  for (const [index, [tag, table]] of tables.entries()) {
    const body = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    if (tag === 'head') headAt = offset;
    bodies.push(body);
    offset += body.length;
  }
  const whole = [directory, ...bodies].reduce((sum, part) => sum + checksum(part), 0);
  const font = Buffer.concat([directory, ...bodies]);
  font.writeUInt32BE((0xb1b0afba - (whole % 2 ** 32) + 2 ** 32) % 2 ** 32, headAt + 8);
  return font;
}

/** Sum of the 32-bit words. */
function checksum(bytes: Buffer): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
