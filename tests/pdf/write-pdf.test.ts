import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { impose } from '../../src/imposition/impose.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { checkPdf } from '../../src/verify/check-pdf.ts';
import { PdfReader } from '../../src/verify/pdf-reader.ts';
import { pagesOf } from '../../src/verify/pdf-trees.ts';
import { PdfStream } from '../../src/verify/pdf-values.ts';
import { metadata, page, paged, sampleDocument, tag, text } from './sample.ts';

const feed = {
  name: '../../feed.geojson',
  bytes: Buffer.from('{"type":"FeatureCollection","features":[]}'),
  mime: 'application/geo+json',
  description: 'Les données de cet annuaire',
  relationship: 'Source',
} as const;

function write(document = sampleDocument()) {
  return writePdf({ document, metadata, conformance: 'accessible', attachments: [feed] });
}

async function open(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
}

/** Content streams of the pages, as text. */
function contents(bytes: Uint8Array): readonly string[] {
  const reader = new PdfReader(bytes);
  return pagesOf(reader).map(({ dict }) => {
    const stream = reader.resolve(dict.get('Contents'));
    if (!(stream instanceof PdfStream)) throw new Error('no content');
    return reader.decode(stream).toString('latin1');
  });
}

interface TreeNode {
  readonly role?: string;
  readonly type?: string;
  readonly alt?: string;
  readonly children?: readonly TreeNode[];
}

/** "P(content Link(content object) content)" */
function outlineOf(node: TreeNode): string {
  if (!node.role) return node.type === 'content' ? 'content' : 'object';
  const alt = node.alt ? `"${node.alt}"` : '';
  return `${node.role}${alt}(${(node.children ?? []).map(outlineOf).join(' ')})`;
}

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await write();
});

