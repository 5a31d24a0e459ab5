import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Element, Node } from '../markup/element.ts';
import type { ComputedStyle, StyleContext, StyledElement } from '../style/computed-style.ts';
import { applyApostrophes, applySpacing } from '../text/french-spacing.ts';
import { anonymousStyle } from './anonymous-style.ts';
import type {
  BlockBox,
  Box,
  Graphic,
  GraphicBox,
  Inline,
  InlineLink,
  ParagraphBox,
  StructRole,
  TableBox,
  TableCell,
  TableRow,
  Tag,
} from './box.ts';
import { collapseInlines, isBlank } from './collapse-inlines.ts';
import { contentString, elementText } from './element-text.ts';
import type { GraphicSource } from './graphic-source.ts';
import { linkTarget } from './link-target.ts';
import { graphicSize, namedGraphic } from './named-graphic.ts';
import { isDecoration, structureRole } from './structure-roles.ts';

/** What boxes needs of the style engine. */
export interface ElementStyler {
  root(element: Element): StyledElement;
  child(
    element: Element,
    parent: StyleContext,
    position: { readonly first: boolean; readonly last: boolean; readonly index: number },
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
interface Scope {
  readonly context: StyleContext;
  readonly style: ComputedStyle;
  /** Nearest structure element above; null inside decoration. */
  readonly tag: Tag | null;
  readonly lang: string;
}

interface StyledChild {
  readonly node: Node;
  readonly styled: StyledElement | null;
}

/**
 * The boxes of a document's top level (the children of <body>), made one by one as they are asked
 * for, anew each time: a long directory never stands in memory whole. Structure roles are chosen
 * here and nowhere else.
 */
export function buildBoxes(root: Element, options: BoxOptions): Iterable<Box> {
  let { sink } = options;
  return {
    *[Symbol.iterator]() {
      yield* new BoxBuilder({ ...options, sink }).document(root);
      // What is wrong was said the first time.
      sink = { report: () => {} };
    },
  };
}

class BoxBuilder {
  readonly #options: BoxOptions;

  constructor(options: BoxOptions) {
    this.#options = options;
  }

  *document(root: Element): Generator<Box> {
    let element = root;
    let styled = this.#options.styler.root(root);
    const lang = root.attributes.get('lang') ?? this.#options.language;
    const tag: Tag = { role: 'Document', parent: null, lang };
    let scope: Scope = { context: styled.context, style: styled.style, tag, lang };
    // <html> holds nothing but <body>, and neither has a frame of its own.
    for (;;) {
      const bodies = element.children.filter((child) => child.kind === 'element');
      const [body] = bodies;
      if (element.name !== 'html' || body?.name !== 'body') break;
      styled = this.#options.styler.child(body, scope.context, {
        first: true,
        last: true,
        index: 0,
      });
      scope = { ...scope, context: styled.context, style: styled.style };
      element = body;
    }
    const bare = { ...styled, before: null, after: null };
    let loose: StyledChild[] = [];
    for (const child of this.#children(element, scope)) {
      if (child.styled === null || !isBlockLevel(child)) {
        loose.push(child);
        continue;
      }
      yield* this.#boxes(element, bare, scope, loose);
      loose = [];
      const box = this.#block(child.node as Element, child.styled, scope);
      if (box) yield box;
    }
    yield* this.#boxes(element, bare, scope, loose);
  }

