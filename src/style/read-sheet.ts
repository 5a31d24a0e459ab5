import type { Atrule, CssNode, Rule } from 'css-tree';
import type { DiagnosticSink, Where } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { type Declaration, readDeclaration } from './declaration.ts';
import { type ContentPlace, warnIdleContent } from './idle-content.ts';
import { type PageRule, readPageRule } from './page-rule.ts';
import { parseCss, type SyntaxProblem } from './parse-css.ts';
import { compileSelector, type Selector, UnsupportedSelector } from './selector.ts';
import { useInstead, warnIgnored } from './style-warnings.ts';

/** A selector and what it declares. */
export interface StyleRule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
}

/** What a style sheet says, in its order. */
export interface Sheet {
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
}

/** Reads a style sheet; what it may not say is reported with its line and left aside. */
export function readSheet(css: string, file: string, sink: DiagnosticSink): Sheet {
  const reader = new SheetReader(file, sink);
  const tree = parseCss(css, 'stylesheet', (problem) => reader.reportSyntax(problem));
  if (tree?.type === 'StyleSheet') reader.readAll(tree.children.toArray());
  else reader.reportUnreadable();
  return { rules: reader.rules, pages: reader.pages };
}

/** Reads the declarations of a `style` attribute. */
export function readInlineStyle(style: string, sink: DiagnosticSink): readonly Declaration[] {
  const reader = new SheetReader(null, sink);
  const tree = parseCss(style, 'declarationList', (problem) => reader.reportSyntax(problem));
  if (tree?.type === 'DeclarationList') return reader.declarations(tree.children.toArray());
  reader.reportUnreadable();
  return [];
}

const knownAtRules = ['page', 'media'];

class SheetReader {
  readonly rules: StyleRule[] = [];
  readonly pages: PageRule[] = [];
  readonly #file: string | null;
  readonly #sink: DiagnosticSink;

  /** `file` null: a style attribute. */
  constructor(file: string | null, sink: DiagnosticSink) {
    this.#file = file;
    this.#sink = sink;
  }

  readAll(nodes: readonly CssNode[]): void {
    for (const node of nodes) {
      if (node.type === 'Rule') this.#readRule(node);
      else if (node.type === 'Atrule') this.#readAtRule(node);
    }
  }

  declarations(nodes: readonly CssNode[]): Declaration[] {
    const list: Declaration[] = [];
    for (const node of nodes) {
      if (node.type === 'Rule' || node.type === 'Atrule') this.#warnNested(node);
      if (node.type !== 'Declaration') continue;
      const declaration = readDeclaration(node, this.#where(node), this.#sink);
      if (declaration) list.push(declaration);
    }
    return list;
  }

  reportSyntax({ message, line, column, skipped }: SyntaxProblem): void {
    const where = this.#place(line, column);
    const text = skipped?.type === 'Raw' ? skipped.value : '';
    if (text.includes('{')) {
      this.#warnNestedText(where, text);
      return;
    }
    const written = quote(text);
    warnIgnored(this.#sink, where, {
      code: 'style/syntax',
      fr: `Ceci n’est pas du CSS et reste sans effet\u00a0: ${written.fr}.`,
      en: `This is not CSS and has no effect: ${written.en} (${message}).`,
      hint: {
        fr: 'La forme est «\u00a0propriété: valeur;\u00a0».',
        en: 'The form is “property: value;”.',
      },
    });
  }

