import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import type { StructRole, Tag } from '../../src/boxes/box.ts';
import type {
  Fragment,
  LinkArea,
  Page,
  PagedDocument,
  TextFragment,
} from '../../src/layout/page.ts';
import type { PdfMetadata } from '../../src/pdf/metadata.ts';
import { resourcePath } from '../../src/resources.ts';
import type { FontFace, GlyphRun } from '../../src/text/font.ts';

/** Opens a font that ships, without the text stage, so that these tests stand alone. */
export function openFace(file: string, weight = 400): FontFace {
  const path = file.includes('/')
    ? resourcePath('fonts', file)
    : resourcePath('fonts', 'source-sans-3', file);
  const opened = create(readFileSync(path));
  if (!('layout' in opened)) throw new Error('a collection');
  const scale = 1000 / opened.unitsPerEm;
  const cache = new Map<string, GlyphRun>();
  const face: FontFace = {
    id: `${file}/${weight}`,
    family: 'Source Sans 3',
    weight,
    style: 'normal',
    file: path,
    ascent: opened.ascent / opened.unitsPerEm,
    descent: -opened.descent / opened.unitsPerEm,
    capHeight: opened.capHeight / opened.unitsPerEm,
    xHeight: opened.xHeight / opened.unitsPerEm,
    has: (codePoint) => opened.hasGlyphForCodePoint(codePoint),
    shape: (text) => {
      const known = cache.get(text);
      if (known) return known;
      const { glyphs, positions } = opened.layout(text);
      const advances = positions.map((position) => position.xAdvance * scale);
      const run: GlyphRun = {
        face,
        text,
        glyphs: glyphs.map((glyph) => glyph.id),
        advances,
        // fontkit remembers a glyph with the first character that it was met for.
        codePoints: glyphs.map((glyph) =>
          /^\s+$/.test(text) ? [text.codePointAt(0) ?? 0] : glyph.codePoints,
        ),
        width: advances.reduce((sum, advance) => sum + advance, 0),
        isSpace: /^[ \u00a0]+$/.test(text),
      };
      cache.set(text, run);
      return run;
    },
  };
  return face;
}

export const regular: FontFace = openFace('SourceSans3_400Regular.ttf');

export function tag(role: StructRole, parent: Tag | null, more: Partial<Tag> = {}): Tag {
  return { role, parent, ...more };
}

export function text(
  words: string,
  place: { readonly x: number; readonly y: number },
  more: Partial<TextFragment> = {},
): TextFragment {
  const face = more.face ?? regular;
  return {
    kind: 'text',
    ...place,
    face,
    size: 10,
    colour: '#000000',
    runs: words
      .split(/([ \u00a0])/)
      .filter((part) => part !== '')
      .map((part) => face.shape(part, { smallCaps: false, tabularFigures: false })),
    spaceExtra: 0,
    letterSpacing: 0,
    tag: null,
    ...more,
  };
}

export function page(
  index: number,
  fragments: readonly Fragment[],
  more: Partial<Page> = {},
): Page {
  return {
    index,
    folio: String(index + 1),
    name: 'body',
    side: index % 2 === 0 ? 'recto' : 'verso',
    size: { width: 420, height: 595 },
    fragments,
    links: [],
    ...more,
  };
}

export function paged(pages: readonly Page[], more: Partial<PagedDocument> = {}): PagedDocument {
  return { pages, destinations: new Map(), outline: [], ...more };
}

export const metadata: PdfMetadata = {
  title: 'Annuaire d’essai',
  author: 'Mairie de Valombre',
  language: 'fr',
  date: '2025-03-01',
  identifier: 'edition-1',
};

