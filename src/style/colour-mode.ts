import { contrastRatio, toGrey } from './colour.ts';
import type {
  BorderSide,
  Borders,
  Colour,
  ComputedStyle,
  LengthOrPercent,
} from './computed-style.ts';

/** Colours printed: all of them, greys as light as they are, or no coloured areas. */
export type ColourMode = 'full' | 'grey' | 'ink-saving';

const paper = '#ffffff';
/** Text too light for white paper becomes this. */
const darkInk = '#1a1a1a';
/** Contrast of text with its background, as WCAG asks. */
const readable = 4.5;
/** Areas that stand out from the paper by less are tints: they are dropped without a trace. */
const tint = 1.5;
/** Rule around what was a coloured area, pt. */
const ruleWidth = 0.6;

/** The style as a mode prints it; colours are mapped once in each distinct style. */
export function styleInMode(style: ComputedStyle, mode: ColourMode): ComputedStyle {
  if (mode === 'full') return style;
  return mode === 'grey' ? greyStyle(style) : sparingStyle(style);
}

/** The colour of a line, a sign or a whole page as a mode prints it; null stays none. */
export function colourInMode<C extends Colour | null>(colour: C, mode: ColourMode): C {
  return colour !== null && mode === 'grey' ? (toGrey(colour) as C) : colour;
}

/** The colour of an area behind text or drawings as a mode prints it. */
export function areaInMode<C extends Colour | null>(colour: C, mode: ColourMode): C {
  if (colour === null || mode === 'full') return colour;
  return mode === 'grey' ? (toGrey(colour) as C) : (paper as C);
}

function greyStyle(style: ComputedStyle): ComputedStyle {
  const grey = (side: BorderSide): BorderSide => ({ ...side, colour: toGrey(side.colour) });
  const { border, background } = style;
  return Object.freeze({
    ...style,
    colour: toGrey(style.colour),
    background: background && toGrey(background),
    border: {
      top: grey(border.top),
      right: grey(border.right),
      bottom: grey(border.bottom),
      left: grey(border.left),
    },
    columnRule: grey(style.columnRule),
  });
}

function sparingStyle(style: ComputedStyle): ComputedStyle {
  const { background } = style;
  const colour = contrastRatio(style.colour, paper) < readable ? darkInk : style.colour;
  if (background === null || background === paper) return Object.freeze({ ...style, colour });
  const outlined = contrastRatio(background, paper) < tint ? style : outline(style, background);
  return Object.freeze({ ...outlined, colour, background: paper });
}

/** The area with a rule in its colour, taken from its padding so that nothing moves. */
function outline(style: ComputedStyle, colour: Colour): ComputedStyle {
  const { border, padding } = style;
  const rule: BorderSide = { width: ruleWidth, style: 'solid', colour };
  const open = openSides(style);
  const side = (name: keyof Borders): BorderSide =>
    border[name].width > 0 || !open[name] ? border[name] : rule;
  const room = (name: keyof Borders): number =>
    Math.max(0, padding[name] - (side(name) === rule ? ruleWidth : 0));
  return {
    ...style,
    border: { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') },
    padding: {
      top: room('top'),
      right: room('right'),
      bottom: room('bottom'),
      left: room('left'),
    },
  };
}

/** Sides that do not lie on the edge of the page, where a rule would be cut in two. */
function openSides(style: ComputedStyle): Readonly<Record<keyof Borders, boolean>> {
  const isPlaced = style.position !== 'static';
  const away = (...edges: readonly (LengthOrPercent | 'auto')[]): boolean =>
    !isPlaced || edges.every((edge) => edge === 'auto' || edge.value !== 0);
  return {
    top: away(style.top),
    bottom: away(style.bottom),
    left: away(style.left, style.inside, style.outside),
    right: away(style.right, style.inside, style.outside),
  };
}
