import type { EditionIdentity } from '../feed/service.ts';
import { pointsPer } from '../geometry/geometry.ts';
import { guardHeap } from '../heap-guard.ts';
import { impose } from '../imposition/impose.ts';
import type { PageReceiver } from '../layout/layout-document.ts';
import type { Page, PagedDocument } from '../layout/page.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Attachment } from './attachments.ts';
import type { PdfMetadata } from './metadata.ts';
import { PdfWriter } from './pdf-writer.ts';
import { writePdf } from './write-pdf.ts';

/** The PDF files of an edition, by base name. */
export interface EditionPdf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const pagesBetweenGuards = 32;

/** What identifies the files of an edition. */
export interface EditionFacts {
  readonly spec: BookletSpec;
  readonly edition: EditionIdentity;
}

/**
 * Paints the accessible PDF while pages are laid out, each forgotten once it is painted; to be
 * closed whatever happens.
 */
export class EditionPainter implements PageReceiver {
  readonly #facts: EditionFacts;
  #writer: PdfWriter;

  constructor(facts: EditionFacts) {
    this.#facts = facts;
    this.#writer = this.#open();
  }

  /** Null when pages are needed again after they are laid out: for another trial, or for paper. */
  static for(facts: EditionFacts): EditionPainter | null {
    const { output, fit } = facts.spec;
    const isOnePass = !fit && output.bleed === 0 && !output.imposed;
    return isOnePass ? new EditionPainter(facts) : null;
  }

  restart(): void {
    void this.#writer.close();
    this.#writer = this.#open();
  }

  announce(page: Page): void {
    this.#writer.announcePage(page);
  }

  add(page: Page): void {
    if (page.index % pagesBetweenGuards === 0) guardHeap();
    this.#writer.addPage(page);
  }

  breathe(): Promise<void> {
    return this.#writer.breathe();
  }

  async finish(document: PagedDocument, feed: string): Promise<Uint8Array> {
    const bytes = await this.#writer.finish(document, attachmentsOf(this.#facts.spec, feed));
    await this.close();
    return bytes;
  }

  /** Ends the writer and lets go of all that it noted. */
  async close(): Promise<void> {
    await this.#writer.close();
    this.#writer = this.#open();
  }

  #open(): PdfWriter {
    return new PdfWriter({ metadata: metadataOf(this.#facts), conformance: 'accessible' });
  }
}

export interface EditionPdfSources extends EditionFacts {
  readonly document: PagedDocument;
  /** The feed's text, attached when the booklet asks for it. */
  readonly feed: string;
  /** What painted the pages already; null when they are still to be painted. */
  readonly painter: EditionPainter | null;
}

/** The accessible PDF first, then those for the print shop and for a home printer when asked. */
export async function editionPdfs(sources: EditionPdfSources): Promise<readonly EditionPdf[]> {
  const { document, spec, feed, painter } = sources;
  const metadata = metadataOf(sources);
  const attachments = attachmentsOf(spec, feed);
  const bytes = painter
    ? await painter.finish(document, feed)
    : await writePdf({ document, metadata, attachments, conformance: 'accessible' });
  const files = [{ name: `${spec.slug}.pdf`, bytes }];
  if (spec.output.bleed > 0) {
    const sheets = impose(document, {
      mode: 'single',
      bleed: spec.output.bleed * pointsPer.mm,
      cropMarks: true,
    });
    const bytes = await writePdf({ document, sheets, metadata, conformance: 'print' });
    files.push({ name: `${spec.slug}-imprimeur.pdf`, bytes });
  }
  if (spec.output.imposed) {
    const sheets = impose(document, { mode: 'saddle', creep: 0 });
    const bytes = await writePdf({ document, sheets, metadata, conformance: 'print' });
    files.push({ name: `${spec.slug}-a-plier.pdf`, bytes });
  }
  return files;
}

function metadataOf({ spec, edition }: EditionFacts): PdfMetadata {
  return {
    title: spec.title,
    author: spec.organisation.name,
    subject: spec.subtitle,
    language: spec.language,
    date: edition.date,
    identifier: edition.id,
  };
}

function attachmentsOf(spec: BookletSpec, feed: string): readonly Attachment[] {
  if (!spec.output.attachFeed) return [];
  return [
    {
      name: `${spec.slug}.geojson`,
      bytes: Buffer.from(feed),
      mime: 'application/geo+json',
      description: feedDescription(spec),
      relationship: 'Source',
    },
  ];
}

function feedDescription(spec: BookletSpec): string {
  return spec.language.startsWith('fr')
    ? 'Données imprimées dans ce livret (GeoJSON)'
    : 'Data printed in this booklet (GeoJSON)';
}
