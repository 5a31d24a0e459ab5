import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { BorderSide, Colour, ComputedStyle } from './computed-style.ts';
import { type Declaration, expand, isWide } from './declaration.ts';
import type { ValueContext } from './length.ts';
import {
  inheritedNames,
  type LonghandName,
  type LonghandValues,
  longhandNames,
  rowOf,
} from './property-table.ts';
import { warnUnknownVariable, warnValue } from './style-warnings.ts';
import {
  type CustomProperties,
  loneWord,
  substitute,
  tokensText,
  usesVariables,
  type ValueToken,
} from './value-token.ts';

/** What children take from an element. */
export interface InheritedValues {
  readonly values: LonghandValues;
  readonly custom: CustomProperties;
  /** Font size of the root, pt. */
  readonly rem: number;
}

type MutableValues = { -readonly [N in LonghandName]: LonghandValues[N] };
type Declared = Map<
  LonghandName,
  { readonly tokens: readonly ValueToken[]; readonly source: Declaration }
>;

/** Values of a document whose sheets say nothing. */
export const initialValues: LonghandValues = makeInitialValues();

/** What the root inherits. */
export const nothingInherited: InheritedValues = {
  values: initialValues,
  custom: new Map(),
  rem: initialValues['font-size'],
};

/**
 * Computes the values of an element from its declarations, the strongest last; a declaration whose
 * variables have no value, or make none that it takes, is reported and left aside.
 */
export function computeValues(
  declarations: readonly Declaration[],
  parent: InheritedValues | null,
  sink: DiagnosticSink,
): InheritedValues {
  const from = parent ?? nothingInherited;
  const custom = customProperties(declarations, from.custom);
  const declared = collect(declarations, custom, sink);
  const values: MutableValues = { ...initialValues };
  for (const name of inheritedNames) copy(name, from.values, values);
  const target: Target = { values, declared, parent: from.values, sink };
  const sizeContext = { em: from.values['font-size'], rem: from.rem, colour: from.values.color };
  compute('font-size', target, sizeContext);
  compute('color', target, sizeContext);
  const rem = parent === null ? values['font-size'] : from.rem;
  const context = { em: values['font-size'], rem, colour: values.color };
  for (const name of declared.keys()) {
    if (name !== 'font-size' && name !== 'color') compute(name, target, context);
  }
  keepRaised(target);
  return { values, custom, rem };
}

interface Target {
  readonly values: MutableValues;
  readonly declared: Declared;
  readonly parent: LonghandValues;
  readonly sink: DiagnosticSink;
}

function makeInitialValues(): LonghandValues {
  const values: Partial<Record<LonghandName, unknown>> = {};
  for (const name of longhandNames) values[name] = rowOf(name).initial;
  return values as LonghandValues;
}

function copy<N extends LonghandName>(name: N, from: LonghandValues, to: MutableValues): void {
  to[name] = from[name];
}

/** Bold words inside a superscript are raised too. */
function keepRaised({ values, declared, parent }: Target): void {
  const inside = values.display === 'inline' && parent.display === 'inline';
  if (inside && !declared.has('vertical-align'))
    values['vertical-align'] = parent['vertical-align'];
}

function collect(
  declarations: readonly Declaration[],
  custom: CustomProperties,
  sink: DiagnosticSink,
): Declared {
  const declared: Declared = new Map();
  for (const source of declarations) {
    const parts = source.kind === 'plain' ? source.parts : deferredParts(source, custom, sink);
    for (const [name, tokens] of parts) declared.set(name, { tokens, source });
  }
  return declared;
}

function deferredParts(
  declaration: Declaration,
  custom: CustomProperties,
  sink: DiagnosticSink,
): readonly (readonly [LonghandName, readonly ValueToken[]])[] {
  if (declaration.kind !== 'deferred') return [];
  const { property, tokens, where } = declaration;
  const value = substitute(tokens, custom);
  if (value === undefined) {
    warnUnknownVariable(sink, where, { property, value: tokensText(tokens) });
    return [];
  }
  const parts = expand(property, value);
  if (parts === undefined) warnValue(sink, where, { property, value: tokensText(value) });
  return parts ?? [];
}

function compute<N extends LonghandName>(name: N, target: Target, context: ValueContext): void {
  const given = target.declared.get(name);
  if (given === undefined) return;
  const row = rowOf(name);
  if (isWide(given.tokens)) {
    const word = loneWord(given.tokens);
    const inherits = word === 'inherit' || (word === 'unset' && row.inherited);
    target.values[name] = inherits ? target.parent[name] : row.initial;
    return;
  }
  const value = row.parse(given.tokens, context);
  if (value !== undefined) target.values[name] = value;
  else if (given.source.kind === 'deferred') {
    const { property, where } = given.source;
    warnValue(target.sink, where, { property, value: tokensText(given.tokens) });
  }
}

