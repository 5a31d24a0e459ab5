import type { Message } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Report } from './fault.ts';

const insee = /^(?:\d{2}|2[AB])\d{3}$/;
const spreadsheet: Message = {
  fr: 'Dans le tableur, mettez la colonne au format texte avant d’enregistrer.',
  en: 'In the spreadsheet, set the column to text format before saving.',
};

/** A postcode of five digits, a lost leading zero given back; anything else is kept as written, and said. */
export function cleanPostcode(raw: string, field: string, report: Report): string {
  const text = raw.replace(/^F(?:R)?-/i, '').replace(/\s/g, '');
  if (/^\d{5}$/.test(text)) return text;
  if (/^\d{4}$/.test(text)) return mended(text, field, report);
  const shown = quote(raw);
  report({
    code: 'bad-postcode',
    field,
    message: {
      fr: `Le code postal ${shown.fr} n’a pas cinq chiffres\u00a0; il est imprimé tel quel.`,
      en: `The postcode ${shown.en} has not five digits; it is printed as it is.`,
    },
  });
  return raw.trim();
}

/** An INSEE code of a commune, a lost leading zero given back; undefined, and said, when it is none. */
export function cleanInsee(raw: string, field: string, report: Report): string | undefined {
  const text = raw.trim().toUpperCase();
  if (insee.test(text)) return text;
  if (/^\d{4}$/.test(text)) return mended(text, field, report);
  const shown = quote(raw);
  report({
    code: 'bad-insee',
    field,
    message: {
      fr: `${shown.fr} n’est pas un code INSEE de commune\u00a0; il est ignoré.`,
      en: `${shown.en} is not the INSEE code of a commune; it is ignored.`,
    },
    hint: {
      fr: 'Un code INSEE a cinq caractères, par exemple 01033 ou 2A004.',
      en: 'An INSEE code has five characters, for example 01033 or 2A004.',
    },
  });
  return undefined;
}

function mended(text: string, field: string, report: Report): string {
  const shown = quote(text);
  const zero = quote(`0${text}`);
  report({
    code: 'lost-zero',
    field,
    message: {
      fr: `Zéro perdu\u00a0: le code ${shown.fr} est lu ${zero.fr}.`,
      en: `Lost zero: the code ${shown.en} is read as ${zero.en}.`,
    },
    hint: spreadsheet,
  });
  return `0${text}`;
}
