import { HoursSyntaxError, HoursTokens } from './hours-tokens.ts';

export type SunEvent = 'dawn' | 'sunrise' | 'sunset' | 'dusk';

/** Minutes from midnight, or an event of the sun. */
export type HoursTime = number | SunEvent;

export interface HoursSpan {
  readonly start: HoursTime;
  /** Above 1440 when the span ends after midnight. */
  readonly end: HoursTime;
  /** "18:00+": it closes later, nobody says when. */
  readonly openEnd: boolean;
}

/** A day of some months or of each year; a month alone has no day, a year alone no month. */
export interface HoursDate {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

/** Both ends included; `to` is absent for one day, month or year. */
export interface DateRange {
  readonly from: HoursDate;
  readonly to?: HoursDate;
}

/** ISO weeks, both included, every `step` weeks. */
export interface WeekRange {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** "Mo[1,-1]": first and last Monday of the month. */
export interface NthDay {
  readonly day: number;
  readonly nth: readonly number[];
}

/** One rule of an opening_hours text, in the order written. */
export interface HoursRule {
  readonly dates: readonly DateRange[];
  readonly weeks: readonly WeekRange[];
  /** The rule holds in school holidays only. */
  readonly inSchoolHolidays: boolean;
  /** 0 Monday to 6 Sunday, sorted. */
  readonly days: readonly number[];
  readonly nthDays: readonly NthDay[];
  /** Public holidays (PH) and school holidays (SH) listed among the days. */
  readonly publicHolidays: boolean;
  readonly schoolHolidays: boolean;
  /** Empty: the whole day. */
  readonly spans: readonly HoursSpan[];
  readonly state: 'open' | 'closed' | 'unknown';
  readonly comment?: string;
  /** "," adds to the earlier rules, ";" overrides them on its days, "||" holds where none does. */
  readonly join: 'override' | 'add' | 'fallback';
}

export interface HoursError {
  /** What could not be read, for a log; the library's word is asked before a user is told. */
  readonly error: string;
}

const weekDays: ReadonlyMap<string, number> = new Map(
  ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((name, index) => [name, index]),
);
const months: ReadonlyMap<string, number> = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .map((name, index) => [name, index + 1]),
);
const sunEvents: ReadonlySet<string> = new Set(['dawn', 'sunrise', 'sunset', 'dusk']);
const states: ReadonlyMap<string, HoursRule['state']> = new Map([
  ['off', 'closed'],
  ['closed', 'closed'],
  ['open', 'open'],
  ['unknown', 'unknown'],
]);

/** Whether the hours could be read. */
export function isHoursError(parsed: readonly HoursRule[] | HoursError): parsed is HoursError {
  return 'error' in parsed;
}

/** Reads the common part of the OSM opening_hours grammar; an error for anything else, valid or not. */
export function parseHours(text: string): readonly HoursRule[] | HoursError {
  try {
    return parseRules(new HoursTokens(text));
  } catch (error) {
    if (error instanceof HoursSyntaxError) return { error: error.message };
    throw error;
  }
}

function parseRules(tokens: HoursTokens): readonly HoursRule[] {
  const rules: HoursRule[] = [];
  let join: HoursRule['join'] = 'override';
  while (true) {
    rules.push(parseRule(tokens, join));
    if (tokens.take('||')) join = 'fallback';
    else if (tokens.take(',')) join = 'add';
    else if (tokens.take(';')) join = 'override';
    else break;
    if (tokens.atEnd && join === 'override') break;
  }
  if (!tokens.atEnd) throw tokens.unexpected();
  return rules;
}

function parseRule(tokens: HoursTokens, join: HoursRule['join']): HoursRule {
  const begin = tokens.position;
  if (tokens.take('24/7')) return finishRule(tokens, { ...everyDay, spans: wholeDay, join });
  const dates: DateRange[] = [];
  const weeks: WeekRange[] = [];
  while (parseDates(tokens, dates) || parseWeeks(tokens, weeks)) tokens.take(':');
  const days = parseDays(tokens);
  tokens.take(':');
  const spans = parseSpans(tokens);
  const hasSelector = tokens.position > begin;
  const rule = finishRule(tokens, { ...days, dates, weeks, spans, join });
  if (tokens.position === begin) throw tokens.unexpected();
  if (join === 'fallback' && hasSelector) throw tokens.unexpected();
  return rule;
}

type Selectors = Omit<HoursRule, 'state' | 'comment'>;

const noDays = {
  inSchoolHolidays: false,
  days: [],
  nthDays: [],
  publicHolidays: false,
  schoolHolidays: false,
} as const;
const everyDay = { ...noDays, dates: [], weeks: [] } as const;
const wholeDay: readonly HoursSpan[] = [{ start: 0, end: 1440, openEnd: false }];

function finishRule(tokens: HoursTokens, selectors: Selectors): HoursRule {
  const word = tokens.word();
  const state = word === undefined ? undefined : states.get(word);
  if (state !== undefined) tokens.skip();
  const comment = tokens.takeComment();
  const bare = state === undefined && selectors.spans.length === 0 && comment !== undefined;
  return {
    ...selectors,
    state: state ?? (bare ? 'unknown' : 'open'),
    ...(comment === undefined ? {} : { comment }),
  };
}

function parseDates(tokens: HoursTokens, dates: DateRange[]): boolean {
  if (!startsDate(tokens)) return false;
  do {
    if (!startsDate(tokens)) throw tokens.unexpected();
    dates.push(parseDateRange(tokens));
  } while (tokens.take(','));
  return true;
}

function startsDate(tokens: HoursTokens): boolean {
  const word = tokens.word();
  return (word !== undefined && months.has(word)) || tokens.isYear;
}

function parseDateRange(tokens: HoursTokens): DateRange {
  const from = parseDate(tokens, {});
  if (!tokens.take('-')) return { from };
  return { from, to: parseDate(tokens, from) };
}

/** A date; in "Dec 24-26" the end borrows the month of the start. */
function parseDate(tokens: HoursTokens, start: HoursDate): HoursDate {
  const date: { year?: number; month?: number; day?: number } = {};
  if (tokens.isYear) date.year = tokens.takeNumber();
  const word = tokens.word();
  const month = word === undefined ? undefined : months.get(word);
  if (month !== undefined) {
    tokens.skip();
    date.month = month;
  } else if (start.day !== undefined && start.month !== undefined) date.month = start.month;
  if (date.month !== undefined && tokens.isNumber) date.day = tokens.takeNumber();
  if (date.year === undefined && start.year !== undefined) date.year = start.year;
  const isDay = date.day === undefined || (date.day >= 1 && date.day <= 31);
  const sameKind =
    start.month === undefined || (date.day === undefined) === (start.day === undefined);
  if (!isDay || !sameKind || (date.month === undefined && date.year === undefined)) {
    throw tokens.unexpected();
  }
  return date;
}

function parseWeeks(tokens: HoursTokens, weeks: WeekRange[]): boolean {
  if (tokens.word() !== 'week') return false;
  tokens.skip();
  do {
    const from = tokens.takeNumber();
    const to = tokens.take('-') ? tokens.takeNumber() : from;
    const step = tokens.take('/') ? tokens.takeNumber() : 1;
    if (from < 1 || to > 53 || to < from || step < 1) throw tokens.unexpected();
    weeks.push({ from, to, step });
  } while (tokens.take(','));
  return true;
}

type Days = Pick<
  HoursRule,
  'inSchoolHolidays' | 'days' | 'nthDays' | 'publicHolidays' | 'schoolHolidays'
>;

function parseDays(tokens: HoursTokens): Days {
  const list = parseDayList(tokens);
  const onlySchool = list.schoolHolidays && !list.publicHolidays && list.days.length === 0;
  if (!onlySchool || list.nthDays.length > 0) return list;
  const within = parseDayList(tokens);
  if (within.schoolHolidays || within.publicHolidays) throw tokens.unexpected();
  return { ...within, inSchoolHolidays: true };
}

function parseDayList(tokens: HoursTokens): Days {
  const days = new Set<number>();
  const nthDays: NthDay[] = [];
  const holidays = new Set<string>();
  const startsDay = () => weekDays.has(tokens.word() ?? '') || /^[ps]h$/.test(tokens.word() ?? '');
  while (startsDay()) {
    const word = tokens.word() as string;
    tokens.skip();
    const day = weekDays.get(word);
    if (day === undefined) holidays.add(word);
    else if (tokens.take('[')) nthDays.push({ day, nth: parseNth(tokens) });
    else addDays(tokens, day, days);
    if (!tokens.isBefore(',', (next) => weekDays.has(next) || /^[ps]h$/.test(next))) break;
    tokens.take(',');
  }
  return {
    inSchoolHolidays: false,
    days: [...days].sort((a, b) => a - b),
    nthDays,
    publicHolidays: holidays.has('ph'),
    schoolHolidays: holidays.has('sh'),
  };
}

function addDays(tokens: HoursTokens, first: number, days: Set<number>): void {
  let last = first;
  if (tokens.take('-')) {
    const end = weekDays.get(tokens.word() ?? '');
    if (end === undefined) throw tokens.unexpected();
    tokens.skip();
    last = end;
  }
  for (let day = first; ; day = (day + 1) % 7) {
    days.add(day);
    if (day === last) break;
  }
}

function parseNth(tokens: HoursTokens): readonly number[] {
  const nth: number[] = [];
  do {
    const sign = tokens.take('-') ? -1 : 1;
    const from = tokens.takeNumber();
    const to = sign === 1 && tokens.take('-') ? tokens.takeNumber() : from;
    if (from < 1 || to > 5 || to < from) throw tokens.unexpected();
    for (let n = from; n <= to; n++) nth.push(sign * n);
  } while (tokens.take(','));
  if (!tokens.take(']')) throw tokens.unexpected();
  return nth;
}

function parseSpans(tokens: HoursTokens): readonly HoursSpan[] {
  const spans: HoursSpan[] = [];
  while (startsTime(tokens)) {
    spans.push(parseSpan(tokens));
    if (!tokens.isBefore(',', (next) => /^\d/.test(next) || sunEvents.has(next))) break;
    tokens.take(',');
  }
  return spans;
}

function startsTime(tokens: HoursTokens): boolean {
  return tokens.isClock || sunEvents.has(tokens.word() ?? '');
}

function parseSpan(tokens: HoursTokens): HoursSpan {
  const start = parseTime(tokens);
  if (tokens.take('+')) return { start, end: 1440, openEnd: true };
  if (!tokens.take('-')) throw tokens.unexpected();
  let end = parseTime(tokens);
  if (typeof start === 'number' && typeof end === 'number' && end <= start) end += 1440;
  return { start, end, openEnd: tokens.take('+') };
}

function parseTime(tokens: HoursTokens): HoursTime {
  if (tokens.isClock) return tokens.takeClock();
  const word = tokens.word() ?? '';
  if (!sunEvents.has(word)) throw tokens.unexpected();
  tokens.skip();
  return word as SunEvent;
}
