import { z } from 'zod';
import type { Message } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote, quoteAny } from '../diagnostics/quote.ts';
import { falseWords, readWord, trueWords, type WordList } from './booklet-words.ts';
import { oneLine } from './clean-text.ts';

/** What is wrong with a value, before its place in the file is known. */
export interface Problem {
  /** After "spec/". */
  readonly code: string;
  readonly message: Message;
  readonly hint: Message;
}

/** The outcome of reading one value. */
export type Reading<Value> = { readonly value: Value } | { readonly problem: Problem };

/** A text read by a function of ours; `json` is what editors are told to expect. */
export function readAs<Value>(
  read: (text: string) => Reading<Value>,
  json: Readonly<Record<string, unknown>> = { type: 'string' },
) {
  return z
    .string()
    .transform((text, context): Value => {
      const reading = read(text.trim());
      if ('value' in reading) return reading.value;
      context.addIssue({
        code: 'custom',
        message: 'problem',
        params: { problem: reading.problem },
      });
      return z.NEVER;
    })
    .meta({ json });
}

/** One line of text of at most so many characters. */
export function line(most: number) {
  return readAs((text) => limited(oneLine(text), most), {
    type: ['string', 'number'],
    maxLength: most,
  });
}

/** Text that may run over several lines. */
export function paragraph(most: number) {
  return readAs((text) => limited(text, most), { type: ['string', 'number'], maxLength: most });
}

/** One value or a list of them, read as a list. */
export function oneOrMore<Schema extends z.ZodType>(schema: Schema) {
  return z
    .union([schema, z.array(schema)])
    .transform((value): z.output<Schema>[] =>
      Array.isArray(value) ? value : [value as z.output<Schema>],
    );
}

/** A number between two bounds; a decimal comma is read as a point. */
export function numberBetween(least: number, most: number, unit: Message = { fr: '', en: '' }) {
  return readAs(
    (text): Reading<number> => {
      const value = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)$/u.test(text)
        ? Number(text.replace(',', '.'))
        : Number.NaN;
      if (value >= least && value <= most) return { value };
      return { problem: outOfBounds(text, least, most, unit) };
    },
    { type: 'number', minimum: least, maximum: most },
  );
}

/** oui or non, true or false. */
export function yesOrNo() {
  return readAs(
    (text): Reading<boolean> => {
      const word = text.toLowerCase();
      if (trueWords.includes(word)) return { value: true };
      if (falseWords.includes(word)) return { value: false };
      return { problem: notYesOrNo(text) };
    },
    { enum: [true, false, 'oui', 'non', 'yes', 'no'] },
  );
}

/** One word of a closed list, in French or in English. */
export function wordOf<Word extends string>(words: WordList<Word>) {
  const canonical = Object.keys(words) as Word[];
  const shown = canonical.map((word) => words[word][0] ?? word);
  return readAs(
    (text): Reading<Word> => {
      const word = readWord(words, text);
      return word === undefined
        ? { problem: unknownWord(text, shown, canonical) }
        : { value: word };
    },
    { enum: [...new Set([...shown, ...canonical])] },
  );
}

/** A map that has these keys and no other; the message of an unknown key carries the known ones. */
export function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? Object.keys(shape).join(',') : undefined,
  });
}

/** A description in French, which editors show, and examples to choose from. */
export function described<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  ...examples: readonly unknown[]
) {
  const optional = schema.optional();
  return optional.meta(examples.length > 0 ? { description, examples } : { description });
}

function limited(text: string, most: number): Reading<string> {
  if (text.length === 0) {
    return {
      problem: {
        code: 'empty',
        message: { fr: 'Ce texte est vide.', en: 'This text is empty.' },
        hint: { fr: 'Écrivez-le, ou retirez la ligne.', en: 'Write it, or remove the line.' },
      },
    };
  }
  if (text.length <= most) return { value: text };
  const value = quote(text);
  return {
    problem: {
      code: 'too-long',
      message: {
        fr: `Ce texte a ${text.length} caractères\u00a0: ${value.fr}`,
        en: `This text has ${text.length} characters: ${value.en}`,
      },
      hint: {
        fr: `Raccourcissez-le à ${most} caractères au plus.`,
        en: `Shorten it to at most ${most} characters.`,
      },
    },
  };
}

function outOfBounds(text: string, least: number, most: number, unit: Message): Problem {
  const value = quote(text);
  const [low, high] = [least, most].map((bound) => String(bound).replace('.', ','));
  return {
    code: 'number',
    message: {
      fr: `${value.fr} n’est pas un nombre acceptable ici.`,
      en: `${value.en} is not an acceptable number here.`,
    },
    hint: {
      fr: `Écrivez un nombre de ${low} à ${high}${unit.fr && `\u00a0${unit.fr}`}.`,
      en: `Write a number from ${least} to ${most}${unit.en && ` ${unit.en}`}.`,
    },
  };
}

function notYesOrNo(text: string): Problem {
  const value = quote(text);
  return {
    code: 'yes-or-no',
    message: {
      fr: `${value.fr} n’est ni oui ni non.`,
      en: `${value.en} is neither yes nor no.`,
    },
    hint: { fr: 'Écrivez oui ou non.', en: 'Write yes or no.' },
  };
}

function unknownWord(
  text: string,
  french: readonly string[],
  canonical: readonly string[],
): Problem {
  const value = quote(text);
  const near = nearestWord(text, [...french, ...canonical]);
  const rank = near === undefined ? -1 : canonical.indexOf(near);
  return {
    code: 'unknown-word',
    message: {
      fr: `${value.fr} n’est pas un choix connu ici.`,
      en: `${value.en} is not a known choice here.`,
    },
    hint: near
      ? {
          fr: `Vouliez-vous écrire ${quote(french[rank] ?? near).fr}\u00a0?`,
          en: `Did you mean ${quote(near).en}?`,
        }
      : { fr: `Écrivez ${quoteAny(french).fr}.`, en: `Write ${quoteAny(canonical).en}.` },
  };
}
