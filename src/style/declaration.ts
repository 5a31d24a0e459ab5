import type { Declaration as DeclarationNode } from 'css-tree';
import type { DiagnosticSink, Where } from '../diagnostics/diagnostic.ts';
import { isLonghand, type LonghandName, rowOf } from './property-table.ts';
import { aliases, type Part, shorthands } from './shorthands.ts';
import { warnIgnored, warnProperty, warnValue } from './style-warnings.ts';
import { loneWord, tokensText, toTokens, usesVariables, type ValueToken } from './value-token.ts';

/** One declaration of a sheet, checked; `deferred` waits for the value of its variables. */
export type Declaration =
  | { readonly kind: 'custom'; readonly name: string; readonly tokens: readonly ValueToken[] }
  | { readonly kind: 'plain'; readonly parts: readonly Part[] }
  | {
      readonly kind: 'deferred';
      readonly property: string;
      readonly tokens: readonly ValueToken[];
      readonly where: Where;
    };

/** Reads a declaration of a style rule; undefined, with a warning, when it means nothing here. */
export function readDeclaration(
  node: DeclarationNode,
  where: Where,
  sink: DiagnosticSink,
): Declaration | undefined {
  if (node.important) warnImportant(sink, where, node.property);
  if (node.value.type === 'Raw') {
    const property = node.property.toLowerCase();
    if (node.property.startsWith('--')) return { kind: 'custom', name: node.property, tokens: [] };
    if (!isKnown(property)) warnProperty(sink, where, property);
    else warnValue(sink, where, { property, value: node.value.value.trim() });
    return undefined;
  }
  const tokens = toTokens(node.value.children);
  if (node.property.startsWith('--')) return { kind: 'custom', name: node.property, tokens };
  return compile(node.property.toLowerCase(), tokens, { where, sink });
}

function compile(
  property: string,
  tokens: readonly ValueToken[],
  { where, sink }: { readonly where: Where; readonly sink: DiagnosticSink },
): Declaration | undefined {
  if (!isKnown(property)) {
    warnProperty(sink, where, property);
    return undefined;
  }
  if (usesVariables(tokens)) return { kind: 'deferred', property, tokens, where };
  const parts = expand(property, tokens);
  if (parts?.every(isValid)) return { kind: 'plain', parts };
  warnValue(sink, where, { property, value: tokensText(tokens) });
  return undefined;
}

/** The longhands that a declaration sets; undefined when its value has not the right form. */
export function expand(
  property: string,
  tokens: readonly ValueToken[],
): readonly Part[] | undefined {
  if (tokens.length === 0) return undefined;
  const name = Object.hasOwn(aliases, property) ? (aliases[property] as string) : property;
  if (isLonghand(name)) return [[name, tokens]];
  const shorthand = shorthands[name];
  if (!shorthand) return undefined;
  return isWide(tokens)
    ? shorthand.longhands.map((one) => [one, tokens])
    : shorthand.expand(tokens);
}

/** Words that every property takes. */
export function isWide(tokens: readonly ValueToken[]): boolean {
  const word = loneWord(tokens);
  return word === 'inherit' || word === 'initial' || word === 'unset';
}

const anyContext = { em: 10, rem: 10, colour: '#000000' };

function isValid([name, tokens]: readonly [LonghandName, readonly ValueToken[]]): boolean {
  return isWide(tokens) || rowOf(name).parse(tokens, anyContext) !== undefined;
}

function isKnown(property: string): boolean {
  return (
    isLonghand(property) || Object.hasOwn(shorthands, property) || Object.hasOwn(aliases, property)
  );
}

function warnImportant(sink: DiagnosticSink, where: Where, property: string): void {
  warnIgnored(sink, where, {
    code: 'style/important',
    fr: `!important (${property}) n’a pas d’effet\u00a0: la déclaration compte comme les autres.`,
    en: `!important (${property}) has no effect: the declaration counts like any other.`,
    hint: {
      fr: 'Donnez plus de poids au sélecteur, par exemple par une classe de plus.',
      en: 'Give the selector more weight, for instance by one more class.',
    },
  });
}