describe('writePdf, accessible', () => {
  it('breaks no rule of our own checker', () => {
    expect(checkPdf(bytes)).toEqual([]);
  });

  it('gives the same bytes for the same input', async () => {
    expect(Buffer.compare(await write(), bytes)).toBe(0);
  });

  it('nests tags in the order in which their content is painted', async () => {
    const document = await open(bytes);
    const trees = await Promise.all(
      [1, 2].map(async (n) => (await document.getPage(n)).getStructTree()),
    );
    expect(trees.map((tree) => outlineOf(tree as TreeNode))).toEqual([
      'Root(Document(H1(content) ' +
        'P(content Link(content object) content Figure"Téléphone"(content) Link(content object) content) ' +
        'L(LI(Lbl(content) LBody(content))) P(content) ' +
        'Table(TBody(TR(TH(content) TD(content)) TR(TH(content) TD(content))))))',
      'Root(Document(P(content) Figure"Une (croix) & un carré"(content)))',
    ]);
  });

  it('keeps words, blanks and ligatures through text extraction', async () => {
    const content = await (await (await open(bytes)).getPage(1)).getTextContent({
      disableNormalization: true,
    });
    const words = content.items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(words).toContain('École & mairie');
    expect(words).toContain('01 99 00 00 01');
    expect(words).toContain('officielle fin de ligne');
  });

  it('tells a blank from a no-break space though the font has one glyph for both', () => {
    const reader = new PdfReader(bytes);
    const maps = reader.ids.flatMap((id) => {
      const value = reader.object(id);
      if (!(value instanceof PdfStream) || value.dict.has('Type')) return [];
      const decoded = reader.decode(value).toString('latin1');
      return decoded.includes('begincmap') ? [decoded] : [];
    });
    expect(maps).toHaveLength(1);
    expect(maps[0]).toMatch(/<0020>\n/);
    expect(maps[0]).toMatch(/<00A0>\n/);
  });

  it('writes bookmarks, labels, destinations and links that readers find', async () => {
    const document = await open(bytes);
    const outline = await document.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ['École & mairie', ['Sous (titre']],
      ['Index', []],
    ]);
    expect(await document.getPageLabels()).toEqual(['i', '1']);
    const place = await document.getDestination('e-0001');
    expect(place?.slice(1)).toEqual([{ name: 'XYZ' }, null, 575, null]);
    expect(await document.getPageIndex(place?.[0])).toBe(1);
    const links = await (await document.getPage(1)).getAnnotations();
    expect(
      links.map(({ url, dest, contentsObj, rect }) => [url ?? dest, contentsObj.str, rect]),
    ).toEqual([
      ['tel:+33199000001', 'Appeler (01 99 00 00 01)', [80, 513, 140, 525]],
      ['e-0001', 'Page 2', [200, 513, 240, 525]],
    ]);
  });

  it('attaches files under their own name, without folders', async () => {
    const files = await (await open(bytes)).getAttachments();
    expect(Object.keys(files)).toEqual(['feed.geojson']);
    expect(Buffer.from(files['feed.geojson'].content).toString()).toBe(feed.bytes.toString());
  });

  it('shares one marked content between neighbours of one tag, and one artifact likewise', async () => {
    const paragraph = tag('P', null);
    const document = paged([
      page(0, [
        text('un', { x: 40, y: 50 }, { tag: paragraph }),
        text('deux', { x: 40, y: 62 }, { tag: paragraph }),
        text('tête', { x: 40, y: 20 }, { artifact: 'pagination' }),
        text('pied', { x: 40, y: 580 }, { artifact: 'pagination' }),
      ]),
    ]);
    const [content] = contents(await write(document));
    expect(content?.match(/^\/.*BDC$/gm)).toEqual([
      '/P<</MCID 0>> BDC',
      '/Artifact<</Type/Pagination/Subtype/Header>> BDC',
      '/Artifact<</Type/Pagination/Subtype/Footer>> BDC',
    ]);
    expect(content?.match(/ Tf/g)).toHaveLength(1);
  });

  it('stretches blanks and letters as layout says, and moves pen positions exactly', async () => {
    const document = paged([
      page(0, [
        text('a a', { x: 10, y: 20 }, { tag: tag('P', null), spaceExtra: 2.5, letterSpacing: 0.3 }),
      ]),
    ]);
    const [content] = contents(await write(document));
    expect(content).toContain('0.3 Tc\n');
    expect(content).toContain('10 575 Td [<00010002>-250<0001>]TJ');
  });

  it('gives a tag that nothing was painted for no element', async () => {
    const root = tag('Document', null);
    tag('P', root);
    const document = paged([
      page(0, [
        text('seul', { x: 40, y: 50 }, { tag: tag('P', root) }),
        text('', { x: 1, y: 1 }, { tag: tag('H1', root) }),
      ]),
    ]);
    const tree = await (await (await open(await write(document))).getPage(1)).getStructTree();
    expect(outlineOf(tree as TreeNode)).toBe('Root(Document(P(content)))');
  });

  it('writes titles in any script without harm', async () => {
    const title = 'A & <b> (Ÿ) 村 /S /JavaScript';
    const made = await writePdf({
      document: sampleDocument(),
      metadata: { ...metadata, title },
      conformance: 'accessible',
    });
    expect(checkPdf(made)).toEqual([]);
    const { info, metadata: xmp } = await (await open(made)).getMetadata();
    expect((info as { Title: string }).Title).toBe(title);
    expect(xmp.get('dc:title')).toBe(title);
  });

  it('embeds equal pictures once', async () => {
    const picture = await sharp({
      create: { width: 8, height: 8, channels: 3, background: '#336699' },
    })
      .png()
      .toBuffer();
    const graphic = { kind: 'raster', key: 'a', bytes: picture, width: 8, height: 8 } as const;
    const figure = (x: number) =>
      ({
        kind: 'graphic',
        graphic: { ...graphic },
        rect: { x, y: 10, width: 20, height: 20 },
        clip: null,
        colour: '#000000',
        tag: tag('Figure', null, { alt: 'carré' }),
      }) as const;
    const made = await write(paged([page(0, [figure(10), figure(50)]), page(1, [figure(90)])]));
    const reader = new PdfReader(made);
    const images = reader.ids.filter((id) => {
      const value = reader.object(id);
      return value instanceof PdfStream && reader.name(value.dict.get('Subtype')) === 'Image';
    });
    expect(images).toHaveLength(1);
    expect(checkPdf(made)).toEqual([]);
  });

  it('keeps 300 pages reachable through the page tree, in order', async () => {
    const pages = Array.from({ length: 300 }, (_, index) =>
      page(index, [text(`p${index}`, { x: 40, y: 50 }, { tag: tag('P', null) })]),
    );
    const document = await open(await write(paged(pages)));
    expect(document.numPages).toBe(300);
    for (const index of [0, 63, 64, 299]) {
      const content = await (await document.getPage(index + 1)).getTextContent();
      expect(content.items.map((item) => ('str' in item ? item.str : ''))).toContain(`p${index}`);
    }
  });

  it('refuses what is a bug of an earlier stage', async () => {
    const fragment = text('x', { x: 1, y: 1 }, { tag: tag('P', null) });
    const [run] = fragment.runs;
    if (!run) throw new Error('no run');
    const lacking = { ...fragment, runs: [{ ...run, glyphs: [0] }] };
    await expect(write(paged([page(0, [lacking])]))).rejects.toThrow('"x"');
    await expect(write(paged([page(0, [{ ...fragment, colour: 'rouge' }])]))).rejects.toThrow(
      '"rouge"',
    );
    await expect(write(paged([page(0, [{ ...fragment, x: Number.NaN }])]))).rejects.toThrow('NaN');
    const astray = paged([page(0, [fragment])], {
      destinations: new Map([['a', { page: 7, y: 0 }]]),
    });
    await expect(write(astray)).rejects.toThrow('page 7');
  });
});

