import type { Sheet } from '../imposition/sheet.ts';
import type { Page, PagedDocument } from '../layout/page.ts';
import { type Attachment, writeAttachments } from './attachments.ts';
import { Fonts } from './fonts.ts';
import { Graphics } from './graphics.ts';
import { annotationsEntry, writeLinks } from './links.ts';
import { type Conformance, infoDictionary, type PdfMetadata, xmpPacket } from './metadata.ts';
import { type PlaceOf, writeOutline } from './outline.ts';
import { pageLabels } from './page-labels.ts';
import { paintSheet } from './paint-sheet.ts';
import { PdfFile } from './pdf-file.ts';
import { srgbProfile } from './srgb-profile.ts';
import { StructureTree } from './structure-tree.ts';
import { byteString, num, ref, textString } from './syntax.ts';
import { nameTree, pageTree } from './trees.ts';

export interface PdfSettings {
  readonly metadata: PdfMetadata;
  readonly conformance: Conformance;
}

/** A sheet once written: what its page dictionary and the destinations need. */
interface WrittenSheet {
  readonly id: number;
  /** Everything of the page dictionary but its parent; null until the sheet is painted. */
  body: string | null;
  readonly links: readonly number[];
  readonly size: Sheet['size'];
  readonly placements: Sheet['placements'];
}

/**
 * Writes a PDF page by page: a page is painted, compressed and forgotten, so that a long document
 * never stands in memory whole. A page whose numbers are not known yet is announced in its place
 * in reading order, and added once they are.
 */
export class PdfWriter {
  readonly #settings: PdfSettings;
  readonly #file = new PdfFile();
  readonly #fonts = new Fonts(this.#file);
  readonly #graphics: Graphics;
  readonly #tree: StructureTree | null;
  readonly #fontResources = this.#file.allocate();
  readonly #sheets: WrittenSheet[] = [];
  #isImposed = false;

  constructor(settings: PdfSettings) {
    this.#settings = settings;
    const isAccessible = settings.conformance === 'accessible';
    this.#graphics = new Graphics(this.#file, !isAccessible);
    this.#tree = isAccessible ? new StructureTree(this.#file, settings.metadata.language) : null;
  }

  /** Keeps the place of a page in the reading order; it must be added later, with the same tags. */
  announcePage(page: Page): void {
    this.#write(wholePage(page), page.index, [page], true);
  }

  /** Paints the next page, or one that was announced. */
  addPage(page: Page): void {
    this.#write(wholePage(page), page.index, [page], false);
  }

  /** Lets compression keep up with the painter. */
  breathe(): Promise<void> {
    return this.#file.breathe();
  }

  /** Paints sheets that show several pages or more than the trimmed page. */
  async addSheets(sheets: readonly Sheet[], pages: readonly Page[]): Promise<void> {
    this.#isImposed = true;
    for (const [index, sheet] of sheets.entries()) {
      this.#write(sheet, index, pages, false);
      await this.#file.breathe();
    }
  }

