import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { formatHours } from '../../src/markup/format-hours.ts';
import { randomFrom } from '../feed/random-services.ts';

/** Lines as "days: hours", narrow spaces shown as "_". */
function printed(text: string, language = 'fr'): readonly string[] {
  return formatHours(text, language).map(({ days, hours, heading }) => {
    const line = heading ? `[${days}]` : `${days}: ${hours}`;
    return line.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');
  });
}

describe('formatHours in French', () => {
  it.each([
    ['Mo-Fr 09:00-12:00,14:00-17:00', ['lun.–ven.: 9_h–12_h, 14_h–17_h']],
    ['Mo-Fr 08:45-12:30; Fr 10:30-13:30', ['lun.–jeu.: 8_h_45–12_h_30', 'ven.: 10_h_30–13_h_30']],
    ['Mo,We,Fr 08:30-12:00', ['lun., mer., ven.: 8_h_30–12_h']],
    ['Mo 09:00-12:00; Tu 10:00-12:00; We 09:00-12:00', ['lun., mer.: 9_h–12_h', 'mar.: 10_h–12_h']],
    ['Mo-Su 09:00-19:00', ['tous les jours: 9_h–19_h']],
    ['24/7', [': 24_h sur~24, 7~jours sur~7']],
    ['Mo-Su 00:00-24:00', [': 24_h sur~24, 7~jours sur~7']],
    ['Mo-Fr 00:00-24:00', ['lun.–ven.: 24_h sur~24']],
    ['Mo 00:00-06:30', ['lun.: 0_h–6_h_30']],
    ['Mo 18:00-24:00', ['lun.: 18_h–24_h']],
    ['Fr,Sa 22:00-02:00', ['ven., sam.: 22_h–2_h']],
    ['Mo-Sa 09:00-12:00; Su off', ['lun.–sam.: 9_h–12_h', 'dim.: fermé']],
    ['Su off; Mo-Sa 09:00-12:00', ['lun.–sam.: 9_h–12_h', 'dim.: fermé']],
    ['Mo-Fr 09:00-12:00; PH off', ['lun.–ven.: 9_h–12_h', 'jours fériés: fermé']],
    ['Mo-Su,PH 10:00-12:00', ['tous les jours, jours fériés: 10_h–12_h']],
    [
      'Mo-Fr 09:00-12:00, We 14:00-17:00',
      ['lun., mar., jeu., ven.: 9_h–12_h', 'mer.: 9_h–12_h, 14_h–17_h'],
    ],
    ['Mo-Fr 08:00-18:00; Mo 12:00-14:00 off', ['lun.: 8_h–12_h, 14_h–18_h', 'mar.–ven.: 8_h–18_h']],
    ['Mo-Fr 09:00-12:00 "sur rendez-vous"', ['lun.–ven.: 9_h–12_h (sur rendez-vous)']],
    ['Mo 09:00-12:00; Tu "sur rendez-vous"', ['lun.: 9_h–12_h', 'mar.: sur rendez-vous']],
    ['"sur rendez-vous"', [': sur rendez-vous']],
    ['Mo-Fr 10:00-12:00 || "sur rendez-vous"', ['lun.–ven.: 10_h–12_h', 'sinon: sur rendez-vous']],
    ['Mo-Fr 18:00+', ['lun.–ven.: à partir de~18_h']],
    ['Mo-Su sunrise-sunset', ['tous les jours: du lever au coucher du soleil']],
    ['Mo-Fr', ['lun.–ven.: ouvert']],
    ['off', ['tous les jours: fermé']],
    ['', []],
  ])('%s', (text, lines) => {
    expect(printed(text)).toEqual(lines);
  });

  it.each([
    [
      'Apr-Oct Mo-Fr 09:00-18:00; Nov-Mar Mo-Fr 09:00-16:00',
      [
        'du 1er~avril au 31~octobre, lun.–ven.: 9_h–18_h',
        'du 1er~novembre au 31~mars, lun.–ven.: 9_h–16_h',
      ],
    ],
    [
      'Apr-Oct Mo-Fr 09:00-18:00; Apr-Oct Sa 09:00-12:00',
      ['[du 1er~avril au 31~octobre]', 'lun.–ven.: 9_h–18_h', 'sam.: 9_h–12_h'],
    ],
    [
      'Mo-Sa 09:00-17:00; Jul-Aug Mo-Fr 10:00-12:00',
      [
        'lun.–sam.: 9_h–17_h',
        '[du 1er~juillet au 31~août]',
        'lun.–ven.: 10_h–12_h',
        'sam.: 9_h–17_h',
      ],
    ],
    [
      'Mo-Fr 09:00-12:00; Dec 25,Jan 1 off',
      ['lun.–ven.: 9_h–12_h', '25~décembre, 1er~janvier: fermé'],
    ],
    ['Dec 24-26 off; Mo-Sa 10:00-12:00', ['lun.–sam.: 10_h–12_h', 'du 24 au 26~décembre: fermé']],
    [
      'Mo 09:00-12:00; 2026 Aug 1-2026 Aug 15 off',
      ['lun.: 9_h–12_h', 'du 1er au 15~août~2026: fermé'],
    ],
    ['Jan-Feb off', ['du 1er~janvier au 29~février: fermé']],
    [
      'Mo[1] 09:00-12:00; Sa[-1] 10:00-12:00',
      ['1er~lundi du mois: 9_h–12_h', 'dernier~samedi du mois: 10_h–12_h'],
    ],
    ['Mo[1,3] 09:00-12:00', ['1er et 3e~lundi du mois: 9_h–12_h']],
    [
      'Mo 09:00-12:00; week 1-53/2 Tu 09:00-12:00; week 2-52/2 We 09:00-12:00',
      ['lun.: 9_h–12_h', 'semaines impaires, mar.: 9_h–12_h', 'semaines paires, mer.: 9_h–12_h'],
    ],
    [
      'Mo-Fr 08:00-18:00; SH Mo-Fr 10:00-12:00',
      ['lun.–ven.: 8_h–18_h', 'vacances scolaires, lun.–ven.: 10_h–12_h'],
    ],
  ])('seasons: %s', (text, lines) => {
    expect(printed(text)).toEqual(lines);
  });

  it('prints what it cannot read as it is', () => {
    expect(printed('Mo-Fr 09:00-12:00 / 14:00-17:00')).toEqual([
      ': Mo-Fr 09:00-12:00 / 14:00-17:00',
    ]);
  });

  it('gives the same array for the same text and language', () => {
    expect(formatHours('Mo 10:00-11:00', 'fr')).toBe(formatHours('Mo 10:00-11:00', 'fr'));
    expect(formatHours('Mo 10:00-11:00', 'en')).not.toBe(formatHours('Mo 10:00-11:00', 'fr'));
  });
});

