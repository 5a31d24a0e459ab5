import type { Message } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { pageFormats, parseLength, pointsPer, type Size } from '../geometry/geometry.ts';
import { oneLine } from './clean-text.ts';
import type { Problem, Reading } from './schema-pieces.ts';

/** Sides of a page, in mm, between which a press or an office printer can work. */
const sideLimits = { least: 50, most: 1000 };

/** A page size in pt from "A5", "A4 paysage", "10x21" or "148 x 210 mm". */
export function readPageSize(text: string): Reading<Size> {
  const word = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
  const turned = /^(.+?)[\s-]+(?:paysage|landscape)$/u.exec(word);
  const named = pageFormats[(turned?.[1] ?? word).replace('×', 'x').replace(/\s+/gu, '')];
  if (named) return { value: turned ? { width: named.height, height: named.width } : named };
  const sides = /^(\d+(?:[.,]\d+)?)\s*(mm|cm)?\s*[x×]\s*(\d+(?:[.,]\d+)?)\s*(mm|cm)$/u.exec(word);
  if (!sides) return { problem: badPageSize(text) };
  const unit = sides[4] as 'mm' | 'cm';
  const width = millimetres(sides[1] as string, (sides[2] as 'mm' | 'cm' | undefined) ?? unit);
  const height = millimetres(sides[3] as string, unit);
  if ([width, height].some((side) => side < sideLimits.least || side > sideLimits.most)) {
    return { problem: badPageSize(text) };
  }
  return { value: { width: width * pointsPer.mm, height: height * pointsPer.mm } };
}

/** A margin in pt from "12 mm", "1,2cm" or "12" (millimetres). */
export function readMargin(text: string): Reading<number> {
  const plain = text.replace(',', '.').replace(/\s+/gu, '');
  const value = parseLength(/^[+-]?[\d.]+$/u.test(plain) ? `${plain}mm` : plain);
  if (value !== undefined && value >= 0 && value <= 200 * pointsPer.mm) return { value };
  return {
    problem: {
      code: 'length',
      message: say(text, 'n’est pas une marge.', 'is not a margin.'),
      hint: {
        fr: 'Écrivez une longueur de 0 à 200\u00a0mm, par exemple 12 mm.',
        en: 'Write a length from 0 to 200 mm, for instance 12 mm.',
      },
    },
  };
}

/** "#rrggbb" in lower case from "#rgb" or "#rrggbb". */
export function readColour(text: string): Reading<string> {
  const match = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(text);
  if (!match) {
    return {
      problem: {
        code: 'colour',
        message: say(text, 'n’est pas une couleur.', 'is not a colour.'),
        hint: {
          fr: 'Écrivez-la entre guillemets, sous la forme "#1a4f8b" (six chiffres de 0 à 9 ou de a à f).',
          en: 'Write it between quotation marks, as "#1a4f8b" (six digits from 0 to 9 or a to f).',
        },
      },
    };
  }
  const digits = (match[1] as string).toLowerCase();
  return { value: `#${digits.length === 3 ? digits.replace(/./gu, '$&$&') : digits}` };
}

/** An ISO 8601 day that exists. */
export function readDay(text: string): Reading<string> {
  if (dayExists(text)) return { value: text };
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text);
  const iso = french
    ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
    : '';
  const example = dayExists(iso) ? iso : '2026-03-15';
  return {
    problem: {
      code: 'date',
      message: say(text, 'n’est pas une date lisible ici.', 'is not a date that can be read here.'),
      hint: {
        fr: `Écrivez année-mois-jour\u00a0: ${example}.`,
        en: `Write year-month-day: ${example}.`,
      },
    },
  };
}

