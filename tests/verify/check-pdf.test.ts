import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { checkPdf } from '../../src/verify/check-pdf.ts';
import { PdfReader } from '../../src/verify/pdf-reader.ts';
import { type PdfRule, pdfRules } from '../../src/verify/pdf-rules.ts';
import { pagesOf } from '../../src/verify/pdf-trees.ts';
import { PdfStream } from '../../src/verify/pdf-values.ts';
import { metadata, sampleDocument } from '../pdf/sample.ts';

let sound: Uint8Array;
beforeAll(async () => {
  sound = await writePdf({
    document: sampleDocument(),
    metadata,
    conformance: 'accessible',
    attachments: [
      {
        name: 'a.json',
        bytes: Buffer.from('{}'),
        mime: 'application/json',
        description: 'a',
        relationship: 'Data',
      },
      {
        name: 'b.json',
        bytes: Buffer.from('{}'),
        mime: 'application/json',
        description: 'b',
        relationship: 'Data',
      },
    ],
  });
});

/** The sound file with one thing changed. */
async function changed(change: (pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(sound, { updateMetadata: false });
  // This library would escape "#2f" once more.
  for (const { dict } of attachedFiles(pdf)) dict.set(key('Subtype'), key('application/json'));
  change(pdf);
  return pdf.save({ useObjectStreams: false });
}

const key = (text: string) => PDFName.of(text);

function attachedFiles(pdf: PDFDocument): readonly PDFRawStream[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
    .filter(({ dict }) => dict.get(key('Type')) === key('EmbeddedFile'));
}

function dictionaries(pdf: PDFDocument): readonly PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
}

/** The n-th element, font, annotation ... whose entry has this name. */
function found(pdf: PDFDocument, entry: string, value: string, n = 0): PDFDict {
  const match = dictionaries(pdf).filter((dict) => dict.get(key(entry)) === key(value))[n];
  if (!match) throw new Error(`no ${entry} ${value}`);
  return match;
}

const element = (pdf: PDFDocument, role: string, n = 0) => found(pdf, 'S', role, n);
const link = (pdf: PDFDocument, n = 0) => found(pdf, 'Subtype', 'Link', n);

function catalogDict(pdf: PDFDocument, ...path: readonly string[]): PDFDict {
  return path.reduce<PDFDict>((dict, step) => dict.lookup(key(step), PDFDict), pdf.catalog);
}

function stream(pdf: PDFDocument, entries: Record<string, string>, body: string): PDFRef {
  return pdf.context.register(pdf.context.stream(body, entries));
}

/** Replaces the content of the first page by a change of its own text. */
function rewrite(pdf: PDFDocument, change: (content: string) => string): void {
  const reader = new PdfReader(sound);
  const content = reader.resolve(pagesOf(reader)[0]?.dict.get('Contents'));
  if (!(content instanceof PdfStream)) throw new Error('no content');
  const before = reader.decode(content).toString('latin1');
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  pdf.getPage(0).node.set(key('Contents'), stream(pdf, {}, after));
}

function changeXmp(pdf: PDFDocument, change: (xmp: string) => string): void {
  const old = pdf.catalog.lookup(key('Metadata'));
  if (!(old instanceof PDFRawStream)) throw new Error('no metadata');
  const text = Buffer.from(old.contents).toString('utf8');
  pdf.catalog.set(key('Metadata'), stream(pdf, { Type: 'Metadata', Subtype: 'XML' }, change(text)));
}

function changeUnicode(pdf: PDFDocument, change: (map: string) => string): void {
  const font = found(pdf, 'Subtype', 'Type0');
  const old = font.lookup(key('ToUnicode'));
  if (!(old instanceof PDFRawStream)) throw new Error('no map');
  const map = Buffer.from(decodePDFRawStream(old).decode()).toString('latin1');
  font.set(key('ToUnicode'), stream(pdf, {}, change(map)));
}

/** The first font's descendant, which carries the widths. */
function descendant(pdf: PDFDocument): PDFDict {
  return found(pdf, 'Subtype', 'CIDFontType2');
}

type Mutation = readonly [rule: PdfRule, what: string, change: (pdf: PDFDocument) => void];

