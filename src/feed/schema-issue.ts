import type { z } from 'zod';
import type { Message } from '../diagnostics/diagnostic.ts';
import { quote, quoteAny } from '../diagnostics/quote.ts';

/** One thing that a schema found wrong, at a dotted path. */
export interface SchemaIssue {
  readonly path: readonly (string | number)[];
  readonly message: Message;
  /** Keys that the object must not have. */
  readonly unknownKeys: readonly string[];
}

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, Message>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un bloc de champs', en: 'a block of fields' },
  record: { fr: 'un bloc de champs', en: 'a block of fields' },
};

/** What a person should know of a schema issue, the value being looked up in what was read. */
export function describeIssue(issue: Issue, root: unknown): SchemaIssue {
  const inner = mostTelling(issue, root, []);
  const path = inner.path;
  const value = valueAt(root, path);
  const unknownKeys = inner.issue.code === 'unrecognized_keys' ? inner.issue.keys : [];
  return { path, message: messageOf(inner.issue, value), unknownKeys };
}

interface Placed {
  readonly issue: Issue;
  readonly path: readonly (string | number)[];
}

/** In a union, the branch that went furthest is the one that the user meant. */
function mostTelling(issue: Issue, root: unknown, base: readonly (string | number)[]): Placed {
  const path = [
    ...base,
    ...issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
  ];
  if (issue.code !== 'invalid_union') return { issue, path };
  const meant = issue.errors.find(
    (branch) => branch.length > 0 && branch.every((one) => !isOutside(one)),
  );
  const first = meant?.[0];
  return first === undefined ? { issue, path } : mostTelling(first, root, path);
}

/** Whether the value is not even of the branch's kind. */
function isOutside(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((branch) => branch.some(isOutside));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

function messageOf(issue: Issue, value: unknown): Message {
  if (value === undefined && issue.code !== 'unrecognized_keys') {
    return { fr: 'Ce champ est obligatoire.', en: 'This field is required.' };
  }
  const got = gotWords(value);
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? { fr: issue.expected, en: issue.expected };
      return {
        fr: `Il faut ici ${kind.fr}, et non ${got.fr}.`,
        en: `This must be ${kind.en}, not ${got.en}.`,
      };
    }
    case 'invalid_value': {
      const words = quoteAny(issue.values.map(String));
      return {
        fr: `${capital(got.fr)} n’est pas accepté ici\u00a0; écrivez ${words.fr}.`,
        en: `${capital(got.en)} is not accepted here; write ${words.en}.`,
      };
    }
    case 'unrecognized_keys': {
      const words = quoteAny(issue.keys);
      return { fr: `Champ inconnu\u00a0: ${words.fr}.`, en: `Unknown field: ${words.en}.` };
    }
    default:
      return {
        fr: `${capital(got.fr)} ne convient pas ici.`,
        en: `${capital(got.en)} does not fit here.`,
      };
  }
}

function gotWords(value: unknown): Message {
  if (Array.isArray(value)) return { fr: 'une liste', en: 'a list' };
  if (typeof value === 'object' && value !== null)
    return { fr: 'un bloc de champs', en: 'a block of fields' };
  return quote(String(value));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
