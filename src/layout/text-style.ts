import type { ComputedStyle } from '../style/computed-style.ts';
import type { FontFace, FontLibrary, GlyphRun, MissingGlyph, ShapeFeatures } from '../text/font.ts';

/** A shaped word: its runs and its width in pt at the style's size. */
export interface ShapedUnit {
  readonly runs: readonly GlyphRun[];
  readonly width: number;
  /** No-break spaces in it, which justification stretches like the others. */
  readonly spaces: number;
}

/** A computed style made ready for setting text; one per style, so that each word is shaped once. */
export interface TextStyle {
  readonly style: ComputedStyle;
  /** pt; smaller than the style's for superscripts set by rise. */
  readonly size: number;
  readonly face: FontFace;
  readonly space: GlyphRun;
  /** pt */
  readonly spaceWidth: number;
  /** Shift of the baseline, pt, upwards positive. */
  readonly rise: number;
  /** Height above and below the baseline, half leading included, pt. */
  readonly above: number;
  readonly below: number;
  shape(word: string): ShapedUnit;
}

/**
 * Whether text may push the lines of a paragraph apart: only when it is larger or asks for more
 * leading. Raised, lowered and smaller text leaves the lines on their grid.
 */
export function growsLine({ style }: TextStyle, { style: strut }: TextStyle): boolean {
  if (style === strut || style.verticalAlign === 'super' || style.verticalAlign === 'sub')
    return false;
  return style.fontSize > strut.fontSize || style.lineHeight > strut.lineHeight;
}

/** Gives the text style of a computed style, made once. */
export type TextStyles = (style: ComputedStyle) => TextStyle;

const riseOf = { baseline: 0, middle: 0, super: 0.42, sub: -0.18 } as const;

/** A cache of text styles over one font library; `onMissing` hears of each character no font has. */
export function textStyles(fonts: FontLibrary, onMissing: MissingGlyph = () => {}): TextStyles {
  const known = new Map<ComputedStyle, TextStyle>();
  const shaper = new WordShaper(fonts, onMissing);
  return (style) => {
    let textStyle = known.get(style);
    if (!textStyle) {
      textStyle = makeTextStyle(style, fonts, shaper);
      known.set(style, textStyle);
    }
    return textStyle;
  };
}

/** Shapes words and knows whether one lacked a glyph: such a word is reported wherever it stands. */
class WordShaper {
  readonly #fonts: FontLibrary;
  #lacked = false;

  constructor(fonts: FontLibrary, onMissing: MissingGlyph) {
    this.#fonts = fonts;
    fonts.onMissing((codePoint, text) => {
      this.#lacked = true;
      onMissing(codePoint, text);
    });
  }

  shape(
    stack: readonly FontFace[],
    word: string,
    features: ShapeFeatures,
  ): { runs: readonly GlyphRun[]; isWhole: boolean } {
    this.#lacked = false;
    const runs = this.#fonts.shapeWord(stack, word, features);
    return { runs, isWhole: !this.#lacked };
  }
}

/** Words kept in each style: those that come once would fill the memory. */
const mostWords = 10_000;

/** Capitals at this size stand in for small capitals that a face lacks. */
const smallCapitalSize = 0.82;

function makeTextStyle(style: ComputedStyle, fonts: FontLibrary, shaper: WordShaper): TextStyle {
  const request = { families: style.fontFamily, weight: style.fontWeight, style: style.fontStyle };
  const stack = fonts.stack(request);
  const face = fonts.face(request);
  const features: ShapeFeatures = {
    smallCaps: style.smallCaps,
    tabularFigures: style.tabularFigures,
    ligatures: style.letterSpacing === 0,
  };
  const asCapitals = style.smallCaps && face.hasSmallCaps === false;
  const size = style.fontSize * (asCapitals ? smallCapitalSize : 1);
  const space = face.shape(' ', features);
  const scale = size / 1000;
  const words = new Map<string, ShapedUnit>();
  const halfLeading = (style.lineHeight - (face.ascent + face.descent) * size) / 2;
  return {
    style,
    size,
    face,
    space,
    spaceWidth: space.width * scale + style.letterSpacing,
    rise: riseOf[style.verticalAlign] * size,
    above: halfLeading + face.ascent * size,
    below: halfLeading + face.descent * size,
    shape(word) {
      let unit = words.get(word);
      if (unit === undefined) {
        const shaped = shaper.shape(stack, asCapitals ? word.toUpperCase() : word, features);
        unit = measure(shaped.runs, scale, style.letterSpacing);
        if (words.size >= mostWords) words.clear();
        if (shaped.isWhole) words.set(word, unit);
      }
      return unit;
    },
  };
}

function measure(runs: readonly GlyphRun[], scale: number, letterSpacing: number): ShapedUnit {
  let width = 0;
  let spaces = 0;
  for (const run of runs) {
    width += run.width * scale + run.glyphs.length * letterSpacing;
    if (run.isSpace) spaces += 1;
  }
  return { runs, width, spaces };
}
