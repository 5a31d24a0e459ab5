import { describe, expect, it } from 'vitest';
import { cleanInsee, cleanPostcode } from '../../src/feed/clean-code.ts';
import { cleanDate, isoDate } from '../../src/feed/clean-date.ts';
import { collecting } from './reports.ts';

describe('codes', () => {
  it.each([
    ['01033', '01033', []],
    ['2a004', '2A004', []],
    ['1033', '01033', ['lost-zero']],
    ['ABC', undefined, ['bad-insee']],
    ['350160', undefined, ['bad-insee']],
  ])('INSEE %s', (raw, kept, said) => {
    const { report, codes } = collecting();
    expect(cleanInsee(raw, 'address.insee', report)).toBe(kept);
    expect(codes()).toEqual(said);
  });

  it.each([
    ['35600', '35600', []],
    ['35 600', '35600', []],
    ['F-35600', '35600', []],
    ['1200', '01200', ['lost-zero']],
    ['CH-1200', 'CH-1200', ['bad-postcode']],
  ])('postcode %s', (raw, kept, said) => {
    const { report, codes } = collecting();
    expect(cleanPostcode(raw, 'address.postcode', report)).toBe(kept);
    expect(codes()).toEqual(said);
  });
});

describe('dates', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026-01-05T10:00:00Z', '2026-01-05'],
    ['5/1/2026', '2026-01-05'],
    ['29/02/2024', '2024-02-29'],
    ['2026-02-29', undefined],
    ['2026-13-01', undefined],
    ['hier', undefined],
  ])('%s', (raw, iso) => {
    expect(isoDate(raw)).toBe(iso);
  });

  it('quotes what is no date', () => {
    const { report, faults } = collecting();
    expect(cleanDate('32/01/2026', 'source.date', report)).toBeUndefined();
    expect(faults[0]?.message.en).toContain('“32/01/2026”');
  });
});
