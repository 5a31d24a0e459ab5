import type { ComputedStyle } from '../style/computed-style.ts';
import type { GlyphRun } from '../text/font.ts';
import { type Item, leastLeader, type Source } from './line-items.ts';
import type { Line, Piece } from './line-pieces.ts';
import { growsLine, type TextStyle } from './text-style.ts';

/** What a line is set with: its measure in pt and where it stands in its paragraph. */
export interface LineSetting {
  readonly style: ComputedStyle;
  readonly strut: TextStyle;
  /** Width of the column. */
  readonly full: number;
  /** Width that the items take. */
  readonly natural: number;
  readonly indent: number;
  /** The last line of a paragraph, or before a forced break. */
  readonly last: boolean;
}

/** Sets the items of one line: aligned, justified, with its leader filled. */
export function makeLine(items: readonly Item[], setting: LineSetting): Line {
  return new LineMaker(items, setting).make();
}

class LineMaker {
  readonly #items: readonly Item[];
  readonly #setting: LineSetting;
  readonly #spaceExtra: number;
  readonly #leaderWidth: number;
  readonly #pieces: Piece[] = [];
  #x: number;
  #above: number;
  #below: number;
  #run: RunBuilder | null = null;

  constructor(items: readonly Item[], setting: LineSetting) {
    const { style, strut, full, natural, indent, last } = setting;
    this.#items = items;
    this.#setting = setting;
    const rest = full - natural;
    const leaders = items.filter((item) => item.kind === 'leader').length;
    const spaces = last || style.textAlign !== 'justify' ? 0 : inkSpaces(items);
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
    for (const item of this.#items) {
      if (item.kind === 'word' || item.kind === 'space') {
        this.#text(item);
      } else {
        this.#endRun();
        this.#piece(item);
      }
    }
    this.#endRun();
    const height = this.#above + this.#below;
    return { pieces: this.#pieces, width: this.#setting.natural, height, baseline: this.#above };
  }

  #text(item: Extract<Item, { kind: 'word' | 'space' }>): void {
    const { from } = item;
    if (!this.#run?.accepts(from)) {
      this.#endRun();
      this.#run = new RunBuilder(from, this.#x, this.#spaceExtra);
    }
    this.#x += this.#run.add(item);
    if (growsLine(from.textStyle, this.#setting.strut)) {
      this.#above = Math.max(this.#above, from.textStyle.above);
      this.#below = Math.max(this.#below, from.textStyle.below);
    }
  }

  #endRun(): void {
    if (this.#run) this.#pieces.push(this.#run.piece());
    this.#run = null;
  }

  #piece(item: Exclude<Item, { kind: 'word' | 'space' }>): void {
    if (item.kind === 'anchor') this.#pieces.push({ kind: 'anchor', name: item.name });
    if (item.kind === 'leader') {
      this.#pieces.push(...leaderPieces(item, this.#x, this.#leaderWidth));
      this.#x += this.#leaderWidth;
    }
    if (item.kind === 'folio') {
      const { anchors, width, from } = item;
      this.#pieces.push({ kind: 'folio', x: this.#x, width, anchors, ...from });
      this.#x += width;
    }
    if (item.kind === 'atom') this.#atom(item);
  }

  #atom({ graphic, width, height, from }: Extract<Item, { kind: 'atom' }>): void {
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
  add(item: Extract<Item, { kind: 'word' | 'space' }>): number {
    if (item.kind === 'word') {
      for (const run of item.unit.runs) this.#runs.push(run);
      const width = item.unit.width + item.unit.spaces * this.#spaceExtra;
      this.#width += width;
      return width;
    }
    this.#runs.push(item.from.textStyle.space);
    this.#width += item.width + this.#spaceExtra;
    return item.width + this.#spaceExtra;
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
function inkSpaces(items: readonly Item[]): number {
  let count = 0;
  let pending = 0;
  for (const item of items) {
    if (item.kind === 'space') pending += 1;
    else if (item.kind !== 'anchor') {
      count += pending + (item.kind === 'word' ? item.unit.spaces : 0);
      pending = 0;
    }
  }
  return count;
}

/** Dots set from the right, so that they stand under one another from line to line. */
function leaderPieces(item: Extract<Item, { kind: 'leader' }>, x: number, width: number): Piece[] {
  const { textStyle } = item.from;
  const unit = textStyle.shape(item.pattern);
  const step = unit.width + textStyle.spaceWidth;
  const count = Math.floor((width - leastLeader / 2) / step);
  if (count < 1 || item.pattern.trim() === '') return [];
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
