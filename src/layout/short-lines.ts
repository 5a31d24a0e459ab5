import type { Inline } from '../boxes/box.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { GlyphRun } from '../text/font.ts';
import { splitWords } from '../text/words.ts';
import type { Line, Piece, TextPiece } from './line-pieces.ts';
import { growsLine, type TextStyle, type TextStyles } from './text-style.ts';

type TextInline = Extract<Inline, { kind: 'text' }>;

/** Characters narrower than this share of the type size are rare: a longer text will not fit. */
const narrowest = 0.36;

/**
 * Sets a paragraph whose every line fits as it stands (a name, a phone number, an address), without
 * weighing any break; null when it does not, or holds more than words. Most lines of a directory
 * are such lines.
 */
export function setShortLines(
  inlines: readonly Inline[],
  style: ComputedStyle,
  width: number,
  textStyles: TextStyles,
): readonly Line[] | null {
  if (style.textAlign === 'right' || style.textAlign === 'center') return null;
  if (!mayFit(inlines, width)) return null;
  const strut = textStyles(style);
  const lines: Line[] = [];
  let line = new ShortLine(strut, style.textIndent, width);
  for (const inline of inlines) {
    if (inline.kind === 'break') {
      line.readBlank();
      lines.push(line.finish());
      line = new ShortLine(strut, 0, width);
    } else if (inline.kind !== 'text' || !line.add(inline, textStyles(inline.style))) {
      return null;
    }
  }
  lines.push(line.finish());
  return lines;
}

function mayFit(inlines: readonly Inline[], width: number): boolean {
  let taken = 0;
  for (const inline of inlines) {
    if (inline.kind === 'break') taken = 0;
    else if (inline.kind !== 'text') return false;
    else taken += inline.text.length * inline.style.fontSize * narrowest;
    if (taken > width) return false;
  }
  return true;
}

class ShortLine {
  readonly #width: number;
  readonly #pieces: Piece[] = [];
  #x: number;
  /** Width of the blanks at the end. */
  #trailing = 0;
  readonly #strut: TextStyle;
  #above: number;
  #below: number;

  constructor(strut: TextStyle, indent: number, width: number) {
    this.#strut = strut;
    this.#width = width;
    this.#x = indent;
    this.#above = strut.above;
    this.#below = strut.below;
  }

  /** Adds an inline; false when it does not fit. */
  add({ text, style, tag, link, lang }: TextInline, textStyle: TextStyle): boolean {
    const start = this.#x;
    const runs: GlyphRun[] = [];
    const noWrap = style.whiteSpace === 'nowrap';
    for (const token of splitWords(text, { lang, hyphens: style.hyphens, noWrap })) {
      if (token.kind === 'break') return false;
      if (token.kind === 'space') {
        runs.push(textStyle.space);
        this.#x += textStyle.spaceWidth;
        this.#trailing += textStyle.spaceWidth;
        continue;
      }
      const unit = textStyle.shape(token.text);
      for (const run of unit.runs) runs.push(run);
      this.#x += unit.width;
      this.#trailing = 0;
      if (this.#x > this.#width + 0.01) return false;
    }
    const piece: TextPiece = {
      kind: 'text',
      x: start,
      width: this.#x - start,
      textStyle,
      runs,
      spaceExtra: 0,
      tag,
      link,
    };
    this.#pieces.push(piece);
    if (growsLine(textStyle, this.#strut)) {
      this.#above = Math.max(this.#above, textStyle.above);
      this.#below = Math.max(this.#below, textStyle.below);
    }
    return true;
  }

  /** A blank after the last word, for who reads the text and not the page; it takes no room. */
  readBlank(): void {
    const last = this.#pieces.at(-1);
    if (last?.kind === 'text' && last.runs.length > 0 && this.#trailing === 0) {
      const { spaceWidth, space } = last.textStyle;
      this.#pieces[this.#pieces.length - 1] = {
        ...last,
        runs: [...last.runs, space],
        width: last.width + spaceWidth,
      };
    }
  }

  finish(): Line {
    const height = this.#above + this.#below;
    return { pieces: this.#pieces, width: this.#x - this.#trailing, height, baseline: this.#above };
  }
}
