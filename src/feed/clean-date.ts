import { quote } from '../diagnostics/quote.ts';
import type { Report } from './fault.ts';

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;
const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\s.*)?$/;
const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A date of the calendar in ISO 8601, also read from "31/12/2026"; undefined when it is none. */
export function isoDate(text: string): string | undefined {
  const trimmed = text.trim();
  const match = iso.exec(trimmed);
  if (match) return checked(match[1] as string, match[2] as string, match[3] as string);
  const written = french.exec(trimmed);
  if (written) return checked(written[3] as string, written[2] as string, written[1] as string);
  return undefined;
}

function checked(year: string, month: string, day: string): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const last = m === 2 && !leap ? 28 : daysInMonth[m - 1];
  if (last === undefined || d < 1 || d > last) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A date, or undefined and a warning that quotes it. */
export function cleanDate(raw: string, field: string, report: Report): string | undefined {
  const date = isoDate(raw);
  if (date !== undefined) return date;
  const shown = quote(raw);
  report({
    code: 'bad-date',
    field,
    message: {
      fr: `${shown.fr} n’est pas une date du calendrier\u00a0; elle est ignorée.`,
      en: `${shown.en} is not a date of the calendar; it is ignored.`,
    },
    hint: {
      fr: 'Écrivez les dates sous la forme 2026-12-31.',
      en: 'Write dates as 2026-12-31.',
    },
  });
  return undefined;
}
