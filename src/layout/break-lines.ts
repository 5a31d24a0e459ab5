import type { Inline, InlineLink, PaintedGraphic, Tag } from '../boxes/box.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { GlyphRun } from '../text/font.ts';
import { splitWords, type TextToken } from '../text/words.ts';
import type { FolioResolver } from './folio-resolver.ts';
import { mergeLocators } from './folios.ts';
import type { Line, Piece } from './line-pieces.ts';
import { setShortLines } from './short-lines.ts';
import { growsLine, type ShapedUnit, type TextStyle, type TextStyles } from './text-style.ts';

/** A piece of paragraph that is never cut, or cut only at its points. */
type Item =
  | {
      kind: 'word';
      text: string;
      unit: ShapedUnit;
      points: readonly { at: number; hyphen: boolean }[];
      from: Source;
    }
  | { kind: 'space'; width: number; from: Source }
  | { kind: 'atom'; graphic: PaintedGraphic; width: number; height: number; from: Source }
  | { kind: 'leader'; pattern: string; from: Source }
  | { kind: 'folio'; anchors: readonly string[]; width: number; from: Source }
  | { kind: 'anchor'; name: string }
  | { kind: 'break' };

/** The inline that an item came from: items of one source share a text run. */
interface Source {
  readonly textStyle: TextStyle;
  readonly tag: Tag | null;
  readonly link: InlineLink | null;
}

export interface LineOptions {
  readonly textStyles: TextStyles;
  readonly folios: FolioResolver;
}

/** Breaks a paragraph into lines of a width in pt. */
export function breakLines(
  inlines: readonly Inline[],
  style: ComputedStyle,
  width: number,
  options: LineOptions,
): readonly Line[] {
  const short = setShortLines(inlines, style, width, options.textStyles);
  if (short) return short;
  const setter = new LineSetter(style, width, options);
  for (const inline of inlines) setter.add(inline);
  return setter.finish();
}

/** Least room in pt that a leader keeps before its page number. */
const leastLeader = 6;

class LineSetter {
  readonly #style: ComputedStyle;
  readonly #full: number;
  readonly #options: LineOptions;
  readonly #strut: TextStyle;
  readonly #lines: Line[] = [];
  #line: Item[] = [];
  #width = 0;
  /** Items since the last blank: they move to the next line together. */
  #unit: Item[] = [];
  #unitWidth = 0;

  constructor(style: ComputedStyle, width: number, options: LineOptions) {
    this.#style = style;
    this.#full = width;
    this.#options = options;
    this.#strut = options.textStyles(style);
    this.#width = style.textIndent;
  }

