import type { Sheet } from '../imposition/sheet.ts';
import type { PagedDocument } from '../layout/page.ts';
import { type Attachment, writeAttachments } from './attachments.ts';
import { Fonts } from './fonts.ts';
import { Graphics } from './graphics.ts';
import { annotationsEntry, writeLinks } from './links.ts';
import { type Conformance, infoDictionary, type PdfMetadata, xmpPacket } from './metadata.ts';
import { type PlaceOf, writeOutline } from './outline.ts';
import { pageLabels } from './page-labels.ts';
import { type PaintContext, paintSheet } from './paint-sheet.ts';
import { PdfFile } from './pdf-file.ts';
import { srgbProfile } from './srgb-profile.ts';
import { StructureTree } from './structure-tree.ts';
import { byteString, num, ref, textString } from './syntax.ts';
import { nameTree, pageTree } from './trees.ts';

/** What a PDF is written from. */
export interface PdfInput {
  readonly document: PagedDocument;
  /** Imposed or bled; absent: one sheet for each page, without margins. */
  readonly sheets?: readonly Sheet[];
  readonly metadata: PdfMetadata;
  /** Only for 'accessible'. */
  readonly attachments?: readonly Attachment[];
  /** accessible: PDF/A-3a and PDF/UA-1, tagged, with links; print: PDF/A-2u for the press, painted only. */
  readonly conformance: Conformance;
}

/** Writes a laid-out document as the bytes of a PDF 1.7 file; the same input gives the same bytes. */
export async function writePdf(input: PdfInput): Promise<Uint8Array> {
  if (input.conformance === 'print' && input.attachments?.length) {
    throw new Error('a print file carries no attachment');
  }
  const file = new PdfFile();
  try {
    return await writeInto(file, input);
  } finally {
    await file.close();
  }
}

async function writeInto(file: PdfFile, input: PdfInput): Promise<Uint8Array> {
  const { document, conformance, metadata } = input;
  const accessible = conformance === 'accessible';
  const sheets = input.sheets ?? document.pages.map(({ index, size }) => wholePage(index, size));
  const fonts = new Fonts(file);
  const graphics = new Graphics(file, !accessible);
  const tree = accessible ? new StructureTree(file, metadata.language, sheets.length) : null;
  const context = { pages: document.pages, fonts, graphics, tree };
  const pages = await writeSheets(file, context, sheets);
  const navigation = tree
    ? writeTree(tree, pages.ids) + writeNavigation(file, input, { sheets, ids: pages.ids })
    : '';
  file.add(fonts.write(), pages.fontResources);
  const root = file.add(
    `<</Type/Catalog/Pages ${ref(pages.root)}/Lang${textString(metadata.language)}` +
      `/ViewerPreferences<</DisplayDocTitle true${printPreferences(input)}>>` +
      `/Metadata ${ref(writeMetadata(file, input))}/OutputIntents[${writeIntent(file)}]${navigation}>>`,
  );
  return file.finish(root, file.add(infoDictionary(metadata)));
}

/** A file for paper must not be scaled, and a folded one is turned over its short edge. */
function printPreferences({ conformance, sheets = [] }: PdfInput): string {
  if (conformance !== 'print') return '';
  const isFolded = sheets.some(({ placements }) => placements.length > 1);
  return `/PrintScaling/None${isFolded ? '/Duplex/DuplexFlipShortEdge' : ''}`;
}

function wholePage(page: number, size: Sheet['size']): Sheet {
  const whole = { x: 0, y: 0, ...size };
  return {
    size,
    trim: whole,
    bleed: whole,
    placements: [{ page, x: 0, y: 0, clip: whole }],
    marks: [],
  };
}

interface WrittenSheets {
  readonly ids: readonly number[];
  readonly root: number;
  /** Number kept for the dictionary of fonts, which all pages share. */
  readonly fontResources: number;
}

