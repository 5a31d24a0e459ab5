import { describe, expect, it } from 'vitest';
import { type HoursRule, isHoursError, parseHours } from '../../src/feed/opening-hours.ts';

function rules(text: string): readonly HoursRule[] {
  const parsed = parseHours(text);
  if (isHoursError(parsed)) throw new Error(`${text}: ${parsed.error}`);
  return parsed;
}

const span = (start: number, end: number) => ({ start, end, openEnd: false });

describe('parseHours', () => {
  it('reads days, spans and overriding rules', () => {
    const [week, friday] = rules('Mo-Fr 08:45-12:30,13:30-17:30; Fr 10:30-13:30');
    expect(week).toMatchObject({ days: [0, 1, 2, 3, 4], spans: [span(525, 750), span(810, 1050)] });
    expect(friday).toMatchObject({ days: [4], join: 'override', state: 'open' });
  });

  it.each([
    ['Sa-Mo 10:00-12:00', { days: [0, 5, 6] }],
    ['Mo,We,Fr 8:30-12:00', { days: [0, 2, 4], spans: [span(510, 720)] }],
    ['mo-fr 09:00–12:00', { days: [0, 1, 2, 3, 4], spans: [span(540, 720)] }],
    ['24/7', { days: [], spans: [span(0, 1440)] }],
    ['Fr 22:00-02:00', { spans: [span(1320, 1560)] }],
    ['Mo 00:00-06:00', { spans: [span(0, 360)] }],
    ['Sa 18:00+', { spans: [{ start: 1080, end: 1440, openEnd: true }] }],
    ['sunrise-sunset', { spans: [{ start: 'sunrise', end: 'sunset', openEnd: false }] }],
    ['PH off', { publicHolidays: true, state: 'closed', spans: [] }],
    ['Su,PH 10:00-12:00', { days: [6], publicHolidays: true }],
    ['SH Mo-Fr 10:00-12:00', { inSchoolHolidays: true, days: [0, 1, 2, 3, 4] }],
    ['Mo,SH off', { schoolHolidays: true, inSchoolHolidays: false }],
    ['Mo[1,-1] 09:00-12:00', { nthDays: [{ day: 0, nth: [1, -1] }], days: [] }],
    ['Apr-Oct Mo 09:00-12:00', { dates: [{ from: { month: 4 }, to: { month: 10 } }] }],
    ['Dec 24-26 off', { dates: [{ from: { month: 12, day: 24 }, to: { month: 12, day: 26 } }] }],
    [
      'Jan 1,May 8 off',
      { dates: [{ from: { month: 1, day: 1 } }, { from: { month: 5, day: 8 } }] },
    ],
    ['2026 Aug 01-2026 Aug 15 off', { dates: [{ from: { year: 2026, month: 8, day: 1 } }] }],
    ['week 1-53/2 Mo 09:00-12:00', { weeks: [{ from: 1, to: 53, step: 2 }] }],
    ['Mo-Fr 09:00-12:00 "sur rendez-vous"', { comment: 'sur rendez-vous', state: 'open' }],
    ['"sur rendez-vous"', { comment: 'sur rendez-vous', state: 'unknown' }],
    ['Mo-Fr', { days: [0, 1, 2, 3, 4], spans: [], state: 'open' }],
    ['Apr-Oct: Mo-Fr 09:00-18:00;', { days: [0, 1, 2, 3, 4] }],
  ])('%s', (text, expected) => {
    expect(rules(text)[0]).toMatchObject(expected);
  });

  it('tells the comma between spans, between days and between rules', () => {
    expect(
      rules('Mo,Tu 09:00-10:00,11:00-12:00, Sa 10:00-11:00').map((rule) => [rule.days, rule.join]),
    ).toEqual([
      [[0, 1], 'override'],
      [[5], 'add'],
    ]);
    expect(rules('Mo 09:00-12:00 || "sur rendez-vous"')[1]).toMatchObject({ join: 'fallback' });
  });

  it.each([
    '',
    'bonjour',
    'Mo-Fr 09:00',
    'Mo-Fr 25:99-26:00',
    'Mo-Fr 09:00-12:00 / 14:00-16:00',
    'Mo-Fr 9h-12h',
    'Lu-Ve 09:00-12:00',
    'Mo-',
    'Mo[9] 10:00-12:00',
    'Jan 99 off',
    'easter off',
    ';;;',
    'Mo 10:00-12:00; ; Tu',
    `Mo ${'10:00-12:00,'.repeat(400)}`,
  ])('does not guess at %j', (text) => {
    expect(isHoursError(parseHours(text))).toBe(true);
  });
});
