import type { ComputedStyle } from '../style/computed-style.ts';
import type { FontFace, FontLibrary, GlyphRun, ShapeFeatures } from '../text/font.ts';

/** A shaped word: its runs and its width in pt at the style's size. */
export interface ShapedUnit {
  readonly runs: readonly GlyphRun[];
  readonly width: number;
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

/** Gives the text style of a computed style, made once. */
export type TextStyles = (style: ComputedStyle) => TextStyle;

const riseOf = { baseline: 0, middle: 0, super: 0.42, sub: -0.18 } as const;

/** A cache of text styles over one font library. */
export function textStyles(fonts: FontLibrary): TextStyles {
  const known = new Map<ComputedStyle, TextStyle>();
  return (style) => {
    let textStyle = known.get(style);
    if (!textStyle) {
      textStyle = makeTextStyle(style, fonts);
      known.set(style, textStyle);
    }
    return textStyle;
  };
}

function makeTextStyle(style: ComputedStyle, fonts: FontLibrary): TextStyle {
  const request = { families: style.fontFamily, weight: style.fontWeight, style: style.fontStyle };
  const stack = fonts.stack(request);
  const face = fonts.face(request);
  const features: ShapeFeatures = {
    smallCaps: style.smallCaps,
    tabularFigures: style.tabularFigures,
  };
  const size = style.fontSize;
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
        unit = measure(fonts.shapeWord(stack, word, features), scale, style.letterSpacing);
        words.set(word, unit);
      }
      return unit;
    },
  };
}

function measure(runs: readonly GlyphRun[], scale: number, letterSpacing: number): ShapedUnit {
  let width = 0;
  for (const run of runs) width += run.width * scale + run.glyphs.length * letterSpacing;
  return { runs, width };
}
