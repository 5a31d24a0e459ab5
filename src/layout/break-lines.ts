import type { Inline, InlineLink, Tag } from '../boxes/box.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import { splitWords, type TextToken } from '../text/words.ts';
import type { FolioResolver } from './folio-resolver.ts';
import { mergeLocators } from './folios.ts';
import { type LinePart, leastLeader, partWidth, type Source } from './line-parts.ts';
import type { Line } from './line-pieces.ts';
import { makeLine } from './make-line.ts';
import { setShortLines } from './short-lines.ts';
import type { TextStyle, TextStyles } from './text-style.ts';

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

/** Looks like a hyphen; tells who extracts the text that the word is whole. */
const softHyphen = '\u00ad';

/** Letters of a line that a page link says before its number. */
const mostSaid = 100;

class LineSetter {
  readonly #style: ComputedStyle;
  readonly #full: number;
  readonly #options: LineOptions;
  readonly #strut: TextStyle;
  readonly #lines: Line[] = [];
  #line: LinePart[] = [];
  #width = 0;
  /** Items since the last blank: they move to the next line together. */
  #unit: LinePart[] = [];
  #unitWidth = 0;
  /** The text so far: what a page number is the page of. */
  #said = '';

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
        this.#said += inline.text;
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
      const space: LinePart = { kind: 'space', width: from.textStyle.spaceWidth, from };
      if (noWrap) this.#push(space, space.width);
      else this.#space(space);
    }
  }

  /** A blank between what a break or a leader parts, for who reads the text and not the page. */
  #readBlank(): void {
    const last = this.#line.findLast((part) => part.kind !== 'anchor');
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
    const text = this.#said.replace(/[\s,:]+$/, '');
    const said = text.length > mostSaid ? `${text.slice(0, mostSaid)}…` : text;
    const subject = said === '' ? '' : `${said}, `;
    mergeLocators(places).forEach((locator, index) => {
      const plain: Source = { textStyle, tag: inline.tag, link: null };
      if (index > 0) {
        const comma = textStyle.shape(',');
        this.#push({ kind: 'word', text: ',', unit: comma, points: [], from: plain }, comma.width);
        this.#space({ kind: 'space', width: textStyle.spaceWidth, from: plain });
      }
      const link: InlineLink = inline.link ?? {
        target: { kind: 'anchor', anchor: locator.anchor },
        contents: `${subject}${folios.pageWord} ${locator.text}`,
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

  #push(part: LinePart, width: number): void {
    this.#unit.push(part);
    this.#unitWidth += width;
  }

  #space(space: LinePart & { kind: 'space' }): void {
    this.#flushUnit();
    this.#line.push(space);
    this.#width += space.width;
  }

  /** Puts the pending unit on this line, on the next one, or cut over both. */
  #flushUnit(): void {
    while (this.#unit.length > 0) {
      if (this.#width + this.#unitWidth <= this.#full + 0.01) {
        for (const part of this.#unit) this.#line.push(part);
        this.#width += this.#unitWidth;
        this.#unit = [];
        this.#unitWidth = 0;
        return;
      }
      const cut = this.#cutUnit();
      if (cut) {
        this.#take(cut);
        this.#endLine(false);
      } else if (this.#line.some((part) => part.kind !== 'anchor')) {
        this.#endLine(false);
      } else {
        this.#forceUnit();
      }
    }
  }

  #take(parts: readonly LinePart[]): void {
    for (const part of parts) {
      this.#line.push(part);
      this.#width += partWidth(part);
    }
  }

  /** Takes the last of several words back into the unit: a leader never starts a line. */
  #holdLastWord(): void {
    const last = this.#line.findLastIndex((part) => part.kind === 'word');
    const from = 1 + this.#line.findLastIndex((part, at) => part.kind === 'space' && at < last);
    if (from === 0) return;
    this.#unit = this.#line.splice(from);
    this.#unitWidth = this.#unit.reduce((sum, part) => sum + partWidth(part), 0);
    this.#width -= this.#unitWidth;
  }

  /** The part of the unit that still fits on this line, taken off the unit; null when no cut fits. */
  #cutUnit(): LinePart[] | null {
    const room = this.#full - this.#width;
    const alone = !this.#line.some((part) => part.kind === 'word' || part.kind === 'atom');
    // Ragged lines stay whole unless the hole would be plain to see.
    const wantsHyphen = alone || this.#style.textAlign === 'justify' || room > this.#full * 0.2;
    let before = 0;
    let best: { index: number; at: number; hyphen: boolean } | null = null;
    for (const [index, part] of this.#unit.entries()) {
      if (part.kind === 'word') {
        for (const point of part.points) {
          if (point.hyphen && !wantsHyphen) continue;
          const head = part.text.slice(0, point.at) + (point.hyphen ? softHyphen : '');
          if (before + part.from.textStyle.shape(head).width > room) break;
          best = { index, ...point };
        }
      }
      before += partWidth(part);
      if (before > room) break;
    }
    return best && this.#split(best);
  }

  #split({ index, at, hyphen }: { index: number; at: number; hyphen: boolean }): LinePart[] {
    const word = this.#unit[index] as Extract<LinePart, { kind: 'word' }>;
    const { shape } = word.from.textStyle;
    const headText = word.text.slice(0, at) + (hyphen ? softHyphen : '');
    const tailText = word.text.slice(at);
    const head: LinePart = { ...word, text: headText, unit: shape(headText), points: [] };
    const points = word.points
      .filter((point) => point.at > at)
      .map((point) => ({ ...point, at: point.at - at }));
    const tail: LinePart = { ...word, text: tailText, unit: shape(tailText), points };
    const taken = [...this.#unit.slice(0, index), head];
    this.#unit = [tail, ...this.#unit.slice(index + 1)];
    this.#unitWidth = this.#unit.reduce((sum, part) => sum + partWidth(part), 0);
    return taken;
  }

  /** A unit wider than a whole line and without any point: cut between two characters. */
  #forceUnit(): void {
    const leader = this.#unit.findIndex((part) => part.kind === 'leader');
    if (leader > 0) {
      this.#take(this.#unit.splice(0, leader));
      this.#unitWidth = this.#unit.reduce((sum, part) => sum + partWidth(part), 0);
      this.#endLine(false);
      return;
    }
    const index = this.#unit.findIndex((part) => part.kind === 'word');
    const word = this.#unit[index];
    const characters = word?.kind === 'word' ? [...word.text] : [];
    if (word?.kind !== 'word' || characters.length < 2) {
      this.#take(this.#unit.splice(0, Math.max(1, index + 1)));
      this.#unitWidth = this.#unit.reduce((sum, part) => sum + partWidth(part), 0);
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
    const parts = this.#line;
    // The blank at the end of a line is painted for text extraction but takes no room.
    let trailing = 0;
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = parts[index] as LinePart;
      if (part.kind === 'space') trailing += part.width;
      else if (part.kind !== 'anchor') break;
    }
    const indent = this.#lines.length === 0 ? this.#style.textIndent : 0;
    const natural = this.#width - trailing;
    const setting = { style: this.#style, strut: this.#strut, full: this.#full };
    this.#lines.push(makeLine(parts, { ...setting, natural, indent, last }));
    this.#line = [];
    this.#width = 0;
  }
}
