import type { ComputedStyle } from '../style/computed-style.ts';
import type { GlyphRun } from '../text/font.ts';
import { type LinePart, leastLeader, type Source } from './line-parts.ts';
import type { Line, Piece } from './line-pieces.ts';
import { growsLine, type TextStyle } from './text-style.ts';

/** What a line is set with: its measure in pt and where it stands in its paragraph. */
export interface LineSetting {
  readonly style: ComputedStyle;
  readonly strut: TextStyle;
  /** Width of the column. */
  readonly full: number;
  /** Width that the parts take. */
  readonly natural: number;
  readonly indent: number;
  /** The last line of a paragraph, or before a forced break. */
  readonly last: boolean;
}

/** Sets the parts of one line: aligned, justified, with its leader filled. */
export function makeLine(parts: readonly LinePart[], setting: LineSetting): Line {
  return new LineMaker(parts, setting).make();
}

class LineMaker {
  readonly #parts: readonly LinePart[];
  readonly #setting: LineSetting;
  readonly #spaceExtra: number;
  readonly #leaderWidth: number;
  readonly #pieces: Piece[] = [];
  #x: number;
  #above: number;
  #below: number;
  #run: RunBuilder | null = null;

  constructor(parts: readonly LinePart[], setting: LineSetting) {
    const { style, strut, full, natural, indent, last } = setting;
    this.#parts = parts;
    this.#setting = setting;
    const rest = full - natural;
    const leaders = parts.filter((part) => part.kind === 'leader').length;
    const spaces = last || style.textAlign !== 'justify' ? 0 : inkSpaces(parts);
    this.#spaceExtra = spaces > 0 && leaders === 0 && rest > 0 ? rest / spaces : 0;
    this.#leaderWidth = leaders > 0 ? leastLeader + Math.max(0, rest) / leaders : 0;
    this.#x = indent;
    if (leaders === 0 && rest > 0) {
      if (style.textAlign === 'right') this.#x += rest;
      if (style.textAlign === 'center') this.#x += rest / 2;
    }
    this.#above = strut.above;
    this.#below = strut.below;
  }

  make(): Line {
    for (const part of this.#parts) {
      if (part.kind === 'word' || part.kind === 'space') {
        this.#text(part);
      } else {
        this.#endRun();
        this.#piece(part);
      }
    }
    this.#endRun();
    const height = this.#above + this.#below;
    return { pieces: this.#pieces, width: this.#setting.natural, height, baseline: this.#above };
  }

  #text(part: Extract<LinePart, { kind: 'word' | 'space' }>): void {
    const { from } = part;
    if (!this.#run?.accepts(from)) {
      this.#endRun();
      this.#run = new RunBuilder(from, this.#x, this.#spaceExtra);
    }
    this.#x += this.#run.add(part);
    if (growsLine(from.textStyle, this.#setting.strut)) {
      this.#above = Math.max(this.#above, from.textStyle.above);
      this.#below = Math.max(this.#below, from.textStyle.below);
    }
  }

  #endRun(): void {
    if (this.#run) this.#pieces.push(this.#run.piece());
    this.#run = null;
  }

  #piece(part: Exclude<LinePart, { kind: 'word' | 'space' }>): void {
    if (part.kind === 'anchor') this.#pieces.push({ kind: 'anchor', name: part.name });
    if (part.kind === 'leader') {
      this.#pieces.push(...leaderPieces(part, this.#x, this.#leaderWidth));
      this.#x += this.#leaderWidth;
    }
    if (part.kind === 'folio') {
      const { anchors, width, from } = part;
      this.#pieces.push({ kind: 'folio', x: this.#x, width, anchors, ...from });
      this.#x += width;
    }
    if (part.kind === 'atom') this.#atom(part);
  }

  #atom({ graphic, width, height, from }: Extract<LinePart, { kind: 'atom' }>): void {
    const { style } = from.textStyle;
    const { tag, link } = from;
    this.#x += style.margin.left;
    this.#pieces.push({ kind: 'graphic', x: this.#x, width, height, graphic, style, tag, link });
    this.#x += width + style.margin.right;
    if (style.verticalAlign === 'baseline') this.#above = Math.max(this.#above, height);
  }
}

/** Gathers neighbouring words and blanks of one source into one text piece. */
class RunBuilder {
  readonly #from: Source;
  readonly #x: number;
  readonly #spaceExtra: number;
  readonly #runs: GlyphRun[] = [];
  #width = 0;

  constructor(from: Source, x: number, spaceExtra: number) {
    this.#from = from;
    this.#x = x;
    this.#spaceExtra = spaceExtra;
  }

  accepts(from: Source): boolean {
    return from === this.#from;
  }

  /** Adds a word or a blank and returns the width it takes. */
  add(part: Extract<LinePart, { kind: 'word' | 'space' }>): number {
    if (part.kind === 'word') {
      for (const run of part.unit.runs) this.#runs.push(run);
      const width = part.unit.width + part.unit.spaces * this.#spaceExtra;
      this.#width += width;
      return width;
    }
    this.#runs.push(part.from.textStyle.space);
    this.#width += part.width + this.#spaceExtra;
    return part.width + this.#spaceExtra;
  }

  piece(): Piece {
    const { textStyle, tag, link } = this.#from;
    return {
      kind: 'text',
      x: this.#x,
      width: this.#width,
      textStyle,
      runs: this.#runs,
      spaceExtra: this.#spaceExtra,
      tag,
      link,
    };
  }
}

/** Blanks that justification may stretch: those before the last thing with ink. */
function inkSpaces(parts: readonly LinePart[]): number {
  let count = 0;
  let pending = 0;
  for (const part of parts) {
    if (part.kind === 'space') pending += 1;
    else if (part.kind !== 'anchor') {
      count += pending + (part.kind === 'word' ? part.unit.spaces : 0);
      pending = 0;
    }
  }
  return count;
}

/** Dots set from the right, so that they stand under one another from line to line. */
function leaderPieces(
  part: Extract<LinePart, { kind: 'leader' }>,
  x: number,
  width: number,
): Piece[] {
  const { textStyle } = part.from;
  const unit = textStyle.shape(part.pattern);
  const step = unit.width + textStyle.spaceWidth;
  const count = Math.floor((width - leastLeader / 2) / step);
  if (count < 1 || part.pattern.trim() === '') return [];
  const runs: GlyphRun[] = [];
  for (let index = 0; index < count; index += 1) runs.push(...unit.runs, textStyle.space);
  return [
    {
      kind: 'text',
      x: x + width - count * step,
      width: count * step,
      textStyle,
      runs,
      spaceExtra: 0,
      tag: null,
      link: null,
    },
  ];
}
