import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Element, Node } from '../markup/element.ts';
import type { ComputedStyle, StyleContext, StyledElement } from '../style/computed-style.ts';
import type { Graphic, InlineLink, StructRole, Tag } from './box.ts';
import { elementText } from './element-text.ts';
import type { GraphicSource } from './graphic-source.ts';
import { linkTarget } from './link-target.ts';
import { isDecoration, structureRole } from './structure-roles.ts';

/** What boxes needs of the style engine. */
export interface ElementStyler {
  root(element: Element): StyledElement;
  child(
    element: Element,
    parent: StyleContext,
    position: {
      readonly first: boolean;
      readonly last: boolean;
      readonly index: number;
      readonly previous?: Element | undefined;
    },
  ): StyledElement;
}

export interface BoxOptions {
  readonly styler: ElementStyler;
  readonly graphics: GraphicSource;
  /** BCP 47 tag of the document. */
  readonly language: string;
  readonly sink: DiagnosticSink;
}

/** What an element passes down to its children. */
export interface Scope {
  readonly context: StyleContext;
  readonly style: ComputedStyle;
  /** Nearest structure element above; null inside decoration. */
  readonly tag: Tag | null;
  readonly lang: string;
  /** The link that everything inside belongs to. */
  readonly link: InlineLink | null;
}

export interface StyledChild {
  readonly node: Node;
  readonly styled: StyledElement | null;
}

/** Opens the scope of each element: its style, its structure element, its language, its link. */
export class Scopes {
  readonly #options: BoxOptions;

  constructor(options: BoxOptions) {
    this.#options = options;
  }

  children(element: Element, scope: Scope): StyledChild[] {
    const { styler } = this.#options;
    const elements = element.children.filter((child) => child.kind === 'element');
    let index = 0;
    return element.children.map((node) => {
      if (node.kind === 'text') return { node, styled: null };
      const last = index === elements.length - 1;
      const position = { first: index === 0, last, index, previous: elements[index - 1] };
      index += 1;
      return { node, styled: styler.child(node, scope.context, position) };
    });
  }

  /** The scope inside an element, with its structure element opened. */
  inside(element: Element, styled: StyledElement, scope: Scope): Scope {
    const lang = element.attributes.get('lang') ?? scope.lang;
    const link = element.name === 'a' ? linkOf(element, this.#options.sink) : null;
    const own = element.name === 'a' && !link ? undefined : structureRole(element);
    const tag = this.#tag(element, scope, lang, own);
    const inner = { context: styled.context, style: styled.style, lang, link: link ?? scope.link };
    // What a list item holds is its body; its marker, if it has one, is the label beside it.
    return { ...inner, tag: tag?.role === 'LI' ? { role: 'LBody', parent: tag } : tag };
  }

  #tag(element: Element, scope: Scope, lang: string, role: StructRole | undefined): Tag | null {
    if (scope.tag === null || isDecoration(element)) return null;
    const changed = lang !== scope.lang ? lang : undefined;
    if (role === undefined) {
      return changed ? { role: 'Span', parent: scope.tag, lang: changed } : scope.tag;
    }
    const attribute = (name: string): number | undefined => {
      const value = Number(element.attributes.get(name));
      return value > 1 ? value : undefined;
    };
    return {
      role,
      parent: scope.tag,
      lang: changed,
      expansion: element.name === 'abbr' ? element.attributes.get('title') : undefined,
      colSpan: attribute('colspan'),
      rowSpan: attribute('rowspan'),
      scope:
        role === 'TH' ? (element.attributes.get('scope') === 'row' ? 'Row' : 'Column') : undefined,
      listNumbering: role === 'L' ? (element.name === 'ol' ? 'Decimal' : 'None') : undefined,
    };
  }

  /** A picture with a text alternative is a Figure; without one it is decoration. */
  figureTag(element: Element, scope: Scope, graphic: Graphic): Tag | null {
    const alt = element.attributes.get('alt') || element.attributes.get('title');
    if (!alt || scope.tag === null || isDecoration(element)) return null;
    return graphic && { role: 'Figure', parent: scope.tag, alt };
  }
}

function linkOf(element: Element, sink: DiagnosticSink): InlineLink | null {
  const target = linkTarget(element.attributes.get('href') ?? '', sink);
  if (!target) return null;
  return { target, contents: element.attributes.get('title') || elementText(element) };
}
