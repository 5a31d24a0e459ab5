import type { ContentPart } from './computed-style.ts';
import type { ParseValue } from './property.ts';
import { loneWord, splitAtCommas, type ValueToken } from './value-token.ts';

/** Reads `content`: null for none and normal. */
export const contentValue: ParseValue<{ readonly parts: readonly ContentPart[] | null }> = (
  tokens,
) => {
  const word = loneWord(tokens);
  if (word === 'none' || word === 'normal') return { parts: null };
  const parts = contentParts(tokens);
  return parts && { parts };
};

/** Reads `string-set`: a name and what it is set to, several after commas. */
export const stringSetValue: ParseValue<
  readonly { readonly name: string; readonly value: readonly ContentPart[] }[]
> = (tokens) => {
  if (loneWord(tokens) === 'none') return [];
  const settings: { name: string; value: readonly ContentPart[] }[] = [];
  for (const [name, ...rest] of splitAtCommas(tokens)) {
    const value = contentParts(rest);
    if (name?.kind !== 'word' || value === undefined) return undefined;
    settings.push({ name: name.text, value });
  }
  return settings;
};

/** The functions that `content` and `string-set` understand, for messages and the manual. */
export const contentForms =
  '<string> | attr(<name>) | counter(page) | string(<name>, first | last | start) | leader(<string>) | target-counter(attr(href), page) | content()';

function contentParts(tokens: readonly ValueToken[]): readonly ContentPart[] | undefined {
  if (tokens.length === 0) return undefined;
  const parts: ContentPart[] = [];
  for (const token of tokens) {
    const part = contentPart(token);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
}

function contentPart(token: ValueToken): ContentPart | undefined {
  if (token.kind === 'string') return { kind: 'text', text: token.text };
  if (token.kind !== 'call') return undefined;
  const args = splitAtCommas(token.args);
  switch (token.name) {
    case 'attr':
      return attrPart(args);
    case 'content':
      return contentCall(args);
    case 'counter':
      return counterPart(args);
    case 'leader':
      return leaderPart(args);
    case 'target-counter':
      return targetPart(args);
    case 'string':
      return stringPart(args);
    default:
      return undefined;
  }
}

type Arguments = readonly (readonly ValueToken[])[];

function attrName(tokens: readonly ValueToken[] | undefined): string | undefined {
  const [name, type, ...more] = tokens ?? [];
  if (name?.kind !== 'word' || more.length > 0) return undefined;
  return type === undefined || (type.kind === 'word' && type.text === 'url')
    ? name.text.toLowerCase()
    : undefined;
}

function attrPart(args: Arguments): ContentPart | undefined {
  const name = args.length === 1 ? attrName(args[0]) : undefined;
  return name === undefined ? undefined : { kind: 'attr', name };
}

function contentCall(args: Arguments): ContentPart | undefined {
  const empty = args.length === 1 && args[0]?.length === 0;
  return empty || loneWord(args[0] ?? []) === 'text' ? { kind: 'content' } : undefined;
}

function counterPart(args: Arguments): ContentPart | undefined {
  const name = args.length === 1 ? loneWord(args[0] ?? []) : undefined;
  return name === 'page' ? { kind: 'counter', name } : undefined;
}

const leaderPatterns: Readonly<Record<string, string>> = { dotted: '. ', solid: '_', space: ' ' };

function leaderPart(args: Arguments): ContentPart | undefined {
  const [token, ...more] = args[0] ?? [];
  if (token === undefined || more.length > 0 || args.length !== 1) return undefined;
  if (token.kind === 'string') {
    return token.text === '' ? undefined : { kind: 'leader', pattern: token.text };
  }
  const word = token.kind === 'word' ? token.text.toLowerCase() : '';
  const pattern = Object.hasOwn(leaderPatterns, word) ? leaderPatterns[word] : undefined;
  return pattern === undefined ? undefined : { kind: 'leader', pattern };
}

function targetPart([target, counter, ...more]: Arguments): ContentPart | undefined {
  const [token, ...others] = target ?? [];
  if (token?.kind !== 'call' || token.name !== 'attr' || others.length > 0) return undefined;
  const attr = attrName(token.args);
  if (attr === undefined || more.length > 0 || loneWord(counter ?? []) !== 'page') return undefined;
  return { kind: 'target-counter', attr };
}

function stringPart([name, which, ...more]: Arguments): ContentPart | undefined {
  const [token, ...others] = name ?? [];
  if (token?.kind !== 'word' || others.length > 0 || more.length > 0) return undefined;
  const word = which === undefined ? 'first' : loneWord(which);
  if (word !== 'first' && word !== 'last' && word !== 'start') return undefined;
  return { kind: 'string', name: token.text, which: word };
}
