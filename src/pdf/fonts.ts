import type { FontFace } from '../text/font.ts';
import type { PdfFile } from './pdf-file.ts';
import { PdfFont } from './pdf-font.ts';
import { ref } from './syntax.ts';

/** The faces used by a document, each embedded once. */
export class Fonts {
  private readonly file: PdfFile;
  private readonly byFace = new Map<FontFace, PdfFont>();
  private readonly byId = new Map<string, PdfFont>();

  constructor(file: PdfFile) {
    this.file = file;
  }

  font(face: FontFace): PdfFont {
    const known = this.byFace.get(face);
    if (known) return known;
    const font = this.byId.get(face.id) ?? this.embed(face);
    this.byFace.set(face, font);
    return font;
  }

  /** Writes the fonts; gives the dictionary of resources that names them. */
  write(): string {
    for (const font of this.byId.values()) font.embed(this.file);
    return `<<${[...this.byId.values()].map(({ resource, id }) => `/${resource} ${ref(id)}`).join('')}>>`;
  }

  private embed(face: FontFace): PdfFont {
    const resource = `F${this.byId.size + 1}`;
    const font = new PdfFont(face, resource, this.file.allocate());
    this.byId.set(face.id, font);
    return font;
  }
}
