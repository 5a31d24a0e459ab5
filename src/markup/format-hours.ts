import {
  type DateRange,
  type HoursDate,
  type HoursRule,
  type HoursSpan,
  isHoursError,
  parseHours,
} from '../feed/opening-hours.ts';
import { hoursWords } from './hours-languages.ts';
import {
  publicHolidaySlot,
  type Season,
  type SlotHours,
  schoolHolidaySlot,
  seasonsOf,
  type Week,
} from './hours-week.ts';
import type { HoursWords } from './hours-words.ts';

export { formatClosures, formatDate } from './format-dates.ts';

/** One printed line of opening hours; either part may be empty, never both. */
export interface HoursLine {
  /** "lun.–ven.", or a season when `heading`. */
  readonly days: string;
  /** "9 h–12 h, 14 h–17 h", "fermé"; empty when `heading`. */
  readonly hours: string;
  /** The line names the season of the lines below it. */
  readonly heading?: true;
}

const formatted = new Map<string, Map<string, readonly HoursLine[]>>();

/** Opening hours (OSM syntax) as printed, days with equal hours together; text that cannot be read is one line, as it is. */
export function formatHours(text: string, language: string): readonly HoursLine[] {
  let known = formatted.get(language);
  if (known === undefined) {
    known = new Map();
    formatted.set(language, known);
  }
  let lines = known.get(text);
  if (lines === undefined) {
    lines = linesOf(text, hoursWords(language));
    known.set(text, lines);
  }
  return lines;
}

function linesOf(text: string, words: HoursWords): readonly HoursLine[] {
  const rules = parseHours(text);
  if (isHoursError(rules)) return text.trim() === '' ? [] : [{ days: '', hours: text.trim() }];
  const [base, ...seasons] = seasonsOf(rules);
  const baseWeek = (base as Season).week;
  const lines = [...weekLines(baseWeek, words)];
  for (const block of seasonBlocks(seasons, baseWeek, words)) {
    lines.push(...blockLines(block, words));
  }
  for (const rule of rules) {
    if (rule.join === 'fallback')
      lines.push({ days: words.otherwise, hours: fallbackWords(rule, words) });
  }
  return lines;
}

function fallbackWords(rule: HoursRule, words: HoursWords): string {
  const slot = {
    state: rule.state,
    spans: rule.spans,
    comments: rule.comment === undefined ? [] : [rule.comment],
  };
  return slotWords(slot, words);
}

interface Block {
  label: string;
  /** The label names the day itself: "1er lundi du mois". */
  readonly namesDay: boolean;
  readonly week: Week;
}

/** Seasons that change something; those with the same hours on every day share their label. */
function seasonBlocks(seasons: readonly Season[], base: Week, words: HoursWords): readonly Block[] {
  const blocks: Block[] = [];
  for (const season of seasons) {
    const rule = season.when as HoursRule;
    const week = shownWeek(season, base);
    if (week.every((slot) => slot.state === 'unsaid')) continue;
    const label = seasonLabel(rule, words);
    const twin = blocks.find((block) => sameWeek(block.week, week));
    if (twin !== undefined && rule.nthDays.length === 0) twin.label += `, ${label}`;
    else blocks.push({ label, week, namesDay: rule.nthDays.length > 0 });
  }
  return blocks;
}

const nothing: SlotHours = { state: 'unsaid', spans: [], comments: [] };

/** A season of dates is printed whole, so that nobody must guess whether the usual hours hold on the other days. */
function shownWeek({ when, week, touched }: Season, base: Week): Week {
  const rule = when as HoursRule;
  const whole = rule.weeks.length === 0 && rule.nthDays.length === 0;
  if (whole && sameWeek(week, base)) return week.map(() => nothing);
  return week.map((slot, index) => {
    if (touched.has(index)) return slot;
    return whole && index < publicHolidaySlot ? slot : nothing;
  });
}

function sameWeek(one: Week, other: Week): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function blockLines({ label, week, namesDay }: Block, words: HoursWords): readonly HoursLine[] {
  const lines = weekLines(week, words);
  const [only, second] = lines;
  if (only === undefined) return [];
  if (second !== undefined) return [{ days: label, hours: '', heading: true }, ...lines];
  const covers = namesDay || only.days === '' || only.days === words.everyDay;
  return [{ days: covers ? label : `${label}, ${only.days}`, hours: only.hours }];
}

