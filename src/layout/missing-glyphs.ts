import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';

interface Missing {
  readonly codePoint: number;
  readonly word: string;
  readonly label: string;
}

/** Gathers the characters that no font has, each once for each entry. */
export class MissingGlyphs {
  readonly #found = new Map<string, Missing>();
  #label = '';

  /** Names the entry that is being set. */
  enter(label: string): void {
    this.#label = label;
  }

  note(codePoint: number, word: string): void {
    const key = `${codePoint} ${this.#label}`;
    if (!this.#found.has(key)) this.#found.set(key, { codePoint, word, label: this.#label });
  }

  report(sink: DiagnosticSink): void {
    for (const { codePoint, word, label } of this.#found.values()) {
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      sink.report({
        severity: 'warning',
        code: 'layout/missing-glyph',
        where: label ? { id: label } : {},
        message: {
          fr: `Aucune police n’a le caractère ${code} du mot « ${word} » ; il est remplacé ou retiré.`,
          en: `No font has the character ${code} of the word "${word}"; it is replaced or left out.`,
        },
        hint: {
          fr: 'Corriger la fiche, ou ajouter une police (TTF) au dossier fonts du modèle.',
          en: 'Correct the entry, or add a font (TTF) to the template’s fonts folder.',
        },
      });
    }
  }
}
