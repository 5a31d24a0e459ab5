import { fileURLToPath } from 'node:url';
import type { BlockBox, Box, Inline, ParagraphBox, Tag } from '../../src/boxes/box.ts';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { noEdges } from '../../src/geometry/geometry.ts';
import { layoutDocument } from '../../src/layout/layout-document.ts';
import type { Fragment, Page, PagedDocument, TextFragment } from '../../src/layout/page.ts';
import type {
  BorderSide,
  ComputedStyle,
  MarginBox,
  MarginBoxName,
  PageMaster,
} from '../../src/style/computed-style.ts';
import { loadFontLibrary } from '../../src/text/font-library.ts';

/** Every glyph of the ruler font is 1 em wide: at 10 pt a line of n characters is 10 n pt wide. */
export const rulerFonts = loadFontLibrary({
  folders: [fileURLToPath(new URL('../fixtures/ruler-font', import.meta.url))],
});

const noBorder: BorderSide = { width: 0, style: 'none', colour: '#000000' };

export const plain: ComputedStyle = {
  display: 'block',
  fontFamily: ['Ruler'],
  fontSize: 10,
  fontWeight: 400,
  fontStyle: 'normal',
  smallCaps: false,
  tabularFigures: false,
  lineHeight: 10,
  letterSpacing: 0,
  colour: '#000000',
  textAlign: 'left',
  textIndent: 0,
  textTransform: 'none',
  hyphens: 'none',
  whiteSpace: 'normal',
  widows: 1,
  orphans: 1,
  listStyle: 'none',
  verticalAlign: 'baseline',
  underline: false,
  margin: noEdges,
  padding: noEdges,
  border: { top: noBorder, right: noBorder, bottom: noBorder, left: noBorder },
  borderRadius: 0,
  background: null,
  width: 'auto',
  height: 'auto',
  minHeight: 0,
  objectFit: 'contain',
  columnCount: 1,
  columnGap: 10,
  columnRule: noBorder,
  columnSpan: 'none',
  columnFill: 'balance',
  tracks: [],
  rowGap: 0,
  alignItems: 'start',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  page: 'auto',
  position: 'static',
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
  outside: 'auto',
  inside: 'auto',
  content: null,
  stringSet: [],
  bookmarkLevel: 0,
  continued: null,
};

export function style(changes: Partial<ComputedStyle> = {}): ComputedStyle {
  return { ...plain, ...changes };
}

const documentTag: Tag = { role: 'Document', parent: null };

interface Extras {
  readonly anchors?: readonly string[];
  readonly strings?: readonly { name: string; value: string }[];
  readonly label?: string;
  readonly continuation?: ParagraphBox;
}

/** A paragraph; a string is its text, "|" a forced line end. */
export function paragraph(
  text: string | readonly Inline[],
  changes: Partial<ComputedStyle> = {},
  extras: Extras = {},
): ParagraphBox {
  const own = style(changes);
  const tag: Tag = { role: 'P', parent: documentTag };
  const inlines = typeof text === 'string' ? textInlines(text, own, tag) : text;
  return {
    kind: 'paragraph',
    style: own,
    anchors: extras.anchors ?? [],
    strings: extras.strings ?? [],
    bookmark: null,
    inlines,
    tag,
  };
}

export function textInlines(
  text: string,
  own: ComputedStyle = plain,
  tag: Tag | null = documentTag,
): readonly Inline[] {
  return text.split('|').flatMap((part, index): Inline[] => {
    const inline: Inline = { kind: 'text', text: part, style: own, tag, link: null, lang: 'fr' };
    return index > 0 ? [{ kind: 'break' }, inline] : [inline];
  });
}

export function block(
  children: readonly Box[],
  changes: Partial<ComputedStyle> = {},
  extras: Extras = {},
): BlockBox {
  return {
    kind: 'block',
    style: style(changes),
    anchors: extras.anchors ?? [],
    strings: extras.strings ?? [],
    bookmark: null,
    children,
    continuation: extras.continuation ?? null,
    marker: null,
    label: extras.label ?? '',
  };
}

/** A paragraph of n lines named x1, x2 ... */
export function lines(
  name: string,
  count: number,
  changes: Partial<ComputedStyle> = {},
  extras: Extras = {},
): ParagraphBox {
  return paragraph(
    Array.from({ length: count }, (_, index) => `${name}${index + 1}`).join('|'),
    changes,
    extras,
  );
}

/** An entry kept together. */
export function entry(name: string, count: number, changes: Partial<ComputedStyle> = {}): BlockBox {
  return block(
    [lines(name, count)],
    { breakInside: 'avoid', ...changes },
    { label: name, anchors: [name] },
  );
}

export interface StagePage {
  readonly width?: number;
  readonly height?: number;
  readonly margin?: number;
  readonly marginBoxes?: ReadonlyMap<MarginBoxName, MarginBox>;
  readonly multiple?: number;
  readonly leastPages?: number;
  readonly masters?: Readonly<Record<string, Partial<PageMaster>>>;
}

export interface Staged {
  readonly document: PagedDocument;
  readonly diagnostics: DiagnosticList;
}

/** Lays a document out on pages of 100 x 100 pt without margins, unless told otherwise. */
export function stage(children: readonly Box[], page: StagePage = {}): Staged {
  const diagnostics = new DiagnosticList();
  const { width = 100, height = 100, margin = 0 } = page;
  const master = (name: string, side: 'recto' | 'verso', first: boolean): PageMaster => ({
    name,
    side,
    first,
    size: { width, height },
    margin: { top: margin, right: margin, bottom: margin, left: margin },
    background: null,
    folioStyle: 'decimal',
    folioReset: false,
    marginBoxes: page.marginBoxes ?? new Map(),
    ...page.masters?.[name],
  });
  const document = layoutDocument(children, {
    fonts: rulerFonts,
    master,
    language: 'fr',
    sink: diagnostics,
    multiple: page.multiple,
    leastPages: page.leastPages,
  });
  return { document, diagnostics };
}

export function texts(fragments: readonly Fragment[]): readonly TextFragment[] {
  return fragments.filter((fragment): fragment is TextFragment => fragment.kind === 'text');
}

export function textOf(fragment: TextFragment): string {
  return fragment.runs.map((run) => run.text).join('');
}

/** The page's columns as lists of lines, found by their x. */
export function columns(page: Page): readonly (readonly string[])[] {
  const byX = new Map<number, string[]>();
  for (const fragment of texts(page.fragments)) {
    const x = Math.round(fragment.x);
    byX.set(x, [...(byX.get(x) ?? []), textOf(fragment).trim()]);
  }
  return [...byX].sort(([a], [b]) => a - b).map(([, content]) => content);
}

/** All the pages, each as "column / column", lines separated by blanks. */
export function outline(document: PagedDocument): readonly string[] {
  return document.pages.map((page) =>
    columns(page)
      .map((column) => column.join(' '))
      .join(' / '),
  );
}
