import type { Message } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { mailHref, phoneText, telHref, webHref, webLabel } from './contact-text.ts';
import { emergencyNumbers } from './emergency-numbers.ts';
import { formatDate, formatHours } from './format-hours.ts';
import { ordinalsHtml, SafeHtml } from './ordinals.ts';
import { templateWord, templateWords } from './words.ts';

/** What a template function is given besides its arguments. */
export interface FunctionScope {
  /** BCP 47 tag of the booklet. */
  readonly language: string;
  /** Renders the block inside, or the part after `else`; empty when there is none. */
  readonly block: (context: unknown) => string;
  readonly otherwise: () => string;
}

/** A function that templates may call, as the manual prints it. */
export interface TemplateFunction {
  /** Arguments in words: "number". */
  readonly takes: string;
  readonly note: Message;
  readonly call: (given: readonly unknown[], scope: FunctionScope) => unknown;
}

/** A template called a function wrongly. */
export class FunctionError extends Error {
  readonly french: string;

  constructor(message: Message) {
    super(message.en);
    this.french = message.fr;
  }
}

type Call = TemplateFunction['call'];

const row = (takes: string, call: Call, fr: string, en: string): TemplateFunction => ({
  takes,
  note: { fr, en },
  call,
});

/** The functions that templates may call, by name. */
export const templateFunctions: Readonly<Record<string, TemplateFunction>> = {
  eq: row('a b', ([a, b]) => a === b, 'vrai si égaux', 'true when equal'),
  ne: row('a b', ([a, b]) => a !== b, 'vrai si différents', 'true when different'),
  gt: row('a b', ([a, b]) => Number(a) > Number(b), 'vrai si a > b', 'true when a > b'),
  lt: row('a b', ([a, b]) => Number(a) < Number(b), 'vrai si a < b', 'true when a < b'),
  and: row('a b …', (given) => given.every(isFull), 'vrai si tous', 'true when all are'),
  or: row(
    'a b …',
    (given) => given.find(isFull) ?? false,
    'le premier non vide',
    'the first not empty',
  ),
  not: row('a', ([a]) => !isFull(a), 'vrai si vide', 'true when empty'),
  default: row(
    'a b',
    ([a, b]) => (isFull(a) || a === 0 ? a : b),
    'a, ou b si a est vide',
    'a, or b when a is empty',
  ),
  join: row(
    'liste séparateur',
    ([list, glue]) => joinText(list, glue),
    'liste en texte',
    'list as text',
  ),
  upper: row(
    'texte',
    ([a], { language }) => text(a).toLocaleUpperCase(language),
    'en capitales',
    'in capitals',
  ),
  lower: row(
    'texte',
    ([a], { language }) => text(a).toLocaleLowerCase(language),
    'en minuscules',
    'in lower case',
  ),
  numeral: row(
    'nombre',
    ([a], { language }) => numeral(Number(a), language),
    'nombre écrit',
    'number as written',
  ),
  plural: row(
    'nombre singulier pluriel',
    plural,
    '« 1 service », « 12 services »',
    '“1 service”, “12 services”',
  ),
  date: row(
    'date',
    ([a], { language }) => formatDate(text(a), language),
    'date en toutes lettres',
    'date in words',
  ),
  phone: row(
    'numéro',
    ([a]) => phoneText(text(a)),
    'numéro de téléphone imprimé',
    'phone number as printed',
  ),
  telHref: row('numéro', ([a]) => telHref(text(a)), 'lien tel:, ou rien', 'tel: link, or nothing'),
  mailHref: row(
    'adresse',
    ([a]) => mailHref(text(a)),
    'lien mailto:, ou rien',
    'mailto: link, or nothing',
  ),
  webLabel: row(
    'adresse',
    ([a]) => webLabel(text(a)),
    'adresse sans https://',
    'address without https://',
  ),
  webHref: row('adresse', ([a]) => webHref(text(a)), 'lien web, ou rien', 'web link, or nothing'),
  localized: row(
    'textes langue?',
    localized,
    'texte dans la langue du livret',
    'text in the booklet’s language',
  ),
  lines: row('texte', ([a]) => linesHtml(text(a)), 'sauts de ligne gardés', 'line breaks kept'),
  ordinals: row('texte', ([a]) => ordinalsHtml(text(a)), '1er, 2e en exposant', '1st, 2nd raised'),
  hours: row(
    'horaires',
    hours,
    'bloc : days et hours, ligne par ligne',
    'block: days and hours, line by line',
  ),
  t: row(
    'mot',
    word,
    'mot du gabarit dans la langue du livret',
    'template word in the booklet’s language',
  ),
  emergencyNumbers: row(
    '',
    (_, { language }) => emergencyNumbers(language),
    'numéros d’urgence',
    'emergency numbers',
  ),
  accessIcon: row(
    'yes | limited | no',
    ([a]) => accessIcon(text(a)),
    'pictogramme d’accès',
    'access pictogram',
  ),
  accessLabel: row('yes | limited | no', accessLabel, 'accès en toutes lettres', 'access in words'),
};