  /** The bytes of the file; `document` gives names, outline and folios. */
  async finish(
    document: Omit<PagedDocument, 'pages'> & { readonly pages: readonly Pick<Page, 'folio'>[] },
    attachments: readonly Attachment[],
  ): Promise<Uint8Array> {
    const { metadata, conformance } = this.#settings;
    if (conformance === 'print' && attachments.length > 0) {
      throw new Error('a print file carries no attachment');
    }
    const file = this.#file;
    const pages = this.#writePages();
    const ids = this.#sheets.map(({ id }) => id);
    const navigation = this.#tree
      ? writeTree(this.#tree, ids) + this.#writeNavigation(document, attachments)
      : '';
    file.add(this.#fonts.write(), this.#fontResources);
    const root = file.add(
      `<</Type/Catalog/Pages ${ref(pages)}/Lang${textString(metadata.language)}` +
        `/ViewerPreferences<</DisplayDocTitle true${this.#printPreferences()}>>` +
        `/Metadata ${ref(writeMetadata(file, this.#settings))}/OutputIntents[${writeIntent(file)}]${navigation}>>`,
    );
    return file.finish(root, file.add(infoDictionary(metadata)));
  }

  /** To be called whatever happens. */
  close(): Promise<void> {
    return this.#file.close();
  }

  #write(sheet: Sheet, index: number, pages: readonly Page[], isAnnounced: boolean): void {
    const context = {
      pageAt: pageFinder(pages),
      fonts: this.#fonts,
      graphics: this.#graphics,
      tree: this.#tree,
    };
    const painted = paintSheet(context, sheet, index);
    const known = this.#sheets[index];
    const links =
      known?.links ??
      (this.#tree ? writeLinks(this.#file, this.#tree, context.pageAt, [sheet, index]) : []);
    const written = known ?? {
      id: this.#file.allocate(),
      body: null,
      links,
      size: sheet.size,
      placements: sheet.placements,
    };
    this.#sheets[index] = written;
    if (isAnnounced) {
      this.#tree?.rewind(index);
      return;
    }
    const content = this.#file.addStream(painted.content);
    const pictures = painted.graphics.map(({ resource, id }) => `/${resource} ${ref(id)}`).join('');
    written.body =
      `${boxes(sheet)}/Resources<</Font ${ref(this.#fontResources)}${pictures === '' ? '' : `/XObject<<${pictures}>>`}>>` +
      `/Contents ${ref(content)}${annotationsEntry(links)}` +
      `${this.#tree ? `/StructParents ${index}/Tabs/S` : ''}`;
  }

  #writePages(): number {
    const ids = this.#sheets.map(({ id }) => id);
    const parents = new Map<number, number>();
    const root = pageTree(this.#file, ids, (page, parent) => parents.set(page, parent));
    for (const [index, { id, body }] of this.#sheets.entries()) {
      if (body === null) throw new Error(`page ${index} was announced and never added`);
      this.#file.add(`<</Type/Page/Parent ${ref(parents.get(id) as number)}${body}>>`, id);
    }
    return root;
  }

  /** A file for paper must not be scaled, and a folded one is turned over its short edge. */
  #printPreferences(): string {
    if (this.#settings.conformance !== 'print') return '';
    const isFolded = this.#sheets.some(({ placements }) => placements.length > 1);
    return `/PrintScaling/None${isFolded ? '/Duplex/DuplexFlipShortEdge' : ''}`;
  }

  #writeNavigation(
    document: Omit<PagedDocument, 'pages'> & { readonly pages: readonly Pick<Page, 'folio'>[] },
    attachments: readonly Attachment[],
  ): string {
    const file = this.#file;
    const placeOf = placesOn(this.#sheets);
    const outline = writeOutline(file, document.outline, placeOf);
    const files = writeAttachments(file, attachments, this.#settings.metadata.date);
    const destinations = [...document.destinations]
      .map(([anchor, { page, y }]) => [Buffer.from(anchor), placeOf(page, y), anchor] as const)
      .sort(([a], [b]) => Buffer.compare(a, b))
      .map(([, place, anchor]) => [byteString(anchor), place] as const);
    const named = destinations.length === 0 ? '' : `/Dests ${ref(nameTree(file, destinations))}`;
    const names = named + files.names;
    return (
      (outline === null ? '' : `/Outlines ${ref(outline)}/PageMode/UseOutlines`) +
      (names === '' ? '' : `/Names<<${names}>>`) +
      (this.#isImposed
        ? ''
        : `/PageLabels${pageLabels(document.pages.map(({ folio }) => folio))}`) +
      files.catalog
    );
  }
}

function pageFinder(pages: readonly Page[]): (index: number) => Page | undefined {
  const [first] = pages;
  return (index) => (first?.index === index ? first : pages[index]);
}

function wholePage({ index, size }: Page): Sheet {
  const whole = { x: 0, y: 0, ...size };
  return {
    size,
    trim: whole,
    bleed: whole,
    placements: [{ page: index, x: 0, y: 0, clip: whole }],
    marks: [],
  };
}

/** Where pages came to stand, as explicit destinations. */
function placesOn(sheets: readonly WrittenSheet[]): PlaceOf {
  const tops = new Map<number, readonly [id: number, top: number]>();
  for (const { id, placements, size } of sheets) {
    for (const { page, y } of placements) if (page !== null) tops.set(page, [id, size.height - y]);
  }
  return (page, y) => {
    const place = tops.get(page);
    if (!place) throw new Error(`a destination stands on page ${page}, which no sheet shows`);
    return `[${ref(place[0])}/XYZ null ${num(place[1] - y)} null]`;
  };
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

function writeMetadata(file: PdfFile, { metadata, conformance }: PdfSettings): number {
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
