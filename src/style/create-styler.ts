import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { DiagnosticList } from '../diagnostics/diagnostic.ts';
import type { Edges, Size } from '../geometry/geometry.ts';
import type { Element } from '../markup/element.ts';
import { type ColourMode, styleInMode } from './colour-mode.ts';
import {
  computeValues,
  type InheritedValues,
  nothingInherited,
  toComputedStyle,
} from './compute-style.ts';
import type { ComputedStyle, PageMaster, StyleContext, StyledElement } from './computed-style.ts';
import type { Declaration } from './declaration.ts';
import { defaultSheet } from './default-sheet.ts';
import { ElementKinds, type SiblingPlace, type StyledKind } from './element-kinds.ts';
import { type ElementChain, matchesSelector } from './match-selector.ts';
import { makePageMaster, type PageMasterSource } from './page-masters.ts';
import type { LonghandValues } from './property-table.ts';
import { readInlineStyle, readSheet, type Sheet, type StyleRule } from './read-sheet.ts';
import { warnUnknownPages } from './style-warnings.ts';

/** A style sheet and the file it came from, for messages. */
export interface SheetSource {
  readonly css: string;
  readonly file: string;
}

/** What a styler needs besides its sheets. */
export interface StylerOptions {
  readonly sink: DiagnosticSink;
  /** Page format, pt: wins over the sheets' `size`. */
  readonly size?: Size;
  /** Page margins, pt, `left` inside and `right` outside: win over the sheets', except over 0. */
  readonly margins?: Partial<Edges>;
  /** 'full' when absent. */
  readonly colours?: ColourMode;
}

/** Gives each element its style, and each page its master. */
export interface Styler {
  /** Styles the root of the document: to be asked first. */
  root(element: Element): StyledElement;
  /** Styles a child; `place` counts elements only, from 0. Equal chains give the same object. */
  child(element: Element, parent: StyleContext, place: SiblingPlace): StyledElement;
  /** The page master of a name, a side and a first page or not. */
  master(name: string, side: 'recto' | 'verso', first: boolean): PageMaster;
}

/** Reads the sheets, in order, and makes a styler of them; what they may not say is reported. */
export function createStyler(sheets: readonly SheetSource[], options: StylerOptions): Styler {
  const read = sheets.map(({ css, file }) => readSheet(css, file, options.sink));
  warnUnknownPages(read, options.sink);
  return new SheetStyler(read, options);
}

class Context implements StyleContext, ElementChain {
  readonly depth: number;
  readonly parent: Context | null;
  readonly kind: StyledKind;
  readonly places: ReadonlySet<string>;
  readonly children = new Map<number, StyledElement>();
  inherited: InheritedValues | null = null;

  constructor(parent: Context | null, kind: StyledKind, places: ReadonlySet<string>) {
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.parent = parent;
    this.kind = kind;
    this.places = places;
  }
}

/** Place numbers are below this (see ElementKinds). */
const placeNumbers = 2 ** 20;
const emptyRoot: Element = {
  kind: 'element',
  name: 'html',
  attributes: new Map(),
  classes: [],
  children: [],
};
const noPlaces: ReadonlySet<string> = new Set();
const onlyChild: SiblingPlace = { first: true, last: true, index: 0 };

class SheetStyler implements Styler {
  /** From the weakest to the strongest. */
  readonly #rules: readonly StyleRule[];
  readonly #kinds: ElementKinds;
  readonly #sink: DiagnosticSink;
  readonly #colours: ColourMode;
  readonly #pages: PageMasterSource;
  readonly #roots = new Map<number, StyledElement>();
  readonly #styles = new Map<string, ComputedStyle>();
  readonly #inline = new Map<string, readonly Declaration[]>();
  readonly #masters = new Map<string, PageMaster>();
  #root: InheritedValues | null = null;

