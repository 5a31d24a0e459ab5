import type { PlacedBox } from '../boxes/box.ts';
import type { PageMaster } from '../style/computed-style.ts';
import {
  balanceColumns,
  chunkHeight,
  type FilledColumn,
  type FillResult,
  fillColumns,
  stackHeight,
} from './fill-columns.ts';
import { romanNumeral } from './folios.ts';
import type { StripOptions } from './make-strips.ts';
import { paintMarginBoxes } from './margin-boxes.ts';
import type { Destination, OutlineItem } from './page.ts';
import { PageBuilder } from './page-builder.ts';
import { columnDecorations, edge } from './paint-decorations.ts';
import { type PaintOptions, paintStack, paintStrip, stackPositions } from './paint-strip.ts';
import { type SetPlacedBox, setPlacedBox } from './placed-box.ts';
import { FrameTracker } from './region-frames.ts';
import { breakLevel, type Region, type RepeatedBox, type Strip, type StripMarks } from './strip.ts';

export interface PaginateOptions extends StripOptions {
  readonly master: (name: string, side: 'recto' | 'verso', first: boolean) => PageMaster;
  readonly language: string;
  /** Told of each page, in order, when nothing more will be set on it. */
  readonly onPage?: (page: PageBuilder) => void;
}

/** Pages filled, with all that was met on the way. */
export interface Pagination {
  readonly pages: readonly PageBuilder[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
}

/** Pours regions into pages, chapter by chapter; what is known so far can be asked at any time. */
export class Paginator {
  readonly #options: PaginateOptions;
  readonly #paint: PaintOptions;
  readonly #pages: PageBuilder[] = [];
  readonly #destinations = new Map<string, Destination>();
  readonly #outline: OutlineItem[] = [];
  readonly #carried = new Map<string, string>();
  readonly #setBoxes = new Map<PlacedBox, SetPlacedBox>();
  readonly #frames = new FrameTracker();
  #page: PageBuilder | null = null;
  #y = 0;
  #isFresh = true;
  /** The next page is the first of its chapter. */
  #opensPages = false;
  #number = 0;
  /** What was last said to be broken: it may be so over several columns. */
  #lastBroken: string | null = null;
  /** Where a region that grows was left. */
  #poured: { readonly region: Region; readonly from: number } | null = null;
  /** Pages that onPage was told of. */
  #given = 0;
  /** Rules that stand for lines to write on stop at the foot of the page. */
  #dropsRules = false;

  constructor(options: PaginateOptions) {
    this.#options = options;
    this.#paint = {
      textStyles: options.textStyles,
      onMarks: (marks, page, y) => this.#onMarks(marks, page, y),
    };
  }

