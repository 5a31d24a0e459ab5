import type { Element } from '../markup/element.ts';
import type { HtmlDocument } from '../markup/parse-html.ts';
import type { ComputedStyle, StyledElement } from '../style/computed-style.ts';
import { anonymousStyle, placeOnly, withoutPlace } from './anonymous-style.ts';
import type {
  BlockBox,
  Box,
  Graphic,
  GraphicBox,
  Inline,
  ParagraphBox,
  StructRole,
  TableBox,
  TableCell,
  TableRow,
  Tag,
} from './box.ts';
import { collapseInlines, isBlank } from './collapse-inlines.ts';
import { contentString, elementText } from './element-text.ts';
import { evenTable, spanOf } from './even-table.ts';
import { InlineBuilder } from './inline-builder.ts';
import { makeTag } from './make-tag.ts';
import { namedGraphic } from './named-graphic.ts';
import { type BoxOptions, type Scope, Scopes, type StyledChild } from './scopes.ts';
import { structureRole } from './structure-roles.ts';

export type { BoxOptions, ElementStyler } from './scopes.ts';

/**
 * The boxes of a document's top level (the children of <body>), made one by one as they are asked
 * for, anew each time: a long directory never stands in memory whole. Structure roles are chosen
 * here and nowhere else.
 */
export function buildBoxes(document: HtmlDocument, options: BoxOptions): Iterable<Box> {
  let { sink } = options;
  return {
    *[Symbol.iterator]() {
      yield* new BoxBuilder({ ...options, sink }).document(document);
      // What is wrong was said the first time.
      sink = { report: () => {} };
    },
  };
}

class BoxBuilder {
  readonly #options: BoxOptions;
  readonly #scopes: Scopes;
  readonly #inlines: InlineBuilder;
  readonly #ordinals = new WeakMap<Element, number>();

  constructor(options: BoxOptions) {
    this.#options = options;
    this.#scopes = new Scopes(options);
    this.#inlines = new InlineBuilder(options, this.#scopes);
  }

  /** <html> holds nothing but <body>, and neither has a frame of its own. */
  *document({ frame, parts }: HtmlDocument): Generator<Box> {
    const [root, ...inner] = frame as readonly [Element, ...Element[]];
    const { styler } = this.#options;
    let styled = styler.root(root);
    let element = root;
    for (const body of inner) {
      styled = styler.child(body, styled.context, onlyChild);
      element = body;
    }
    const lang = root.attributes.get('lang') ?? this.#options.language;
    const tag: Tag = { role: 'Document', parent: null, lang };
    const { context, style } = styled;
    const scope: Scope = { context, style, tag, lang, link: null };
    const bare = { ...styled, before: null, after: null };
    let loose: StyledChild[] = [];
    let index = 0;
    let previous: Element | undefined;
    for (const node of parts) {
      // Whether a part is the last one is not known before it is parsed: `:last-child` is for what is inside.
      const child: StyledChild =
        node.kind === 'text'
          ? { node, styled: null }
          : {
              node,
              styled: styler.child(node, context, {
                first: index === 0,
                last: false,
                index,
                previous,
              }),
            };
      if (node.kind === 'element') {
        previous = node;
        index += 1;
      }
      if (child.styled === null || !isBlockLevel(child)) {
        loose.push(child);
        continue;
      }
      yield* this.#boxes(element, bare, scope, loose);
      loose = [];
      const box = this.#block(node as Element, child.styled, scope);
      if (box) yield box;
    }
    yield* this.#boxes(element, bare, scope, loose);
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
    const inner = this.#scopes.inside(element, styled, scope);
    const children = this.#scopes.children(element, inner);
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
      tag: this.#scopes.figureTag(element, scope, graphic),
    };
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
    this.#inlines.addGenerated(element, styled.before, { ...inner, tag }, inlines);
    this.#inlines.add(children, { ...inner, tag }, inlines);
    this.#inlines.addGenerated(element, styled.after, { ...inner, tag }, inlines);
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