describe('formatHours in other languages', () => {
  const text = 'Mo-Fr 08:30-12:00,14:00-17:00; Sa 09:00-12:00; Su off';
  it.each([
    ['en', ['Mon–Fri: 8:30–12:00, 14:00–17:00', 'Sat: 9:00–12:00', 'Sun: closed']],
    ['de-CH', ['Mo–Fr: 8:30–12:00, 14:00–17:00~Uhr', 'Sa: 9:00–12:00~Uhr', 'So: geschlossen']],
    ['es', ['lun.–vie.: 8:30–12:00, 14:00–17:00', 'sáb.: 9:00–12:00', 'dom.: cerrado']],
    ['it', ['lun.–ven.: 8:30–12:00, 14:00–17:00', 'sab.: 9:00–12:00', 'dom.: chiuso']],
    ['nl', ['ma–vr: 8.30–12.00, 14.00–17.00~uur', 'za: 9.00–12.00~uur', 'zo: gesloten']],
    ['br', ['lun.–ven.: 8_h_30–12_h, 14_h–17_h', 'sam.: 9_h–12_h', 'dim.: fermé']],
  ])('%s', (language, lines) => {
    expect(printed(text, language)).toEqual(lines);
  });
});

interface Oracle {
  getOpenIntervals(from: Date, to: Date): [Date, Date][];
}
const OpeningHours = createRequire(import.meta.url)('opening_hours') as new (
  text: string,
  place: null,
  options: object,
) => Oracle;

