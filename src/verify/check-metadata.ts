import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unless } from './check-document.ts';
import type { PdfReader } from './pdf-reader.ts';
import { broken } from './pdf-rules.ts';
import { PdfStream } from './pdf-values.ts';

const claims = [
  /<pdfaid:part>3</,
  /<pdfaid:conformance>A</,
  /<pdfuaid:part>1</,
  /<pdfaSchema:prefix>pdfuaid</,
];

/** Where the XMP packet says again what the information dictionary says. */
const repeated: Readonly<Record<string, RegExp>> = {
  Title: /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s,
  Author: /<dc:creator>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s,
  Subject: /<dc:description>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s,
  Keywords: /<pdf:Keywords>(.*?)<\/pdf:Keywords>/s,
  Producer: /<pdf:Producer>(.*?)<\/pdf:Producer>/s,
  Creator: /<xmp:CreatorTool>(.*?)<\/xmp:CreatorTool>/s,
  CreationDate: /<xmp:CreateDate>(.*?)<\/xmp:CreateDate>/s,
  ModDate: /<xmp:ModifyDate>(.*?)<\/xmp:ModifyDate>/s,
};

/** Checks the XMP packet: well-formed, with a title and the claims, and of one mind with the information dictionary. */
export function checkMetadata(reader: PdfReader): readonly Diagnostic[] {
  const stream = reader.resolve(reader.catalog.get('Metadata'));
  if (!(stream instanceof PdfStream)) return [broken('no-metadata', 'Metadata')];
  const xmp = reader.decode(stream).toString('utf8');
  const isEscaped = !/&(?!(amp|lt|gt|quot|apos|#x?[0-9a-f]+);)/i.test(xmp);
  const head = /^<\?xpacket[^>]*\?>/.exec(xmp)?.[0] ?? '';
  const isPacket = head !== '' && !/\b(bytes|encoding)=/.test(head);
  const title = repeated.Title?.exec(xmp)?.[1] ?? '';
  return [
    ...unless(isEscaped && isPacket && balanced(xmp), 'broken-metadata', 'XMP'),
    ...unless(title.trim() !== '', 'no-title', 'dc:title'),
    ...unless(
      claims.every((claim) => claim.test(xmp)),
      'no-claim',
      'XMP',
    ),
    ...checkInfo(reader, xmp),
  ];
}

function checkInfo(reader: PdfReader, xmp: string): readonly Diagnostic[] {
  const info = reader.dict(reader.trailer.get('Info'));
  if (!info) return [];
  return Object.entries(repeated).flatMap(([key, place]) => {
    const said = reader.text(info.get(key));
    if (said === null) return [];
    const again = plainText(place.exec(xmp)?.[1] ?? '');
    const isSame = key.endsWith('Date') ? instant(said) === instant(again) : said === again;
    return unless(isSame, 'metadata-differ', `${key}: "${said.slice(0, 60)}"`);
  });
}

function plainText(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** "D:20250301000000Z" and "2025-03-01T00:00:00Z" as the same digits. */
function instant(date: string): string {
  return date.replace(/^D:|[-:T']/g, '').replace(/\+0000$/, 'Z');
}

/** Each element of an XML text is closed by its own name. */
function balanced(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, rest] of xml.matchAll(/<(\/?)([\w:]+)([^<>]*)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) return false;
    } else if (!rest?.endsWith('/')) open.push(name as string);
  }
  return open.length === 0;
}
