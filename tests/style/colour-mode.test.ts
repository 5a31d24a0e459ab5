import { describe, expect, it, test } from 'vitest';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import type { Element } from '../../src/markup/element.ts';
import { contrastColour, contrastRatio, toGrey } from '../../src/style/colour.ts';
import { areaInMode, type ColourMode, colourInMode } from '../../src/style/colour-mode.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { createStyler } from '../../src/style/create-styler.ts';

const root: Element = {
  kind: 'element',
  name: 'html',
  attributes: new Map(),
  classes: [],
  children: [],
};

function styler(css: string, colours: ColourMode) {
  const sink = new DiagnosticList();
  const made = createStyler([{ css, file: 'style.css' }], { sink, colours });
  expect(sink.all).toEqual([]);
  return made;
}

function styleOf(declarations: string, colours: ColourMode): ComputedStyle {
  return styler(`html { ${declarations} }`, colours).root(root).style;
}

/** Every 17th value of each channel: 4,096 colours. */
function someColours(): readonly string[] {
  const steps = Array.from({ length: 16 }, (_, index) => index * 17);
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return steps.flatMap((red) =>
    steps.flatMap((green) => steps.map((blue) => `#${hex(red)}${hex(green)}${hex(blue)}`)),
  );
}

describe('grey', () => {
  it('turns each colour of a style into a grey as light, and nothing else', () => {
    const css =
      'color: #a3151f; background: #ffd700; border: 1pt solid #1a4f8b; columns: 2; column-rule: 0.3pt solid green';
    const grey = styleOf(css, 'grey');
    const full = styleOf(css, 'full');
    expect(grey.colour).toBe(toGrey('#a3151f'));
    expect(grey.background).toBe(toGrey('#ffd700'));
    expect(grey.border.left.colour).toBe(toGrey('#1a4f8b'));
    expect(grey.columnRule.colour).toBe(toGrey('#008000'));
    const shape = ({ width, style }: ComputedStyle['columnRule']) => [width, style];
    expect(shape(grey.columnRule)).toEqual(shape(full.columnRule));
    expect([grey.fontSize, grey.padding]).toEqual([full.fontSize, full.padding]);
  });

  it('keeps the text that a colour asks for readable on its grey', () => {
    const poor = someColours().filter(
      (colour) => contrastRatio(toGrey(colour), contrastColour(colour)) < 4.5,
    );
    expect(poor).toEqual([]);
  });

  it('greys the paper and the margin boxes of pages', () => {
    const css = '@page { background: #ffd700; @top-left { content: "a"; color: #a3151f } }';
    const master = styler(css, 'grey').master('', 'recto', false);
    expect(master.background).toBe(toGrey('#ffd700'));
    expect(master.marginBoxes.get('top-left')?.style.colour).toBe(toGrey('#a3151f'));
  });
});

describe('ink-saving', () => {
  const rule = { width: 0.6, style: 'solid', colour: '#1a4f8b' };

  it('leaves an area white with a rule in its colour and dark text, and moves nothing', () => {
    const css = 'background: #1a4f8b; color: contrast-color(#1a4f8b); padding: 3pt';
    const saved = styleOf(css, 'ink-saving');
    expect(saved.background).toBe('#ffffff');
    expect(saved.colour).toBe('#1a1a1a');
    expect(saved.border).toEqual({ top: rule, right: rule, bottom: rule, left: rule });
    expect(saved.padding).toEqual({ top: 2.4, right: 2.4, bottom: 2.4, left: 2.4 });
  });

  it('keeps the borders that the template gives', () => {
    const saved = styleOf('background: #1a4f8b; border-left: 2pt solid #a3151f', 'ink-saving');
    expect(saved.border.left).toEqual({ width: 2, style: 'solid', colour: '#a3151f' });
    expect(saved.border.right).toEqual(rule);
  });

  it('drops tints without a trace', () => {
    const saved = styleOf('background: #f2ead8', 'ink-saving');
    expect(saved.background).toBe('#ffffff');
    expect(saved.border.top.width).toBe(0);
  });

  it('draws no rule on the edge of the page', () => {
    const css = 'position: absolute; top: 0; left: 0; right: 0; height: 44mm; background: #1a4f8b';
    const { border } = styleOf(css, 'ink-saving');
    expect(
      [border.top, border.right, border.bottom, border.left].map(({ width }) => width),
    ).toEqual([0, 0, 0.6, 0]);
    const tab = 'position: fixed; outside: 0; top: 50mm; background: #1a4f8b';
    const sides = styleOf(tab, 'ink-saving').border;
    expect([sides.top.width, sides.right.width, sides.left.width]).toEqual([0.6, 0, 0]);
  });

  it.each([
    ['#1a4f8b', '#1a4f8b'],
    ['#ffd700', '#1a1a1a'],
    ['#ffffff', '#1a1a1a'],
  ])('prints text of colour %s in %s', (written, printed) => {
    expect(styleOf(`color: ${written}`, 'ink-saving').colour).toBe(printed);
  });

  test('whatever the colours, text stands out from the paper', () => {
    for (const colour of someColours().filter((_, index) => index % 7 === 0)) {
      const { colour: text, background } = styleOf(
        `color: ${colour}; background: ${colour}`,
        'ink-saving',
      );
      expect(contrastRatio(text, background as string)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('prints no coloured paper', () => {
    const css = '@page { background: #ffd700 }';
    expect(styler(css, 'ink-saving').master('', 'recto', false).background).toBe('#ffffff');
  });
});

describe('a single colour', () => {
  it('is mapped as a line or as an area', () => {
    expect(colourInMode('#a3151f', 'grey')).toBe(toGrey('#a3151f'));
    expect(colourInMode('#a3151f', 'ink-saving')).toBe('#a3151f');
    expect(areaInMode('#a3151f', 'ink-saving')).toBe('#ffffff');
    expect(areaInMode(null, 'grey')).toBeNull();
    expect(areaInMode('#a3151f', 'full')).toBe('#a3151f');
  });
});
