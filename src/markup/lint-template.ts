import { Parser } from 'htmlparser2';
import type { Diagnostic, DiagnosticSink, Message, Severity } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { resourcePath } from '../resources.ts';
import { allowsAttribute, elementTable, globalAttributes } from './element-table.ts';
import type { Template, TemplateFile } from './load-template.ts';
import { hole, templateSkeleton } from './template-skeleton.ts';

/** Checks each file of a template without rendering it, and reports what will not print well. */
export function lintTemplate(template: Template, sink: DiagnosticSink): void {
  const styled = styledClasses(template.sheets.map(({ css }) => css).join('\n'));
  for (const file of template.files) new FileLint(file, styled, sink).run();
}

interface Finding {
  readonly severity?: Severity;
  readonly code: string;
  readonly message: Message;
  readonly hint?: Message;
}

class FileLint {
  readonly #file: TemplateFile;
  readonly #styled: ReadonlySet<string>;
  readonly #sink: DiagnosticSink;
  readonly #unstyled = new Set<string>();
  #html = '';

  constructor(file: TemplateFile, styled: ReadonlySet<string>, sink: DiagnosticSink) {
    this.#file = file;
    this.#styled = styled;
    this.#sink = sink;
  }

  run(): void {
    const skeleton = templateSkeleton(this.#file.source);
    this.#html = skeleton.html;
    this.#checkElements();
    this.#checkBalance(skeleton.firstBranches);
  }

  #checkElements(): void {
    let start = 0;
    const attributes = new Map<string, string>();
    const parser: Parser = new Parser({
      onopentagname: () => {
        start = parser.startIndex;
        attributes.clear();
      },
      onattribute: (name, value, quotes) => {
        attributes.set(name, value);
        if (quotes === null && value.includes(hole)) this.#reportUnquoted(name, start);
      },
      onopentag: (name, _, implied) => {
        if (!implied) this.#checkElement(name, attributes, start);
      },
    });
    parser.end(this.#html);
  }

  #checkElement(name: string, attributes: ReadonlyMap<string, string>, at: number): void {
    // <h{{level}}> is known once rendered only.
    const open = name.includes(hole);
    const known = name.replaceAll(hole, '');
    if (!open && !elementTable.has(name)) this.#reportElement(name, at);
    for (const [attribute, value] of attributes) {
      if (attribute.includes(hole)) continue;
      const allowed = open
        ? globalAttributes.includes(attribute)
        : allowsAttribute(known, attribute);
      if (elementTable.has(known) && !allowed) this.#reportAttribute(known, attribute, at);
      if (attribute === 'class') this.#checkClasses(value, at);
      if (attribute === 'href') this.#checkHref(value, at);
    }
    if (known === 'img' && !attributes.has('alt')) this.#reportAlt(at);
  }

