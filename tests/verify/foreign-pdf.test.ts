import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../src/resources.ts';
import { checkPdf } from '../../src/verify/check-pdf.ts';
import { PdfReader } from '../../src/verify/pdf-reader.ts';
import { pagesOf } from '../../src/verify/pdf-trees.ts';

/** A PDF that another writer made: a classic cross-reference table, plain objects, its own fonts. */
function written(draw: (document: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const font = resourcePath('fonts', 'source-sans-3', 'SourceSans3_400Regular.ttf');
  const document = new PDFDocument({
    font,
    pdfVersion: '1.7',
    info: { CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    draw(document);
    document.end();
  });
}

describe('a PDF of pdfkit', () => {
  it('is read: its pages and its catalog', async () => {
    const pdf = await written((document) => {
      document.text('Mairie de Cœurval').addPage().text('École');
    });
    const reader = new PdfReader(pdf);
    expect(pagesOf(reader)).toHaveLength(2);
    expect(reader.name(reader.catalog.get('Type'))).toBe('Catalog');
  });

  it('without tags or metadata is found wanting', async () => {
    const pdf = await written((document) => {
      document.text('Mairie');
    });
    const codes = new Set(checkPdf(pdf).map(({ code }) => code));
    expect(codes.size).toBeGreaterThan(3);
  });
});