/** Two pages with everything that a booklet has: heading, paragraph with a link, list, table, figure. */
export function sampleDocument(): PagedDocument {
  const root = tag('Document', null);
  const heading = tag('H1', root);
  const paragraph = tag('P', root);
  const link = tag('Link', paragraph);
  const list = tag('L', root, { listNumbering: 'Disc' });
  const listLine = tag('LI', list);
  const label = tag('Lbl', listLine);
  const body = tag('LBody', listLine);
  const english = tag('P', root, { lang: 'en' });
  const figure = tag('Figure', root, { alt: 'Une (croix) & un carré' });
  const icon = tag('Figure', paragraph, { alt: 'Téléphone' });
  const table = tag('Table', root);
  const rows = ['Lundi', 'Mardi'].map((day) => ({ day, row: tag('TR', tag('TBody', table)) }));
  const uri: LinkArea = {
    rect: { x: 80, y: 70, width: 60, height: 12 },
    target: { kind: 'uri', uri: 'tel:+33199000001' },
    contents: 'Appeler (01 99 00 00 01)',
    tag: link,
  };
  const entryLink = tag('Link', paragraph);
  const inner: LinkArea = {
    rect: { x: 200, y: 70, width: 40, height: 12 },
    target: { kind: 'anchor', anchor: 'e-0001' },
    contents: 'Page 2',
    tag: entryLink,
  };
  const cross = {
    kind: 'vector',
    key: 'cross',
    width: 10,
    height: 10,
    paths: [
      {
        d: 'M1 1L9 9M9 1 1 9a4 4 0 1 1-8 0z',
        fill: 'current',
        stroke: '#aa0000',
        strokeWidth: 0.5,
      },
    ],
  } as const;
  const tbody = tag('TBody', table);
  const cells = rows.flatMap(({ day }, index) => {
    const row = tag('TR', tbody);
    return [
      text(day, { x: 40, y: 200 + index * 14 }, { tag: tag('TH', row, { scope: 'Row' }) }),
      text('9 h–12 h', { x: 120, y: 200 + index * 14 }, { tag: tag('TD', row) }),
    ];
  });
  const first = page(
    0,
    [
      text('Valombre', { x: 40, y: 20 }, { artifact: 'pagination' }),
      text('École & mairie', { x: 40, y: 50 }, { tag: heading, size: 20, colour: '#005a9c' }),
      text('Appelez le ', { x: 40, y: 80 }, { tag: paragraph }),
      text('01\u00a099\u00a000\u00a000\u00a001', { x: 90, y: 80 }, { tag: link }),
      {
        kind: 'rule',
        from: { x: 90, y: 82 },
        to: { x: 140, y: 82 },
        width: 0.5,
        colour: '#005a9c',
        dash: [1, 2],
        tag: null,
      },
      text(', voir ', { x: 150, y: 80 }, { tag: paragraph }),
      {
        kind: 'graphic',
        graphic: cross,
        rect: { x: 180, y: 72, width: 8, height: 8 },
        clip: null,
        colour: '#00aa00',
        tag: icon,
      },
      text('page 2', { x: 200, y: 80 }, { tag: entryLink }),
      text(' ou bien', { x: 240, y: 80 }, { tag: paragraph }),
      text(
        'officielle fin de ligne',
        { x: 40, y: 94 },
        { tag: paragraph, spaceExtra: 3.5, letterSpacing: 0.2 },
      ),
      text('•', { x: 40, y: 120 }, { tag: label }),
      text('Une liste', { x: 50, y: 120 }, { tag: body }),
      text('English words', { x: 40, y: 140 }, { tag: english }),
      ...cells,
      {
        kind: 'rect',
        rect: { x: 0, y: 560, width: 420, height: 35 },
        fill: '#e0f0ff',
        stroke: null,
        radius: 4,
        tag: null,
      },
      text('1', { x: 200, y: 580 }, { artifact: 'pagination' }),
    ],
    { folio: 'i', links: [uri, inner] },
  );
  const second = page(
    1,
    [
      text('suite du paragraphe', { x: 40, y: 40 }, { tag: paragraph }),
      {
        kind: 'clip',
        rect: { x: 40, y: 60, width: 100, height: 100 },
        tag: null,
        children: [
          {
            kind: 'path',
            rings: [
              [
                { x: 40, y: 60 },
                { x: 90, y: 60 },
                { x: 90, y: 110 },
              ],
            ],
            closed: true,
            fill: '#ddeeff',
            stroke: { colour: '#112233', width: 1 },
            tag: figure,
          },
          {
            kind: 'graphic',
            graphic: cross,
            rect: { x: 50, y: 70, width: 20, height: 20 },
            clip: { x: 50, y: 70, width: 10, height: 20 },
            colour: '#00aa00',
            tag: figure,
          },
        ],
      },
    ],
    { folio: '1' },
  );
  return paged([first, second], {
    destinations: new Map([
      ['e-0002', { page: 0, y: 60 }],
      ['e-0001', { page: 1, y: 20 }],
      ['É', { page: 1, y: 30 }],
    ]),
    outline: [
      { title: 'École & mairie', level: 1, page: 0, y: 30 },
      { title: 'Sous (titre', level: 2, page: 1, y: 20 },
      { title: 'Index', level: 1, page: 1, y: 60 },
    ],
  });
}