  #checkClasses(value: string, at: number): void {
    // In a template that ships, such a class is there for the style sheet of whoever builds on it.
    if (this.#file.file.startsWith(shipped)) return;
    for (const name of value.split(/\s+/)) {
      if (name === '' || name.includes(hole) || this.#styled.has(name)) continue;
      if (this.#unstyled.has(name)) continue;
      this.#unstyled.add(name);
      const written = quote(name);
      this.#report(at, {
        severity: 'info',
        code: 'markup/unstyled-class',
        message: {
          fr: `La classe ${written.fr} n’est dans aucune feuille de style.`,
          en: `The class ${written.en} is in no style sheet.`,
        },
        hint: suggestion(nearestWord(name, this.#styled)),
      });
    }
  }

  #checkHref(value: string, at: number): void {
    const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
    if (scheme === undefined || /^(https?|mailto|tel)$/.test(scheme)) return;
    const written = quote(`${scheme}:`);
    this.#report(at, {
      severity: 'error',
      code: 'markup/link-scheme',
      message: {
        fr: `Un lien ${written.fr} ne peut pas être imprimé ni suivi.`,
        en: `A ${written.en} link can neither be printed nor followed.`,
      },
      hint: {
        fr: 'Liens reconnus\u00a0: #ancre, tel:, mailto:, http:, https:.',
        en: 'Supported links: #anchor, tel:, mailto:, http:, https:.',
      },
    });
  }

  /** Tags that open and close one another, `else` branches left out. */
  #checkBalance(html: string): void {
    const open: { readonly name: string; readonly at: number }[] = [];
    for (const match of html.matchAll(tagPattern)) {
      const [, comment, slash, written = '', closed] = match;
      const name = written.toLowerCase();
      if (comment !== undefined || name === '') continue;
      const known = elementTable.get(name);
      if (known?.empty || closed === '/') continue;
      if (slash === '') open.push({ name, at: match.index });
      else this.#close(open, name, match.index);
    }
    for (const { name, at } of open) this.#reportUnclosed(name, at);
  }

  #close(open: { readonly name: string; readonly at: number }[], name: string, at: number): void {
    const index = open.findLastIndex((one) => sameTag(one.name, name));
    if (index < 0) {
      this.#report(at, {
        code: 'markup/stray-close',
        message: {
          fr: `</${shown(name)}> ferme un élément qui n’est pas ouvert dans ce fichier.`,
          en: `</${shown(name)}> closes an element that is not open in this file.`,
        },
      });
      return;
    }
    for (const one of open.splice(index).slice(1)) this.#reportUnclosed(one.name, one.at);
  }

  #reportUnclosed(name: string, at: number): void {
    if (optionalEnd.has(name)) return;
    this.#report(at, {
      code: 'markup/unclosed',
      message: {
        fr: `L’élément <${shown(name)}> n’est pas fermé.`,
        en: `The element <${shown(name)}> is not closed.`,
      },
      hint: { fr: `Ajoutez </${shown(name)}>`, en: `Add </${shown(name)}>` },
    });
  }

  #reportElement(name: string, at: number): void {
    const nearest = nearestWord(name, elementTable.keys());
    const form = nearest === undefined ? 'div' : nearest;
    this.#report(at, {
      code: 'markup/unknown-element',
      message: {
        fr: `L’élément <${shown(name)}> n’est pas reconnu\u00a0: il est lu comme <span>.`,
        en: `The element <${shown(name)}> is not supported: it is read as a <span>.`,
      },
      hint: { fr: `Écrivez <${form}>`, en: `Write <${form}>` },
    });
  }

  #reportAttribute(element: string, attribute: string, at: number): void {
    const own = elementTable.get(element)?.attributes ?? [];
    this.#report(at, {
      code: 'markup/unknown-attribute',
      message: {
        fr: `L’attribut ${attribute} de <${element}> n’a pas d’effet.`,
        en: `The attribute ${attribute} of <${element}> has no effect.`,
      },
      hint: suggestion(nearestWord(attribute, [...own, ...globalAttributes])),
    });
  }

  #reportAlt(at: number): void {
    this.#report(at, {
      code: 'markup/no-alt',
      message: {
        fr: 'Cette image n’a pas de texte de remplacement\u00a0: un lecteur d’écran n’en dira rien.',
        en: 'This picture has no text alternative: a screen reader says nothing of it.',
      },
      hint: {
        fr: 'Ajoutez alt="…", ou alt="" si elle ne fait que décorer.',
        en: 'Add alt="…", or alt="" when it only decorates.',
      },
    });
  }

  #reportUnquoted(attribute: string, at: number): void {
    this.#report(at, {
      severity: 'error',
      code: 'markup/unquoted',
      message: {
        fr: `La valeur de ${attribute} vient de {{ }} et n’est pas entre guillemets\u00a0: un blanc la couperait.`,
        en: `The value of ${attribute} comes from {{ }} and is not quoted: a blank would cut it.`,
      },
      hint: { fr: `Écrivez ${attribute}="{{…}}"`, en: `Write ${attribute}="{{…}}"` },
    });
  }

  #report(at: number, finding: Finding): void {
    const before = this.#html.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    const diagnostic: Diagnostic = {
      severity: 'warning',
      where: { file: this.#file.file, line, column },
      ...finding,
    };
    this.#sink.report(diagnostic);
  }
}

const shipped = resourcePath('templates', '/');

/** A comment, or a tag: slash, name, slash at the end. Quoted values may hold ">". */
const tagPattern =
  /(<!--[\s\S]*?-->)|<(\/?)([a-z][\w\ue000-]*)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/gi;

/** Elements that HTML closes by itself. */
const optionalEnd: ReadonlySet<string> = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
]);

/** `<h{{level}}>` is closed by `</h{{level}}>`, whatever the lengths of the braces. */
function sameTag(a: string, b: string): boolean {
  return a === b || (a.includes(hole) && b.includes(hole) && shown(a) === shown(b));
}

function shown(name: string): string {
  return name.replace(/\ue000+/g, '{{…}}');
}

function suggestion(word: string | undefined): Message | undefined {
  return word === undefined ? undefined : { fr: `Peut-être ${word}`, en: `Perhaps ${word}` };
}

/** Class names in the selectors of a sheet. */
function styledClasses(css: string): ReadonlySet<string> {
  const selectors = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, '{}');
  return new Set(
    [...selectors.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name]) => name as string),
  );
}
