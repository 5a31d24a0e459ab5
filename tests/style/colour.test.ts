import { describe, expect, it } from 'vitest';
import {
  contrastColour,
  contrastRatio,
  mix,
  namedColours,
  toGrey,
} from '../../src/style/colour.ts';
import { style, styleOf } from './styled.ts';

describe('colours', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(contrastRatio('#ffffff', '#777777')).toBe(contrastRatio('#777777', '#ffffff'));
  });

  it('sets black or white at 4.5:1 or more on any colour', () => {
    for (let value = 0; value < 4096; value++) {
      const digits = value.toString(16).padStart(3, '0').replace(/./g, '$&$&');
      const text = contrastColour(`#${digits}`);
      expect(contrastRatio(text, `#${digits}`)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastColour('#ffd700')).toBe('#000000');
    expect(contrastColour('#1f4e8c')).toBe('#ffffff');
  });

  it('mixes in sRGB and keeps the lightness of greys', () => {
    expect(mix('#ff0000', '#0000ff', 0.5)).toBe('#800080');
    expect(mix('#ff0000', '#ffffff', 0.2)).toBe('#ffcccc');
    expect(toGrey('#808080')).toBe('#808080');
    for (const colour of Object.values(namedColours)) {
      const grey = toGrey(colour);
      expect(grey).toMatch(/^#(..)\1\1$/);
      expect(contrastRatio(grey, colour)).toBeLessThan(1.03);
    }
  });

  it.each([
    ['red', '#ff0000'],
    ['RGB(255, 0, 16)', '#ff0010'],
    ['rgb(100% 0% 50%)', '#ff0080'],
    ['rgb(300 -5 0)', '#ff0000'],
    ['contrast-color(#ffe000)', '#000000'],
    ['color-mix(in srgb, red 25%, white)', '#ffbfbf'],
    ['color-mix(in srgb, red, blue)', '#800080'],
    ['color-mix(in srgb, red, white 75%)', '#ffbfbf'],
    ['contrast-color(color-mix(in srgb, black 90%, white))', '#ffffff'],
  ])('%s', (written, expected) => {
    expect(styleOf(`background: ${written}`).background).toBe(expected);
  });

  it('takes currentcolor from the element, and from the parent for color', () => {
    const css = '#a { color: red } #b { color: currentcolor; background: currentcolor }';
    const { style: b } = style(css, '<div id="a"><p id="b">t</p></div>').byId('b');
    expect([b.colour, b.background]).toEqual(['#ff0000', '#ff0000']);
  });
});
