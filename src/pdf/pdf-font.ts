import { readFileSync } from 'node:fs';
import type { Font } from 'fontkit';
import type { FontFace, GlyphRun } from '../text/font.ts';
import type { PdfFile } from './pdf-file.ts';
import { hex4, ref } from './syntax.ts';
import { toUnicodeCmap } from './to-unicode.ts';

type OpenFont = (bytes: Buffer) => Font;

/** What fontkit's subset takes and gives; its published types say otherwise. */
interface Subset {
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
}

/** A glyph as the PDF numbers it. */
interface Character {
  readonly cid: number;
  /** Glyph number in the embedded subset. */
  readonly gid: number;
  /** 1/1000 em */
  readonly width: number;
  readonly codePoints: readonly number[];
}

/**
 * One face as embedded: glyphs get a number (CID) for each text that they stand for, so that a
 * glyph shared by a blank and a no-break space, or by "a" and a small capital, extracts as either.
 */
export class PdfFont {
  /** Name in the resources of a page: "F1". */
  readonly resource: string;
  readonly id: number;
  private readonly face: FontFace;
  private readonly font: Font;
  private readonly subset: Subset;
  private readonly characters: Character[] = [];
  private readonly byMeaning = new Map<string, Character>();
  private readonly encoded = new Map<GlyphRun, string>();

  constructor(face: FontFace, resource: string, id: number, open: OpenFont) {
    this.face = face;
    this.resource = resource;
    this.id = id;
    this.font = open(readFileSync(face.file));
    this.subset = this.font.createSubset() as unknown as Subset;
    if ('cff' in this.subset)
      throw new Error(`${face.file} has CFF outlines; only TrueType is embedded`);
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
    this.encoded.set(run, text);
    return text;
  }

  /** Writes the font's objects: program, descriptor, widths, extraction map. */
  embed(file: PdfFile): void {
    const program = this.subset.encode();
    const base = `/${subsetTag(this.face.id)}+${this.font.postscriptName.replace(/[^A-Za-z0-9-]/g, '')}`;
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
    const gid = this.subset.includeGlyph(glyph);
    const cid = this.characters.length;
    const character = { cid, gid, width: this.advance(glyph), codePoints };
    this.characters.push(character);
    this.byMeaning.set(key, character);
    return character;
  }

  private advance(glyph: number): number {
    return (this.font.getGlyph(glyph).advanceWidth * 1000) / this.font.unitsPerEm;
  }

  private descriptor(base: string, program: number): string {
    const { font } = this;
    const scaled = (units: number) => String(Math.round((units * 1000) / font.unitsPerEm));
    const { minX, minY, maxX, maxY } = font.bbox;
    const italic = this.face.style === 'italic';
    return (
      `<</Type/FontDescriptor/FontName${base}/Flags ${4 + (italic ? 64 : 0)}` +
      `/FontBBox[${[minX, minY, maxX, maxY].map(scaled).join(' ')}]` +
      `/ItalicAngle ${Math.round(font.italicAngle)}` +
      `/Ascent ${scaled(font.ascent)}/Descent ${scaled(font.descent)}` +
      `/CapHeight ${scaled(font.capHeight || font.ascent)}/XHeight ${scaled(font.xHeight || 0)}` +
      `/StemV ${Math.round(this.face.weight / 5)}/FontFile2 ${ref(program)}>>`
    );
  }
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
