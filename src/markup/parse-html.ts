import { Parser } from 'htmlparser2';
import { type DiagnosticSink, inputError } from '../diagnostics/diagnostic.ts';
import type { Element, Node } from './element.ts';
import { elementTable } from './element-table.ts';

/**
 * Parses the HTML that templates made into one root: `html` if it is there, the only `body`, else a
 * synthetic `body`. Blanks collapse to one space, except in `pre`; those between blocks go.
 */
export function parseHtml(html: string, sink?: DiagnosticSink): Element {
  const builder = new TreeBuilder(sink);
  parserFor(builder).end(html);
  return builder.root();
}

/** A document of which the parts are parsed as they are asked for. */
export interface HtmlDocument {
  /** <html> and <body>, or a synthetic <body> alone: attributes, and no children. */
  readonly frame: readonly Element[];
  /** What <body> holds, parsed anew at each asking: a long document never stands whole in memory. */
  readonly parts: Iterable<Node>;
}

/** Characters parsed at a time. */
const stretch = 1 << 16;

/** Opens the HTML that templates made, to be parsed part by part. */
export function openHtml(html: string, sink?: DiagnosticSink): HtmlDocument {
  let told = sink;
  const { frame, depth } = frameOf(html);
  return {
    frame,
    parts: {
      *[Symbol.iterator]() {
        const builder = new TreeBuilder(told, depth);
        // What is wrong is said once.
        told = undefined;
        const parser = parserFor(builder);
        for (let from = 0; from < html.length; from += stretch) {
          parser.write(html.slice(from, from + stretch));
          yield* builder.takeFinished();
        }
        parser.end();
        builder.finish();
        yield* builder.takeFinished();
      },
    },
  };
}

const documentStart =
  /^\s*(?:<!doctype[^>]*>\s*)?(<html\b[^>]*>\s*)?(?:<head\b.*?<\/head>\s*)?(<body\b[^>]*>)/is;

/** The elements around the parts, read from the beginning of the document, and how many are open there. */
function frameOf(html: string): { readonly frame: readonly Element[]; readonly depth: number } {
  const start = documentStart.exec(html);
  if (!start) return { frame: [growingElement('body')], depth: 0 };
  const outer = parseHtml(`${start[1] ?? ''}${start[2]}`);
  const inner = outer.children[0];
  if (inner?.kind !== 'element') return { frame: [outer], depth: 1 };
  return { frame: [{ ...outer, children: noChildren }, inner], depth: 2 };
}

function parserFor(builder: TreeBuilder): Parser {
  // Names and attributes one by one: an attributes object per element would cost a third more.
  return new Parser(
    {
      onopentagname: (name) => builder.open(name),
      onattribute: (name, value) => builder.addAttribute(name, value),
      onclosetag: (name) => builder.close(name),
      ontext: (text) => builder.addText(text),
    },
    { recognizeSelfClosing: true },
  );
}

/** Deeper markup is a template that goes round in circles. */
const maxDepth = 200;

const noAttributes: ReadonlyMap<string, string> = new Map();
const noClasses: readonly string[] = [];
const noChildren: readonly Node[] = [];

/** What the parser must know of a tag name. */
interface Tag {
  readonly name: string;
  readonly block: boolean;
  readonly empty: boolean;
  readonly dropped: boolean;
  readonly pre: boolean;
}

const tags = new Map<string, Tag>();
for (const { name, flow, empty } of elementTable.values()) {
  tags.set(name, { name, block: flow === 'block', empty, dropped: false, pre: name === 'pre' });
}
for (const name of ['script', 'style']) {
  tags.set(name, { name, block: false, empty: false, dropped: true, pre: false });
}

function tagOf(name: string): Tag {
  return tags.get(name) ?? { name, block: false, empty: false, dropped: false, pre: false };
}

interface GrowingElement {
  readonly kind: 'element';
  readonly name: string;
  attributes: ReadonlyMap<string, string>;
  classes: readonly string[];
  children: readonly Node[];
}

interface OpenElement {
  readonly element: GrowingElement;
  /** Where its children begin among the nodes waiting for their parent to close. */
  readonly start: number;
  readonly tag: Tag;
  readonly pre: boolean;
}