async function writeSheets(
  file: PdfFile,
  context: PaintContext,
  sheets: readonly Sheet[],
): Promise<WrittenSheets> {
  const fontResources = file.allocate();
  const ids = sheets.map(() => file.allocate());
  const parents = new Map<number, number>();
  const root = pageTree(file, ids, (page, parent) => parents.set(page, parent));
  for (const [index, sheet] of sheets.entries()) {
    const painted = paintSheet(context, sheet, index);
    const content = file.addStream(painted.content);
    const links = context.tree ? writeLinks(file, context.tree, context.pages, [sheet, index]) : [];
    const pictures = painted.graphics.map(({ resource, id }) => `/${resource} ${ref(id)}`).join('');
    const id = ids[index] as number;
    file.add(
      `<</Type/Page/Parent ${ref(parents.get(id) as number)}${boxes(sheet)}` +
        `/Resources<</Font ${ref(fontResources)}${pictures === '' ? '' : `/XObject<<${pictures}>>`}>>` +
        `/Contents ${ref(content)}${annotationsEntry(links)}` +
        `${context.tree ? `/StructParents ${index}/Tabs/S` : ''}>>`,
      id,
    );
    await file.breathe();
  }
  return { ids, root, fontResources };
}

function boxes({ size, trim, bleed }: Sheet): string {
  const box = (rect: Sheet['trim']) => {
    const bottom = size.height - rect.y - rect.height;
    return `[${[rect.x, bottom, rect.x + rect.width, bottom + rect.height].map(num).join(' ')}]`;
  };
  const media = `/MediaBox${box({ x: 0, y: 0, ...size })}`;
  const isWhole = trim.width === size.width && trim.height === size.height;
  return isWhole ? media : `${media}/BleedBox${box(bleed)}/TrimBox${box(trim)}`;
}

function writeTree(tree: StructureTree, pageIds: readonly number[]): string {
  return `/MarkInfo<</Marked true>>/StructTreeRoot ${ref(tree.write(pageIds))}`;
}

function writeNavigation(
  file: PdfFile,
  { document, sheets: imposed, attachments = [], metadata }: PdfInput,
  { sheets, ids }: { readonly sheets: readonly Sheet[]; readonly ids: readonly number[] },
): string {
  const placeOf = placesOn(sheets, ids);
  const outline = writeOutline(file, document.outline, placeOf);
  const files = writeAttachments(file, attachments, metadata.date);
  const destinations = [...document.destinations]
    .map(([anchor, { page, y }]) => [Buffer.from(anchor), placeOf(page, y), anchor] as const)
    .sort(([a], [b]) => Buffer.compare(a, b))
    .map(([, place, anchor]) => [byteString(anchor), place] as const);
  const named = destinations.length === 0 ? '' : `/Dests ${ref(nameTree(file, destinations))}`;
  const names = named + files.names;
  return (
    (outline === null ? '' : `/Outlines ${ref(outline)}/PageMode/UseOutlines`) +
    (names === '' ? '' : `/Names<<${names}>>`) +
    (imposed ? '' : `/PageLabels${pageLabels(document.pages.map(({ folio }) => folio))}`) +
    files.catalog
  );
}

/** Where pages came to stand, as explicit destinations. */
function placesOn(sheets: readonly Sheet[], ids: readonly number[]): PlaceOf {
  const tops = new Map<number, readonly [sheet: number, top: number]>();
  for (const [index, { placements, size }] of sheets.entries()) {
    for (const { page, y } of placements)
      if (page !== null) tops.set(page, [index, size.height - y]);
  }
  return (page, y) => {
    const place = tops.get(page);
    if (!place) throw new Error(`a destination stands on page ${page}, which no sheet shows`);
    return `[${ref(ids[place[0]] as number)}/XYZ null ${num(place[1] - y)} null]`;
  };
}

function writeMetadata(file: PdfFile, { metadata, conformance }: PdfInput): number {
  const packet = Buffer.from(xmpPacket(metadata, conformance), 'utf8');
  return file.addRawStream(packet, '/Type/Metadata/Subtype/XML');
}

function writeIntent(file: PdfFile): string {
  const profile = file.addStream(srgbProfile(), '/N 3');
  return (
    `<</Type/OutputIntent/S/GTS_PDFA1/Info(sRGB IEC61966-2.1)` +
    `/OutputConditionIdentifier(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)` +
    `/DestOutputProfile ${ref(profile)}>>`
  );
}
