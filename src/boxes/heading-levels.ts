import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Element } from '../markup/element.ts';
import type { StructRole } from './box.ts';
import { elementText } from './element-text.ts';

const heading = /^H([1-6])$/;
const pictures = new Set(['img', 'icon', 'map', 'qr']);

/** Follows the headings of a document, so that no level is skipped on the way down. */
export class HeadingLevels {
  readonly #sink: DiagnosticSink;
  /** Levels written of the headings that are open, outermost first. */
  readonly #open: number[] = [];
  #isSaid = false;

  constructor(sink: DiagnosticSink) {
    this.#sink = sink;
  }

  /** The role wanted; for a heading, one level below the heading that it stands under. */
  lawful(wanted: StructRole, element: Element): StructRole {
    const level = Number(heading.exec(wanted)?.[1] ?? 0);
    if (level === 0) return wanted;
    if (isEmpty(element)) return 'P';
    while ((this.#open.at(-1) ?? 0) >= level) this.#open.pop();
    const above = this.#open.at(-1) ?? 0;
    this.#open.push(level);
    if (above > 0 && level > above + 1) this.#saySkipped(element, above, level);
    return `H${this.#open.length}` as StructRole;
  }

  #saySkipped(element: Element, above: number, level: number): void {
    if (this.#isSaid) return;
    this.#isSaid = true;
    const title = elementText(element).slice(0, 80);
    const wanted = above + 1;
    this.#sink.report({
      severity: 'warning',
      code: 'boxes/heading-skipped',
      where: { field: `h${level}` },
      message: {
        fr: `Un niveau de titre est sauté avant «\u00a0${title}\u00a0» (<h${level}>)\u00a0: il est lu comme un <h${wanted}>.`,
        en: `A heading level is skipped before "${title}" (<h${level}>): it is read as <h${wanted}>.`,
      },
      hint: {
        fr: 'Descendez d’un seul niveau à la fois, de <h1> à <h6>.',
        en: 'Go down one level at a time, from <h1> to <h6>.',
      },
    });
  }
}

function isEmpty(element: Element): boolean {
  return elementText(element) === '' && !holdsPicture(element);
}

function holdsPicture({ children }: Element): boolean {
  return children.some(
    (child) => child.kind === 'element' && (pictures.has(child.name) || holdsPicture(child)),
  );
}