describe('writePdf, for the press', () => {
  it('writes the boxes of the trim and of the bleed, and no tags', async () => {
    const document = sampleDocument();
    const sheets = impose(document, { mode: 'single', bleed: 8.5, cropMarks: true });
    const made = await writePdf({ document, metadata, conformance: 'print', sheets });
    const reader = new PdfReader(made);
    const [first] = pagesOf(reader);
    const box = (key: string) => reader.array(first?.dict.get(key)).map(Number);
    expect(box('MediaBox')).toEqual([0, 0, 471.02, 646.02]);
    expect(box('TrimBox')).toEqual([25.51, 25.51, 445.51, 620.51]);
    expect(box('BleedBox')).toEqual([17.01, 17.01, 454.01, 629.01]);
    expect(contents(made).join('')).not.toContain('BDC');
    expect(reader.catalog.has('StructTreeRoot')).toBe(false);
  });

  it('puts two pages on a side, each within its half', async () => {
    const document = sampleDocument();
    const sheets = impose(document, { mode: 'saddle', creep: 0 });
    const made = await writePdf({ document, metadata, conformance: 'print', sheets });
    const [front, back] = contents(made);
    const reader = new PdfReader(made);
    const preferences = reader.dict(reader.catalog.get('ViewerPreferences'));
    expect(reader.name(preferences?.get('Duplex'))).toBe('DuplexFlipShortEdge');
    expect(reader.name(preferences?.get('PrintScaling'))).toBe('None');
    expect(front).toContain('q 420 0 420 595 re W n');
    expect(front).toContain('460 575 Td');
    expect(back).toContain('q 0 0 420 595 re W n');
  });

  it('carries no attachment', async () => {
    const input = {
      document: sampleDocument(),
      metadata,
      conformance: 'print',
      attachments: [feed],
    } as const;
    await expect(writePdf(input)).rejects.toThrow('attachment');
  });
});