  finish(): Pagination {
    if (this.#page) this.#close(this.#page);
    this.#giveUpTo(this.#pages.length);
    return this.soFar;
  }

  /** Pages and places so far. */
  get soFar(): Pagination {
    return { pages: this.#pages, destinations: this.#destinations, outline: this.#outline };
  }

  /** Pours regions on pages of their own, leaving off bare rules that go beyond the first one. */
  pourApart(regions: readonly Region[]): void {
    const [first] = regions;
    if (!first) return;
    if (!turnsPage(first, this.#page)) this.#turn(first.page);
    this.#dropsRules = true;
    this.pour(regions);
    this.#dropsRules = false;
  }

  /** Adds blank pages until there are so many. */
  padTo(count: number): void {
    const last = this.#page;
    if (!last || this.#pages.length >= count) return;
    this.#close(last);
    while (this.#pages.length < count) this.#open(last.master.name, true);
    this.#page = null;
  }

  pour(regions: readonly Region[]): void {
    this.#frames.expect(regions);
    regions.forEach((region, index) => {
      this.#pourRegion(region, regions.slice(index + 1, index + 4), false);
    });
  }

  /**
   * Pours what is certain of regions whose last one still grows, and takes it off them: whole pages,
   * set as they would be if all were known.
   */
  pourCertain(regions: Region[]): void {
    this.#frames.expect(regions);
    const growing = regions.at(-1) as Region;
    regions.slice(0, -1).forEach((region, index) => {
      this.#pourRegion(region, regions.slice(index + 1, index + 4), false);
    });
    regions.splice(0, regions.length - 1);
    const poured = this.#pourRegion(growing, [], true);
    if (poured === 0) return;
    // The strip before the next one is kept: it tells whether a background goes on.
    growing.strips.splice(0, poured - 1);
    this.#poured = { region: growing, from: 1 };
  }

  /** Pours a region, or what is certain of one that grows; gives the number of strips poured. */
  #pourRegion(region: Region, following: readonly Region[], isGrowing: boolean): number {
    const { strips } = region;
    const isResumed = this.#poured?.region === region;
    let from = isResumed ? (this.#poured?.from ?? 0) : 0;
    let end = 0;
    if (!isResumed && region.opensPages && turnsPage(region, this.#page)) this.#opensPages = true;
    while (from < strips.length) {
      const page = this.#pageFor(region, strips[from] as Strip);
      if (from >= end) end = nextPageBreak(strips, from);
      const top = this.#y + (this.#isFresh ? 0 : (strips[from] as Strip).before);
      const height = page.area.y + page.area.height - top;
      const filled = this.#fill(region, { from, end, height }, following);
      if (filled.next === from) {
        this.#turn(region.page);
        continue;
      }
      if (isGrowing && filled.next === strips.length) break;
      this.#report(strips, filled);
      this.#reportOverflow(strips, filled, height);
      this.#setBand(page, region, filled.columns, top);
      from = filled.next;
      if (from >= strips.length) this.#frames.end(region, page);
      if (this.#dropsRules && strips.slice(from).every(isBareRule)) return from;
      if (from < end) this.#turn(region.page);
    }
    return from;
  }

  /** The page to go on with: this one, or a new one when the region or a forced break asks for it. */
  #pageFor(region: Region, strip: Strip): PageBuilder {
    if (!this.#page || this.#page.master.name !== region.page) this.#turn(region.page);
    const { forced } = strip;
    const isSatisfied = this.#isFresh && (forced === 'page' || forced === this.#page?.master.side);
    if (forced && forced !== 'column' && !isSatisfied) {
      if (!this.#isFresh) this.#turn(region.page);
      if (forced !== 'page' && this.#page?.master.side !== forced) this.#leaveBlank(region.page);
    }
    return this.#page as PageBuilder;
  }

  #fill(
    region: Region,
    { from, end, height }: { from: number; end: number; height: number },
    following: readonly Region[],
  ): FillResult {
    const { strips, columns } = region;
    const tallest = this.#page?.area.height;
    const request = { strips, from, end, columns, height, mayRefuse: !this.#isFresh, tallest };
    const isLast = end === strips.length;
    const whole = region.fill === 'balance' ? balanceColumns(request) : fillColumns(request);
    const filled = whole ?? fillColumns(request);
    if (!isLast || filled.next < end) return filled;
    // What comes next may have to stay with the end of this region: a heading over its columns.
    const needed = keptWith(following, region.page);
    const used = Math.max(0, ...filled.columns.map((column) => column.height));
    if (needed === 0 || used + needed <= height + 0.01) return filled;
    const back = lastFreeBreak(strips, from);
    return back === from && this.#isFresh
      ? filled
      : fillColumns({ ...request, end: back, mayRefuse: true });
  }

  #setBand(page: PageBuilder, region: Region, columns: readonly FilledColumn[], top: number): void {
    const left = page.area.x + region.x;
    let bottom = top;
    columns.forEach((column, index) => {
      const x = left + index * (region.columnWidth + region.gap);
      this.#setColumn(page, region.strips, column, { x, y: top });
      bottom = Math.max(bottom, top + column.height);
    });
    for (let index = 1; index < columns.length; index += 1) {
      const x = left + index * (region.columnWidth + region.gap) - region.gap / 2;
      page.backgrounds.push(...edge(region.rule, [x, top, x, bottom]));
    }
    this.#frames.extend(region, { x: page.area.x, top, bottom });
    this.#y = bottom;
    this.#isFresh = false;
  }

  #setColumn(
    page: PageBuilder,
    strips: readonly Strip[],
    column: FilledColumn,
    { x, y }: { x: number; y: number },
  ): void {
    let top = y;
    const { strips: repeated, after } = column.continuation;
    if (repeated.length > 0) {
      const paint = { ...this.#paint, onMarks: () => {}, artifact: 'pagination' as const };
      paintStack(page, repeated, { x, y }, paint);
      top += stackHeight(repeated, 0, repeated.length) + after;
    }
    const set = stackPositions(strips.slice(column.from, column.to), top);
    const neighbours = { before: strips[column.from - 1], after: strips[column.to] };
    page.backgrounds.push(...columnDecorations(set, x, neighbours));
    for (const { strip, y: stripTop } of set)
      paintStrip(page, strip, { x, y: stripTop }, this.#paint);
  }

  #report(strips: readonly Strip[], filled: FillResult): void {
    for (const index of filled.brokenKeeps) {
      const strip = strips[index];
      // Nothing holds what follows a picture higher than its column.
      if (!strip || strip.level === breakLevel.free || strip.label === this.#lastBroken) continue;
      const { label } = strip;
      this.#lastBroken = label;
      this.#options.sink.report({
        severity: 'info',
        code: 'layout/keep-broken',
        where: { id: label },
        message: {
          fr: `« ${label} » est plus haut qu’une colonne : il est coupé, page ${this.#page?.folio || String(this.#pages.length)}.`,
          en: `"${label}" is taller than a column: it is split, page ${this.#page?.folio || String(this.#pages.length)}.`,
        },
        hint: {
          fr: 'Raccourcir son texte, ou élargir la colonne.',
          en: 'Shorten its text, or widen the column.',
        },
      });
    }
  }

  /** What cannot be broken and is higher than the page runs off its foot. */
  #reportOverflow(strips: readonly Strip[], { columns }: FillResult, height: number): void {
    for (const column of columns) {
      if (column.height <= height + 0.5) continue;
      const tall = strips.slice(column.from, column.to).find((strip) => strip.height > height);
      const lost = millimetres(column.height - height);
      const folio = this.#page?.folio || String(this.#pages.length);
      this.#options.sink.report({
        severity: 'warning',
        code: 'layout/too-tall',
        where: { id: tall?.label || undefined },
        message: {
          fr: `Page ${folio} : une image, une rangée de tableau ou un bloc d’un seul tenant dépasse du bas de la page, de ${lost} mm.`,
          en: `Page ${folio}: a picture, a table row or a block that cannot be broken runs off the foot of the page, by ${lost} mm.`,
        },
        hint: {
          fr: 'Réduisez l’image ou son corps, ou partagez ce texte en plusieurs rangées.',
          en: 'Make the picture or the type smaller, or share the text between several rows.',
        },
      });
    }
  }

  #turn(name: string): void {
    if (this.#page) this.#close(this.#page);
    this.#open(name, false);
  }

  #leaveBlank(name: string): void {
    const blank = this.#pages.pop() as PageBuilder;
    this.#number -= 1;
    this.#page = null;
    this.#open(name, true, blank.index);
    this.#opensPages = blank.master.first;
    this.#open(name, false);
  }

  #giveUpTo(count: number): void {
    for (; this.#given < count; this.#given += 1) {
      this.#options.onPage?.(this.#pages[this.#given] as PageBuilder);
    }
  }

  #open(name: string, isBlank: boolean, at = this.#pages.length): void {
    this.#giveUpTo(at);
    const side = at % 2 === 0 ? 'recto' : 'verso';
    const master = this.#options.master(name, side, this.#opensPages && !isBlank);
    if (!isBlank) this.#opensPages = false;
    const resets = master.folioReset && !this.#pages.some((page) => page.master.name === name);
    this.#number = resets ? 1 : this.#number + 1;
    const folio =
      master.folioStyle === 'lower-roman' ? romanNumeral(this.#number) : String(this.#number);
    this.#page = new PageBuilder(at, folio, { ...master, name }, isBlank);
    this.#pages.push(this.#page);
    this.#y = this.#page.area.y;
    this.#isFresh = true;
  }

  /** Paints the running matter once the page's content is known. */
  #close(page: PageBuilder): void {
    this.#frames.cut(page);
    for (const repeat of page.repeated) this.#paintRepeated(page, repeat);
    paintMarginBoxes(page, this.#runningValues(page), this.#options);
    for (const [name, { last }] of page.strings) this.#carried.set(name, last);
  }

  #runningValues(page: PageBuilder) {
    const carried = new Map(this.#carried);
    return {
      language: this.#options.language,
      string: (name: string, which: 'first' | 'last' | 'start') => {
        const before = carried.get(name) ?? '';
        const set = page.strings.get(name);
        if (which === 'start') return set?.isAtStart ? set.first : before;
        return set?.[which] ?? before;
      },
    };
  }

  #paintRepeated(page: PageBuilder, { box }: RepeatedBox): void {
    const options = { ...this.#paint, onMarks: () => {}, artifact: 'pagination' as const };
    this.#paintPlaced(page, box, options);
  }

  #paintPlaced(page: PageBuilder, box: PlacedBox, options: PaintOptions): void {
    let set = this.#setBoxes.get(box);
    if (!set) {
      set = setPlacedBox(box, page.master.size, this.#options);
      this.#setBoxes.set(box, set);
    }
    paintStack(page, set.strips, { x: set.x[page.master.side], y: set.y }, options);
  }

  #onMarks(marks: StripMarks, page: PageBuilder, y: number): void {
    for (const anchor of marks.anchors) {
      if (!this.#destinations.has(anchor)) this.#destinations.set(anchor, { page: page.index, y });
    }
    for (const { name, value } of marks.strings) page.setString(name, value);
    for (const { level, title } of marks.bookmarks)
      this.#outline.push({ title, level, page: page.index, y });
    for (const box of marks.placed) this.#paintPlaced(page, box, this.#paint);
  }
}

function millimetres(points: number): number {
  return Math.ceil((points * 25.4) / 72);
}

function isBareRule({ content, marks }: Strip): boolean {
  return content === null && marks === null;
}

function nextPageBreak(strips: readonly Strip[], from: number): number {
  for (let index = from + 1; index < strips.length; index += 1) {
    const { forced } = strips[index] as Strip;
    if (forced && forced !== 'column') return index;
  }
  return strips.length;
}

/** Where the last group of strips that hold together begins. */
function lastFreeBreak(strips: readonly Strip[], from: number): number {
  for (let index = strips.length - 1; index > from; index -= 1) {
    if ((strips[index] as Strip).level === 0) return index;
  }
  return from;
}

/** Height that the following regions need beside this one's end; 0 when nothing holds them. */
function keptWith(following: readonly Region[], page: string): number {
  const [next, ...rest] = following;
  const first = next?.strips[0];
  if (!next || !first || first.level === 0 || first.forced || next.page !== page) return 0;
  const chunk = first.before + chunkHeight(next.strips, 0);
  const isWhole = next.strips.every((strip, index) => index === 0 || strip.level > 0);
  return chunk + (isWhole ? keptWith(rest, page) : 0);
}

function turnsPage({ page, strips }: Region, current: PageBuilder | null): boolean {
  const forced = strips[0]?.forced;
  return (
    current?.master.name !== page ||
    (forced !== null && forced !== undefined && forced !== 'column')
  );
}
