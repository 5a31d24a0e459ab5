import { textString } from './syntax.ts';

/** What the file says about itself. */
export interface PdfMetadata {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: string;
  /** BCP 47. */
  readonly language: string;
  /** ISO 8601, of the edition: "2025-03-01" or with a time in UTC. */
  readonly date: string;
  /** Of the edition, repeated in the feed. */
  readonly identifier: string;
}

/** What the file claims to conform to. */
export type Conformance = 'accessible' | 'print';

const maker = 'proximites';
// Forbidden in XML 1.0, and never meant in a title.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The information dictionary; says the same as the XMP packet. */
export function infoDictionary(metadata: PdfMetadata): string {
  const date = `(D:${isoDate(metadata.date).replace(/[-:T]/g, '')})`;
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['Title', metadata.title],
    ['Author', metadata.author],
    ['Subject', metadata.subject],
    ['Keywords', metadata.keywords],
    ['Creator', maker],
    ['Producer', maker],
  ];
  const written = texts.map(([key, text]) => (text ? `/${key}${textString(clean(text))}` : ''));
  return `<<${written.join('')}/CreationDate${date}/ModDate${date}/Trapped/False>>`;
}

/** The XMP packet, which carries the claims of conformity. */
export function xmpPacket(metadata: PdfMetadata, conformance: Conformance): string {
  const date = isoDate(metadata.date);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:identifier>${xml(metadata.identifier)}</dc:identifier>
<dc:language><rdf:Bag><rdf:li>${xml(metadata.language)}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(metadata.title)}</rdf:li></rdf:Alt></dc:title>
${metadata.author ? `<dc:creator><rdf:Seq><rdf:li>${xml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>\n` : ''}${
  metadata.subject
    ? `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xml(metadata.subject)}</rdf:li></rdf:Alt></dc:description>\n`
    : ''
}</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:CreatorTool>${maker}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${maker}</pdf:Producer>
${metadata.keywords ? `<pdf:Keywords>${xml(metadata.keywords)}</pdf:Keywords>\n` : ''}</rdf:Description>
${conformance === 'accessible' ? archiveClaim('3', 'A') + accessibilityClaim : archiveClaim('2', 'U')}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** "2025-03-01T00:00:00Z" */
export function isoDate(date: string): string {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) throw new Error(`not an ISO date: "${date}"`);
  return `${time.toISOString().slice(0, 19)}Z`;
}

function archiveClaim(part: string, conformance: string): string {
  return `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>${part}</pdfaid:part>
<pdfaid:conformance>${conformance}</pdfaid:conformance>
</rdf:Description>
`;
}

/** PDF/A allows a foreign property only with the description of its schema. */
const accessibilityClaim = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function xml(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function clean(text: string): string {
  return text.replace(notXml, '');
}
