import type { BlockBox, Box, Inline, ParagraphBox, TableBox, Tag } from '../../src/boxes/box.ts';
import type { Edges } from '../../src/geometry/geometry.ts';
import type { Page } from '../../src/layout/page.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import {
  block,
  paragraph,
  type Staged,
  type StagePage,
  stage,
  style,
  textInlines,
  textOf,
  texts,
} from './stage.ts';

/** Whole numbers from a seed (mulberry32): the same documents on every machine. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From `least` to `most`, both included. */
  between(least: number, most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    const unit = ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
    return least + Math.floor(unit * (most - least + 1));
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)] as T;
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.between(1, times) === 1;
  }
}

/** Words of a piece, by their numbers: w12 to w17. */
export interface Words {
  readonly from: number;
  readonly to: number;
}

/** A random document and what must hold of it once it is laid out. */
export interface RandomDocument {
  readonly boxes: readonly Box[];
  readonly page: Required<Pick<StagePage, 'width' | 'height' | 'margin'>>;
  readonly wordCount: number;
  /** Entries to be kept together; their heading too when they follow one. */
  readonly kept: readonly Words[];
  readonly headings: readonly Words[];
  /** Columns of the section of each word, from word 1. */
  readonly columnsOf: readonly (number | 'span')[];
  readonly gap: number;
  /** Words before the entry that was added; undefined when none was. */
  readonly wordsBeforeAdded?: number;
}

export interface RandomOptions {
  readonly seed: number;
  /** Lengths are multiplied by it. */
  readonly scale?: number;
  /** How the text of a paragraph is cut into inlines; whole unless told. */
  readonly cut?: (text: string, own: ComputedStyle, tag: Tag) => readonly Inline[];
  /** Number of an entry after which another is added. */
  readonly addAfter?: number;
}

/** Height of a line, pt. */
const line = 10;

/** Makes sections of columns, groups, headings, entries and tables from a seed. */
export function randomDocument(options: RandomOptions): RandomDocument {
  return new Maker(options).make();
}

class Maker {
  readonly #chance: Chance;
  readonly #scale: number;
  readonly #options: RandomOptions;
  readonly #kept: Words[] = [];
  readonly #headings: Words[] = [];
  readonly #columnsOf: (number | 'span')[] = [];
  #columns: number | 'span' = 1;
  #entries = 0;
  #words = 0;
  #wordsBeforeAdded: number | undefined;
  /** Lines of a column. */
  #tall = 0;

  constructor(options: RandomOptions) {
    this.#chance = new Chance(options.seed);
    this.#scale = options.scale ?? 1;
    this.#options = options;
  }

