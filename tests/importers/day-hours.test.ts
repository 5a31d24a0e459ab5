import { describe, expect, it } from 'vitest';
import { joinWeek, readDayHours } from '../../src/importers/day-hours.ts';

describe('readDayHours', () => {
  it.each([
    ['09:00 - 12:00 / 13:30 - 17:00', '09:00-12:00,13:30-17:00', []],
    ['9h-12h et 14h-18h', '09:00-12:00,14:00-18:00', []],
    ['9h00 à 12h30', '09:00-12:30', []],
    ['de 8 h 30 à 12 h', '08:30-12:00', []],
    ['8.30-12.00', '08:30-12:00', []],
    ['9-12', '09:00-12:00', []],
    ['13:30-17:00 / 09:00-12:00', '09:00-12:00,13:30-17:00', []],
    ['00:00-06:00', '00:00-06:00', []],
    ['20:00-00:00', '20:00-00:00', []],
    ['24h/24', '00:00-24:00', []],
    ['Fermé', 'off', []],
    ['-', 'off', []],
    ['', '', []],
    ['00:00 - 00:00', '', ['empty-span']],
    ['00:00 - 00:00 / 09:00 - 12:00', '09:00-12:00', ['empty-span']],
    ['13:30 - 16:30 / 13:30 - 16:30', '13:30-16:30', ['overlap']],
    ['09:00 - 16:00 / 13:00 - 16:30', '09:00-16:00,13:00-16:30', ['overlap']],
    ['sur rendez-vous', '"sur rendez-vous"', ['words']],
    ['9h-12h sauf "jeudi"', '"9h-12h sauf ’jeudi’"', ['words']],
    ['9h-12h75', '"9h-12h75"', ['words']],
  ])('%s', (text, hours, faults) => {
    expect(readDayHours(text)).toEqual({ hours, faults });
  });
});

describe('joinWeek', () => {
  it('joins neighbouring days with equal hours', () => {
    expect(
      joinWeek([
        ['monday', '09:00-12:00'],
        ['tuesday', '09:00-12:00'],
        ['wednesday', ''],
        ['thursday', '09:00-12:00'],
        ['friday', 'off'],
        ['saturday', '"sur rendez-vous"'],
        ['publicHolidays', 'off'],
      ]),
    ).toBe('Mo-Tu 09:00-12:00; Th 09:00-12:00; Fr off; Sa "sur rendez-vous"; PH off');
  });
});
