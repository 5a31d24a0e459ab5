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

  children({ children }: Element, scope: Scope): readonly StyledChild[] {
    if (children.length === 1 && children[0]?.kind === 'text') {
      return [{ node: children[0], styled: null }];
    }
    let count = 0;
    for (const child of children) if (child.kind === 'element') count += 1;
    const styledChildren: StyledChild[] = [];
    let index = 0;
    let previous: Element | undefined;
    for (const node of children) {
      if (node.kind === 'text') {
        styledChildren.push({ node, styled: null });
        continue;
      }
      const place = { first: index === 0, last: index === count - 1, index, previous };
      styledChildren.push({ node, styled: this.#options.styler.child(node, scope.context, place) });
      previous = node;
      index += 1;
    }
    return styledChildren;
  }

  /** The scope inside an element, with its structure element opened. */
  inside(element: Element, { context, style }: StyledElement, scope: Scope): Scope {
    const lang = element.attributes.get('lang') ?? scope.lang;
    const own = element.name === 'a' ? linkOf(element, this.#options.sink) : null;
    const role = element.name === 'a' && !own ? undefined : structureRole(element);
    const tag = innerTag(element, scope, lang, role);
    return { context, style, tag, lang, link: own ?? scope.link };
  }

  /** A picture with a text alternative is a Figure; without one it is decoration. */
  figureTag(element: Element, scope: Scope, graphic: Graphic): Tag | null {
    const alt = element.attributes.get('alt') || element.attributes.get('title');
    if (!alt || scope.tag === null || isDecoration(element)) return null;
    return graphic && { role: 'Figure', parent: scope.tag, alt };
  }
}

function innerTag(
  element: Element,
  scope: Scope,
  lang: string,
  role: StructRole | undefined,
): Tag | null {
  const parent = scope.tag;
  if (parent === null || isDecoration(element)) return null;
  const changed = lang !== scope.lang ? lang : undefined;
  if (role === undefined) return changed ? { role: 'Span', parent, lang: changed } : parent;
  const tag: Tag = { role, parent, lang: changed, ...roleAttributes(element, role) };
  // What a list item holds is its body; its marker, if it has one, is the label beside it.
  return role === 'LI' ? { role: 'LBody', parent: tag } : tag;
}

/** What a structure element of some roles says besides its role. */
function roleAttributes({ name, attributes }: Element, role: StructRole): Partial<Tag> | null {
  const span = (attribute: string): number | undefined => {
    const value = Number(attributes.get(attribute));
    return value > 1 ? value : undefined;
  };
  switch (role) {
    case 'L':
      return { listNumbering: name === 'ol' ? 'Decimal' : 'None' };
    case 'TH':
    case 'TD': {
      const spans = { colSpan: span('colspan'), rowSpan: span('rowspan') };
      if (role === 'TD') return spans;
      return { ...spans, scope: attributes.get('scope') === 'row' ? 'Row' : 'Column' };
    }
    case 'Span':
      return name === 'abbr' ? { expansion: attributes.get('title') } : null;
    default:
      return null;
  }
}

function linkOf(element: Element, sink: DiagnosticSink): InlineLink | null {
  const target = linkTarget(element.attributes.get('href') ?? '', sink);
  if (!target) return null;
  return { target, contents: element.attributes.get('title') || elementText(element) };
}
