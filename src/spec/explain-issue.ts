import type { z } from 'zod';
import type { Diagnostic, Message, Where } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { canonicalKey, frenchKey } from './booklet-words.ts';
import { placeKey, type Written, type WrittenFile } from './read-written.ts';
import type { Problem } from './schema-pieces.ts';

type Issue = z.core.$ZodIssue;
type Kind = 'text' | 'list' | 'map';

const kindNames: Readonly<Record<Kind, Message>> = {
  text: { fr: 'un texte', en: 'a text' },
  list: { fr: 'une liste', en: 'a list' },
  map: { fr: 'des sous-rubriques', en: 'a group of keys' },
};

/** Where keys stand that people write at the wrong level. */
const homes: Readonly<Record<string, string>> = {
  logo: 'organisation',
  colour: 'organisation',
  'theme-colours': 'organisation',
  website: 'organisation',
  email: 'organisation',
  phone: 'organisation',
  address: 'organisation',
  image: 'cover',
  format: 'page',
  margins: 'page',
  bleed: 'output',
  imposed: 'output',
  'attach-feed': 'output',
  commune: 'territory',
  epci: 'territory',
  departement: 'territory',
  region: 'territory',
  radius: 'territory',
  contours: 'territory',
};

/** What the schema found wrong, said with the file, line, column, field, value and remedy. */
export function explainIssue(issue: Issue, written: WrittenFile): readonly Diagnostic[] {
  return flatten(issue, []).flatMap(({ issue: plain, path }) => explainPlain(plain, path, written));
}

/** Place of a path in the file; of what contains it when it is not written. */
export function whereIs(path: readonly PropertyKey[], written: WrittenFile): Where {
  for (let length = path.length; length > 0; length -= 1) {
    const place = written.places.get(placeKey(path.slice(0, length)));
    if (!place) continue;
    const missing = path.slice(length).map((key) => frenchKey(String(key)));
    const field = [place.field, ...missing].join('.');
    return { file: written.file, line: place.line, column: place.column, field };
  }
  const field = path.map((key) => frenchKey(String(key))).join('.');
  const start = { file: written.file, line: 1, column: 1 };
  return field === '' ? start : { ...start, field };
}

interface Placed {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/** Follows a union into the one branch whose kind fits what was written. */
function flatten(issue: Issue, before: readonly PropertyKey[]): readonly Placed[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const branch = issue.errors.find((issues) => !isWrongKind(issues));
  return branch ? branch.flatMap((inner) => flatten(inner, path)) : [{ issue, path }];
}

function isWrongKind(issues: readonly Issue[]): boolean {
  return issues.some((issue) => {
    if (issue.path.length > 0) return false;
    return (
      issue.code === 'invalid_type' ||
      (issue.code === 'invalid_union' && issue.errors.every(isWrongKind))
    );
  });
}

function explainPlain(
  issue: Issue,
  path: readonly PropertyKey[],
  written: WrittenFile,
): readonly Diagnostic[] {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(',');
    return issue.keys.map((key) => {
      const place = written.places.get(placeKey([...path, key]));
      const shown = place?.field.split('.').at(-1) ?? key;
      return unknownKey(shown, known, whereIs([...path, key], written));
    });
  }
  const value = valueAt(written.root, path);
  const where = whereIs(path, written);
  if (value === undefined) return [missing(path, where)];
  const problem = issue.code === 'custom' ? (issue.params?.problem as Problem) : undefined;
  if (!problem) return [wrongKind(value, expectedKinds(issue), where)];
  const { code, message, hint } = problem;
  return [{ severity: 'error', code: `spec/${code}`, where, message, hint }];
}

function unknownKey(key: string, known: readonly string[], where: Where): Diagnostic {
  const value = quote(key);
  const canonical = canonicalKey(key);
  const home = canonical === undefined ? undefined : homes[canonical];
  return {
    severity: 'error',
    code: 'spec/unknown-key',
    where,
    message: {
      fr: `${value.fr} n’est pas une clé connue ici.`,
      en: `${value.en} is not a known key here.`,
    },
    hint: keyHint(key, known, home),
  };
}

function keyHint(key: string, known: readonly string[], home: string | undefined): Message {
  if (home !== undefined && known.includes(home)) {
    const [french, english] = [quote(frenchKey(home)), quote(home)];
    return {
      fr: `Écrivez cette clé décalée sous ${french.fr}.`,
      en: `Write this key indented under ${english.en}.`,
    };
  }
  const french = nearestWord(key, known.map(frenchKey));
  const english = nearestWord(key, known);
  if (french === undefined && english === undefined) return listKeys(known);
  return {
    fr: `Vouliez-vous écrire ${quote(french ?? (english as string)).fr}\u00a0?`,
    en: `Did you mean ${quote(english ?? (french as string)).en}?`,
  };
}

function listKeys(known: readonly string[]): Message {
  return {
    fr: `Clés connues ici\u00a0: ${known.map(frenchKey).join(', ')}.`,
    en: `Keys known here: ${known.join(', ')}.`,
  };
}

function missing(path: readonly PropertyKey[], where: Where): Diagnostic {
  const key = String(path[path.length - 1] ?? '');
  const [french, english] = [quote(frenchKey(key)), quote(key)];
  return {
    severity: 'error',
    code: 'spec/missing-key',
    where,
    message: { fr: `Il manque ${french.fr}.`, en: `${english.en} is missing.` },
    hint: {
      fr: `Ajoutez une ligne «\u00a0${frenchKey(key)}: …\u00a0».`,
      en: `Add a line “${key}: …”.`,
    },
  };
}

function wrongKind(value: Written, expected: readonly Kind[], where: Where): Diagnostic {
  const got = kindOf(value);
  const shown = got === 'text' ? quote(value as string) : kindNames[got];
  const wanted = expected.length > 0 ? expected : (['text'] as const);
  return {
    severity: 'error',
    code: 'spec/wrong-kind',
    where,
    message: {
      fr: `${shown.fr} ne convient pas ici.`.replace(/^./u, (first) => first.toUpperCase()),
      en: `${shown.en} does not fit here.`.replace(/^./u, (first) => first.toUpperCase()),
    },
    hint: {
      fr: `Écrivez ${wanted.map((kind) => kindNames[kind].fr).join(' ou ')}.`,
      en: `Write ${wanted.map((kind) => kindNames[kind].en).join(' or ')}.`,
    },
  };
}

function expectedKinds(issue: Issue): readonly Kind[] {
  if (issue.code === 'invalid_union') {
    return [...new Set(issue.errors.flatMap((issues) => issues.flatMap(expectedKinds)))];
  }
  if (issue.code !== 'invalid_type') return [];
  if (issue.expected === 'string') return ['text'];
  return issue.expected === 'array' ? ['list'] : ['map'];
}

function kindOf(value: Written): Kind {
  if (typeof value === 'string') return 'text';
  return Array.isArray(value) ? 'list' : 'map';
}

/** The value written at a path; undefined when nothing is. */
export function valueAt(root: Written, path: readonly PropertyKey[]): Written | undefined {
  let value: Written | undefined = root;
  for (const key of path) {
    if (value === undefined || typeof value === 'string') return undefined;
    value = Object.hasOwn(value, key) ? (value as Record<PropertyKey, Written>)[key] : undefined;
  }
  return value;
}
