import { describe, expect, it } from 'vitest';
import { cleanPhone, splitPhones } from '../../src/feed/clean-phone.ts';
import { collecting } from './reports.ts';

describe('cleanPhone', () => {
  it.each([
    ['0261913587', '02 61 91 35 87'],
    ['02.61.91.35.87', '02 61 91 35 87'],
    ['02-61-91-35-87', '02 61 91 35 87'],
    ['02\u00a061\u00a091\u00a035\u00a087', '02 61 91 35 87'],
    ['+33 2 61 91 35 87', '02 61 91 35 87'],
    ['+33 (0)2 61 91 35 87', '02 61 91 35 87'],
    ['0033261913587', '02 61 91 35 87'],
    ['tel:+33261913587', '02 61 91 35 87'],
    ['+262 262 99 00 11', '02 62 99 00 11'],
    ['3631', '3631'],
    ['36 31', '3631'],
    ['15', '15'],
    ['112', '112'],
    ['116117', '116 117'],
    ['0800123456', '0 800 123 456'],
    ['+32 81 99 00 11', '+32 81 99 00 11'],
  ])('%s is printed %s', (raw, printed) => {
    const { report, codes } = collecting();
    expect(cleanPhone(raw, 'phones', report)).toBe(printed);
    expect(codes()).toEqual([]);
  });

  it('gives back a zero that a spreadsheet took, and says so', () => {
    const { report, faults } = collecting();
    expect(cleanPhone('261913587', 'phones', report)).toBe('02 61 91 35 87');
    expect(faults[0]?.message.fr).toBe(
      'Zéro perdu\u00a0: le téléphone «\u00a0261913587\u00a0» est lu «\u00a002 61 91 35 87\u00a0».',
    );
  });

  it('prints an unknown form as it is, drops what is no number, and says both', () => {
    const { report, codes } = collecting();
    expect(cleanPhone('02 61 91 35 8', 'phones', report)).toBe('02 61 91 35 8');
    expect(cleanPhone('à venir', 'phones', report)).toBeUndefined();
    expect(codes()).toEqual(['doubtful-phone', 'bad-phone']);
  });
});

describe('splitPhones', () => {
  it.each([
    ['02 61 91 00 01 / 06 39 98 00 02', ['02 61 91 00 01', '06 39 98 00 02']],
    ['0261910001;0639980002', ['0261910001', '0639980002']],
    ['02 61 91 00 01 ou 06 39 98 00 02', ['02 61 91 00 01', '06 39 98 00 02']],
    ['02 61 91 00 01, poste 12', ['02 61 91 00 01, poste 12']],
    ['02/61/91/00/01', ['02/61/91/00/01']],
  ])('%s', (text, parts) => {
    expect(splitPhones(text)).toEqual(parts);
  });
});
