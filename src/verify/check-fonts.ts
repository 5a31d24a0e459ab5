import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ShownCodes } from './check-contents.ts';
import { unless } from './check-document.ts';
import { readCharacterMap } from './page-text.ts';
import type { PdfReader } from './pdf-reader.ts';
import { broken } from './pdf-rules.ts';
import { isArray, type PdfDict, PdfStream } from './pdf-values.ts';

/** Difference of width, in 1/1000 em, that PDF/A lets pass. */
const tolerance = 1;

/** Codes without a public meaning: PDF/A-3a wants the words beside them. */
const privateUse = /\p{Co}/u;

/** Texts that PDF/UA-1 forbids a character to stand for. */
const unlawful: ReadonlySet<string> = new Set(['\u0000', '\ufeff', '\ufffe']);

/** Checks each font for the characters really shown: embedded, extractable, present, of the right width. */
export function checkFonts(reader: PdfReader, shown: ShownCodes): readonly Diagnostic[] {
  return [...shown].flatMap(([id, codes]) => checkFont(reader, id, codes));
}

function checkFont(
  reader: PdfReader,
  id: number,
  codes: ReadonlySet<number>,
): readonly Diagnostic[] {
  const font = reader.dict(reader.object(id));
  const descendant = reader.dict(reader.array(font?.get('DescendantFonts'))[0]);
  const descriptor = reader.dict(descendant?.get('FontDescriptor'));
  const program = reader.resolve(descriptor?.get('FontFile2'));
  const label = reader.name(font?.get('BaseFont')) ?? `object ${id}`;
  if (!font || !descendant || !(program instanceof PdfStream))
    return [broken('font-not-embedded', label)];
  const frame = unless(isWellFramed(reader, font, descendant), 'font-frame', label);
  const meanings = readMeanings(reader, font);
  const widths = readWidths(reader, descendant);
  const glyphs = readGlyphs(reader, descendant);
  const advance = advances(reader.decode(program));
  const each = [...codes].flatMap((code) => {
    const glyph = glyphs(code);
    const detail = `${label}, ${code}`;
    const found: Diagnostic[] = [];
    if (!meanings.has(code)) found.push(broken('no-unicode', detail));
    if (glyph === 0 || advance(glyph) === null) found.push(broken('notdef', detail));
    const width = widths.get(code) ?? reader.number(descendant.get('DW')) ?? 1000;
    if (Math.abs(width - (advance(glyph) ?? width)) > tolerance) {
      found.push(broken('wrong-width', `${detail}: ${width} ≠ ${advance(glyph)}`));
    }
    return found;
  });
  return [...frame, ...each];
}

/** Two-byte codes that are glyph identifiers of our own, mapped to glyphs; one name for all three dictionaries. */
function isWellFramed(reader: PdfReader, font: PdfDict, descendant: PdfDict): boolean {
  const system = reader.dict(descendant.get('CIDSystemInfo'));
  const map = reader.resolve(descendant.get('CIDToGIDMap'));
  const descriptor = reader.dict(descendant.get('FontDescriptor'));
  const names = [font.get('BaseFont'), descendant.get('BaseFont'), descriptor?.get('FontName')];
  const [name, ...others] = names.map((one) => reader.name(one));
  return (
    reader.name(font.get('Encoding')) === 'Identity-H' &&
    reader.text(system?.get('Registry')) === 'Adobe' &&
    reader.text(system?.get('Ordering')) === 'Identity' &&
    (map instanceof PdfStream || reader.name(map) === 'Identity') &&
    /^[A-Z]{6}\+./.test(name ?? '') &&
    others.every((other) => other === name) &&
    // A list of characters would have to be complete: better none.
    !descriptor?.has('CIDSet')
  );
}

/** Codes that the ToUnicode map gives a lawful text. */
function readMeanings(reader: PdfReader, font: PdfDict): ReadonlySet<number> {
  const stream = reader.resolve(font.get('ToUnicode'));
  const codes = new Set<number>();
  if (!(stream instanceof PdfStream)) return codes;
  for (const [code, text] of readCharacterMap(reader.decode(stream).toString('latin1'))) {
    const isLawful = [...text].every((letter) => !unlawful.has(letter) && !privateUse.test(letter));
    if (isLawful && text !== '') codes.add(code);
  }
  return codes;
}

function readWidths(reader: PdfReader, descendant: PdfDict): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = reader.array(descendant.get('W'));
  for (let at = 0; at < list.length; ) {
    const first = Number(list[at]);
    const second = reader.resolve(list[at + 1]);
    if (isArray(second)) {
      for (const [index, width] of second.entries()) widths.set(first + index, Number(width));
      at += 2;
    } else {
      for (let code = first; code <= Number(second); code++) widths.set(code, Number(list[at + 2]));
      at += 3;
    }
  }
  return widths;
}

function readGlyphs(reader: PdfReader, descendant: PdfDict): (code: number) => number {
  const map = reader.resolve(descendant.get('CIDToGIDMap'));
  if (!(map instanceof PdfStream)) return (code) => code;
  const bytes = reader.decode(map);
  return (code) => (code * 2 + 1 < bytes.length ? bytes.readUInt16BE(code * 2) : 0);
}

/** Advance widths of a TrueType program, in 1/1000 em; null for a glyph that it lacks. */
function advances(program: Buffer): (glyph: number) => number | null {
  const tables = new Map<string, number>();
  for (let index = 0; index < program.readUInt16BE(4); index++) {
    const at = 12 + index * 16;
    tables.set(program.toString('latin1', at, at + 4), program.readUInt32BE(at + 8));
  }
  const at = (table: string) => tables.get(table) ?? 0;
  const unitsPerEm = program.readUInt16BE(at('head') + 18);
  const metrics = program.readUInt16BE(at('hhea') + 34);
  const glyphs = program.readUInt16BE(at('maxp') + 4);
  return (glyph) => {
    if (glyph >= glyphs) return null;
    const units = program.readUInt16BE(at('hmtx') + Math.min(glyph, metrics - 1) * 4);
    return (units * 1000) / unitsPerEm;
  };
}
