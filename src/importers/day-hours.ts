/** Days of the week as a mapping names them, with their OSM words. */
export const dayNames = {
  monday: 'Mo',
  tuesday: 'Tu',
  wednesday: 'We',
  thursday: 'Th',
  friday: 'Fr',
  saturday: 'Sa',
  sunday: 'Su',
  publicHolidays: 'PH',
} as const;

export type DayName = keyof typeof dayNames;

/** What is odd in the hours of a day. */
export type DayFault = 'empty-span' | 'overlap' | 'words';

export interface DayHours {
  /** OSM time spans, "off", or a comment in quotes; empty when nothing is said. */
  readonly hours: string;
  readonly faults: readonly DayFault[];
}

const closed = /^(?:ferm[ée]e?|closed|off|non|néant|-+|x)$/i;
const wholeDay = /^24\s*h?\s*(?:\/|sur)\s*24(?:\s*h)?$/i;
const clock = String.raw`(\d{1,2})\s*(?:[h:.]\s*(\d{2})?(?:min|mn)?|(?=\s|$|[-–—]))`;
const span = new RegExp(
  String.raw`^(?:de\s+)?${clock}\s*(?:-|–|—|à|a|au|jusqu['’]à)\s*${clock}$`,
  'i',
);
const separators = /\s*(?:[/,;|&+\n]|\s(?:et|puis|and)\s)\s*/i;

/** Reads the hours of one day as people type them: "09:00 - 12:00 / 13:30 - 17:00", "9h-12h et 14h-18h", "fermé". */
export function readDayHours(text: string): DayHours {
  const trimmed = text.replace(/\u00a0|\u202f/g, ' ').trim();
  if (trimmed === '') return { hours: '', faults: [] };
  if (closed.test(trimmed)) return { hours: 'off', faults: [] };
  if (wholeDay.test(trimmed)) return { hours: '00:00-24:00', faults: [] };
  const spans: Span[] = [];
  for (const part of trimmed.split(separators)) {
    const read = readSpan(part);
    if (read === undefined) return asWords(trimmed);
    spans.push(read);
  }
  return assembled(spans);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function readSpan(part: string): Span | undefined {
  const match = span.exec(part.trim());
  if (!match) return undefined;
  const start = minutes(match[1], match[2]);
  const end = minutes(match[3], match[4]);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function minutes(hours: string | undefined, rest: string | undefined): number | undefined {
  const total = Number(hours) * 60 + Number(rest ?? 0);
  return total > 1440 || Number(rest ?? 0) > 59 ? undefined : total;
}

/** What cannot be read is kept as the writer's own words. */
function asWords(text: string): DayHours {
  return { hours: `"${text.replaceAll('"', '’')}"`, faults: ['words'] };
}

function assembled(spans: readonly Span[]): DayHours {
  const real = spans.filter(({ start, end }) => start !== end);
  const faults = new Set<DayFault>();
  if (real.length < spans.length) faults.add('empty-span');
  const sorted = [...real].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept = sorted.filter((one, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && before.end > one.start) faults.add('overlap');
    return before === undefined || before.start !== one.start || before.end !== one.end;
  });
  const hours = kept.map(({ start, end }) => `${written(start)}-${written(end)}`).join(',');
  return { hours, faults: [...faults] };
}

function written(time: number): string {
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

/** One OSM text for the week, neighbouring days with the same hours together. */
export function joinWeek(days: readonly (readonly [DayName, string])[]): string {
  const runs: { first: string; last: string; index: number; hours: string }[] = [];
  const order = Object.keys(dayNames);
  for (const [day, hours] of days) {
    if (hours === '') continue;
    const index = order.indexOf(day);
    const run = runs.at(-1);
    const follows = run !== undefined && run.index === index - 1 && day !== 'publicHolidays';
    if (follows && run.hours === hours) Object.assign(run, { last: dayNames[day], index });
    else runs.push({ first: dayNames[day], last: dayNames[day], index, hours });
  }
  return runs
    .map(({ first, last, hours }) => `${first === last ? first : `${first}-${last}`} ${hours}`)
    .join('; ');
}
