import type { CssNode, List } from 'css-tree';

/** A piece of a property's value, free of the parser's types. */
export type ValueToken =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'dimension'; readonly value: number; readonly unit: string }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'hash'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly ValueToken[] }
  | { readonly kind: 'group'; readonly args: readonly ValueToken[] }
  | { readonly kind: 'unknown'; readonly text: string };

/** Custom properties in force, by name with its dashes. */
export type CustomProperties = ReadonlyMap<string, readonly ValueToken[]>;

/** The tokens of a parsed value. */
export function toTokens(nodes: List<CssNode>): readonly ValueToken[] {
  // The fallback of var() is a value inside the value.
  return nodes
    .toArray()
    .flatMap((node) => (node.type === 'Value' ? toTokens(node.children) : [toToken(node)]));
}

function toToken(node: CssNode): ValueToken {
  switch (node.type) {
    case 'Identifier':
      return { kind: 'word', text: node.name };
    case 'Number':
      return { kind: 'number', value: Number(node.value) };
    case 'Dimension':
      return { kind: 'dimension', value: Number(node.value), unit: node.unit.toLowerCase() };
    case 'Percentage':
      return { kind: 'percent', value: Number(node.value) };
    case 'String':
      return { kind: 'string', text: node.value };
    case 'Hash':
      return { kind: 'hash', text: node.value };
    case 'Operator':
      return { kind: 'sign', text: node.value.trim() };
    case 'Function':
      return { kind: 'call', name: node.name.toLowerCase(), args: toTokens(node.children) };
    case 'Parentheses':
      return { kind: 'group', args: toTokens(node.children) };
    default:
      return { kind: 'unknown', text: node.type === 'Raw' ? node.value.trim() : node.type };
  }
}

/** Whether `var()` stands anywhere in the value. */
export function usesVariables(tokens: readonly ValueToken[]): boolean {
  return tokens.some((token) => {
    if (token.kind !== 'call' && token.kind !== 'group') return false;
    return (token.kind === 'call' && token.name === 'var') || usesVariables(token.args);
  });
}

/** Longest value that nested variables may grow to. */
const maxTokens = 500;

/** The value with each `var()` replaced; undefined when one has no value and no fallback. */
export function substitute(
  tokens: readonly ValueToken[],
  custom: CustomProperties,
): readonly ValueToken[] | undefined {
  const result: ValueToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'call' && token.name === 'var') {
      const value = variable(token.args, custom);
      if (value === undefined) return undefined;
      result.push(...value);
    } else if (token.kind === 'call' || token.kind === 'group') {
      const args = substitute(token.args, custom);
      if (args === undefined) return undefined;
      result.push({ ...token, args });
    } else {
      result.push(token);
    }
  }
  return result.length > maxTokens ? undefined : result;
}

function variable(
  args: readonly ValueToken[],
  custom: CustomProperties,
): readonly ValueToken[] | undefined {
  const [name, comma, ...fallback] = args;
  if (name?.kind !== 'word') return undefined;
  const value = custom.get(name.text);
  if (value !== undefined) return value;
  return comma === undefined ? undefined : substitute(fallback, custom);
}

/** The tokens between commas. */
export function splitAtCommas(tokens: readonly ValueToken[]): readonly (readonly ValueToken[])[] {
  const parts: ValueToken[][] = [[]];
  for (const token of tokens) {
    if (isSign(token, ',')) parts.push([]);
    else parts[parts.length - 1]?.push(token);
  }
  return parts;
}

/** Whether a token is this comma, slash or operator. */
export function isSign(token: ValueToken | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** A lone word in lower case; undefined for anything else. */
export function loneWord(tokens: readonly ValueToken[]): string | undefined {
  const [token, ...more] = tokens;
  return token?.kind === 'word' && more.length === 0 ? token.text.toLowerCase() : undefined;
}

/** The value as CSS would write it, for messages. */
export function tokensText(tokens: readonly ValueToken[]): string {
  return tokens.map(tokenText).join(' ').replace(/ ,/g, ',');
}

function tokenText(token: ValueToken): string {
  switch (token.kind) {
    case 'number':
      return String(token.value);
    case 'dimension':
      return `${token.value}${token.unit}`;
    case 'percent':
      return `${token.value}%`;
    case 'string':
      return JSON.stringify(token.text);
    case 'hash':
      return `#${token.text}`;
    case 'call':
      return `${token.name}(${tokensText(token.args)})`;
    case 'group':
      return `(${tokensText(token.args)})`;
    default:
      return token.text;
  }
}
