import type { PdfReader } from './pdf-reader.ts';
import type { PageObject } from './pdf-trees.ts';
import { type PdfDict, PdfRef, PdfStream, type PdfValue } from './pdf-values.ts';

type CharacterMap = ReadonlyMap<number, string>;

/** Glyphs in hexadecimal, the choice of a font, the beginning and the end of marked content. */
const events =
  /<([0-9A-Fa-f]+)>|\/([^\s/<>[\]()]+)\s+[-+.\d]+\s+Tf\b|\/(Artifact)?[^\n]*?\b(?:BDC|BMC)\b|\b(EMC)\b/g;

/** Text of each hexadecimal string met, as words come again and again. */
interface FontText {
  readonly characters: CharacterMap;
  readonly known: Map<string, string>;
}

const noFont: FontText = { characters: new Map(), known: new Map() };

/**
 * Extracts the text of pages, artifacts left out, in the order of the content. Only strings in
 * hexadecimal are read, which is how glyph runs are written.
 */
export class PageTexts {
  private readonly reader: PdfReader;
  private readonly fold: (text: string) => string;
  private readonly fonts = new Map<number, FontText>();

  /** `fold` is applied to what each character stands for: to compare letters without case, say. */
  constructor(reader: PdfReader, fold: (text: string) => string = (text) => text) {
    this.reader = reader;
    this.fold = fold;
  }

  text(page: PageObject): string {
    const content = this.reader.resolve(page.dict.get('Contents'));
    if (!(content instanceof PdfStream)) return '';
    const resources = this.reader.dict(page.dict.get('Resources'));
    const fonts = this.reader.dict(resources?.get('Font'));
    return this.scan(this.reader.decode(content).toString('latin1'), fonts);
  }

  private scan(content: string, fonts: PdfDict | null): string {
    let text = '';
    let font = noFont;
    let artifactDepth = 0;
    let depth = 0;
    for (const [, glyphs, fontName, artifact, end] of content.matchAll(events)) {
      if (glyphs !== undefined) {
        if (artifactDepth === 0) text += textOf(glyphs, font);
      } else if (fontName !== undefined) font = this.font(fonts?.get(fontName));
      else if (end === undefined) {
        depth += 1;
        if (artifact !== undefined && artifactDepth === 0) artifactDepth = depth;
      } else {
        if (artifactDepth === depth) artifactDepth = 0;
        depth -= 1;
      }
    }
    return text;
  }

  private font(font: PdfValue | undefined): FontText {
    if (!(font instanceof PdfRef)) return noFont;
    const known = this.fonts.get(font.id);
    if (known) return known;
    const stream = this.reader.resolve(this.reader.dict(font)?.get('ToUnicode'));
    const map = stream instanceof PdfStream ? this.reader.decode(stream).toString('latin1') : '';
    const characters = new Map(
      [...readCharacterMap(map)].map(([code, text]) => [code, this.fold(text)]),
    );
    const made = { characters, known: new Map<string, string>() };
    this.fonts.set(font.id, made);
    return made;
  }
}

function textOf(glyphs: string, { characters, known }: FontText): string {
  const found = known.get(glyphs);
  if (found !== undefined) return found;
  let text = '';
  for (let at = 0; at + 3 < glyphs.length; at += 4) {
    text += characters.get(Number.parseInt(glyphs.slice(at, at + 4), 16)) ?? '';
  }
  known.set(glyphs, text);
  return text;
}

/** The lines of the bfchar blocks of a ToUnicode map: character code and the text that it stands for. */
export function readCharacterMap(cmap: string): CharacterMap {
  const map = new Map<number, string>();
  for (const [, block] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code, text] of (block ?? '').matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      const units = Buffer.from(text as string, 'hex').swap16();
      map.set(Number.parseInt(code as string, 16), units.toString('utf16le'));
    }
  }
  return map;
}