const mutations: readonly Mutation[] = [
  [
    'encrypted',
    'an Encrypt entry',
    (pdf) => {
      pdf.context.trailerInfo.Encrypt = pdf.context.obj({});
    },
  ],
  [
    'no-identifier',
    'no ID',
    (pdf) => {
      pdf.context.trailerInfo.ID = undefined;
    },
  ],
  ['not-tagged', 'Marked false', (pdf) => catalogDict(pdf, 'MarkInfo').delete(key('Marked'))],
  ['not-tagged', 'no structure', (pdf) => pdf.catalog.delete(key('StructTreeRoot'))],
  ['no-language', 'no Lang', (pdf) => pdf.catalog.delete(key('Lang'))],
  [
    'no-language',
    'a Lang that is no tag',
    (pdf) => pdf.catalog.set(key('Lang'), PDFString.of('français')),
  ],
  [
    'no-language',
    'an empty Lang of an element',
    (pdf) => element(pdf, 'P', 1).set(key('Lang'), PDFString.of('')),
  ],
  [
    'title-not-shown',
    'no DisplayDocTitle',
    (pdf) => catalogDict(pdf, 'ViewerPreferences').delete(key('DisplayDocTitle')),
  ],
  ['no-metadata', 'no XMP', (pdf) => pdf.catalog.delete(key('Metadata'))],
  [
    'broken-metadata',
    'a bare ampersand',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace('Annuaire', 'A & B')),
  ],
  [
    'broken-metadata',
    'an open element',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace('Annuaire', '<b>')),
  ],
  [
    'no-title',
    'an empty title',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace('Annuaire d’essai', ' ')),
  ],
  [
    'no-claim',
    'no PDF/UA part',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace('<pdfuaid:part>1', '<pdfuaid:part>9')),
  ],
  [
    'no-claim',
    'no PDF/A part',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace('<pdfaid:part>3', '<pdfaid:part>2')),
  ],
  [
    'no-claim',
    'no schema of the extension',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace('prefix>pdfuaid<', 'prefix>other<')),
  ],
  [
    'broken-metadata',
    'an encoding in the packet header',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace(' id="W5M', ' encoding="UTF-8" id="W5M')),
  ],
  [
    'metadata-differ',
    'another title',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace('Annuaire d’essai', 'Autre titre')),
  ],
  [
    'metadata-differ',
    'another time',
    (pdf) => changeXmp(pdf, (xmp) => xmp.replace('T00:00:00Z', 'T00:00:01Z')),
  ],
  [
    'over-limit',
    'a string of 40,000 bytes',
    (pdf) => element(pdf, 'Figure').set(key('Alt'), PDFString.of('a'.repeat(40_000))),
  ],
  [
    'over-limit',
    'a name of 200 letters',
    (pdf) => pdf.catalog.set(key('b'.repeat(200)), PDFNumber.of(1)),
  ],
  [
    'over-limit',
    'a number beyond 32 bits',
    (pdf) => pdf.catalog.set(key('Odd'), PDFNumber.of(2 ** 33)),
  ],
  ['page-size', 'a page of 2 pt', (pdf) => pdf.getPage(0).setMediaBox(0, 0, 2, 400)],
  [
    'bad-stream',
    'an external file',
    (pdf) => pdf.getPage(1).node.set(key('Thumb'), stream(pdf, { F: 'x' }, '')),
  ],
  [
    'bad-picture',
    'an interpolated image',
    (pdf) =>
      pdf
        .getPage(1)
        .node.set(
          key('Thumb'),
          pdf.context.register(
            pdf.context.stream('', { Subtype: 'Image', BitsPerComponent: 8, Interpolate: true }),
          ),
        ),
  ],
  [
    'bad-picture',
    'a CMYK image',
    (pdf) => {
      const entries = { Subtype: 'Image', BitsPerComponent: '8', ColorSpace: 'DeviceCMYK' };
      pdf.getPage(1).node.set(key('Thumb'), stream(pdf, entries, ''));
    },
  ],
  [
    'bad-picture',
    'a drawing with a mark of the structure',
    (pdf) => {
      const entries = { Subtype: 'Form' };
      pdf.getPage(1).node.set(key('Thumb'), stream(pdf, entries, '/P<</MCID 0>> BDC EMC'));
    },
  ],
  ['foreign-colour', 'CMYK black', (pdf) => rewrite(pdf, (content) => `0 0 0 1 k\n${content}`)],
  [
    'no-output-intent',
    'a profile of version 5',
    (pdf) => {
      const intent = pdf.catalog.lookup(key('OutputIntents'), PDFArray).lookup(0, PDFDict);
      const profile = Buffer.alloc(128);
      profile.writeUInt32BE(128, 0);
      profile.writeUInt8(5, 8);
      profile.write('mntrRGB ', 12, 'latin1');
      const changed = pdf.context.register(pdf.context.stream(profile, { N: 3 }));
      intent.set(key('DestOutputProfile'), changed);
    },
  ],
  ['no-output-intent', 'no intent', (pdf) => pdf.catalog.delete(key('OutputIntents'))],
  [
    'forbidden-action',
    'OpenAction',
    (pdf) => pdf.catalog.set(key('OpenAction'), pdf.context.obj([])),
  ],
  [
    'forbidden-action',
    'additional actions',
    (pdf) => pdf.getPage(0).node.set(key('AA'), pdf.context.obj({})),
  ],
  [
    'forbidden-action',
    'JavaScript',
    (pdf) => link(pdf).set(key('A'), pdf.context.obj({ S: 'JavaScript' })),
  ],
  [
    'forbidden-action',
    'Launch',
    (pdf) => link(pdf).set(key('A'), pdf.context.obj({ S: 'Launch' })),
  ],
  [
    'unsafe-uri',
    'javascript:',
    (pdf) =>
      link(pdf).set(
        key('A'),
        pdf.context.obj({ S: 'URI', URI: PDFString.of('javascript:alert(1)') }),
      ),
  ],
  [
    'forbidden-filter',
    'LZW',
    (pdf) => pdf.getPage(1).node.set(key('Thumb'), stream(pdf, { Filter: 'LZWDecode' }, '')),
  ],
  ['unknown-role', 'a type of our own', (pdf) => element(pdf, 'H1').set(key('S'), key('Titre'))],
  [
    'wrong-parent',
    'a list line under the document',
    (pdf) => element(pdf, 'L').set(key('S'), key('Sect')),
  ],
  ['wrong-parent', 'a paragraph in a row', (pdf) => element(pdf, 'TD').set(key('S'), key('P'))],
  [
    'broken-tree',
    'P of an element names another one',
    (pdf) => element(pdf, 'LBody').set(key('P'), PDFRef.of(1)),
  ],
  ['empty-element', 'no kids', (pdf) => element(pdf, 'H1').delete(key('K'))],
  ['heading-order', 'H3 first', (pdf) => element(pdf, 'H1').set(key('S'), key('H3'))],
  ['no-alt', 'no Alt', (pdf) => element(pdf, 'Figure').delete(key('Alt'))],
  ['no-alt', 'a blank Alt', (pdf) => element(pdf, 'Figure').set(key('Alt'), PDFString.of(' '))],
  ['no-bounds', 'no BBox', (pdf) => element(pdf, 'Figure').delete(key('A'))],
  ['no-scope', 'no Scope', (pdf) => element(pdf, 'TH').delete(key('A'))],
  [
    'uneven-table',
    'a cell over two columns',
    (pdf) => element(pdf, 'TD').set(key('A'), pdf.context.obj({ O: 'Table', ColSpan: 2 })),
  ],
  [
    'uneven-table',
    'a cell over too many rows',
    (pdf) => element(pdf, 'TD', 1).set(key('A'), pdf.context.obj({ O: 'Table', RowSpan: 2 })),
  ],
  [
    'uneven-table',
    'two cells in one place',
    (pdf) =>
      element(pdf, 'TH').set(key('A'), pdf.context.obj({ O: 'Table', Scope: 'Row', RowSpan: 2 })),
  ],
  [
    'table-parts',
    'a head without a body',
    (pdf) => element(pdf, 'TBody').set(key('S'), key('THead')),
  ],
  [
    'cell-without-header',
    'header cells of the wrong scope',
    (pdf) => element(pdf, 'TH').set(key('A'), pdf.context.obj({ O: 'Table', Scope: 'Column' })),
  ],
  ['no-list-numbering', 'no attribute', (pdf) => element(pdf, 'L').delete(key('A'))],
  [
    'link-without-area',
    'no object reference',
    (pdf) => element(pdf, 'Link').set(key('K'), PDFNumber.of(2)),
  ],
  ['area-without-link', 'no StructParent', (pdf) => link(pdf).delete(key('StructParent'))],
  [
    'area-without-link',
    'the key of another element',
    (pdf) => link(pdf).set(key('StructParent'), link(pdf, 1).get(key('StructParent')) as PDFNumber),
  ],
  [
    'area-without-link',
    'a Span in place of the Link',
    (pdf) => element(pdf, 'Link').set(key('S'), key('Span')),
  ],
  [
    'area-wrong-page',
    'the reference names page 2',
    (pdf) => {
      const kids = element(pdf, 'Link').lookup(key('K'), PDFArray);
      kids.lookup(1, PDFDict).set(key('Pg'), pdf.getPage(1).ref);
    },
  ],
  ['no-link-area', 'a text annotation', (pdf) => link(pdf).set(key('Subtype'), key('Text'))],
  ['no-contents', 'no Contents', (pdf) => link(pdf).delete(key('Contents'))],
  ['not-printable', 'no flag', (pdf) => link(pdf).delete(key('F'))],
  ['not-printable', 'hidden', (pdf) => link(pdf).set(key('F'), PDFNumber.of(6))],
  ['dead-link', 'an unknown name', (pdf) => link(pdf, 1).set(key('Dest'), PDFString.of('e-9999'))],
  ['tab-order', 'no Tabs', (pdf) => pdf.getPage(0).node.delete(key('Tabs'))],
  [
    'unmarked-content',
    'text',
    (pdf) => rewrite(pdf, (content) => `${content}BT /F1 10 Tf <0001> Tj ET\n`),
  ],
  ['unmarked-content', 'a rule', (pdf) => rewrite(pdf, (content) => `0 0 m 9 9 l S\n${content}`)],
  [
    'nested-marks',
    'one inside another',
    (pdf) => rewrite(pdf, (content) => content.replace('EMC\n', '/Artifact BMC EMC EMC\n')),
  ],
  [
    'nested-marks',
    'one never closed',
    (pdf) => rewrite(pdf, (content) => content.replace(/EMC\n$/, '')),
  ],
  ['nested-marks', 'one closed twice', (pdf) => rewrite(pdf, (content) => `${content}EMC\n`)],
  [
    'nested-marks',
    'the same number twice',
    (pdf) => rewrite(pdf, (content) => content.replace('MCID 1>>', 'MCID 0>>')),
  ],
  [
    'unbalanced-state',
    'q nested 30 deep',
    (pdf) => rewrite(pdf, (content) => `${'q '.repeat(30)}${'Q '.repeat(30)}\n${content}`),
  ],
  ['unbalanced-state', 'q without Q', (pdf) => rewrite(pdf, (content) => `q\n${content}`)],
  ['unbalanced-state', 'Q without q', (pdf) => rewrite(pdf, (content) => `Q q\n${content}`)],
  [
    'unbalanced-state',
    'BT in BT',
    (pdf) => rewrite(pdf, (content) => content.replace('BT\n', 'BT\nBT\n')),
  ],
  [
    'content-not-in-tree',
    'a number of no element',
    (pdf) => rewrite(pdf, (content) => `${content}/P<</MCID 99>> BDC EMC\n`),
  ],
  [
    'content-missing',
    'a number gone from the page',
    (pdf) => rewrite(pdf, (content) => content.replace('/H1<</MCID 0>>', '/Artifact<<>>')),
  ],
  ['parent-tree', 'no key of the page', (pdf) => pdf.getPage(0).node.delete(key('StructParents'))],
  [
    'font-not-embedded',
    'no program',
    (pdf) => found(pdf, 'Type', 'FontDescriptor').delete(key('FontFile2')),
  ],
  [
    'font-frame',
    'another encoding',
    (pdf) => found(pdf, 'Subtype', 'Type0').set(key('Encoding'), key('Identity-V')),
  ],
  [
    'font-frame',
    'a CIDSet',
    (pdf) => found(pdf, 'Type', 'FontDescriptor').set(key('CIDSet'), stream(pdf, {}, '')),
  ],
  [
    'no-unicode',
    'a meaning of private use',
    (pdf) => changeUnicode(pdf, (map) => map.replace(/<0001> <[0-9A-F]+>/, '<0001> <E000>')),
  ],
  ['no-unicode', 'no map', (pdf) => found(pdf, 'Subtype', 'Type0').delete(key('ToUnicode'))],
  [
    'notdef',
    'codes of glyph 0',
    (pdf) => rewrite(pdf, (content) => content.replace('<0001', '<0000')),
  ],
  [
    'wrong-width',
    'all of 1 em',
    (pdf) => {
      descendant(pdf).delete(key('W'));
      descendant(pdf).set(key('DW'), PDFNumber.of(1000));
    },
  ],
  [
    'name-order',
    'two names swapped',
    (pdf) => {
      const names = catalogDict(pdf, 'Names', 'Dests').lookup(key('Names'), PDFArray);
      names.set(0, PDFString.of('z'));
    },
  ],
  [
    'outline-count',
    'too many',
    (pdf) => catalogDict(pdf, 'Outlines').set(key('Count'), PDFNumber.of(7)),
  ],
  [
    'bad-attachment',
    'no relationship',
    (pdf) => found(pdf, 'Type', 'Filespec').delete(key('AFRelationship')),
  ],
  [
    'bad-attachment',
    'a kind that is no MIME type',
    (pdf) => attachedFiles(pdf)[0]?.dict.set(key('Subtype'), key('json')),
  ],
  [
    'bad-attachment',
    'a relationship of our own',
    (pdf) => found(pdf, 'Type', 'Filespec').set(key('AFRelationship'), key('Feed')),
  ],
  ['bad-attachment', 'not associated', (pdf) => pdf.catalog.delete(key('AF'))],
  [
    'broken-content',
    'NaN',
    (pdf) => rewrite(pdf, (content) => content.replace(' Td ', ' NaN Td ')),
  ],
];