  constructor(sheets: readonly Sheet[], options: StylerOptions) {
    const { sink, size, margins = {}, colours = 'full' } = options;
    this.#colours = colours;
    this.#sink = withoutRepeats(sink);
    const own = sheets.flatMap(({ rules }) => rules);
    this.#rules = [...byWeight(builtIn().rules), ...byWeight(own)];
    this.#kinds = new ElementKinds(this.#rules.map(({ selector }) => selector));
    this.#pages = {
      rules: sheets.flatMap(({ pages }) => pages),
      size,
      margins,
      colours,
      root: () => this.#rootValues(),
      styleOf: (values) => this.#styleOf(values),
      sink: this.#sink,
    };
  }

  root(element: Element): StyledElement {
    const kind = this.#kinds.of(element);
    const known = this.#roots.get(kind.number);
    if (known) return known;
    const styled = this.#style(new Context(null, kind, this.#placesOf(kind, onlyChild)));
    this.#roots.set(kind.number, styled);
    this.#root = (styled.context as Context).inherited;
    return styled;
  }

  child(element: Element, parent: StyleContext, place: SiblingPlace): StyledElement {
    const context = parent as Context;
    const kind = this.#kinds.of(element);
    const placed = kind.tests.length === 0 ? 0 : this.#kinds.placeNumber(kind, place);
    const key = placed === 0 ? kind.number : kind.number * placeNumbers * 2 + placed;
    const known = context.children.get(key);
    if (known) return known;
    const places = placed === 0 ? noPlaces : this.#placesOf(kind, place);
    const styled = this.#style(new Context(context, kind, places));
    context.children.set(key, styled);
    return styled;
  }

  master(name: string, side: 'recto' | 'verso', first: boolean): PageMaster {
    const key = `${side} ${first} ${name}`;
    const known = this.#masters.get(key);
    if (known) return known;
    const master = makePageMaster({ name, side, first }, this.#pages);
    this.#masters.set(key, master);
    return master;
  }

  #placesOf(kind: StyledKind, place: SiblingPlace): ReadonlySet<string> {
    const number = this.#kinds.placeNumber(kind, place);
    return new Set(kind.tests.filter((_, bit) => number & (1 << bit)).map(({ key }) => key));
  }

  #style(context: Context): StyledElement {
    const own: Declaration[] = [];
    const before: Declaration[] = [];
    const after: Declaration[] = [];
    for (const { selector, declarations } of this.#rules) {
      if (!matchesSelector(selector, context)) continue;
      const list = { before, after, own }[selector.pseudo ?? 'own'];
      for (const declaration of declarations) list.push(declaration);
    }
    own.push(...this.#inlineStyle(context.kind.inlineStyle));
    const parent = context.parent?.inherited ?? null;
    const inherited = computeValues(own, parent, this.#sink);
    context.inherited = inherited;
    return Object.freeze({
      style: this.#styleOf(inherited.values),
      before: this.#generated(before, inherited),
      after: this.#generated(after, inherited),
      context,
    });
  }

  #generated(declarations: readonly Declaration[], parent: InheritedValues): ComputedStyle | null {
    if (declarations.length === 0) return null;
    const { values } = computeValues(declarations, parent, this.#sink);
    return values.content.parts === null ? null : this.#styleOf(values);
  }

  #inlineStyle(style: string): readonly Declaration[] {
    if (style === '') return [];
    const known = this.#inline.get(style);
    if (known) return known;
    const declarations = readInlineStyle(style, this.#sink);
    this.#inline.set(style, declarations);
    return declarations;
  }

  #styleOf(values: LonghandValues): ComputedStyle {
    const style = styleInMode(toComputedStyle(values), this.#colours);
    const key = JSON.stringify(style);
    const known = this.#styles.get(key);
    if (known) return known;
    this.#styles.set(key, style);
    return style;
  }

  /** Page masters may be asked for before any element. */
  #rootValues(): InheritedValues {
    if (this.#root === null) this.root(emptyRoot);
    return (this.#root as InheritedValues | null) ?? nothingInherited;
  }
}

function byWeight(rules: readonly StyleRule[]): readonly StyleRule[] {
  return [...rules].sort((a, b) => a.selector.specificity - b.selector.specificity);
}

let builtInSheet: Sheet | undefined;

function builtIn(): Sheet {
  if (builtInSheet === undefined) {
    const problems = new DiagnosticList();
    builtInSheet = readSheet(defaultSheet, 'default', problems);
    if (problems.all[0]) throw new Error(`default sheet: ${problems.all[0].message.en}`);
  }
  return builtInSheet;
}

/** A declaration is computed for many elements; its warning is worth one line. */
function withoutRepeats(sink: DiagnosticSink): DiagnosticSink {
  const seen = new Set<string>();
  return {
    report: (diagnostic) => {
      const key = JSON.stringify([diagnostic.code, diagnostic.where, diagnostic.message.en]);
      if (seen.has(key)) return;
      seen.add(key);
      sink.report(diagnostic);
    },
  };
}
