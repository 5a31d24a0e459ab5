import { describe, expect, it } from 'vitest';
import { relativeLuminance, textColourOn, tint } from '../../src/maps/colour.ts';

describe('colour', () => {
  it('writes white on dark and black on light', () => {
    expect(textColourOn('#0b5cad')).toBe('#ffffff');
    expect(textColourOn('#ffd400')).toBe('#000000');
  });

  it('reaches a contrast of 4.5 on any grey', () => {
    for (let grey = 0; grey < 256; grey++) {
      const background = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
      const [a, b] = [relativeLuminance(background), relativeLuminance(textColourOn(background))];
      expect((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).toBeGreaterThan(4.5);
    }
  });

  it('mixes with white', () => {
    expect(tint('#000000', 0.5)).toBe('#808080');
    expect(tint('#0b5cad', 0)).toBe('#0b5cad');
    expect(tint('#0b5cad', 1)).toBe('#ffffff');
  });

  it('refuses what is not a colour', () => {
    expect(() => tint('blue', 0.5)).toThrow('not a colour');
  });
});