function weekLines(week: Week, words: HoursWords): readonly HoursLine[] {
  const groups = new Map<string, { readonly slots: number[]; readonly closed: boolean }>();
  week.forEach((slot, index) => {
    if (slot.state === 'unsaid') return;
    const hours = slotWords(slot, words);
    const group = groups.get(hours);
    if (group === undefined) groups.set(hours, { slots: [index], closed: slot.state === 'closed' });
    else group.slots.push(index);
  });
  const sorted = [...groups].sort(([, a], [, b]) => Number(a.closed) - Number(b.closed));
  return sorted.map(([hours, { slots }]) => {
    const isEveryDay = slots.filter((slot) => slot < 7).length === 7;
    if (isEveryDay && slots.length === 7) {
      if (hours === words.allDay) return { days: '', hours: words.always };
      const first = week[0] as SlotHours;
      if (first.state === 'unknown' && first.spans.length === 0) return { days: '', hours };
    }
    return { days: dayWords(slots, words), hours };
  });
}

function dayWords(slots: readonly number[], words: HoursWords): string {
  const days = slots.filter((slot) => slot < 7);
  const parts =
    days.length === 7 ? [words.everyDay] : runsOf(days).map((run) => runWords(run, words));
  if (slots.includes(publicHolidaySlot)) parts.push(words.publicHolidays);
  if (slots.includes(schoolHolidaySlot)) parts.push(words.schoolHolidays);
  return parts.join(', ');
}

function runsOf(days: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function runWords(run: readonly number[], { days }: HoursWords): string {
  if (run.length < 3) return run.map((day) => days[day]).join(', ');
  return `${days[run[0] as number]}–${days[run.at(-1) as number]}`;
}

function slotWords({ state, spans, comments }: SlotHours, words: HoursWords): string {
  const remark = comments.join(', ');
  const times = state === 'closed' ? words.closed : spanWords(spans, words);
  if (times !== '') return remark === '' ? times : `${times} (${remark})`;
  return remark === '' ? words.open : state === 'open' ? `${words.open} (${remark})` : remark;
}

function spanWords(spans: readonly HoursSpan[], words: HoursWords): string {
  const [first] = spans;
  if (first === undefined) return '';
  if (spans.length === 1 && first.start === 0 && first.end === 1440 && !first.openEnd)
    return words.allDay;
  const isClock = spans.every(
    (span) => typeof span.start === 'number' && typeof span.end === 'number',
  );
  const joined = spans.map((span) => oneSpan(span, words)).join(', ');
  return isClock ? words.spans(joined) : joined;
}

function oneSpan({ start, end, openEnd }: HoursSpan, words: HoursWords): string {
  if (start === 'sunrise' && end === 'sunset') return words.sunriseToSunset;
  const begin = typeof start === 'number' ? clock(start, words) : words.sun[start];
  if (openEnd && end === 1440) return `${words.from}${begin}`;
  const finish = typeof end === 'number' ? clock(end, words) : words.sun[end];
  return `${begin}–${finish}${openEnd ? '+' : ''}`;
}

function clock(minutes: number, words: HoursWords): string {
  return words.clock(minutes > 1440 ? minutes % 1440 : minutes);
}

function seasonLabel(rule: HoursRule, words: HoursWords): string {
  const parts = [
    ...rule.nthDays.map(({ day, nth }) => words.nth(nth, words.fullDays[day] as string)),
    ...rule.dates.map((range) => rangeWords(range, words)),
    ...rule.weeks.map(({ from, to, step }) => words.weeks(from, to, step)),
  ];
  if (rule.inSchoolHolidays) parts.push(words.schoolHolidays);
  return parts.join(', ');
}

function rangeWords({ from, to }: DateRange, words: HoursWords): string {
  if (to === undefined) return dateWords(from, words);
  if (from.month === undefined || to.month === undefined) return `${from.year}–${to.year}`;
  const end = endOf(to, words);
  const sameMonth = from.month === to.month && from.year === to.year;
  if (sameMonth && from.day !== undefined && to.day !== undefined) {
    return words.betweenDays(from.day, { month: to.month, day: to.day, ...yearOf(to) });
  }
  const sharedYear = from.year === to.year ? {} : yearOf(from);
  return words.between(
    words.dayOfMonth({ month: from.month, day: from.day ?? 1, ...sharedYear }),
    end,
  );
}

function endOf({ month, day, year }: HoursDate, words: HoursWords): string {
  const last = day ?? lastDay(month as number, year);
  return words.dayOfMonth({ month: month as number, day: last, ...yearOf({ year }) });
}

/** 29 for February of no known year: both ends are included. */
function lastDay(month: number, year: number | undefined): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year !== undefined && new Date(Date.UTC(year, 2, 0)).getUTCDate() === 28 ? 28 : 29;
}

function yearOf({ year }: HoursDate): { readonly year?: number } {
  return year === undefined ? {} : { year };
}

function dateWords({ year, month, day }: HoursDate, words: HoursWords): string {
  if (month === undefined) return String(year);
  if (day !== undefined) return words.dayOfMonth({ month, day, ...yearOf({ year }) });
  const name = words.months[month - 1] as string;
  return year === undefined ? name : `${name}\u00a0${year}`;
}
