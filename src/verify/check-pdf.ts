import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkAnnotations } from './check-annotations.ts';
import { checkContents } from './check-contents.ts';
import { checkDocument } from './check-document.ts';
import { checkFonts } from './check-fonts.ts';
import { checkLimits } from './check-limits.ts';
import { checkMetadata } from './check-metadata.ts';
import { checkNavigation } from './check-navigation.ts';
import { checkPictures } from './check-pictures.ts';
import { checkStructure } from './check-structure.ts';
import { PdfReader } from './pdf-reader.ts';
import { broken } from './pdf-rules.ts';
import { PdfSyntaxError } from './pdf-values.ts';
import { readStructure } from './read-structure.ts';

/** Checks a finished accessible PDF against the clauses of PDF/UA-1 and PDF/A-3a that concern what we write. */
export function checkPdf(pdf: Uint8Array): readonly Diagnostic[] {
  try {
    const reader = new PdfReader(pdf);
    const structure = readStructure(reader);
    const contents = checkContents(reader, structure);
    return [
      ...checkDocument(reader),
      ...checkLimits(reader),
      ...checkMetadata(reader),
      ...checkPictures(reader),
      ...checkStructure(reader, structure),
      ...contents.diagnostics,
      ...checkFonts(reader, contents.shown),
      ...checkAnnotations(reader, structure),
      ...checkNavigation(reader),
    ];
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    return [broken('unreadable', error.message)];
  }
}
