// Makes a copy of an accessible PDF that claims PDF/A-1b, the one profile that PDFBox judges: the
// attachment goes, and the fonts get the list of characters (CIDSet) that only PDF/A-1 wants.
import { readFileSync, writeFileSync } from 'node:fs';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName } from 'pdf-lib';

const [from, to] = process.argv.slice(2);
const pdf = await PDFDocument.load(readFileSync(from), { updateMetadata: false });
const { context, catalog } = pdf;
const key = (name) => PDFName.of(name);

for (const [, object] of context.enumerateIndirectObjects()) {
  if (!(object instanceof PDFDict)) continue;
  if (object.get(key('Type')) === key('Filespec')) object.delete(key('EF'));
  if (object.get(key('Subtype')) !== key('CIDFontType2')) continue;
  const glyphs = decodePDFRawStream(object.lookup(key('CIDToGIDMap'))).decode().length / 2;
  const listed = new Uint8Array(Math.ceil(glyphs / 8));
  for (let cid = 0; cid < glyphs; cid += 1) listed[cid >> 3] |= 128 >> (cid & 7);
  object.lookup(key('FontDescriptor')).set(key('CIDSet'), context.register(context.stream(listed)));
}
catalog.delete(key('AF'));
catalog.lookup(key('Names'), PDFDict).delete(key('EmbeddedFiles'));

const claims = Buffer.from(catalog.lookup(key('Metadata')).contents)
  .toString()
  .replace('part>3<', 'part>1<')
  .replace('conformance>A<', 'conformance>B<');
const metadata = context.stream(Buffer.from(claims), { Type: 'Metadata', Subtype: 'XML' });
catalog.set(key('Metadata'), context.register(metadata));
const saved = Buffer.from(await pdf.save({ useObjectStreams: false })).toString('latin1');
writeFileSync(to, saved.replace('%PDF-1.7', '%PDF-1.4'), 'latin1');
