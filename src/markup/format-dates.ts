import type { Closure } from '../feed/service.ts';
import { hoursWords } from './hours-languages.ts';
import type { DayWords } from './hours-words.ts';

const isoDay = /^(\d{4})-(\d{2})-(\d{2})/;

function partsOf(iso: string): Required<DayWords> | undefined {
  const match = isoDay.exec(iso);
  if (!match) return undefined;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** An ISO 8601 date in words ("1er avril 2026"); what is no date is given back as it is. */
export function formatDate(iso: string, language: string): string {
  const date = partsOf(iso);
  if (date === undefined || date.month < 1 || date.month > 12) return iso;
  return hoursWords(language).dayOfMonth(date);
}

/** One line per dated closure, by date: "fermé du 24 au 31 décembre 2026 (congés)". */
export function formatClosures(closures: readonly Closure[], language: string): readonly string[] {
  const sorted = [...closures].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return sorted.map((closure) => {
    const { closed } = hoursWords(language);
    const reason = closure.reason === undefined ? '' : ` (${closure.reason})`;
    return `${closed} ${period(closure, language)}${reason}`;
  });
}

/** One day, or the words between two days, what they share said once. */
function period({ from, to }: Closure, language: string): string {
  const words = hoursWords(language);
  const [first, last] = [partsOf(from), partsOf(to)];
  if (from === to) return words.onDay(formatDate(from, language));
  if (first === undefined || last === undefined || first.year !== last.year) {
    return words.between(formatDate(from, language), formatDate(to, language));
  }
  if (first.month === last.month) return words.betweenDays(first.day, last);
  const start = words.dayOfMonth({ day: first.day, month: first.month });
  return words.between(start, words.dayOfMonth(last));
}
