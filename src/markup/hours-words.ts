import type { SunEvent } from '../feed/opening-hours.ts';

/** Languages in which hours and dates are printed; others read French. */
export type HoursLanguage = 'fr' | 'en' | 'de' | 'es' | 'it' | 'nl';

/** A day of a month, as the language writes it; `year` absent for each year. */
export interface DayWords {
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year?: number;
}

/** The words with which one language prints hours and dates. */
export interface HoursWords {
  /** Monday to Sunday, short, as in "lun.–ven.". */
  readonly days: readonly string[];
  /** Monday to Sunday, in full. */
  readonly fullDays: readonly string[];
  /** January to December, in full. */
  readonly months: readonly string[];
  readonly everyDay: string;
  readonly publicHolidays: string;
  readonly schoolHolidays: string;
  readonly closed: string;
  readonly open: string;
  /** Open by day and night, for some days; and all week. */
  readonly allDay: string;
  readonly always: string;
  /** What holds when no other line does. */
  readonly otherwise: string;
  readonly and: string;
  readonly from: string;
  readonly sun: Readonly<Record<SunEvent, string>>;
  readonly sunriseToSunset: string;
  /** Minutes from midnight, below 1440, or 1440 for midnight at the end. */
  clock(minutes: number): string;
  /** All the spans of a line, once joined. */
  spans(joined: string): string;
  dayOfMonth(date: DayWords): string;
  /** "le …" before a single date already in words. */
  onDay(date: string): string;
  /** "du … au …" between two dates already in words. */
  between(from: string, to: string): string;
  /** "du 24 au 31 décembre": the first day is without its month. */
  betweenDays(from: number, to: DayWords): string;
  /** "1er lundi du mois". */
  nth(ordinals: readonly number[], day: string): string;
  weeks(from: number, to: number, step: number): string;
}