/** A BCP 47 language tag in canonical form. */
export function readLanguage(text: string): Reading<string> {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag !== undefined && /^[a-z]{2,3}(?:-|$)/u.test(tag)) return { value: tag };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return {
    problem: {
      code: 'language',
      message: say(text, 'n’est pas un code de langue.', 'is not a language code.'),
      hint: {
        fr: 'Écrivez fr, en, de, es, it, nl … (ou fr-FR, pt-BR).',
        en: 'Write fr, en, de, es, it, nl … (or fr-FR, pt-BR).',
      },
    },
  };
}

/** A web address, "https://" put before a bare domain. */
export function readWebsite(text: string): Reading<string> {
  const candidate = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  const url = parseUrl(candidate);
  if (url && /\.[^.]/u.test(url.hostname) && url.username === '' && url.password === '') {
    return { value: candidate };
  }
  return {
    problem: {
      code: 'website',
      message: say(text, 'n’est pas une adresse de site web.', 'is not a web address.'),
      hint: {
        fr: 'Écrivez par exemple https://www.mairie.example.fr.',
        en: 'Write for instance https://www.mairie.example.fr.',
      },
    },
  };
}

/** An e-mail address. */
export function readEmail(text: string): Reading<string> {
  if (/^[^\s@<>()?&,;:"]+@[^\s@<>()?&,;:"]+\.[^\s@<>()?&,;:".]+$/u.test(text))
    return { value: text };
  return {
    problem: {
      code: 'email',
      message: say(text, 'n’est pas une adresse électronique.', 'is not an e-mail address.'),
      hint: {
        fr: 'Écrivez par exemple mairie@example.fr.',
        en: 'Write for instance mairie@example.fr.',
      },
    },
  };
}

/** A telephone number as printed: digits, blanks, points, "+" and brackets. */
export function readPhone(text: string): Reading<string> {
  const digits = text.replace(/\D/gu, '').length;
  if (/^\+?[\d\s.()/\u00a0\u202f-]+$/u.test(text) && digits >= 3 && digits <= 15) {
    return { value: oneLine(text) };
  }
  return {
    problem: {
      code: 'phone',
      message: say(text, 'n’est pas un numéro de téléphone.', 'is not a telephone number.'),
      hint: {
        fr: 'Écrivez-le entre guillemets\u00a0: "01 99 00 12 34".',
        en: 'Write it between quotation marks: "01 99 00 12 34".',
      },
    },
  };
}

/** An address of map tiles over http(s), with {z}, {x} and {y}, and nothing secret in it. */
export function readTileAddress(text: string): Reading<string> {
  const url = parseUrl(text.replace(/[{}]/gu, ''));
  const complete = ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
  if (url && complete && url.username === '' && url.password === '') return { value: text };
  return {
    problem: {
      code: 'map-base',
      message: say(text, 'n’est pas un fond de carte connu.', 'is not a known map base.'),
      hint: {
        fr: 'Écrivez aucune, contours, ign, ou une adresse https://… contenant {z}, {x} et {y}.',
        en: 'Write none, outline, ign, or an https://… address that has {z}, {x} and {y}.',
      },
    },
  };
}

function parseUrl(text: string): URL | undefined {
  if (/\s/u.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

function millimetres(number: string, unit: 'mm' | 'cm'): number {
  return Number(number.replace(',', '.')) * (unit === 'cm' ? 10 : 1);
}

function dayExists(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function badPageSize(text: string): Problem {
  return {
    code: 'page-size',
    message: say(text, 'n’est pas un format de page.', 'is not a page size.'),
    hint: {
      fr: `Écrivez A5, A4, A6, 10x21, carré, ou "148 x 210 mm" (chaque côté de ${sideLimits.least} à ${sideLimits.most}\u00a0mm).`,
      en: `Write A5, A4, A6, 10x21, carre, or "148 x 210 mm" (each side from ${sideLimits.least} to ${sideLimits.most} mm).`,
    },
  };
}

function say(value: string, french: string, english: string): Message {
  const quoted = quote(value);
  return { fr: `${quoted.fr} ${french}`, en: `${quoted.en} ${english}` };
}
