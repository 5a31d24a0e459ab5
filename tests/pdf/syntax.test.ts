import { describe, expect, it } from 'vitest';
import { byteString, name, num, textString } from '../../src/pdf/syntax.ts';

describe('PDF syntax', () => {
  it('rounds numbers to 1/100 and never writes -0 or an exponent', () => {
    expect([1, 0.1 + 0.2, -0.001, 12.345, 1e-9, -7.5].map(num)).toEqual([
      '1',
      '0.3',
      '0',
      '12.35',
      '0',
      '-7.5',
    ]);
  });

  it('refuses what is no number', () => {
    expect(() => num(Number.NaN)).toThrow('NaN');
    expect(() => num(Number.POSITIVE_INFINITY)).toThrow('Infinity');
  });

  it('escapes text so that it cannot leave its string', () => {
    expect(textString(') >> endobj (\\')).toBe('(\\) >> endobj \\(\\\\)');
  });

  it('writes other text in UTF-16, beyond the first plane too', () => {
    expect(textString('é')).toBe('<FEFF00E9>');
    expect(textString('🏫')).toBe('<FEFFD83CDFEB>');
    expect(textString('a\nb')).toBe('<FEFF0061000A0062>');
  });

  it('cuts a text that PDF/A would refuse, between characters', () => {
    expect(textString('a'.repeat(16_000))).toHaveLength(16_002);
    const cut = textString(`${'é'.repeat(15_999)}🏫 et la suite`);
    expect(cut).toHaveLength(6 + 16_000 * 4);
    expect(cut.endsWith('00E92026>')).toBe(true);
  });

  it('writes names of destinations as bytes', () => {
    expect(byteString('e-0001')).toBe('(e-0001)');
    expect(byteString('É')).toBe('<C389>');
  });

  it('escapes names', () => {
    expect(name('application/geo+json')).toBe('/application#2fgeo+json');
    expect(name('x /A << /S')).toBe('/x#20#2fA#20#3c#3c#20#2fS');
  });
});