/** Full as `{{#if}}` has it: not null, false, 0, "" or an empty list. */
function isFull(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function text(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? '' : String(value);
}

function joinText(list: unknown, glue: unknown): string {
  return Array.isArray(list)
    ? list
        .map(text)
        .filter(Boolean)
        .join(text(glue) || ', ')
    : text(list);
}

/** Thousands apart, by narrow no-break spaces in French and commas in English. */
function numeral(value: number, language: string): string {
  if (!Number.isFinite(value)) return '';
  const separator = language.startsWith('en') ? ',' : '\u202f';
  const [whole, fraction] = String(Math.abs(value)).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const point = language.startsWith('en') ? '.' : ',';
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`;
}

function plural([count, one, many]: readonly unknown[], { language }: FunctionScope): string {
  const value = Number(count);
  const singular = language.startsWith('fr') ? Math.abs(value) < 2 : value === 1;
  return `${numeral(value, language)}\u00a0${text(singular ? one : many)}`;
}

function localized([texts, language]: readonly unknown[], scope: FunctionScope): string {
  if (typeof texts !== 'object' || texts === null) return text(texts);
  const byLanguage = texts as Readonly<Record<string, unknown>>;
  const wanted = text(language) || scope.language;
  for (const key of [wanted, wanted.split('-')[0] as string, 'fr', ...Object.keys(byLanguage)]) {
    if (Object.hasOwn(byLanguage, key)) return text(byLanguage[key]);
  }
  return '';
}

function linesHtml(value: string): SafeHtml {
  return new SafeHtml(
    value
      .split(/\r\n?|\n/)
      .map(SafeHtml.escape)
      .join('<br>'),
  );
}

function hours([value]: readonly unknown[], scope: FunctionScope): SafeHtml {
  const lines = formatHours(text(value), scope.language);
  return new SafeHtml(lines.length === 0 ? scope.otherwise() : lines.map(scope.block).join(''));
}

function word([key]: readonly unknown[], { language }: FunctionScope): string {
  const found = templateWord(text(key), language);
  if (found === undefined) throw new FunctionError(unknownWord(text(key)));
  return found;
}

/** Says that a template word does not exist, and the nearest one. */
export function unknownWord(key: string): Message {
  const nearest = nearestWord(key, Object.keys(templateWords));
  return {
    fr: `{{t}} ne connaît pas le mot «\u00a0${key}\u00a0»${nearest ? ` (peut-être «\u00a0${nearest}\u00a0»)` : ''}.`,
    en: `{{t}} does not know the word “${key}”${nearest ? ` (perhaps “${nearest}”)` : ''}.`,
  };
}

function accessIcon(value: string): string {
  if (value === 'no') return 'maki:cross';
  return value === 'yes' ? 'temaki:wheelchair_active' : 'maki:wheelchair';
}

function accessLabel([value]: readonly unknown[], { language }: FunctionScope): string {
  const keys: Readonly<Record<string, string>> = {
    yes: 'wheelchairYes',
    limited: 'wheelchairLimited',
    no: 'wheelchairNo',
  };
  const key = keys[text(value)];
  return key === undefined ? '' : (templateWord(key, language) ?? '');
}
