import type { Message } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { cleanLine, cleanParagraphs, type TextFault } from './clean-text.ts';
import type { Report } from './fault.ts';
import type { LocalizedText } from './service.ts';

/** What the field readers share: where to report, and the language of bare texts. */
export interface FieldContext {
  readonly report: Report;
  readonly language: string;
}

const faultMessages: Readonly<Record<TextFault, Message>> = {
  control: {
    fr: 'Des caractères de commande ont été retirés',
    en: 'Control characters were removed',
  },
  direction: {
    fr: 'Des caractères qui forcent le sens d’écriture ont été retirés',
    en: 'Characters that force the writing direction were removed',
  },
  broken: {
    fr: 'Des caractères illisibles (mauvais encodage) ont été retirés',
    en: 'Unreadable characters (wrong encoding) were removed',
  },
  garbled: {
    fr: 'Les accents semblent brouillés (mauvais encodage), vérifiez',
    en: 'Accents look garbled (wrong encoding), please check',
  },
  marks: {
    fr: 'Des signes combinants empilés en trop grand nombre ont été retirés',
    en: 'Too many stacked combining marks were removed',
  },
  length: { fr: 'Le texte est trop long et a été coupé', en: 'The text is too long and was cut' },
};

const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** One cleaned line; undefined when nothing is left of it. */
export function readLine(raw: string, field: string, report: Report): string | undefined {
  const { text, faults } = cleanLine(raw);
  if (faults.length > 0) sayFaults(text, faults, { field, report });
  return text === '' ? undefined : text;
}

/** Cleaned paragraphs; undefined when nothing is left of them. */
export function readParagraphs(raw: string, field: string, report: Report): string | undefined {
  const { text, faults } = cleanParagraphs(raw);
  if (faults.length > 0) sayFaults(text, faults, { field, report });
  return text === '' ? undefined : text;
}

/** A text by language; a bare one is in the feed's language. */
export function readLocalized(
  raw: string | Readonly<Record<string, string>> | undefined,
  field: string,
  { report, language }: FieldContext,
): LocalizedText | undefined {
  if (raw === undefined) return undefined;
  const texts = typeof raw === 'string' ? { [language]: raw } : raw;
  const kept: Record<string, string> = {};
  for (const [tag, written] of Object.entries(texts)) {
    if (!languageTag.test(tag)) sayBadLanguage(tag, field, report);
    else {
      const text = readParagraphs(written, `${field}.${tag}`, report);
      if (text !== undefined) kept[tag] = text;
    }
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function sayFaults(
  text: string,
  faults: readonly TextFault[],
  { field, report }: { readonly field: string; readonly report: Report },
): void {
  const shown = quote(text);
  for (const fault of faults) {
    const message = faultMessages[fault];
    report({
      code: fault === 'length' ? 'text-too-long' : `text-${fault}`,
      field,
      message: { fr: `${message.fr}\u00a0: ${shown.fr}.`, en: `${message.en}: ${shown.en}.` },
    });
  }
}

function sayBadLanguage(tag: string, field: string, report: Report): void {
  const shown = quote(tag);
  report({
    code: 'bad-language',
    field,
    message: {
      fr: `${shown.fr} n’est pas un code de langue\u00a0; ce texte n’est pas imprimé.`,
      en: `${shown.en} is not a language tag; this text is not printed.`,
    },
    hint: { fr: 'Écrivez par exemple fr, en ou de.', en: 'Write for example fr, en or de.' },
  });
}
