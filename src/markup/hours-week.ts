import type { HoursRule, HoursSpan } from '../feed/opening-hours.ts';

/** 0 Monday to 6 Sunday, then public holidays and school holidays. */
export const slotCount = 9;
export const publicHolidaySlot = 7;
export const schoolHolidaySlot = 8;

/** What one day of the week is like, all rules applied. */
export interface SlotHours {
  readonly state: 'unsaid' | 'open' | 'unknown' | 'closed';
  /** Sorted and merged; empty with an open state: the whole day, hours unsaid. */
  readonly spans: readonly HoursSpan[];
  readonly comments: readonly string[];
}

export type Week = readonly SlotHours[];

/** Rules that hold at the same time of the year, with the week that results from them. */
export interface Season {
  /** The rule whose dates, weeks or nth day say when; undefined: all year round. */
  readonly when: HoursRule | undefined;
  readonly week: Week;
  /** Slots that its own rules speak of. */
  readonly touched: ReadonlySet<number>;
}

const unsaid: SlotHours = { state: 'unsaid', spans: [], comments: [] };

/** The year-round week first, then each season in the order written; `;` overrides, `,` adds, "off" closes. */
export function seasonsOf(rules: readonly HoursRule[]): readonly Season[] {
  const parts = rules.flatMap(partsOf).filter((part) => part.rule.join !== 'fallback');
  const keys = new Map<string, HoursRule | undefined>([['', undefined]]);
  for (const part of parts) if (part.key !== '') keys.set(part.key, part.rule);
  return [...keys].map(([key, when]) => {
    const own = parts.filter((part) => part.key === key);
    const touched = new Set(own.flatMap((part) => part.slots));
    // Strictly, a usual week written after "Dec 25 off" undoes it; nobody who writes that means it.
    const usual = key === '' ? [] : parts.filter((part) => part.key === '');
    return { when, week: weekOf([...usual, ...own]), touched };
  });
}

interface Part {
  readonly rule: HoursRule;
  /** Equal for rules that hold at the same time of the year; empty for the whole year. */
  readonly key: string;
  readonly slots: readonly number[];
  /** Whether it names days or dates: only then does it override the rules before it. */
  readonly dated: boolean;
}

const allDays = [0, 1, 2, 3, 4, 5, 6];

/** A rule, with each of its nth days apart: "Mo[1],Fr" speaks of two different times. */
function partsOf(rule: HoursRule): readonly Part[] {
  const key = conditionKey(rule);
  const parts: Part[] = rule.nthDays.map((nthDay) => {
    const alone = { ...rule, nthDays: [nthDay], days: [] };
    return { rule: alone, key: conditionKey(alone), slots: [nthDay.day], dated: true };
  });
  const slots = [...rule.days];
  if (rule.publicHolidays) slots.push(publicHolidaySlot);
  if (rule.schoolHolidays) slots.push(schoolHolidaySlot);
  if (slots.length > 0) parts.push({ rule, key: withoutNth(rule, key), slots, dated: true });
  else if (parts.length === 0) parts.push({ rule, key, slots: allDays, dated: key !== '' });
  return parts;
}

function withoutNth(rule: HoursRule, key: string): string {
  return rule.nthDays.length === 0 ? key : conditionKey({ ...rule, nthDays: [] });
}

function conditionKey({ dates, weeks, inSchoolHolidays, nthDays }: HoursRule): string {
  if (dates.length + weeks.length + nthDays.length === 0 && !inSchoolHolidays) return '';
  return JSON.stringify([dates, weeks, inSchoolHolidays, nthDays]);
}

function weekOf(parts: readonly Part[]): Week {
  const week: SlotHours[] = new Array(slotCount).fill(unsaid);
  let before: Part | undefined;
  for (const part of parts) {
    const overrides = part.rule.join === 'override' && (part.dated || before?.dated !== true);
    for (const slot of part.slots) {
      week[slot] = applied(week[slot] as SlotHours, part.rule, overrides);
    }
    before = part;
  }
  return week;
}

function applied(slot: SlotHours, rule: HoursRule, overrides: boolean): SlotHours {
  const comments = rule.comment === undefined ? [] : [rule.comment];
  if (rule.state === 'closed') {
    if (rule.spans.length === 0) return { state: 'closed', spans: [], comments };
    const left = subtracted(slot.spans, rule.spans);
    const state = left.length === 0 ? 'closed' : slot.state;
    return { state, spans: left, comments: [...slot.comments, ...comments] };
  }
  if (overrides || slot.state === 'unsaid' || slot.state === 'closed') {
    return { state: rule.state, spans: merged(rule.spans), comments };
  }
  return {
    state: slot.state === 'open' ? 'open' : rule.state,
    spans: merged([...slot.spans, ...rule.spans]),
    comments: [...new Set([...slot.comments, ...comments])],
  };
}

type ClockSpan = HoursSpan & { readonly start: number; readonly end: number };

function isClock(span: HoursSpan): span is ClockSpan {
  return typeof span.start === 'number' && typeof span.end === 'number';
}

/** Sorted by start, touching ones made one; spans by the sun come last, as written. */
function merged(spans: readonly HoursSpan[]): readonly HoursSpan[] {
  const clock = spans.filter(isClock).sort((a, b) => a.start - b.start || a.end - b.end);
  const result: HoursSpan[] = [];
  for (const span of clock) {
    const last = result.at(-1) as ClockSpan | undefined;
    if (last === undefined || span.start > last.end || last.openEnd || span.openEnd)
      result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { ...last, end: span.end };
  }
  return [...result, ...spans.filter((span) => !isClock(span))];
}

function subtracted(
  spans: readonly HoursSpan[],
  holes: readonly HoursSpan[],
): readonly HoursSpan[] {
  let left = [...spans];
  for (const hole of holes.filter(isClock)) {
    left = left.flatMap((span) => {
      if (!isClock(span) || hole.end <= span.start || hole.start >= span.end) return [span];
      const pieces: HoursSpan[] = [];
      if (hole.start > span.start) pieces.push({ ...span, end: hole.start, openEnd: false });
      if (hole.end < span.end) pieces.push({ ...span, start: hole.end });
      return pieces;
    });
  }
  return left;
}