  /** Numbers the items of a list: from its start, and on from the value that an item gives. */
  #number(element: Element): void {
    if (element.name !== 'ol') return;
    let next = wholeNumber(element.attributes.get('start')) ?? 1;
    for (const child of element.children) {
      if (child.kind !== 'element' || child.name !== 'li') continue;
      next = wholeNumber(child.attributes.get('value')) ?? next;
      this.#ordinals.set(child, next);
      next += 1;
    }
  }

  /** Blocks as they come; loose inlines between them are wrapped in paragraphs. */
  #boxes(
    element: Element,
    styled: StyledElement,
    inner: Scope,
    children: readonly StyledChild[],
  ): Box[] {
    this.#number(element);
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
    this.#inlines.addGenerated(element, styled.before, { ...inner, tag: looseTag }, loose);
    for (const child of children) {
      if (child.styled === null || !isBlockLevel(child)) {
        this.#inlines.add([child], { ...inner, tag: looseTag }, loose);
        continue;
      }
      if (child.styled.style.display === 'none') continue;
      if (child.styled.style.position === 'static') flush();
      const box = this.#block(child.node as Element, child.styled, inner);
      if (box) boxes.push(box);
    }
    this.#inlines.addGenerated(element, styled.after, { ...inner, tag: looseTag }, loose);
    flush();
    return boxes;
  }

  #listItem(
    element: Element,
    styled: StyledElement,
    inner: Scope,
    children: readonly StyledChild[],
  ): BlockBox {
    const marker = this.#marker(element, inner);
    const boxes = this.#boxes(element, styled, inner, children);
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
    const text = { disc: '•', dash: '–', decimal: `${this.#ordinals.get(element) ?? 1}.` }[
      listStyle
    ];
    const style = anonymousStyle(inner.style);
    const item = inner.tag?.role === 'LBody' ? inner.tag.parent : null;
    const tag = item ? makeTag('Lbl', item) : inner.tag && makeTag('P', inner.tag);
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

  /** A table, under its captions when it has some: they are read inside its structure element. */
  #table(written: Element, styled: StyledElement, scope: Scope): Box {
    const element = evenTable(written);
    const inner = this.#scopes.inside(element, styled, scope);
    const captions: Box[] = [];
    const head: TableRow[] = [];
    const body: TableRow[] = [];
    for (const child of this.#scopes.children(element, inner)) {
      if (child.node.kind === 'text' || !child.styled) continue;
      if (child.node.name === 'caption') {
        // A second caption would stand in the midst of the table.
        const around = captions.length === 0 ? inner : scope;
        const caption = this.#block(child.node, child.styled, around);
        if (caption) captions.push(caption);
      }
      if (child.node.name === 'tr') body.push(this.#row(child.node, child.styled, inner));
      if (child.node.name !== 'thead' && child.node.name !== 'tbody') continue;
      const group = this.#scopes.inside(child.node, child.styled, inner);
      const rows = child.node.name === 'thead' ? head : body;
      for (const row of this.#scopes.children(child.node, group)) {
        if (row.styled && row.node.kind === 'element')
          rows.push(this.#row(row.node, row.styled, group));
      }
    }
    const base = this.#base(element, styled.style);
    if (captions.length === 0) return { kind: 'table', ...base, head, body };
    const table: TableBox = {
      kind: 'table',
      ...base,
      anchors: none,
      strings: none,
      bookmark: null,
      style: withoutPlace(styled.style),
      head,
      body,
    };
    return {
      kind: 'block',
      ...base,
      style: placeOnly(styled.style),
      children: [...captions, table],
      continuation: null,
      marker: null,
      label: 'table',
    };
  }

  #row(element: Element, styled: StyledElement, scope: Scope): TableRow {
    const inner = this.#scopes.inside(element, styled, scope);
    const cells: TableCell[] = [];
    for (const child of this.#scopes.children(element, inner)) {
      if (child.node.kind === 'text' || !child.styled) continue;
      const cell = this.#scopes.inside(child.node, child.styled, inner);
      const box = this.#blockBox(
        child.node,
        child.styled,
        cell,
        this.#scopes.children(child.node, cell),
      );
      cells.push({
        box: filledCell(box, cell),
        colSpan: spanOf(child.node, 'colspan'),
        rowSpan: spanOf(child.node, 'rowspan'),
      });
    }
    return { style: styled.style, cells };
  }
}

const none: readonly never[] = [];
const onlyChild = { first: true, last: true, index: 0 };

function wholeNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^\s*-?\d{1,6}\s*$/.test(written) ? Number(written) : undefined;
}

function isBlockLevel(child: StyledChild): boolean {
  const display = child.styled?.style.display;
  return display !== 'inline' && display !== 'none';
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
  return holdsText.has(tag.role) ? tag : makeTag('P', tag);
}

function paragraphTag(element: Element, inner: Scope): Tag | null {
  if (inner.tag === null) return null;
  // Blocks without a role inside one that holds text are its paragraphs: readers pause between them.
  const isOwn = structureRole(element) !== undefined && holdsText.has(inner.tag.role);
  return isOwn ? inner.tag : makeTag('P', inner.tag);
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

/** An empty cell is painted as a blank, so that its place in the table can be read. */
function filledCell(box: BlockBox, { tag, lang }: Scope): BlockBox {
  if (box.children.length > 0) return box;
  const style = anonymousStyle(box.style);
  const held = tag && looseContentTag(tag);
  const blank: Inline = { kind: 'text', text: '\u00a0', style, tag: held, link: null, lang };
  return {
    ...box,
    children: [
      {
        kind: 'paragraph',
        style,
        anchors: none,
        strings: none,
        bookmark: null,
        inlines: [blank],
        tag: held,
      },
    ],
  };
}