  #children(element: Element, scope: Scope): StyledChild[] {
    const { styler } = this.#options;
    const elements = element.children.filter((child) => child.kind === 'element');
    let index = 0;
    return element.children.map((node) => {
      if (node.kind === 'text') return { node, styled: null };
      const position = { first: index === 0, last: index === elements.length - 1, index };
      index += 1;
      return { node, styled: styler.child(node, scope.context, position) };
    });
  }

  /** The scope inside an element, with its structure element opened. */
  #inside(element: Element, styled: StyledElement, scope: Scope, role?: StructRole): Scope {
    const lang = element.attributes.get('lang') ?? scope.lang;
    const tag = this.#tag(element, scope, lang, role ?? structureRole(element));
    return { context: styled.context, style: styled.style, tag, lang };
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

  #base(element: Element, style: ComputedStyle) {
    const id = element.attributes.get('id');
    return {
      style,
      anchors: id ? [id] : none,
      strings:
        style.stringSet.length === 0
          ? none
          : style.stringSet.map(({ name, value }) => ({
              name,
              value: contentString(value, element),
            })),
      bookmark:
        style.bookmarkLevel > 0
          ? { level: style.bookmarkLevel, title: elementText(element) }
          : null,
    };
  }

  /** Boxes of a block-level element. */
  #block(element: Element, styled: StyledElement, scope: Scope): Box | null {
    const { style } = styled;
    if (style.position !== 'static') return this.#placed(element, styled, scope);
    return this.#flowBlock(element, styled, scope);
  }

  #flowBlock(element: Element, styled: StyledElement, scope: Scope): Box | null {
    if (element.name === 'table') return this.#table(element, styled, scope);
    const graphic = namedGraphic(element, this.#options);
    if (graphic) return this.#graphic(element, styled, scope, graphic);
    if (graphic === null) return null;
    const inner = this.#inside(element, styled, scope);
    const children = this.#children(element, inner);
    const hasBlocks = children.some((child) => child.styled !== null && isBlockLevel(child));
    if (styled.style.display === 'list-item')
      return this.#listItem(element, styled, inner, children);
    if (styled.style.display === 'grid') return this.#tracks(element, styled, inner, children);
    if (hasBlocks) return this.#blockBox(element, styled, inner, children);
    return this.#paragraph(element, styled, inner, children);
  }

  #placed(element: Element, styled: StyledElement, scope: Scope): Box | null {
    const content = this.#flowBlock(element, styled, scope);
    if (!content) return null;
    return {
      kind: 'placed',
      style: styled.style,
      anchors: none,
      strings: none,
      bookmark: null,
      repeat: styled.style.position === 'fixed',
      content,
    };
  }

  #graphic(element: Element, styled: StyledElement, scope: Scope, graphic: Graphic): GraphicBox {
    return {
      kind: 'graphic',
      ...this.#base(element, styled.style),
      graphic,
      tag: this.#figureTag(element, scope, graphic),
    };
  }

  /** A picture with a text alternative is a Figure; without one it is decoration. */
  #figureTag(element: Element, scope: Scope, graphic: Graphic): Tag | null {
    const alt = element.attributes.get('alt') || element.attributes.get('title');
    if (!alt || scope.tag === null || isDecoration(element)) return null;
    return graphic && { role: 'Figure', parent: scope.tag, alt };
  }

  #paragraph(
    element: Element,
    styled: StyledElement,
    inner: Scope,
    children: readonly StyledChild[],
  ): Box | null {
    const base = this.#base(element, styled.style);
    // A <div> of text is a paragraph; headings, cells' contents and the like keep their own role.
    const tag = paragraphTag(element, inner);
    const inlines: Inline[] = [];
    this.#generated(element, styled.before, { ...inner, tag }, inlines);
    this.#inlines(children, { ...inner, tag }, null, inlines);
    this.#generated(element, styled.after, { ...inner, tag }, inlines);
    const collapsed = collapseInlines(inlines);
    const box: ParagraphBox = { kind: 'paragraph', ...base, inlines: collapsed, tag };
    if (!isBlank(collapsed)) return box;
    // An empty element still holds its place: a coloured band, an anchor, a running string.
    return this.#blockBox(element, styled, inner, []);
  }

  #blockBox(
    element: Element,
    styled: StyledElement,
    inner: Scope,
    children: readonly StyledChild[],
  ): BlockBox {
    const boxes = this.#boxes(element, styled, inner, children);
    return {
      kind: 'block',
      ...this.#base(element, styled.style),
      children: boxes,
      continuation: continuationOf(boxes),
      marker: null,
      label: element.attributes.get('data-label') ?? element.name,
    };
  }

  /** Blocks as they come; loose inlines between them are wrapped in paragraphs. */
  #boxes(
    element: Element,
    styled: StyledElement,
    inner: Scope,
    children: readonly StyledChild[],
  ): Box[] {
    const boxes: Box[] = [];
    let loose: Inline[] = [];
    const looseTag = inner.tag && looseContentTag(inner.tag);
    const flush = () => {
      const collapsed = collapseInlines(loose);
      loose = [];
      if (isBlank(collapsed)) return;
      const style = anonymousStyle(inner.style);
      boxes.push({
        kind: 'paragraph',
        style,
        anchors: none,
        strings: none,
        bookmark: null,
        inlines: collapsed,
        tag: looseTag,
      });
    };
    this.#generated(element, styled.before, { ...inner, tag: looseTag }, loose);
    for (const child of children) {
      if (child.styled === null || !isBlockLevel(child)) {
        this.#inlines([child], { ...inner, tag: looseTag }, null, loose);
        continue;
      }
      if (child.styled.style.display === 'none') continue;
      if (child.styled.style.position === 'static') flush();
      const box = this.#block(child.node as Element, child.styled, inner);
      if (box) boxes.push(box);
    }
    this.#generated(element, styled.after, { ...inner, tag: looseTag }, loose);
    flush();
    return boxes;
  }

  #listItem(
    element: Element,
    styled: StyledElement,
    inner: Scope,
    children: readonly StyledChild[],
  ): BlockBox {
    const isTocItem = inner.tag?.role !== 'LI';
    const body: Tag | null =
      inner.tag && !isTocItem ? { role: 'LBody', parent: inner.tag } : inner.tag;
    const marker = this.#marker(element, inner);
    const boxes = this.#boxes(element, styled, { ...inner, tag: body }, children);
    return {
      kind: 'block',
      ...this.#base(element, styled.style),
      children: boxes,
      continuation: null,
      marker,
      label: 'li',
    };
  }

  #marker(element: Element, inner: Scope): ParagraphBox | null {
    const { listStyle } = inner.style;
    if (listStyle === 'none') return null;
    const number = element.attributes.get('value') ?? '1';
    const text = { disc: '•', dash: '–', decimal: `${number}.` }[listStyle];
    const style = anonymousStyle(inner.style);
    const tag: Tag | null = inner.tag && { role: 'Lbl', parent: inner.tag };
    const inline: Inline = { kind: 'text', text, style, tag, link: null, lang: inner.lang };
    return {
      kind: 'paragraph',
      style,
      anchors: none,
      strings: none,
      bookmark: null,
      inlines: [inline],
      tag,
    };
  }

  #tracks(
    element: Element,
    styled: StyledElement,
    inner: Scope,
    children: readonly StyledChild[],
  ): Box {
    const cells = this.#boxes(element, styled, inner, children);
    return { kind: 'tracks', ...this.#base(element, styled.style), cells };
  }

  #table(element: Element, styled: StyledElement, scope: Scope): TableBox {
    const inner = this.#inside(element, styled, scope);
    const head: TableRow[] = [];
    const body: TableRow[] = [];
    for (const child of this.#children(element, inner)) {
      if (child.node.kind === 'text' || !child.styled) continue;
      if (child.node.name === 'tr') body.push(this.#row(child.node, child.styled, inner));
      if (child.node.name !== 'thead' && child.node.name !== 'tbody') continue;
      const group = this.#inside(child.node, child.styled, inner);
      const rows = child.node.name === 'thead' ? head : body;
      for (const row of this.#children(child.node, group)) {
        if (row.styled && row.node.kind === 'element')
          rows.push(this.#row(row.node, row.styled, group));
      }
    }
    return { kind: 'table', ...this.#base(element, styled.style), head, body };
  }

  #row(element: Element, styled: StyledElement, scope: Scope): TableRow {
    const inner = this.#inside(element, styled, scope);
    const cells: TableCell[] = [];
    for (const child of this.#children(element, inner)) {
      if (child.node.kind === 'text' || !child.styled) continue;
      const cell = this.#inside(child.node, child.styled, inner);
      const box = this.#blockBox(child.node, child.styled, cell, this.#children(child.node, cell));
      const span = (name: string) =>
        Math.max(1, Number((child.node as Element).attributes.get(name)) || 1);
      cells.push({ box, colSpan: span('colspan'), rowSpan: span('rowspan') });
    }
    return { style: styled.style, cells };
  }

  #inlines(
    children: readonly StyledChild[],
    scope: Scope,
    link: InlineLink | null,
    out: Inline[],
  ): void {
    for (const { node, styled } of children) {
      if (node.kind === 'text') {
        out.push({
          kind: 'text',
          text: typeset(node.text, scope),
          style: scope.style,
          tag: scope.tag,
          link,
          lang: scope.lang,
        });
      } else if (styled && styled.style.display !== 'none') {
        this.#inlineElement(node, styled, scope, { link, out });
      }
    }
  }

  #inlineElement(
    element: Element,
    styled: StyledElement,
    scope: Scope,
    target: { readonly link: InlineLink | null; readonly out: Inline[] },
  ): void {
    const { out } = target;
    const id = element.attributes.get('id');
    if (id) out.push({ kind: 'anchor', name: id });
    if (element.name === 'br') {
      out.push({ kind: 'break' });
      return;
    }
    if (this.#specialInline(element, styled, scope, target)) return;
    const link = element.name === 'a' ? linkOf(element, this.#options.sink) : null;
    const role = element.name === 'a' && !link ? undefined : structureRole(element);
    const lang = element.attributes.get('lang') ?? scope.lang;
    const inner: Scope = {
      context: styled.context,
      style: styled.style,
      tag: this.#tag(element, scope, lang, role),
      lang,
    };
    this.#generated(element, styled.before, inner, out, link ?? target.link);
    this.#inlines(this.#children(element, inner), inner, link ?? target.link, out);
    this.#generated(element, styled.after, inner, out, link ?? target.link);
  }

  /** Leaders, page references and pictures in a line. */
  #specialInline(
    element: Element,
    styled: StyledElement,
    scope: Scope,
    { link, out }: { readonly link: InlineLink | null; readonly out: Inline[] },
  ): boolean {
    const { style } = styled;
    if (element.name === 'leader') {
      out.push({ kind: 'leader', pattern: element.attributes.get('pattern') ?? '.', style });
      return true;
    }
    if (element.name === 'folio') {
      const anchors = (element.attributes.get('to') ?? '').split(/\s+/).filter(Boolean);
      out.push({ kind: 'folio', anchors, style, tag: scope.tag, link });
      return true;
    }
    const graphic = namedGraphic(element, this.#options);
    if (graphic === undefined) return false;
    if (graphic) {
      const tag = this.#figureTag(element, scope, graphic);
      out.push({ kind: 'atom', graphic, ...graphicSize(graphic, style), style, tag, link });
    }
    return true;
  }

  #generated(
    element: Element,
    style: ComputedStyle | null,
    scope: Scope,
    out: Inline[],
    link: InlineLink | null = null,
  ): void {
    if (!style?.content) return;
    for (const part of style.content) {
      const common = { style, tag: scope.tag, link };
      if (part.kind === 'text') {
        out.push({ kind: 'text', text: part.text, ...common, lang: scope.lang });
      } else if (part.kind === 'attr') {
        out.push({
          kind: 'text',
          text: element.attributes.get(part.name) ?? '',
          ...common,
          lang: scope.lang,
        });
      } else if (part.kind === 'leader') {
        out.push({ kind: 'leader', pattern: part.pattern, style });
      } else if (part.kind === 'target-counter') {
        const anchor = (element.attributes.get(part.attr) ?? '').replace(/^#/, '');
        out.push({ kind: 'folio', anchors: anchor ? [anchor] : none, ...common });
      }
    }
  }
}

const none: readonly never[] = [];

function isBlockLevel(child: StyledChild): boolean {
  const display = child.styled?.style.display;
  return display !== 'inline' && display !== 'none';
}

function linkOf(element: Element, sink: DiagnosticSink): InlineLink | null {
  const target = linkTarget(element.attributes.get('href') ?? '', sink);
  if (!target) return null;
  return { target, contents: element.attributes.get('title') || elementText(element) };
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

/** Roles that may hold text directly; text in any other needs a P around it. */
const holdsText: ReadonlySet<StructRole> = new Set([
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'P',
  'Lbl',
  'LBody',
  'TOCI',
  'Reference',
  'Link',
  'Span',
  'Caption',
  'TH',
  'TD',
]);

function looseContentTag(tag: Tag): Tag {
  return holdsText.has(tag.role) ? tag : { role: 'P', parent: tag };
}

function paragraphTag(element: Element, inner: Scope): Tag | null {
  if (inner.tag === null) return null;
  // The role was opened by this element itself or by an ancestor that holds text.
  if (structureRole(element) && holdsText.has(inner.tag.role)) return inner.tag;
  if (['Lbl', 'LBody', 'TOCI', 'TH', 'TD', 'Caption'].includes(inner.tag.role)) return inner.tag;
  return { role: 'P', parent: inner.tag };
}

/** The heading that `continued` asks to repeat, with its suffix, as decoration. */
function continuationOf(boxes: readonly Box[]): ParagraphBox | null {
  const heading = boxes.find((box) => box.kind === 'paragraph');
  if (heading?.kind !== 'paragraph' || heading.style.continued === null) return null;
  const plain = heading.inlines.map((inline): Inline => {
    if (inline.kind === 'text' || inline.kind === 'atom')
      return { ...inline, tag: null, link: null };
    return inline;
  });
  const suffix: Inline = {
    kind: 'text',
    text: heading.style.continued,
    style: heading.style,
    tag: null,
    link: null,
    lang: 'fr',
  };
  return {
    ...heading,
    inlines: [...plain, suffix],
    tag: null,
    anchors: none,
    strings: none,
    bookmark: null,
  };
}
