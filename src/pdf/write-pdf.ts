import type { Sheet } from '../imposition/sheet.ts';
import type { PagedDocument } from '../layout/page.ts';
import type { Attachment } from './attachments.ts';
import type { Conformance, PdfMetadata } from './metadata.ts';
import { PdfWriter } from './pdf-writer.ts';

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
  const { document, sheets, metadata, attachments = [], conformance } = input;
  const writer = new PdfWriter({ metadata, conformance });
  try {
    if (sheets) await writer.addSheets(sheets, document.pages);
    else {
      for (const page of document.pages) {
        writer.addPage(page);
        await writer.breathe();
      }
    }
    return await writer.finish(document, attachments);
  } finally {
    await writer.close();
  }
}
