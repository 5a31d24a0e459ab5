import { quote } from '../diagnostics/quote.ts';
import type { Report } from './fault.ts';

const overseas = /^(262|590|594|596)(\d{9})$/;
const severalNumbers = /\s*(?:[;/|\n]|,(?=\s*[+0(])|\s(?:ou|et|or)\s(?=[+0(]))\s*/;

/** The phone numbers that one cell holds, when it holds several: "02 61 91 00 01 / 06 39 98 00 02". */
export function splitPhones(text: string): readonly string[] {
  const parts = text.split(severalNumbers).filter((part) => part !== '');
  const complete = parts.every((part) => part.replace(/\D/g, '').length >= 4);
  return complete && parts.length > 1 ? parts : [text];
}

/** A number as France prints it ("02 61 91 35 87", "0 800 123 456", "3631"); a foreign one is left as it is; undefined when it is none. */
export function cleanPhone(raw: string, field: string, report: Report): string | undefined {
  const text = raw.replace(/^tel:/i, '').trim();
  const national = nationalDigits(text);
  const printed = national === undefined ? undefined : printedForm(national);
  if (printed !== undefined) {
    if (lostZero(text)) report(lostZeroFault(raw, printed, field));
    return printed;
  }
  if (/^(?:\+|00)(?!\s*33)/.test(text) && text.replace(/\D/g, '').length >= 7) return text;
  return doubtful(text, field, report);
}

function doubtful(text: string, field: string, report: Report): string | undefined {
  const shown = quote(text);
  if (/\d.*\d/.test(text)) {
    report({
      code: 'doubtful-phone',
      field,
      message: {
        fr: `Le numéro de téléphone ${shown.fr} n’a pas une forme connue\u00a0; il est imprimé tel quel.`,
        en: `The phone number ${shown.en} has no known form; it is printed as it is.`,
      },
    });
    return text;
  }
  report({
    code: 'bad-phone',
    field,
    message: {
      fr: `${shown.fr} n’est pas un numéro de téléphone\u00a0; il n’est pas imprimé.`,
      en: `${shown.en} is not a phone number; it is not printed.`,
    },
  });
  return undefined;
}

/** Digits with the leading 0, or a short number; undefined for anything else. */
function nationalDigits(text: string): string | undefined {
  if (!/^[+\d().\-\s\u2010-\u2013/]+$/.test(text)) return undefined;
  const international = /^(?:\+|00)\s*/.exec(text);
  const digits = text.replace(/\(0\)/, '').replace(/\D/g, '');
  if (!international) return digits.length === 9 && /^[1-9]/.test(digits) ? `0${digits}` : digits;
  const subscriber = text.trim().startsWith('+') ? digits : digits.slice(2);
  if (/^33\d{9}$/.test(subscriber)) return `0${subscriber.slice(2)}`;
  if (/^330\d{9}$/.test(subscriber)) return subscriber.slice(2);
  const region = overseas.exec(subscriber);
  return region ? `0${region[2]}` : undefined;
}

function lostZero(text: string): boolean {
  return /^[1-9]/.test(text) && text.replace(/\D/g, '').length === 9;
}

function printedForm(digits: string): string | undefined {
  if (/^0[1-79]\d{8}$/.test(digits)) return digits.replace(/(\d\d)(?=\d)/g, '$1 ');
  if (/^08\d{8}$/.test(digits)) {
    return `0 ${digits.slice(1, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
  }
  if (/^1(?:0\d{2}|\d)$/.test(digits) || /^(?:3\d{3}|11[2-9]|19\d)$/.test(digits)) return digits;
  if (/^11[68]\d{3}$/.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3)}`;
  return undefined;
}

function lostZeroFault(raw: string, printed: string, field: string) {
  const shown = quote(raw);
  const mended = quote(printed);
  return {
    code: 'lost-zero',
    field,
    message: {
      fr: `Zéro perdu\u00a0: le téléphone ${shown.fr} est lu ${mended.fr}.`,
      en: `Lost zero: the phone number ${shown.en} is read as ${mended.en}.`,
    },
    hint: {
      fr: 'Dans le tableur, mettez la colonne au format texte avant d’enregistrer.',
      en: 'In the spreadsheet, set the column to text format before saving.',
    },
  } as const;
}