  make(): RandomDocument {
    const margin = this.#chance.between(0, 3) * 10;
    this.#tall = this.#chance.between(12, 40);
    const width = this.#chance.between(46, 60) * 10 + 2 * margin;
    const height = this.#tall * line + 2 * margin + this.#chance.between(0, 9);
    const gap = this.#chance.between(1, 3) * 5;
    const sections = Array.from({ length: this.#chance.between(1, 4) }, () => this.#section(gap));
    const scale = this.#scale;
    return {
      boxes: sections.flat(),
      page: { width: width * scale, height: height * scale, margin: margin * scale },
      wordCount: this.#words,
      kept: this.#kept,
      headings: this.#headings,
      columnsOf: this.#columnsOf,
      gap: gap * scale,
      wordsBeforeAdded: this.#wordsBeforeAdded,
    };
  }

  #section(gap: number): readonly Box[] {
    const chance = this.#chance;
    const columnCount = chance.between(1, 4);
    const starts = chance.once(3) ? { breakBefore: 'page' as const } : {};
    this.#columns = 'span';
    const heading = this.#heading(starts);
    this.#columns = columnCount;
    const children: Box[] = [];
    for (let count = chance.between(1, 6); count > 0; count -= 1) {
      if (chance.once(4) && children.length > 0) children.push(this.#spanHeading(columnCount));
      children.push(...(chance.once(5) ? [this.#table()] : this.#group(chance.between(0, 2))));
    }
    const columnFill = chance.oneOf(['balance', 'auto'] as const);
    return [heading, block(children, this.#style({ columnCount, columnGap: gap, columnFill }))];
  }

  /** A heading over all the columns, which ends them and begins them again. */
  #spanHeading(columnCount: number): Box {
    this.#columns = 'span';
    const heading = this.#heading({ columnSpan: 'all' });
    this.#columns = columnCount;
    return heading;
  }

  #group(depth: number): readonly Box[] {
    const chance = this.#chance;
    const content: Box[] = chance.once(4) ? [] : [this.#heading({ margin: this.#space() })];
    for (let count = chance.between(1, 5); count > 0; count -= 1) content.push(...this.#entry());
    if (depth > 0) content.push(...this.#group(depth - 1));
    return [block(content, this.#style({}), chance.once(2) ? { continuation: this.#again() } : {})];
  }

  #heading(changes: Partial<ComputedStyle>): ParagraphBox {
    const before = this.#words;
    const heading = this.#paragraph(this.#chance.between(1, 3), {
      ...changes,
      breakAfter: 'avoid',
    });
    this.#headings.push({ from: before + 1, to: this.#words });
    return heading;
  }

  /** What stands at the top of a column that continues a group. */
  #again(): ParagraphBox {
    return { ...paragraph('again', this.#style({})), tag: null };
  }

  /** One entry, or two where one is to be added. */
  #entry(): readonly BlockBox[] {
    this.#entries += 1;
    const entry = this.#oneEntry(this.#chance);
    if (this.#entries !== this.#options.addAfter) return [entry];
    this.#wordsBeforeAdded = this.#words;
    // The entry that is added takes its chances elsewhere, so that the rest of the document stays.
    return [entry, this.#oneEntry(new Chance(this.#options.seed + 1))];
  }

  #oneEntry(chance: Chance): BlockBox {
    const before = this.#words;
    const parts: Box[] = [];
    // Low enough for a column below the headings that it must stay with.
    let room = Math.max(4, Math.min(this.#tall - 9, 20));
    for (let count = chance.between(1, 3); count > 0 && room > 3; count -= 1) {
      const words = chance.between(1, Math.max(1, Math.floor(room / 3)));
      room -= words + 1;
      const widows = chance.between(1, 3);
      const textAlign = chance.oneOf(['left', 'justify', 'left'] as const);
      parts.push(this.#paragraph(words, { widows, orphans: widows, textAlign }));
    }
    const isKept = !chance.once(4);
    if (isKept) this.#kept.push({ from: before + 1, to: this.#words });
    const frame = chance.once(4) ? this.#frame(chance) : {};
    const breakInside = isKept ? ('avoid' as const) : ('auto' as const);
    return block(parts, this.#style({ breakInside, margin: this.#space(chance), ...frame }), {
      label: `entry ${this.#entries}`,
      anchors: [`w${before + 1}`],
    });
  }

  #frame(chance: Chance): Partial<ComputedStyle> {
    const [above, beside] = [chance.between(0, 1) * 5, chance.between(0, 2)];
    const side = { width: chance.between(0, 2), style: 'solid' as const, colour: '#000000' };
    return {
      padding: { top: above, right: beside, bottom: above, left: beside },
      border: { top: side, right: side, bottom: side, left: side },
    };
  }

  #table(): TableBox {
    const chance = this.#chance;
    const wide = chance.between(1, 2);
    const row = () => ({
      style: style(),
      cells: Array.from({ length: wide }, () => ({
        box: block([this.#paragraph(chance.between(1, 3), {})]),
        colSpan: 1,
        rowSpan: 1,
      })),
    });
    const head = chance.once(3) ? [row()] : [];
    const body = Array.from({ length: chance.between(1, 8) }, row);
    const own = { style: style(), anchors: [], strings: [], bookmark: null };
    return { kind: 'table', ...own, head, body };
  }

  #space(chance: Chance = this.#chance) {
    const [top, bottom] = [chance.between(0, 2) * 5, chance.between(0, 2) * 5];
    return { top, right: 0, bottom, left: 0 };
  }

  #paragraph(count: number, changes: Partial<ComputedStyle>): ParagraphBox {
    const words = Array.from({ length: count }, () => {
      this.#words += 1;
      this.#columnsOf.push(this.#columns);
      return `w${this.#words}`;
    });
    const scaled = this.#style(changes);
    const cut = this.#options.cut ?? textInlines;
    const tag: Tag = { role: 'P', parent: null };
    return paragraph(cut(words.join(' '), style(scaled), tag), scaled);
  }

  /** The changes with every length multiplied. */
  #style(changes: Partial<ComputedStyle>): Partial<ComputedStyle> {
    const scale = this.#scale;
    const { margin, columnGap, padding, border } = changes;
    const times = (edges: Edges): Edges => ({
      top: edges.top * scale,
      right: edges.right * scale,
      bottom: edges.bottom * scale,
      left: edges.left * scale,
    });
    return {
      ...changes,
      fontSize: 10 * scale,
      lineHeight: line * scale,
      ...(columnGap === undefined ? {} : { columnGap: columnGap * scale }),
      ...(margin === undefined ? {} : { margin: times(margin) }),
      ...(padding === undefined ? {} : { padding: times(padding) }),
      ...(border === undefined ? {} : { border: thicker(border, scale) }),
    };
  }
}

function thicker({ top, right, bottom, left }: ComputedStyle['border'], scale: number) {
  const side = (one: typeof top) => ({ ...one, width: one.width * scale });
  return { top: side(top), right: side(right), bottom: side(bottom), left: side(left) };
}

/** Lays a random document out. */
export function stageRandom({ boxes, page }: RandomDocument): Staged {
  return stage(boxes, page);
}

/** A word where it stands: pt from the top left corner of its page. */
export interface PlacedWord {
  readonly word: string;
  /** Of its paragraph, or of its piece of one. */
  readonly tag: Tag | null;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every word outside artifacts, in painting order, pieces of one word joined. */
export function placedWords(
  pages: readonly Page[],
  { artifacts } = { artifacts: false },
): readonly PlacedWord[] {
  return pages.flatMap((page) => wordsOfPage(page, artifacts));
}

function wordsOfPage(page: Page, artifacts: boolean): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const fragment of texts(page.fragments)) {
    if (!artifacts && (fragment.tag === null || fragment.artifact)) continue;
    const { size, spaceExtra } = fragment;
    let left = fragment.x;
    for (const run of fragment.runs) {
      // Every glyph of the ruler font is 1 em wide.
      const right = left + run.text.length * size + (run.isSpace ? spaceExtra : 0);
      if (run.text.trim() !== '') {
        const place = {
          tag: fragment.tag,
          page: page.index,
          left,
          right,
          top: fragment.y - 0.8 * size,
        };
        append(words, { word: run.text, ...place, bottom: fragment.y + 0.2 * size });
      }
      left = right;
    }
  }
  return words;
}

/** A run that goes on where the last one ended belongs to the same word. */
function append(words: PlacedWord[], next: PlacedWord): void {
  const last = words.at(-1);
  const touches =
    last &&
    last.tag === next.tag &&
    last.top === next.top &&
    Math.abs(last.right - next.left) < 0.01;
  if (!last || !touches) words.push(next);
  else words[words.length - 1] = { ...last, word: last.word + next.word, right: next.right };
}

/** Text of a page by lines, for a failure that can be read. */
export function linesOf(page: Page): readonly string[] {
  return texts(page.fragments).map(
    (fragment) => `${Math.round(fragment.x)},${Math.round(fragment.y)} ${textOf(fragment)}`,
  );
}
