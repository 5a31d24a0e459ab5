import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text where it stands, pt from the bottom left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** pt */
  readonly size: number;
}

export interface ReadLink {
  /** Name of a place of the document. */
  readonly dest?: string;
  readonly url?: string;
  /** Text that the area covers. */
  readonly text: string;
}

export interface ReadPage {
  /** Page label: what is printed as folio. */
  readonly label: string;
  /** What a screen reader reads: artifacts left out, line ends as blanks. */
  readonly text: string;
  readonly pieces: readonly PlacedText[];
  /** Artifacts: running heads, folios, leaders. */
  readonly margins: string;
  readonly links: readonly ReadLink[];
  /** Roles and texts of the structure tree, headings only: "H2 Sommaire". */
  readonly headings: readonly string[];
  /** Every role of the structure tree, by count. */
  readonly roles: Readonly<Record<string, number>>;
}

/** A PDF as a reader that is not ours sees it. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  /** Page, from 0, of each named destination. */
  readonly destinations: ReadonlyMap<string, number>;
  readonly outline: readonly string[];
  readonly language: string;
  readonly title: string;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const labels = await pdf.getPageLabels();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(await pdf.getPage(number), labels?.[number - 1] ?? ''));
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const read = {
    pages,
    destinations: await readDestinations(pdf),
    outline: outlineTitles(((await pdf.getOutline()) ?? []) as readonly OutlineNode[]),
    language: info.Language ?? '',
    title: info.Title ?? '',
    attachments: readAttachments(await pdf.getAttachments()),
  };
  await task.destroy();
  return read;
}

interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

/** Titles, two blanks deeper at each level. */
function outlineTitles(nodes: readonly OutlineNode[], depth = ''): string[] {
  return nodes.flatMap(({ title, items }) => [
    `${depth}${title}`,
    ...outlineTitles(items, `${depth}  `),
  ]);
}

function readAttachments(
  found: Readonly<Record<string, { filename: string; content: Uint8Array }>> | null,
): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.values(found ?? {}).map(({ filename, content }) => [filename, content]));
}

async function readDestinations(pdf: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  for (const [name, place] of Object.entries(await pdf.getDestinations())) {
    places.set(name, await pdf.getPageIndex((place as [{ num: number; gen: number }])[0]));
  }
  return places;
}

async function readPage(page: PDFPageProxy, label: string): Promise<ReadPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const read = { text: '', margins: '', pieces: [] as PlacedText[] };
  const byMark = new Map<string, string>();
  const open: { readonly isArtifact: boolean; readonly id?: string }[] = [];
  for (const one of items) {
    if (!('str' in one)) {
      if (one.type === 'endMarkedContent') open.pop();
      else open.push({ isArtifact: (one as { tag?: string }).tag === 'Artifact', id: one.id });
      continue;
    }
    const text = one.str + (one.hasEOL ? ' ' : '');
    const isArtifact = open.some((mark) => mark.isArtifact);
    read[isArtifact ? 'margins' : 'text'] += text;
    if (isArtifact) continue;
    const [, , , size, x, y] = one.transform;
    read.pieces.push({ text, x, y, size });
    for (const { id } of open) if (id) byMark.set(id, (byMark.get(id) ?? '') + text);
  }
  const tree = (await page.getStructTree()) as StructureNode | null;
  const links = await readLinks(page, read.pieces);
  return { ...read, label, links, ...readStructure(tree, byMark) };
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

function readStructure(
  tree: StructureNode | null,
  texts: ReadonlyMap<string, string>,
): Pick<ReadPage, 'headings' | 'roles'> {
  const headings: string[] = [];
  const roles: Record<string, number> = {};
  const textOf = (node: StructureNode): string =>
    (node.type === 'content' ? (texts.get(node.id ?? '') ?? '') : '') +
    (node.children ?? []).map(textOf).join('');
  const visit = (node: StructureNode): void => {
    if (node.role) roles[node.role] = (roles[node.role] ?? 0) + 1;
    if (/^H\d$/.test(node.role ?? '')) headings.push(`${node.role} ${textOf(node).trim()}`);
    for (const child of node.children ?? []) visit(child);
  };
  if (tree) visit(tree);
  return { headings, roles };
}

async function readLinks(
  page: PDFPageProxy,
  pieces: readonly PlacedText[],
): Promise<readonly ReadLink[]> {
  const annotations = (await page.getAnnotations()) as readonly {
    readonly subtype: string;
    readonly rect: readonly [number, number, number, number];
    readonly dest?: string;
    readonly unsafeUrl?: string;
  }[];
  return annotations
    .filter(({ subtype }) => subtype === 'Link')
    .map(({ rect: [left, bottom, right, top], dest, unsafeUrl }) => ({
      dest: typeof dest === 'string' ? dest : undefined,
      url: unsafeUrl,
      text: pieces
        .filter(({ x, y }) => x >= left - 0.5 && x < right && y >= bottom - 0.5 && y < top)
        .map(({ text }) => text)
        .join(''),
    }));
}

/** Letters and digits without accents, case, blanks and hyphens: what setting may change. */
export function lettersOnly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