  reportUnreadable(): void {
    warnIgnored(this.#sink, this.#place(undefined, undefined), {
      code: 'style/unreadable',
      fr: 'Cette feuille de style ne peut pas être lue\u00a0: rien n’en est retenu.',
      en: 'This style sheet cannot be read: nothing of it is kept.',
      hint: {
        fr: 'Vérifiez que chaque accolade et chaque parenthèse ouverte est fermée.',
        en: 'Check that each brace and bracket opened is closed.',
      },
    });
  }

  #readRule(rule: Rule): void {
    const nodes = rule.block.children.toArray();
    const declarations = this.declarations(nodes);
    if (rule.prelude.type !== 'SelectorList') return;
    const places = new Set<ContentPlace>();
    for (const node of rule.prelude.children.toArray()) {
      if (node.type !== 'Selector') continue;
      const selector = this.#compile(node);
      if (!selector) continue;
      this.rules.push({ selector, declarations });
      places.add(selector.pseudo === null ? 'element' : 'generated');
    }
    for (const place of places) this.#warnIdleContent(nodes, place);
  }

  #warnIdleContent(nodes: readonly CssNode[], place: ContentPlace): void {
    warnIdleContent(nodes, place, { sink: this.#sink, where: (node) => this.#where(node) });
  }

  #compile(node: Extract<CssNode, { type: 'Selector' }>): Selector | undefined {
    try {
      return compileSelector(node);
    } catch (error) {
      if (!(error instanceof UnsupportedSelector)) throw error;
      const written = quote(error.message);
      warnIgnored(this.#sink, this.#where(node), {
        code: 'style/unsupported-selector',
        fr: `Le sélecteur ${written.fr} n’est pas reconnu\u00a0: sa règle est ignorée.`,
        en: `The selector ${written.en} is not supported: its rule is ignored.`,
        hint: useInstead(error.form),
      });
      return undefined;
    }
  }

  #readAtRule(rule: Atrule): void {
    const name = rule.name.toLowerCase();
    if (name === 'charset') return;
    if (name === 'page') this.#readPage(rule);
    else if (name === 'media' && rule.block) this.#readMedia(rule, rule.block.children.toArray());
    else this.#warnAtRule(rule, name);
  }

  #readPage(rule: Atrule): void {
    this.pages.push(
      ...readPageRule(rule, {
        sink: this.#sink,
        where: (node) => this.#where(node),
        declarations: (nodes) => {
          this.#warnIdleContent(nodes, 'margin box');
          return this.declarations(nodes);
        },
      }),
    );
  }

  #readMedia(rule: Atrule, nodes: readonly CssNode[]): void {
    const query = rule.prelude?.type === 'AtrulePrelude' ? mediaWords(rule.prelude) : '';
    if (/^(print|all|)$/.test(query)) this.readAll(nodes);
    else if (query !== 'screen') this.#warnAtRule(rule, `media ${query}`);
  }

  #warnAtRule(rule: Atrule, name: string): void {
    const hints: Readonly<Record<string, string>> = {
      'font-face': 'fonts/*.ttf',
      import: 'style.css',
    };
    const form = hints[name] ?? `@${nearestWord(name, knownAtRules) ?? 'page'}`;
    warnIgnored(this.#sink, this.#where(rule), {
      code: 'style/unsupported-at-rule',
      fr: `La règle @${name} n’est pas reconnue\u00a0: elle est ignorée.`,
      en: `The rule @${name} is not supported: it is ignored.`,
      hint: useInstead(form),
    });
  }

  #warnNested(node: CssNode): void {
    this.#warnNestedText(this.#where(node), node.type === 'Atrule' ? `@${node.name}` : '');
  }

  #warnNestedText(where: Where, text: string): void {
    const written = quote(text);
    warnIgnored(this.#sink, where, {
      code: 'style/nested-rule',
      fr: `Une règle dans une règle est ignorée\u00a0: ${written.fr}.`,
      en: `A rule inside a rule is ignored: ${written.en}.`,
      hint: useInstead('.a .b { … }'),
    });
  }

  #where(node: CssNode): Where {
    const start = node.loc?.start;
    return this.#place(start?.line, start?.column);
  }

  #place(line: number | undefined, column: number | undefined): Where {
    if (this.#file === null) return { field: 'style="…"' };
    return { file: this.#file, ...(line === undefined ? {} : { line, column }) };
  }
}

function mediaWords(prelude: CssNode): string {
  const words: string[] = [];
  const visit = (node: CssNode): void => {
    if (node.type === 'AtrulePrelude' || node.type === 'MediaQueryList')
      node.children.forEach(visit);
    else if (node.type === 'MediaQuery') words.push(queryText(node));
  };
  visit(prelude);
  return words.includes('print') || words.includes('all') ? 'print' : words.join(', ');
}

function queryText(node: Extract<CssNode, { type: 'MediaQuery' }>): string {
  const { modifier, mediaType, condition } = node as unknown as {
    readonly modifier: string | null;
    readonly mediaType: string | null;
    readonly condition: unknown;
  };
  const words = [modifier, mediaType, condition ? '(…)' : null];
  return words.filter((word) => word !== null).join(' ');
}
