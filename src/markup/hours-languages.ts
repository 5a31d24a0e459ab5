import type { DayWords, HoursLanguage, HoursWords } from './hours-words.ts';

const nbsp = '\u00a0';
const thin = '\u202f';

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function digital(separator: string): (minutes: number) => string {
  return (minutes) => `${Math.floor(minutes / 60)}${separator}${twoDigits(minutes % 60)}`;
}

function frenchClock(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${thin}h${rest === 0 ? '' : `${thin}${twoDigits(rest)}`}`;
}

function withYear(words: string, { year }: DayWords): string {
  return year === undefined ? words : `${words}${nbsp}${year}`;
}

function monthOf(words: HoursWords, { month }: DayWords): string {
  return words.months[month - 1] as string;
}

function listed(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}

function parityOr(words: { odd: string; even: string; one: string; to: string; step: string }) {
  return (from: number, to: number, step: number): string => {
    const whole = from <= 2 && to >= 52;
    if (step === 2 && whole) return from % 2 === 1 ? words.odd : words.even;
    const range = from === to ? `${words.one} ${from}` : `${words.one} ${from}${words.to}${to}`;
    return step === 1 ? range : `${range} (${words.step}${nbsp}${step})`;
  };
}

function ordinalWith(name: (n: number) => string, last: readonly [string, string], and: string) {
  return (ordinals: readonly number[]): string => {
    return listed(
      ordinals.map((n) => {
        if (n > 0) return name(n);
        if (n === -1) return last[0];
        return n === -2 ? last[1] : `${name(-n)} (${last[0]})`;
      }),
      and,
    );
  };
}

const fr: HoursWords = {
  days: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  fullDays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  months:
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
      ' ',
    ),
  everyDay: 'tous les jours',
  publicHolidays: 'jours fériés',
  schoolHolidays: 'vacances scolaires',
  closed: 'fermé',
  open: 'ouvert',
  allDay: `24${thin}h sur${nbsp}24`,
  always: `24${thin}h sur${nbsp}24, 7${nbsp}jours sur${nbsp}7`,
  otherwise: 'sinon',
  and: 'et',
  from: `à partir de${nbsp}`,
  sun: {
    dawn: 'aube',
    sunrise: 'lever du soleil',
    sunset: 'coucher du soleil',
    dusk: 'crépuscule',
  },
  sunriseToSunset: 'du lever au coucher du soleil',
  clock: frenchClock,
  spans: (joined) => joined,
  dayOfMonth: (date) => {
    return withYear(`${date.day === 1 ? '1er' : date.day}${nbsp}${monthOf(fr, date)}`, date);
  },
  onDay: (date) => `le ${date}`,
  between: (from, to) => `du ${from} au ${to}`,
  betweenDays: (from, to) => `du ${from === 1 ? '1er' : from} au ${fr.dayOfMonth(to)}`,
  nth: (ordinals, day) => `${frOrdinals(ordinals)}${nbsp}${day} du mois`,
  weeks: parityOr({
    odd: 'semaines impaires',
    even: 'semaines paires',
    one: 'semaine',
    to: ' à ',
    step: 'une sur',
  }),
};
const frOrdinals = ordinalWith(
  (n) => (n === 1 ? '1er' : `${n}e`),
  ['dernier', 'avant-dernier'],
  'et',
);

const en: HoursWords = {
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fullDays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months:
    'January February March April May June July August September October November December'.split(
      ' ',
    ),
  everyDay: 'every day',
  publicHolidays: 'public holidays',
  schoolHolidays: 'school holidays',
  closed: 'closed',
  open: 'open',
  allDay: '24 hours',
  always: '24 hours a day, 7 days a week',
  otherwise: 'otherwise',
  and: 'and',
  from: `from${nbsp}`,
  sun: { dawn: 'dawn', sunrise: 'sunrise', sunset: 'sunset', dusk: 'dusk' },
  sunriseToSunset: 'from sunrise to sunset',
  clock: digital(':'),
  spans: (joined) => joined,
  dayOfMonth: (date) => withYear(`${date.day}${nbsp}${monthOf(en, date)}`, date),
  onDay: (date) => `on ${date}`,
  between: (from, to) => `from ${from} to ${to}`,
  betweenDays: (from, to) => `from ${from} to ${en.dayOfMonth(to)}`,
  nth: (ordinals, day) => `${enOrdinals(ordinals)}${nbsp}${day} of the month`,
  weeks: parityOr({ odd: 'odd weeks', even: 'even weeks', one: 'week', to: '–', step: 'one in' }),
};
const enOrdinals = ordinalWith(
  (n) => ['', 'first', 'second', 'third', 'fourth', 'fifth'][n] ?? String(n),
  ['last', 'last but one'],
  'and',
);

const de: HoursWords = {
  days: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  fullDays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  months:
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  everyDay: 'täglich',
  publicHolidays: 'Feiertage',
  schoolHolidays: 'Schulferien',
  closed: 'geschlossen',
  open: 'geöffnet',
  allDay: 'rund um die Uhr',
  always: 'rund um die Uhr, 7 Tage die Woche',
  otherwise: 'sonst',
  and: 'und',
  from: `ab${nbsp}`,
  sun: {
    dawn: 'Morgendämmerung',
    sunrise: 'Sonnenaufgang',
    sunset: 'Sonnenuntergang',
    dusk: 'Abenddämmerung',
  },
  sunriseToSunset: 'von Sonnenaufgang bis Sonnenuntergang',
  clock: digital(':'),
  spans: (joined) => `${joined}${nbsp}Uhr`,
  dayOfMonth: (date) => withYear(`${date.day}.${nbsp}${monthOf(de, date)}`, date),
  onDay: (date) => `am ${date}`,
  between: (from, to) => `vom ${from} bis ${to}`,
  betweenDays: (from, to) => `vom ${from}. bis ${de.dayOfMonth(to)}`,
  nth: (ordinals, day) => `${deOrdinals(ordinals)}${nbsp}${day} im Monat`,
  weeks: parityOr({
    odd: 'ungerade Wochen',
    even: 'gerade Wochen',
    one: 'Woche',
    to: '–',
    step: 'jede',
  }),
};
const deOrdinals = ordinalWith((n) => `${n}.`, ['letzter', 'vorletzter'], 'und');

const es: HoursWords = {
  days: ['lun.', 'mar.', 'mié.', 'jue.', 'vie.', 'sáb.', 'dom.'],
  fullDays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  months:
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
      ' ',
    ),
  everyDay: 'todos los días',
  publicHolidays: 'festivos',
  schoolHolidays: 'vacaciones escolares',
  closed: 'cerrado',
  open: 'abierto',
  allDay: `24${nbsp}horas`,
  always: `24${nbsp}horas, 7${nbsp}días a la semana`,
  otherwise: 'si no',
  and: 'y',
  from: `desde${nbsp}`,
  sun: { dawn: 'alba', sunrise: 'salida del sol', sunset: 'puesta del sol', dusk: 'anochecer' },
  sunriseToSunset: 'de la salida a la puesta del sol',
  clock: digital(':'),
  spans: (joined) => joined,
  dayOfMonth: (date) => {
    const words = `${date.day}${nbsp}de${nbsp}${monthOf(es, date)}`;
    return date.year === undefined ? words : `${words} de${nbsp}${date.year}`;
  },
  onDay: (date) => `el ${date}`,
  between: (from, to) => `del ${from} al ${to}`,
  betweenDays: (from, to) => `del ${from} al ${es.dayOfMonth(to)}`,
  nth: (ordinals, day) => `${esOrdinals(ordinals)}${nbsp}${day} del mes`,
  weeks: parityOr({
    odd: 'semanas impares',
    even: 'semanas pares',
    one: 'semana',
    to: '–',
    step: 'una de cada',
  }),
};
const esOrdinals = ordinalWith((n) => `${n}.º`, ['último', 'penúltimo'], 'y');

const it: HoursWords = {
  days: ['lun.', 'mar.', 'mer.', 'gio.', 'ven.', 'sab.', 'dom.'],
  fullDays: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  months:
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
      ' ',
    ),
  everyDay: 'tutti i giorni',
  publicHolidays: 'giorni festivi',
  schoolHolidays: 'vacanze scolastiche',
  closed: 'chiuso',
  open: 'aperto',
  allDay: `24${nbsp}ore su${nbsp}24`,
  always: `24${nbsp}ore su${nbsp}24, 7${nbsp}giorni su${nbsp}7`,
  otherwise: 'altrimenti',
  and: 'e',
  from: `dalle${nbsp}`,
  sun: { dawn: 'alba', sunrise: 'sorgere del sole', sunset: 'tramonto', dusk: 'crepuscolo' },
  sunriseToSunset: 'dall’alba al tramonto',
  clock: digital(':'),
  spans: (joined) => joined,
  dayOfMonth: (date) =>
    withYear(`${date.day === 1 ? '1º' : date.day}${nbsp}${monthOf(it, date)}`, date),
  onDay: (date) => `il ${date}`,
  between: (from, to) => `dal ${from} al ${to}`,
  betweenDays: (from, to) => `dal ${from === 1 ? '1º' : from} al ${it.dayOfMonth(to)}`,
  nth: (ordinals, day) => `${itOrdinals(ordinals)}${nbsp}${day} del mese`,
  weeks: parityOr({
    odd: 'settimane dispari',
    even: 'settimane pari',
    one: 'settimana',
    to: '–',
    step: 'una su',
  }),
};
const itOrdinals = ordinalWith((n) => `${n}º`, ['ultimo', 'penultimo'], 'e');

const nl: HoursWords = {
  days: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  fullDays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  months:
    'januari februari maart april mei juni juli augustus september oktober november december'.split(
      ' ',
    ),
  everyDay: 'elke dag',
  publicHolidays: 'feestdagen',
  schoolHolidays: 'schoolvakanties',
  closed: 'gesloten',
  open: 'open',
  allDay: `24${nbsp}uur per dag`,
  always: `24${nbsp}uur per dag, 7${nbsp}dagen per week`,
  otherwise: 'anders',
  and: 'en',
  from: `vanaf${nbsp}`,
  sun: { dawn: 'dageraad', sunrise: 'zonsopgang', sunset: 'zonsondergang', dusk: 'schemering' },
  sunriseToSunset: 'van zonsopgang tot zonsondergang',
  clock: digital('.'),
  spans: (joined) => `${joined}${nbsp}uur`,
  dayOfMonth: (date) => withYear(`${date.day}${nbsp}${monthOf(nl, date)}`, date),
  onDay: (date) => `op ${date}`,
  between: (from, to) => `van ${from} tot en met ${to}`,
  betweenDays: (from, to) => `van ${from} tot en met ${nl.dayOfMonth(to)}`,
  nth: (ordinals, day) => `${nlOrdinals(ordinals)}${nbsp}${day} van de maand`,
  weeks: parityOr({
    odd: 'oneven weken',
    even: 'even weken',
    one: 'week',
    to: '–',
    step: 'één op',
  }),
};
const nlOrdinals = ordinalWith((n) => `${n}e`, ['laatste', 'voorlaatste'], 'en');

const languages: Readonly<Record<HoursLanguage, HoursWords>> = { fr, en, de, es, it, nl };

/** The words of a BCP 47 tag; French for a language that has none here. */
export function hoursWords(language: string): HoursWords {
  const base = language.toLowerCase().split('-')[0] as string;
  return Object.hasOwn(languages, base) ? languages[base as HoursLanguage] : fr;
}
