import type { Element } from '../markup/element.ts';
import type { ComputedStyle, StyledElement } from '../style/computed-style.ts';
import { applyApostrophes, applySpacing } from '../text/french-spacing.ts';
import type { Inline } from './box.ts';
import { graphicSize, namedGraphic } from './named-graphic.ts';
import type { BoxOptions, Scope, Scopes, StyledChild } from './scopes.ts';

/** Turns what stands inside a paragraph into inlines. */
export class InlineBuilder {
  readonly #options: BoxOptions;
  readonly #scopes: Scopes;

  constructor(options: BoxOptions, scopes: Scopes) {
    this.#options = options;
    this.#scopes = scopes;
  }

  add(children: readonly StyledChild[], scope: Scope, out: Inline[]): void {
    const { style, tag, link, lang } = scope;
    for (const { node, styled } of children) {
      if (node.kind === 'text') {
        out.push({ kind: 'text', text: typeset(node.text, scope), style, tag, link, lang });
      } else if (styled && styled.style.display !== 'none') {
        this.#element(node, styled, scope, out);
      }
    }
  }

  /** Matter that `content` puts before or after what an element holds. */
  addGenerated(element: Element, style: ComputedStyle | null, scope: Scope, out: Inline[]): void {
    if (!style?.content) return;
    const { tag, link, lang } = scope;
    const attribute = (name: string) => element.attributes.get(name) ?? '';
    for (const part of style.content) {
      if (part.kind === 'text') out.push({ kind: 'text', text: part.text, style, tag, link, lang });
      if (part.kind === 'attr') {
        out.push({ kind: 'text', text: attribute(part.name), style, tag, link, lang });
      }
      if (part.kind === 'leader') out.push({ kind: 'leader', pattern: part.pattern, style });
      if (part.kind === 'target-counter') {
        const anchor = attribute(part.attr).replace(/^#/, '');
        out.push({ kind: 'folio', anchors: anchor ? [anchor] : [], style, tag, link });
      }
    }
  }

  #element(element: Element, styled: StyledElement, scope: Scope, out: Inline[]): void {
    const id = element.attributes.get('id');
    if (id) out.push({ kind: 'anchor', name: id });
    if (element.name === 'br') {
      out.push({ kind: 'break' });
      return;
    }
    if (this.#special(element, styled, scope, out)) return;
    const inner = this.#scopes.inside(element, styled, scope);
    this.addGenerated(element, styled.before, inner, out);
    this.add(this.#scopes.children(element, inner), inner, out);
    this.addGenerated(element, styled.after, inner, out);
  }

  /** Leaders, page references and pictures in a line. */
  #special(element: Element, { style }: StyledElement, scope: Scope, out: Inline[]): boolean {
    const { tag, link } = scope;
    if (element.name === 'leader') {
      out.push({ kind: 'leader', pattern: element.attributes.get('pattern') ?? '.', style });
      return true;
    }
    if (element.name === 'folio') {
      const anchors = (element.attributes.get('to') ?? '').split(/\s+/).filter(Boolean);
      out.push({ kind: 'folio', anchors, style, tag, link });
      return true;
    }
    const graphic = namedGraphic(element, this.#options);
    if (graphic === undefined) return false;
    if (graphic) {
      const figure = this.#scopes.figureTag(element, scope, graphic);
      const size = graphicSize(graphic, style);
      out.push({ kind: 'atom', graphic, ...size, style, tag: figure, link });
    }
    return true;
  }
}

function typeset(text: string, scope: Scope): string {
  return transform(applySpacing(applyApostrophes(text, scope.lang), scope.lang), scope);
}

function transform(text: string, scope: Scope): string {
  switch (scope.style.textTransform) {
    case 'uppercase':
      return text.toLocaleUpperCase(scope.lang);
    case 'lowercase':
      return text.toLocaleLowerCase(scope.lang);
    case 'capitalize':
      return text.replace(/(^|\s)(\p{L})/gu, (all) => all.toLocaleUpperCase(scope.lang));
    default:
      return text;
  }
}
