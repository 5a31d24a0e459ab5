import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Edges, Size } from '../geometry/geometry.ts';
import { areaInMode, type ColourMode } from './colour-mode.ts';
import { computeValues, type InheritedValues } from './compute-style.ts';
import type { ComputedStyle, MarginBox, MarginBoxName, PageMaster } from './computed-style.ts';
import type { Declaration } from './declaration.ts';
import { expandPage, initialPageMargin, type PagePart } from './page-properties.ts';
import type { PageDeclaration, PageRule, PageSelector } from './page-rule.ts';
import type { LonghandValues } from './property-table.ts';
import { warnUnknownVariable, warnValue } from './style-warnings.ts';
import { substitute, tokensText } from './value-token.ts';

/** What page masters are made from. */
export interface PageMasterSource {
  readonly rules: readonly PageRule[];
  /** The booklet's format: wins over the sheets, except over the size of a named page. */
  readonly size: Size | undefined;
  /**
   * The booklet's margins, `left` inside and `right` outside: they win over the sheets', except
   * over a margin of 0, which is there for matter that bleeds off the page.
   */
  readonly margins: Partial<Edges>;
  /** 'full' when absent. */
  readonly colours?: ColourMode;
  /** Values of the root, which margin boxes inherit. */
  readonly root: () => InheritedValues;
  readonly styleOf: (values: LonghandValues) => ComputedStyle;
  readonly sink: DiagnosticSink;
}

interface Wanted {
  readonly name: string;
  readonly side: 'recto' | 'verso';
  readonly first: boolean;
}

interface Draft {
  readonly margin: { top: number; right: number; bottom: number; left: number };
  size: Size | null;
  /** The size was given for pages of this name: a plan that folds out, a card. */
  hasOwnSize: boolean;
  background: string | null;
  folioStyle: PageMaster['folioStyle'];
  folioReset: boolean;
}

/** Page used when neither the booklet nor a sheet gives a format: A5, pt. */
const initialSize: Size = { width: (148 * 72) / 25.4, height: (210 * 72) / 25.4 };

/** Makes one page master. */
export function makePageMaster(wanted: Wanted, source: PageMasterSource): PageMaster {
  const rules = source.rules
    .filter(({ selector }) => selects(selector, wanted))
    .map((rule, order) => ({ rule, order }))
    .sort((a, b) => weight(a.rule.selector) - weight(b.rule.selector) || a.order - b.order)
    .map(({ rule }) => rule);
  const draft = layRules(rules, wanted, source);
  const { margin, background, folioStyle, folioReset } = draft;
  return Object.freeze({
    ...wanted,
    size: (draft.hasOwnSize ? draft.size : null) ?? source.size ?? draft.size ?? initialSize,
    margin,
    background: areaInMode(background, source.colours ?? 'full'),
    folioStyle,
    folioReset,
    marginBoxes: makeMarginBoxes(rules, source),
  });
}

function selects(selector: PageSelector, wanted: Wanted): boolean {
  if (selector.name !== null && selector.name !== wanted.name) return false;
  if (selector.side !== null && selector.side !== wanted.side) return false;
  return !selector.first || wanted.first;
}

function weight({ name, side, first }: PageSelector): number {
  return (name === null ? 0 : 100) + (first ? 10 : 0) + (side === null ? 0 : 1);
}

function layRules(rules: readonly PageRule[], wanted: Wanted, source: PageMasterSource): Draft {
  const m = initialPageMargin;
  const draft: Draft = {
    margin: { top: m, right: m, bottom: m, left: m },
    size: null,
    hasOwnSize: false,
    background: null,
    folioStyle: 'decimal',
    folioReset: false,
  };
  for (const { selector, declarations } of rules) {
    for (const part of declarations.flatMap((declaration) => partsOf(declaration, source))) {
      layPart(part, draft, wanted.side);
      if (part.kind === 'size') draft.hasOwnSize = selector.name !== null;
    }
  }
  layBookletMargins(source.margins, draft, wanted.side);
  return draft;
}

function layBookletMargins(margins: Partial<Edges>, draft: Draft, side: Wanted['side']): void {
  const given: readonly [edge: 'top' | 'bottom' | 'inside' | 'outside', value?: number][] = [
    ['top', margins.top],
    ['bottom', margins.bottom],
    ['inside', margins.left],
    ['outside', margins.right],
  ];
  for (const [edge, value] of given) {
    const bleeds = draft.margin[physicalEdge(edge, side)] === 0;
    if (value !== undefined && !bleeds) layPart({ kind: 'margin', edge, value }, draft, side);
  }
}

function layPart(part: PagePart, draft: Draft, side: Wanted['side']): void {
  switch (part.kind) {
    case 'size':
      draft.size = part.size;
      break;
    case 'margin':
      draft.margin[physicalEdge(part.edge, side)] = part.value;
      break;
    case 'background':
      draft.background = part.colour;
      break;
    case 'folio':
      draft.folioStyle = part.style;
      break;
    case 'folio-reset':
      draft.folioReset = part.reset;
      break;
  }
}

/** The spine is on the left of a recto. */
function physicalEdge(edge: keyof Edges | 'inside' | 'outside', side: Wanted['side']): keyof Edges {
  if (edge === 'inside') return side === 'recto' ? 'left' : 'right';
  if (edge === 'outside') return side === 'recto' ? 'right' : 'left';
  return edge;
}

function partsOf(declaration: PageDeclaration, source: PageMasterSource): readonly PagePart[] {
  if (declaration.kind === 'plain') return declaration.parts;
  if (declaration.kind === 'custom') return [];
  const { property, tokens, where } = declaration;
  const root = source.root();
  const value = substitute(tokens, root.custom);
  if (value === undefined) {
    warnUnknownVariable(source.sink, where, { property, value: tokensText(tokens) });
    return [];
  }
  const context = { em: root.rem, rem: root.rem, colour: root.values.color };
  const parts = expandPage(property, value, context);
  if (parts === undefined) warnValue(source.sink, where, { property, value: tokensText(value) });
  return parts ?? [];
}

function makeMarginBoxes(
  rules: readonly PageRule[],
  source: PageMasterSource,
): ReadonlyMap<MarginBoxName, MarginBox> {
  const declared = new Map<MarginBoxName, Declaration[]>();
  for (const { marginBoxes } of rules) {
    for (const { name, declarations } of marginBoxes) {
      const list = declared.get(name) ?? [...defaultsOf(name)];
      list.push(...declarations);
      declared.set(name, list);
    }
  }
  const boxes = new Map<MarginBoxName, MarginBox>();
  for (const [name, declarations] of declared) {
    const { values } = computeValues(declarations, source.root(), source.sink);
    const content = values.content.parts;
    if (content !== null) boxes.set(name, { content, style: source.styleOf(values) });
  }
  return boxes;
}

/** A margin box stands where its name says. */
function defaultsOf(name: MarginBoxName): readonly Declaration[] {
  const align = name.slice(name.indexOf('-') + 1);
  return [
    {
      kind: 'plain',
      parts: [
        ['text-align', [{ kind: 'word', text: align }]],
        ['display', [{ kind: 'word', text: 'block' }]],
      ],
    },
  ];
}
