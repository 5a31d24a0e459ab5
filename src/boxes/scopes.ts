import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Element, Node } from '../markup/element.ts';
import { elementTable } from '../markup/element-table.ts';
import type { ComputedStyle, StyleContext, StyledElement } from '../style/computed-style.ts';
import type { Graphic, InlineLink, StructRole, Tag } from './box.ts';
import { spanOf } from './even-table.ts';
import type { GraphicSource } from './graphic-source.ts';
import { HeadingLevels } from './heading-levels.ts';
import { linkContents } from './link-contents.ts';
import { linkTarget } from './link-target.ts';
import { makeTag } from './make-tag.ts';
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
  readonly #headings: HeadingLevels;

  constructor(options: BoxOptions) {
    this.#options = options;
    this.#headings = new HeadingLevels(options.sink);
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
    const lang = languageOf(element, scope.lang);
    const own = element.name === 'a' ? linkOf(element, lang, this.#options.sink) : null;
    const role = element.name === 'a' && !own ? undefined : structureRole(element);
    const tag = this.#innerTag(element, scope, lang, role);
    return { context, style, tag, lang, link: own ?? scope.link };
  }

  /** A picture with a text alternative is a Figure; without one it is decoration. */
  figureTag(element: Element, scope: Scope, graphic: Graphic): Tag | null {
    const { attributes } = element;
    const alt = attributes.get('alt')?.trim() || attributes.get('title')?.trim();
    if (!alt || scope.tag === null || isDecoration(element)) return null;
    return graphic && makeTag('Figure', scope.tag, { alt });
  }

  #innerTag(
    element: Element,
    scope: Scope,
    lang: string,
    wanted: StructRole | undefined,
  ): Tag | null {
    const parent = scope.tag;
    if (parent === null || isDecoration(element)) return null;
    const changed = lang !== scope.lang ? lang : undefined;
    if (wanted === undefined) {
      return changed ? makeTag(plainRole(element), parent, { lang: changed }) : parent;
    }
    const isInline = element.attributes.has('role') && plainRole(element) === 'Span';
    const role = isInline ? 'Span' : this.#headings.lawful(wanted, element);
    const tag = makeTag(role, parent, { lang: changed, ...roleAttributes(element, role) });
    // What a list item holds is its body; its marker, if it has one, is the label beside it.
    return tag.role === 'LI' ? { role: 'LBody', parent: tag } : tag;
  }
}

const languageTag = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;

/** Its own language if it is a language tag, else that around it. */
function languageOf({ attributes }: Element, around: string): string {
  const own = attributes.get('lang');
  return own !== undefined && languageTag.test(own) ? own : around;
}

function plainRole({ name }: Element): StructRole {
  return elementTable.get(name)?.flow === 'block' ? 'Div' : 'Span';
}

/** What a structure element of some roles says besides its role. */
function roleAttributes(element: Element, role: StructRole): Partial<Tag> | null {
  const { name, attributes } = element;
  const span = (attribute: 'colspan' | 'rowspan'): number | undefined => {
    const value = spanOf(element, attribute);
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
      return name === 'abbr' ? { expansion: attributes.get('title')?.trim() || undefined } : null;
    default:
      return null;
  }
}

function linkOf(element: Element, lang: string, sink: DiagnosticSink): InlineLink | null {
  const target = linkTarget(element.attributes.get('href') ?? '', sink);
  return target && { target, contents: linkContents(element, target, lang) };
}
