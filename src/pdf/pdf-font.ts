import { readFileSync } from 'node:fs';
import type { FontFace, GlyphRun } from '../text/font.ts';
import { type FontMetrics, readMetrics } from '../text/font-metrics.ts';
import { readSfnt, type Sfnt, tableOffset } from '../text/sfnt.ts';
import type { PdfFile } from './pdf-file.ts';
import { hex4, ref } from './syntax.ts';
import { toUnicodeCmap } from './to-unicode.ts';
import { TrueTypeSubset } from './true-type-subset.ts';

/** A glyph as the PDF numbers it. */
interface Character {
  readonly cid: number;
  /** Glyph number in the embedded subset. */
  readonly gid: number;
  /** 1/1000 em */
  readonly width: number;
  readonly codePoints: readonly number[];
}

/** Runs kept encoded: names and addresses that come once would fill the memory. */
const mostEncoded = 20_000;

/**
 * One face as embedded: glyphs get a number (CID) for each text that they stand for, so that a
 * glyph shared by a blank and a no-break space, or by "a" and a small capital, extracts as either.
 */
export class PdfFont {
  /** Name in the resources of a page: "F1". */
  readonly resource: string;
  readonly id: number;
  private readonly face: FontFace;
  private readonly sfnt: Sfnt;
  private readonly metrics: FontMetrics;
  private readonly subset: TrueTypeSubset;
  private readonly characters: Character[] = [];
  private readonly byMeaning = new Map<string, Character>();
  private readonly encoded = new Map<GlyphRun, string>();

  constructor(face: FontFace, resource: string, id: number) {
    this.face = face;
    this.resource = resource;
    this.id = id;
    this.sfnt = readSfnt(readFileSync(face.file));
    if (this.sfnt.outlines === 'cff') {
      throw new Error(`${face.file} has CFF outlines; only TrueType is embedded`);
    }
    this.metrics = readMetrics(this.sfnt);
    this.subset = new TrueTypeSubset(this.sfnt);
    this.characters.push({ cid: 0, gid: 0, width: this.advance(0), codePoints: [] });
  }

  /** The inside of a TJ array's string: "00010002>-20<0003", adjustments in 1/1000 em. */
  encode(run: GlyphRun): string {
    const known = this.encoded.get(run);
    if (known !== undefined) return known;
    let text = '';
    for (const [index, glyph] of run.glyphs.entries()) {
      const character = this.character(glyph, run.codePoints[index] ?? [], run.text);
      text += hex4(character.cid);
      const kern = Math.round((character.width - (run.advances[index] ?? 0)) * 10) / 10;
      if (kern !== 0) text += `>${kern}<`;
    }
    if (this.encoded.size >= mostEncoded) this.encoded.clear();
    this.encoded.set(run, text);
    return text;
  }

  /** Writes the font's objects: program, descriptor, widths, extraction map. */
  embed(file: PdfFile): void {
    const program = this.subset.encode();
    const base = `/${subsetTag(this.face.id)}+${postScriptName(this.face)}`;
    const descriptor = file.add(
      this.descriptor(base, file.addStream(program, `/Length1 ${program.length}`)),
    );
    const glyphs = Buffer.alloc(this.characters.length * 2);
    for (const { cid, gid } of this.characters) glyphs.writeUInt16BE(gid, cid * 2);
    const widths = this.characters.map(({ width }) => String(Math.round(width * 1e3) / 1e3));
    const descendant = file.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont${base}` +
        `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${ref(descriptor)}/CIDToGIDMap ${ref(file.addStream(glyphs))}` +
        `/DW 0/W[0[${widths.join(' ')}]]>>`,
    );
    const cmap = toUnicodeCmap(this.characters.slice(1));
    file.add(
      `<</Type/Font/Subtype/Type0/BaseFont${base}/Encoding/Identity-H` +
        `/DescendantFonts[${ref(descendant)}]/ToUnicode ${ref(file.addStream(cmap))}>>`,
      this.id,
    );
  }

  private character(glyph: number, codePoints: readonly number[], text: string): Character {
    const key = `${glyph}:${codePoints.join()}`;
    const known = this.byMeaning.get(key);
    if (known) return known;
    if (glyph === 0)
      throw new Error(`"${text}" was shaped with a glyph that ${this.face.id} lacks`);
    const gid = this.subset.include(glyph);
    const cid = this.characters.length;
    const character = { cid, gid, width: this.advance(glyph), codePoints };
    this.characters.push(character);
    this.byMeaning.set(key, character);
    return character;
  }

  private advance(glyph: number): number {
    return this.metrics.advances[glyph] ?? 0;
  }

  private descriptor(base: string, program: number): string {
    const { face, sfnt, metrics } = this;
    const head = tableOffset(sfnt, 'head');
    const bounds = [36, 38, 40, 42].map(
      (at) => (sfnt.view.getInt16(head + at) * 1000) / metrics.unitsPerEm,
    );
    const post = sfnt.tables.get('post');
    const angle = post ? sfnt.view.getInt32(post.offset + 4) / 65536 : 0;
    const em = (height: number) => Math.round(height * 1000);
    return (
      `<</Type/FontDescriptor/FontName${base}/Flags ${4 + (face.style === 'italic' ? 64 : 0)}` +
      `/FontBBox[${bounds.map(Math.round).join(' ')}]/ItalicAngle ${Math.round(angle)}` +
      `/Ascent ${em(metrics.ascent)}/Descent ${em(-metrics.descent)}` +
      `/CapHeight ${em(metrics.capHeight)}/XHeight ${em(metrics.xHeight)}` +
      `/StemV ${Math.round(face.weight / 5)}/FontFile2 ${ref(program)}>>`
    );
  }
}

/** "SourceSans3-600Italic": a name that readers show, made of what is known of the face. */
function postScriptName({ family, weight, style }: FontFace): string {
  // A name has at most 127 bytes.
  const plain = family
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 60);
  return `${plain}-${weight}${style === 'italic' ? 'Italic' : ''}`;
}

/** Six capitals that stay the same for the same face. */
function subsetTag(id: string): string {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  let left = hash >>> 0;
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (left % 26));
    left = Math.floor(left / 26);
    return letter;
  }).join('');
}
