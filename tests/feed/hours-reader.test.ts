import { describe, expect, it } from 'vitest';
import { HoursReader } from '../../src/feed/hours-reader.ts';
import { collecting } from './reports.ts';

describe('HoursReader', () => {
  it.each([
    ['Mo-Fr 09:00-12:00; PH off', 'Mo-Fr 09:00-12:00; PH off', []],
    ['', undefined, []],
    ['Mo-Fr 09:00-12:00 / 14:00-17:00', 'Mo-Fr 09:00-12:00 / 14:00-17:00', ['bad-hours']],
    ['n’importe quoi', 'n’importe quoi', ['bad-hours']],
    ['easter off; Mo 10:00-12:00', 'easter off; Mo 10:00-12:00', ['unusual-hours']],
    ['Mo-Fr 9h-12h', 'Mo-Fr 09:00-12:00', ['hours-rewritten']],
  ])('%j', (raw, kept, said) => {
    const { report, codes } = collecting();
    expect(new HoursReader().read(raw, report)).toBe(kept);
    expect(codes()).toEqual(said);
  });

  it('says the same fault for each service that has it', () => {
    const { report, codes } = collecting();
    const reader = new HoursReader();
    reader.read('bof', report);
    reader.read('bof', report);
    expect(codes()).toEqual(['bad-hours', 'bad-hours']);
  });
});