function codes(bytes: Uint8Array): readonly string[] {
  return checkPdf(bytes).map(({ code }) => code);
}

describe('checkPdf', () => {
  it('finds nothing in a sound file', () => {
    expect(checkPdf(sound)).toEqual([]);
  });

  it('finds nothing in a sound file that another program saved again', async () => {
    expect(codes(await changed(() => {}))).toEqual([]);
  });

  it('says what is wrong in both languages, naming the place', async () => {
    const [first] = checkPdf(await changed((pdf) => element(pdf, 'Figure').delete(key('Alt'))));
    expect(first?.message.fr).toMatch(
      /^PDF\u00a0: une figure n’a pas de texte de remplacement \(Figure, object \d+\)\.$/,
    );
    expect(first?.message.en).toMatch(/^PDF: a figure has no alternate text/);
  });

  it.each(mutations)('catches %s: %s', async (rule, _, change) => {
    expect(codes(await changed(change))).toContain(`pdf/${rule}`);
  });

  it('catches an old header, a cut file and bytes that are no PDF', () => {
    const latin1 = Buffer.from(sound).toString('latin1');
    const bytes = (text: string) => Buffer.from(text, 'latin1');
    expect(codes(bytes(latin1.replace('%PDF-1.7', '%PDF-1.4')))).toEqual(['pdf/header']);
    expect(codes(sound.subarray(0, sound.length / 2))).toEqual(['pdf/unreadable']);
    expect(codes(Buffer.from('bonjour'))).toEqual(['pdf/unreadable']);
  });

  it('has a broken file for each rule', () => {
    const caught = new Set<string>(mutations.map(([rule]) => rule));
    const elsewhere = ['unreadable', 'header'];
    expect([...pdfRules].filter((rule) => !caught.has(rule) && !elsewhere.includes(rule))).toEqual(
      [],
    );
  });
});
