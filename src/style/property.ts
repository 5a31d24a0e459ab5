import type { Message } from '../diagnostics/diagnostic.ts';
import type { LengthOrPercent } from './computed-style.ts';
import { lengthOf, lengthOrPercentOf, numberOf, type ValueContext } from './length.ts';
import { loneWord, type ValueToken } from './value-token.ts';

/** What a property applies to, for the manual. */
export type AppliesTo =
  | 'all'
  | 'text'
  | 'inline'
  | 'blocks'
  | 'images'
  | 'columns'
  | 'grids'
  | 'lists'
  | 'placed'
  | 'generated';

/** Reads a value; undefined when it is not one of those supported. */
export type ParseValue<T> = (tokens: readonly ValueToken[], context: ValueContext) => T | undefined;

/** One row of the property table: a property that holds a value of its own. */
export interface Longhand<T> {
  /** Values in words, as the manual prints them: "none | <length>". */
  readonly values: string;
  readonly initial: T;
  /** The initial value as one would write it. */
  readonly initialText: string;
  readonly inherited: boolean;
  readonly appliesTo: AppliesTo;
  readonly note: Message;
  readonly parse: ParseValue<T>;
}

interface LonghandOptions {
  readonly inherited?: boolean;
  readonly appliesTo?: AppliesTo;
  readonly note: readonly [fr: string, en: string];
}

/** Makes a row of the table; `initial` is its value and how one writes it. */
export function longhand<T>(
  values: string,
  initial: readonly [value: T, text: string],
  parse: ParseValue<T>,
  options: LonghandOptions,
): Longhand<T> {
  return {
    values,
    initial: initial[0],
    initialText: initial[1],
    inherited: options.inherited ?? false,
    appliesTo: options.appliesTo ?? 'all',
    note: { fr: options.note[0], en: options.note[1] },
    parse,
  };
}

/** Makes a row whose values are words; `synonyms` are other spellings of them. */
export function keywordLonghand<T extends string>(
  words: readonly [T, ...T[]],
  options: LonghandOptions,
  synonyms: Readonly<Record<string, T>> = {},
): Longhand<T> {
  return longhand(words.join(' | '), [words[0], words[0]], keyword(words, synonyms), options);
}

/** Reads one of these words. */
export function keyword<T extends string>(
  words: readonly T[],
  synonyms: Readonly<Record<string, T>> = {},
): ParseValue<T> {
  return (tokens) => {
    const word = loneWord(tokens);
    if (word === undefined) return undefined;
    return (
      words.find((one) => one === word) ??
      (Object.hasOwn(synonyms, word) ? synonyms[word] : undefined)
    );
  };
}

/** Reads a length that may be negative. */
export const anyLength: ParseValue<number> = (tokens, context) =>
  tokens.length === 1 ? lengthOf(tokens[0], context) : undefined;

/** Reads a length of zero or more. */
export const length: ParseValue<number> = (tokens, context) => {
  const value = anyLength(tokens, context);
  return value !== undefined && value >= 0 ? value : undefined;
};

/** Reads `auto`, a length or a percentage. */
export const offset: ParseValue<LengthOrPercent | 'auto'> = (tokens, context) => {
  if (tokens.length !== 1) return undefined;
  return loneWord(tokens) === 'auto' ? 'auto' : lengthOrPercentOf(tokens[0], context);
};

/** Reads `auto`, or a length or percentage of zero or more. */
export const extent: ParseValue<LengthOrPercent | 'auto'> = (tokens, context) => {
  const value = offset(tokens, context);
  return value === undefined || value === 'auto' || value.value >= 0 ? value : undefined;
};

/** Reads a whole number within limits. */
export function wholeNumber(least: number, most: number): ParseValue<number> {
  return (tokens, context) => {
    const value = tokens.length === 1 ? numberOf(tokens[0], context) : undefined;
    const fits = value !== undefined && Number.isInteger(value) && value >= least && value <= most;
    return fits ? value : undefined;
  };
}

/** Reads the first of two kinds of value that fits. */
export function either<A, B>(first: ParseValue<A>, second: ParseValue<B>): ParseValue<A | B> {
  return (tokens, context) => first(tokens, context) ?? second(tokens, context);
}
