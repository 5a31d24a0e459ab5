import type { EditionIdentity } from '../feed/service.ts';
import { pointsPer } from '../geometry/geometry.ts';
import { impose } from '../imposition/impose.ts';
import type { PagedDocument } from '../layout/page.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import { writePdf } from './write-pdf.ts';

/** The PDF files of an edition, by base name. */
export interface EditionPdf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface EditionPdfSources {
  readonly document: PagedDocument;
  readonly spec: BookletSpec;
  readonly edition: EditionIdentity;
  /** The feed's text, attached when the booklet asks for it. */
  readonly feed: string;
}

/** The accessible PDF first, then those for the print shop and for a home printer when asked. */
export async function editionPdfs(sources: EditionPdfSources): Promise<readonly EditionPdf[]> {
  const { document, spec, edition, feed } = sources;
  const metadata = {
    title: spec.title,
    author: spec.organisation.name,
    subject: spec.subtitle,
    language: spec.language,
    date: edition.date,
    identifier: edition.id,
  };
  const attachments = spec.output.attachFeed
    ? [
        {
          name: `${spec.slug}.geojson`,
          bytes: Buffer.from(feed),
          mime: 'application/geo+json',
          description: feedDescription(spec),
          relationship: 'Source' as const,
        },
      ]
    : [];
  const files = [
    {
      name: `${spec.slug}.pdf`,
      bytes: await writePdf({ document, metadata, attachments, conformance: 'accessible' }),
    },
  ];
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

function feedDescription(spec: BookletSpec): string {
  return spec.language.startsWith('fr')
    ? 'Données imprimées dans ce livret (GeoJSON)'
    : 'Data printed in this booklet (GeoJSON)';
}