function customProperties(
  declarations: readonly Declaration[],
  inherited: CustomProperties,
): CustomProperties {
  const own = new Map<string, readonly ValueToken[]>();
  for (const one of declarations) if (one.kind === 'custom') own.set(one.name, one.tokens);
  if (own.size === 0) return inherited;
  const result = new Map(inherited);
  for (const [name, tokens] of own) if (!usesVariables(tokens)) result.set(name, tokens);
  settleVariables(own, result);
  return result;
}

/** Variables that use others: each round settles those whose parts are known; circles stay unset. */
function settleVariables(
  own: ReadonlyMap<string, readonly ValueToken[]>,
  result: Map<string, readonly ValueToken[]>,
): void {
  const waiting = new Map([...own].filter(([, tokens]) => usesVariables(tokens)));
  for (const name of waiting.keys()) result.delete(name);
  for (let round = 0; waiting.size > 0 && round <= own.size; round++) {
    for (const [name, tokens] of waiting) {
      if (mentions(tokens, waiting)) continue;
      const value = substitute(tokens, result);
      if (value !== undefined) result.set(name, value);
      waiting.delete(name);
    }
  }
}

function mentions(tokens: readonly ValueToken[], names: ReadonlyMap<string, unknown>): boolean {
  return tokens.some((token) => {
    if (token.kind === 'word') return names.has(token.text);
    return (token.kind === 'call' || token.kind === 'group') && mentions(token.args, names);
  });
}

/** The style that boxes and layout read, frozen. */
export function toComputedStyle(values: LonghandValues): ComputedStyle {
  const colour = values.color;
  return Object.freeze({
    display: values.display,
    ...textStyle(values),
    ...boxStyle(values),
    ...flowStyle(values, colour),
  });
}

function textStyle(values: LonghandValues) {
  const lineHeight = values['line-height'];
  const factor = lineHeight.kind === 'factor' ? values['font-size'] : 1;
  return {
    fontFamily: values['font-family'],
    fontSize: values['font-size'],
    fontWeight: values['font-weight'],
    fontStyle: values['font-style'],
    smallCaps: values['font-variant-caps'] === 'small-caps',
    tabularFigures: values['font-variant-numeric'] === 'tabular-nums',
    lineHeight: lineHeight.value * factor,
    letterSpacing: values['letter-spacing'],
    colour: values.color,
    textAlign: values['text-align'],
    textIndent: values['text-indent'],
    textTransform: values['text-transform'],
    hyphens: values.hyphens,
    whiteSpace: values['white-space'],
    widows: values.widows,
    orphans: values.orphans,
    listStyle: values['list-style-type'],
    verticalAlign: values['vertical-align'],
    underline: values['text-decoration'] === 'underline',
  };
}

function boxStyle(values: LonghandValues) {
  return {
    margin: sides((edge) => values[`margin-${edge}`]),
    padding: sides((edge) => values[`padding-${edge}`]),
    border: sides((edge) =>
      borderSide(
        values[`border-${edge}-width`],
        values[`border-${edge}-style`],
        values[`border-${edge}-color`] ?? values.color,
      ),
    ),
    borderRadius: values['border-radius'],
    background: values['background-color'].colour,
    width: values.width,
    height: values.height,
    minHeight: values['min-height'],
    objectFit: values['object-fit'],
    position: values.position,
    top: values.top,
    right: values.right,
    bottom: values.bottom,
    left: values.left,
    outside: values.outside,
    inside: values.inside,
  };
}

function flowStyle(values: LonghandValues, colour: Colour) {
  const rule = values['column-rule'];
  const count = values['column-count'];
  const columnGap = values['column-gap'];
  const rowGap = values['row-gap'];
  return {
    columnCount: count,
    columnGap: columnGap === 'normal' ? (count > 1 ? values['font-size'] : 0) : columnGap,
    columnRule: borderSide(rule.width, rule.style, rule.colour ?? colour),
    columnSpan: values['column-span'],
    columnFill: values['column-fill'],
    tracks: values['grid-template-columns'],
    rowGap: rowGap === 'normal' ? 0 : rowGap,
    alignItems: values['align-items'],
    breakBefore: values['break-before'],
    breakAfter: values['break-after'],
    breakInside: values['break-inside'],
    page: values.page,
    content: values.content.parts,
    stringSet: values['string-set'],
    bookmarkLevel: values['bookmark-level'],
    continued: values.continued.text,
    filler: values.filler === 'pages',
  };
}

function sides<T>(value: (edge: 'top' | 'right' | 'bottom' | 'left') => T) {
  return {
    top: value('top'),
    right: value('right'),
    bottom: value('bottom'),
    left: value('left'),
  };
}

function borderSide(width: number, style: BorderSide['style'], colour: Colour): BorderSide {
  return { width: style === 'none' ? 0 : width, style, colour };
}