  add(inline: Inline): void {
    switch (inline.kind) {
      case 'text':
        this.#text(inline);
        return;
      case 'break':
        this.#flushUnit();
        this.#readBlank();
        this.#endLine(true);
        return;
      case 'anchor':
        this.#unit.push({ kind: 'anchor', name: inline.name });
        return;
      case 'leader': {
        const textStyle = this.#options.textStyles(inline.style);
        this.#flushUnit();
        this.#holdLastWord();
        this.#push(
          { kind: 'leader', pattern: inline.pattern, from: { textStyle, tag: null, link: null } },
          leastLeader,
        );
        return;
      }
      case 'folio':
        this.#folio(inline);
        return;
      case 'atom':
        if (inline.graphic.kind === 'drawing') return;
        this.#push(
          {
            kind: 'atom',
            graphic: inline.graphic,
            width: inline.width,
            height: inline.height,
            from: {
              textStyle: this.#options.textStyles(inline.style),
              tag: inline.tag,
              link: inline.link,
            },
          },
          inline.width + inline.style.margin.left + inline.style.margin.right,
        );
    }
  }

  finish(): readonly Line[] {
    this.#flushUnit();
    if (this.#line.length > 0 || this.#lines.length === 0) this.#endLine(true);
    return this.#lines;
  }

  #text(inline: Extract<Inline, { kind: 'text' }>): void {
    const textStyle = this.#options.textStyles(inline.style);
    const from: Source = { textStyle, tag: inline.tag, link: inline.link };
    const noWrap = inline.style.whiteSpace === 'nowrap';
    const tokens = splitWords(inline.text, {
      lang: inline.lang,
      hyphens: inline.style.hyphens,
      noWrap,
    });
    for (const token of tokens) this.#token(token, from, noWrap);
  }

  #token(token: TextToken, from: Source, noWrap: boolean): void {
    if (token.kind === 'word') {
      const unit = from.textStyle.shape(token.text);
      this.#push({ kind: 'word', text: token.text, unit, points: token.points, from }, unit.width);
    } else if (token.kind === 'break') {
      this.#flushUnit();
      this.#endLine(true);
    } else {
      // A leader is all the space that its page number needs: the two never part.
      if (this.#unit.at(-1)?.kind === 'leader') return;
      const space: Item = { kind: 'space', width: from.textStyle.spaceWidth, from };
      if (noWrap) this.#push(space, space.width);
      else this.#space(space);
    }
  }

  /** A blank between what a break or a leader parts, for who reads the text and not the page. */
  #readBlank(): void {
    const last = this.#line.findLast((item) => item.kind !== 'anchor');
    if (last?.kind !== 'word') return;
    this.#space({ kind: 'space', width: last.from.textStyle.spaceWidth, from: last.from });
  }

  #folio(inline: Extract<Inline, { kind: 'folio' }>): void {
    const textStyle = this.#options.textStyles(inline.style);
    const { folios } = this.#options;
    const places = folios.locate(inline.anchors);
    if (places === null) {
      const slot = textStyle.shape(folios.widest).width;
      const from: Source = { textStyle, tag: inline.tag, link: inline.link };
      this.#push({ kind: 'folio', anchors: inline.anchors, width: slot, from }, slot);
      return;
    }
    mergeLocators(places).forEach((locator, index) => {
      const plain: Source = { textStyle, tag: inline.tag, link: null };
      if (index > 0) {
        const comma = textStyle.shape(',');
        this.#push({ kind: 'word', text: ',', unit: comma, points: [], from: plain }, comma.width);
        this.#space({ kind: 'space', width: textStyle.spaceWidth, from: plain });
      }
      const link: InlineLink = inline.link ?? {
        target: { kind: 'anchor', anchor: locator.anchor },
        contents: `${folios.pageWord} ${locator.text}`,
      };
      // The structure element of the link is made here because the number of locators is a matter of pages.
      const tag: Tag | null =
        inline.link || !inline.tag ? inline.tag : { role: 'Link', parent: inline.tag };
      const unit = textStyle.shape(locator.text);
      this.#push(
        { kind: 'word', text: locator.text, unit, points: [], from: { textStyle, tag, link } },
        unit.width,
      );
    });
  }

  #push(item: Item, width: number): void {
    this.#unit.push(item);
    this.#unitWidth += width;
  }

  #space(space: Item & { kind: 'space' }): void {
    this.#flushUnit();
    this.#line.push(space);
    this.#width += space.width;
  }

  /** Puts the pending unit on this line, on the next one, or cut over both. */
  #flushUnit(): void {
    while (this.#unit.length > 0) {
      if (this.#width + this.#unitWidth <= this.#full + 0.01) {
        for (const item of this.#unit) this.#line.push(item);
        this.#width += this.#unitWidth;
        this.#unit = [];
        this.#unitWidth = 0;
        return;
      }
      const cut = this.#cutUnit();
      if (cut) {
        this.#take(cut);
        this.#endLine(false);
      } else if (this.#line.some((item) => item.kind !== 'anchor')) {
        this.#endLine(false);
      } else {
        this.#forceUnit();
      }
    }
  }

  #take(items: readonly Item[]): void {
    for (const item of items) {
      this.#line.push(item);
      this.#width += itemWidth(item);
    }
  }

  /** Takes the last of several words back into the unit: a leader never starts a line. */
  #holdLastWord(): void {
    const last = this.#line.findLastIndex((item) => item.kind === 'word');
    const from = 1 + this.#line.findLastIndex((item, at) => item.kind === 'space' && at < last);
    if (from === 0) return;
    this.#unit = this.#line.splice(from);
    this.#unitWidth = this.#unit.reduce((sum, item) => sum + itemWidth(item), 0);
    this.#width -= this.#unitWidth;
  }

  /** The part of the unit that still fits on this line, taken off the unit; null when no cut fits. */
  #cutUnit(): Item[] | null {
    const room = this.#full - this.#width;
    const alone = !this.#line.some((item) => item.kind === 'word' || item.kind === 'atom');
    // Ragged lines stay whole unless the hole would be plain to see.
    const wantsHyphen = alone || this.#style.textAlign === 'justify' || room > this.#full * 0.2;
    let before = 0;
    let best: { index: number; at: number; hyphen: boolean } | null = null;
    for (const [index, item] of this.#unit.entries()) {
      if (item.kind === 'word') {
        for (const point of item.points) {
          if (point.hyphen && !wantsHyphen) continue;
          const head = item.text.slice(0, point.at) + (point.hyphen ? '-' : '');
          if (before + item.from.textStyle.shape(head).width > room) break;
          best = { index, ...point };
        }
      }
      before += itemWidth(item);
      if (before > room) break;
    }
    return best && this.#split(best);
  }

  #split({ index, at, hyphen }: { index: number; at: number; hyphen: boolean }): Item[] {
    const word = this.#unit[index] as Extract<Item, { kind: 'word' }>;
    const { shape } = word.from.textStyle;
    const headText = word.text.slice(0, at) + (hyphen ? '-' : '');
    const tailText = word.text.slice(at);
    const head: Item = { ...word, text: headText, unit: shape(headText), points: [] };
    const points = word.points
      .filter((point) => point.at > at)
      .map((point) => ({ ...point, at: point.at - at }));
    const tail: Item = { ...word, text: tailText, unit: shape(tailText), points };
    const taken = [...this.#unit.slice(0, index), head];
    this.#unit = [tail, ...this.#unit.slice(index + 1)];
    this.#unitWidth = this.#unit.reduce((sum, item) => sum + itemWidth(item), 0);
    return taken;
  }

  /** A unit wider than a whole line and without any point: cut between two characters. */
  #forceUnit(): void {
    const leader = this.#unit.findIndex((item) => item.kind === 'leader');
    if (leader > 0) {
      this.#take(this.#unit.splice(0, leader));
      this.#unitWidth = this.#unit.reduce((sum, item) => sum + itemWidth(item), 0);
      this.#endLine(false);
      return;
    }
    const index = this.#unit.findIndex((item) => item.kind === 'word');
    const word = this.#unit[index];
    const characters = word?.kind === 'word' ? [...word.text] : [];
    if (word?.kind !== 'word' || characters.length < 2) {
      this.#take(this.#unit.splice(0, Math.max(1, index + 1)));
      this.#unitWidth = this.#unit.reduce((sum, item) => sum + itemWidth(item), 0);
      this.#endLine(false);
      return;
    }
    const per = word.unit.width / characters.length;
    const room = Math.max(per, this.#full - this.#width);
    let count = Math.min(characters.length - 1, Math.max(1, Math.floor(room / per)));
    const head = () => characters.slice(0, count).join('');
    while (count > 1 && word.from.textStyle.shape(head()).width > room) count -= 1;
    this.#take(this.#split({ index, at: head().length, hyphen: false }));
    this.#endLine(false);
  }

  #endLine(last: boolean): void {
    const items = this.#line;
    // The blank at the end of a line is painted for text extraction but takes no room.
    let trailing = 0;
    for (let index = items.length - 1; index >= 0; index -= 1) {
      const item = items[index] as Item;
      if (item.kind === 'space') trailing += item.width;
      else if (item.kind !== 'anchor') break;
    }
    const indent = this.#lines.length === 0 ? this.#style.textIndent : 0;
    this.#lines.push(this.#makeLine(items, this.#width - trailing, { indent, last }));
    this.#line = [];
    this.#width = 0;
  }

  #makeLine(
    items: readonly Item[],
    natural: number,
    { indent, last }: { indent: number; last: boolean },
  ): Line {
    const rest = this.#full - natural;
    const leaders = items.filter((item) => item.kind === 'leader').length;
    const spaces = last || this.#style.textAlign !== 'justify' ? 0 : inkSpaces(items);
    const spaceExtra = spaces > 0 && leaders === 0 && rest > 0 ? rest / spaces : 0;
    const leaderWidth = leaders > 0 ? leastLeader + Math.max(0, rest) / leaders : 0;
    let x = indent;
    if (leaders === 0 && rest > 0) {
      if (this.#style.textAlign === 'right') x += rest;
      if (this.#style.textAlign === 'center') x += rest / 2;
    }
    const pieces: Piece[] = [];
    let above = this.#strut.above;
    let below = this.#strut.below;
    let run: RunBuilder | null = null;
    for (const item of items) {
      if (item.kind === 'word' || item.kind === 'space') {
        if (!run?.accepts(item.from)) {
          if (run) pieces.push(run.piece());
          run = new RunBuilder(item.from, x, spaceExtra);
        }
        x += run.add(item);
        if (growsLine(item.from.textStyle, this.#strut)) {
          above = Math.max(above, item.from.textStyle.above);
          below = Math.max(below, item.from.textStyle.below);
        }
        continue;
      }
      if (run) pieces.push(run.piece());
      run = null;
      if (item.kind === 'anchor') pieces.push({ kind: 'anchor', name: item.name });
      if (item.kind === 'leader') {
        pieces.push(...leaderPieces(item, x, leaderWidth));
        x += leaderWidth;
      }
      if (item.kind === 'folio') {
        pieces.push({
          kind: 'folio',
          x,
          width: item.width,
          textStyle: item.from.textStyle,
          anchors: item.anchors,
          tag: item.from.tag,
          link: item.from.link,
        });
        x += item.width;
      }
      if (item.kind === 'atom') {
        const { style } = item.from.textStyle;
        x += style.margin.left;
        pieces.push({
          kind: 'graphic',
          x,
          width: item.width,
          height: item.height,
          graphic: item.graphic,
          style,
          tag: item.from.tag,
          link: item.from.link,
        });
        x += item.width + style.margin.right;
        if (style.verticalAlign === 'baseline') above = Math.max(above, item.height);
      }
    }
    if (run) pieces.push(run.piece());
    return { pieces, width: natural, height: above + below, baseline: above };
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

function itemWidth(item: Item): number {
  switch (item.kind) {
    case 'word':
      return item.unit.width;
    case 'space':
    case 'folio':
      return item.width;
    case 'atom': {
      const { margin } = item.from.textStyle.style;
      return item.width + margin.left + margin.right;
    }
    case 'leader':
      return leastLeader;
    default:
      return 0;
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