// Monday 8 to Sunday 14 June 2026: no public holiday.
const monday = new Date(2026, 5, 8);
const week = 7 * 1440;

function openMinutes(text: string): ReadonlySet<number> {
  const minutes = new Set<number>();
  const oracle = new OpeningHours(text, null, { mode: 0, warnings_severity: 0 });
  const end = new Date(2026, 5, 15);
  for (const [from, to] of oracle.getOpenIntervals(monday, end)) {
    for (let at = from.getTime(); at < to.getTime(); at += 60_000)
      minutes.add((at - monday.getTime()) / 60_000);
  }
  return minutes;
}

const french = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];

/** Minutes of the week that the printed French lines say open, read back from the words alone. */
function printedMinutes(text: string): ReadonlySet<number> {
  const minutes = new Set<number>();
  for (const { days, hours } of formatHours(text, 'fr')) {
    if (hours === 'fermé') continue;
    for (const span of hours.replaceAll('\u202f', '').split(', ')) {
      const match = /^(\d+)h(\d+)?–(\d+)h(\d+)?$/.exec(span);
      if (!match) throw new Error(`unreadable: ${hours}`);
      const start = Number(match[1]) * 60 + Number(match[2] ?? 0);
      let end = Number(match[3]) * 60 + Number(match[4] ?? 0);
      if (end <= start) end += 1440;
      for (const day of printedDays(days)) {
        for (let at = start; at < end; at++) minutes.add((day * 1440 + at) % week);
      }
    }
  }
  return minutes;
}

function printedDays(words: string): readonly number[] {
  if (words === 'tous les jours') return [0, 1, 2, 3, 4, 5, 6];
  return words.split(', ').flatMap((part) => {
    const [first, last = first] = part.split('–').map((day) => french.indexOf(day));
    return french
      .map((_, day) => day)
      .filter((day) => day >= (first as number) && day <= (last as number));
  });
}

const sorted = (minutes: ReadonlySet<number>) => [...minutes].sort((a, b) => a - b).join(' ');

describe('nothing is lost', () => {
  it('prints each open minute of the week, and no other, for 200 random texts', () => {
    const random = randomFrom(42);
    const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
    const below = (n: number) => Math.floor(random() * n);
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const someDays = () => {
      const first = below(7);
      const last = first + below(7 - first);
      const range = first === last ? days[first] : `${days[first]}-${days[last]}`;
      return below(3) === 0 ? `${range},${days[below(7)]}` : range;
    };
    const spans = () => {
      const start = below(20) * 30;
      const morning = `${clock(start)}-${clock(start + 15 + below(12) * 15)}`;
      return below(2)
        ? morning
        : `${morning},${clock(810 + below(8) * 15)}-${clock(990 + below(20) * 15)}`;
    };
    for (let count = 0; count < 200; count++) {
      let text = `${someDays()} ${spans()}`;
      for (let more = below(4); more > 0; more--) {
        if (below(5) === 0) text += `; ${someDays()} off`;
        else text += `${below(3) === 0 ? ', ' : '; '}${someDays()} ${spans()}`;
      }
      expect(`${text}: ${sorted(printedMinutes(text))}`).toBe(
        `${text}: ${sorted(openMinutes(text))}`,
      );
    }
  });

  it.each(['Fr,Sa 22:00-02:00', 'Mo-Su 04:30-01:30', 'Mo-Th 00:00-05:00', 'We 20:00-26:00'])(
    'prints both sides of midnight: %s',
    (text) => {
      expect(openMinutes(text).size).toBeGreaterThan(200);
      const kept = printedMinutes(text);
      const lost = [...openMinutes(text)].filter((minute) => !kept.has(minute));
      expect(lost).toEqual([]);
    },
  );
});
