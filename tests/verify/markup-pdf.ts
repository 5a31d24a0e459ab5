import type { VectorGraphic } from '../../src/boxes/box.ts';
import { buildBoxes } from '../../src/boxes/build-boxes.ts';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { layoutDocument } from '../../src/layout/layout-document.ts';
import { openHtml } from '../../src/markup/parse-html.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { resourcePath } from '../../src/resources.ts';
import { createStyler } from '../../src/style/create-styler.ts';
import { loadFontLibrary } from '../../src/text/font-library.ts';

const square: VectorGraphic = {
  kind: 'vector',
  key: 'square',
  width: 10,
  height: 10,
  paths: [{ d: 'M0 0h10v10h-10z', fill: 'current', stroke: null, strokeWidth: 0 }],
};
const fonts = loadFontLibrary({ folders: [resourcePath('fonts')] });

/** The PDF that markup under an <h1> becomes, by every stage but the directory; "square" is the one picture. */
export function markupPdf(html: string, css = '', language = 'fr'): Promise<Uint8Array> {
  const sink = new DiagnosticList();
  const styler = createStyler([{ css, file: 'style.css' }], { sink });
  const find = (name: string) => (name === 'square' ? square : undefined);
  const page = openHtml(`<html lang="${language}"><body><h1>Titre</h1>${html}</body></html>`);
  const graphics = { icon: find, image: find, map: find, qr: find };
  const boxes = buildBoxes(page, { styler, graphics, language, sink });
  const document = layoutDocument(boxes, {
    fonts,
    master: (...wanted) => styler.master(...wanted),
    language,
    sink,
  });
  const metadata = { title: 'Essai', language, date: '2025-03-01', identifier: 'essai' };
  return writePdf({ document, metadata, conformance: 'accessible' });
}