class TreeBuilder {
  readonly #sink: DiagnosticSink | undefined;
  readonly #body: GrowingElement = growingElement('body');
  readonly #stack: OpenElement[] = [];
  /**
   * Children of all open elements, one after the other: each array of children is then made once,
   * at its final length, which halves the memory of the tree.
   */
  readonly #waiting: Node[] = [];
  #count = 0;
  #current: OpenElement;
  /** The element whose attributes are being read. */
  #newest: GrowingElement = this.#body;
  /** Its attributes, once they are not a shared map. */
  #own: Map<string, string> | null = null;
  /** The last sibling ended a line, so that a blank after it means nothing. */
  #lineStarts = true;
  #text = '';
  #skipping: string | null = null;

  /** Elements open around the parts of a document that is taken part by part; null to keep it whole. */
  readonly #depth: number | null;
  #taken = 0;
  #finished: Node[] = [];

  constructor(sink: DiagnosticSink | undefined, depth: number | null = null) {
    this.#sink = sink;
    this.#depth = depth;
    this.#current = { element: this.#body, start: 0, tag: tagOf('body'), pre: false };
    this.#stack.push(this.#current);
  }

  open(name: string): void {
    if (this.#skipping !== null) return;
    const tag = tagOf(name);
    if (tag.dropped) {
      this.#skipping = name;
      this.#reportDropped(name);
      return;
    }
    this.#flush(tag.block);
    const element = growingElement(tag.name);
    this.#newest = element;
    this.#own = null;
    this.#waiting[this.#count++] = element;
    this.#lineStarts = tag.block || name === 'br';
    if (tag.empty) return;
    if (this.#stack.length >= maxDepth) throw tooDeep(name);
    this.#current = { element, start: this.#count, tag, pre: this.#current.pre || tag.pre };
    this.#stack.push(this.#current);
  }

  addAttribute(name: string, value: string): void {
    if (this.#skipping !== null) return;
    const element = this.#newest;
    if (element.attributes.has(name)) return;
    if (name === 'class') element.classes = internClasses(value);
    if (name === 'class' && element.attributes === noAttributes) {
      element.attributes = classOnly(value);
      return;
    }
    if (this.#own === null) {
      this.#own = new Map(element.attributes);
      element.attributes = this.#own;
    }
    this.#own.set(name, value);
  }

  close(name: string): void {
    if (this.#skipping !== null) {
      if (name === this.#skipping) this.#skipping = null;
      return;
    }
    const { tag } = this.#current;
    // The parser closes in order; an empty element was never opened here.
    if (tag.name !== name || this.#stack.length === 1) return;
    this.#flush(tag.block);
    if (this.#isInContainer()) this.#finishUpTo(this.#count);
    else this.#adopt(this.#current);
    this.#stack.pop();
    this.#current = this.#stack[this.#stack.length - 1] as OpenElement;
    this.#lineStarts = tag.block;
  }

  addText(text: string): void {
    if (this.#skipping === null) this.#text = this.#text === '' ? text : this.#text + text;
  }

  /** Ends what is still open. */
  finish(): void {
    this.#flush(true);
    while (this.#stack.length - 1 > (this.#depth ?? 0)) {
      this.#adopt(this.#stack.pop() as OpenElement);
      this.#current = this.#stack[this.#stack.length - 1] as OpenElement;
    }
    if (this.#isInContainer()) this.#finishUpTo(this.#count);
  }

  /** Whether the innermost element open is the one around the parts. */
  #isInContainer(): boolean {
    return this.#stack.length - 1 === this.#depth && this.#current.tag.name === 'body';
  }

  /** The parts finished since the last asking. */
  takeFinished(): readonly Node[] {
    const depth = this.#depth ?? 0;
    // The part that is still open stands just before its first child.
    const open = this.#stack[depth + 1];
    if (this.#stack[depth]?.tag.name === 'body')
      this.#finishUpTo(open ? open.start - 1 : this.#count);
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  #finishUpTo(end: number): void {
    const container = this.#stack[this.#depth ?? 0] as OpenElement;
    for (let at = Math.max(this.#taken, container.start); at < end; at += 1) {
      this.#finished.push(this.#waiting[at] as Node);
      // Let go: who asked for the part keeps it as long as needed.
      delete this.#waiting[at];
      this.#taken = at + 1;
    }
  }

  root(): Element {
    this.#flush(true);
    while (this.#stack.length > 0) this.#adopt(this.#stack.pop() as OpenElement);
    const body = this.#body;
    const elements = body.children.filter((child): child is Element => child.kind === 'element');
    const html = elements.find((child) => child.name === 'html');
    if (html) return html;
    const only = body.children.length === 1 ? elements[0] : undefined;
    return only?.name === 'body' ? only : body;
  }

  /** `lineEnds`: what comes next begins or ends a block, so a blank before it means nothing. */
  #flush(lineEnds: boolean): void {
    const whole = this.#text;
    if (whole === '') return;
    this.#text = '';
    const text = this.#current.pre ? whole : collapse(whole, this.#lineStarts, lineEnds);
    if (text === '') return;
    this.#waiting[this.#count++] = { kind: 'text', text };
    this.#lineStarts = false;
  }

  #adopt({ element, start }: OpenElement): void {
    const length = this.#count - start;
    if (length === 0) return;
    const children = new Array<Node>(length);
    for (let i = 0; i < length; i++) children[i] = this.#waiting[start + i] as Node;
    element.children = children;
    this.#count = start;
  }

  #reportDropped(name: string): void {
    this.#sink?.report({
      severity: 'warning',
      code: 'markup/dropped-element',
      where: { field: `<${name}>` },
      message: {
        fr: `L’élément <${name}> du gabarit n’est pas imprimé : il est laissé de côté.`,
        en: `The template's <${name}> element cannot be printed: it is dropped.`,
      },
      hint:
        name === 'style'
          ? { fr: 'Écrivez ces règles dans style.css.', en: 'Write these rules in style.css.' }
          : { fr: 'Retirez-le du gabarit.', en: 'Take it out of the template.' },
    });
  }
}

/** Blanks of HTML only: no-break spaces (U+00A0, U+202F) are characters to print. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}

const unusualBlank = /[\t\n\f\r]| {2}/;
const blanks = /[ \t\n\f\r]+/g;

function collapse(text: string, lineStarts: boolean, lineEnds: boolean): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  if (from === to) return lineStarts || lineEnds ? '' : ' ';
  while (isBlank(text.charCodeAt(to - 1))) to--;
  const before = from > 0 && !lineStarts ? ' ' : '';
  const after = to < text.length && !lineEnds ? ' ' : '';
  const core = from === 0 && to === text.length ? text : text.slice(from, to);
  return before + (unusualBlank.test(core) ? core.replace(blanks, ' ') : core) + after;
}

const classLists = new Map<string, readonly string[]>();
const classAttributes = new Map<string, ReadonlyMap<string, string>>();
/** Beyond this, class attributes are made by a program and not worth keeping in a long process. */
const maxKept = 10_000;

/** The class names of an attribute, sorted, without doubles; the same text gives the same array. */
export function internClasses(attribute: string): readonly string[] {
  const known = classLists.get(attribute);
  if (known) return known;
  const names = [...new Set(attribute.split(/[ \t\n\f\r]+/))].filter((name) => name !== '').sort();
  const key = names.join(' ');
  const classes = classLists.get(key) ?? (names.length === 0 ? noClasses : names);
  if (classLists.size > maxKept) classLists.clear();
  classLists.set(key, classes);
  classLists.set(attribute, classes);
  return classes;
}

function growingElement(name: string): GrowingElement {
  return {
    kind: 'element',
    name,
    attributes: noAttributes,
    classes: noClasses,
    children: noChildren,
  };
}

/** Most elements bear only a class: they share one map. */
function classOnly(value: string): ReadonlyMap<string, string> {
  const known = classAttributes.get(value);
  if (known) return known;
  if (classAttributes.size > maxKept) classAttributes.clear();
  const attributes = new Map([['class', value]]);
  classAttributes.set(value, attributes);
  return attributes;
}

function tooDeep(name: string): Error {
  return inputError({
    code: 'markup/too-deep',
    where: { field: `<${name}>` },
    message: {
      fr: `Le gabarit imbrique plus de ${maxDepth} éléments (ici <${name}>).`,
      en: `The template nests more than ${maxDepth} elements (here <${name}>).`,
    },
    hint: {
      fr: 'Vérifiez que chaque élément ouvert est fermé.',
      en: 'Check that each element opened is closed.',
    },
  });
}
