import type {
  BlockBox,
  Box,
  GraphicBox,
  ParagraphBox,
  PlacedBox,
  TableBox,
  TracksBox,
} from '../boxes/box.ts';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Break, ComputedStyle } from '../style/computed-style.ts';
import { breakLines, type LineOptions } from './break-lines.ts';
import { graphicBoxSize } from './graphic-size.ts';
import {
  columnsPlace,
  hasDecoration,
  holdsColumns,
  innerPlace,
  openPlace,
  type Place,
  spannedPlace,
} from './place.ts';
import {
  type BreakLevel,
  breakLevel,
  type ContinuedGroup,
  type ForcedBreak,
  type Region,
  type Strip,
  type StripContent,
  type StripMarks,
} from './strip.ts';
import { tableRows } from './table-rows.ts';
import { type CellSetter, trackCells } from './track-cells.ts';

export interface StripOptions extends LineOptions {
  readonly sink: DiagnosticSink;
  /** Width of the page area of a named page, pt. */
  readonly pageWidth: (page: string) => number;
  /** Told which entry is being set, for messages. */
  readonly onEntry: (label: string) => void;
}

/** Strips of some ten pages: what a page needs to know lies within them. */
const manyStrips = 3000;

/**
 * Cuts the boxes of a chapter into regions of strips, ready to be poured into pages. `onMany` is
 * given the regions of a long chapter as they grow, the last one unfinished, and may take off them
 * what it has used.
 */
export function makeRegions(
  boxes: readonly Box[],
  options: StripOptions,
  onMany?: (regions: Region[]) => void,
): readonly Region[] {
  const maker = new StripMaker(options, { inColumns: true, onMany });
  const place = openPlace('', options.pageWidth(''));
  for (const box of boxes) maker.box(box, place);
  return maker.finish();
}

/** Strips of a box set in a frame of its own: a cell, a placed box. */
export function makeStack(box: Box, width: number, options: StripOptions): readonly Strip[] {
  const maker = new StripMaker({ ...options, pageWidth: () => width }, { inColumns: false });
  maker.box(box, openPlace('', width));
  return maker.finish().flatMap((region) => region.strips);
}

interface MakerSettings {
  readonly inColumns: boolean;
  readonly onMany?: (regions: Region[]) => void;
}

class StripMaker {
  readonly #options: StripOptions;
  readonly #onMany: ((regions: Region[]) => void) | null;
  readonly #cellSetter: CellSetter;
  /** False in a frame of its own, which is one column whatever its style says. */
  readonly #inColumns: boolean;
  readonly #regions: Region[] = [];
  #region: Region | null = null;
  #ordinal = 0;
  #opensPages = false;
  #margin = 0;
  #level: BreakLevel = breakLevel.free;
  #forced: ForcedBreak | null = null;
  #marks: { -readonly [Key in keyof StripMarks]: StripMarks[Key][number][] } | null = null;

  constructor(options: StripOptions, { inColumns, onMany }: MakerSettings = { inColumns: true }) {
    this.#options = options;
    this.#onMany = onMany ?? null;
    this.#inColumns = inColumns;
    this.#cellSetter = {
      stack: (cell, width) => makeStack(cell, width, options),
      textStyles: options.textStyles,
    };
  }

  finish(): readonly Region[] {
    if (this.#marks)
      this.#emit(openPlace(this.#region?.page ?? '', 0), { height: 0, content: null });
    return this.#regions;
  }

  box(box: Box, place: Place): void {
    switch (box.kind) {
      case 'block':
        this.#block(box, place);
        return;
      case 'paragraph':
        this.#framed(box, place, (inner) => this.#paragraph(box, inner, null));
        return;
      case 'graphic':
        this.#framed(box, place, (inner) => this.#graphic(box, inner));
        return;
      case 'table':
        this.#framed(box, place, (inner) => this.#table(box, inner));
        return;
      case 'tracks':
        this.#framed(box, place, (inner) => this.#tracks(box, inner));
        return;
      case 'placed':
        this.#mark().placed.push(box);
    }
  }

  #block(box: BlockBox, place: Place): void {
    this.#framed(box, place, (inner) => this.#blockContent(box, inner));
  }

  #blockContent(box: BlockBox, inner: Place): void {
    const repeated = box.children.filter(
      (child): child is PlacedBox => child.kind === 'placed' && child.repeat,
    );
    const withRepeated: Place =
      repeated.length > 0
        ? {
            ...inner,
            repeated: [...inner.repeated, ...repeated.map((repeat) => ({ box: repeat }))],
          }
        : inner;
    const group = this.#group(box, withRepeated);
    const held: Place = {
      ...withRepeated,
      group,
      label: box.style.breakInside === 'avoid' ? box.label : inner.label,
    };
    const before = this.#ordinal;
    if (box.marker) this.#marked(box, held);
    else
      for (const child of box.children)
        if (!(child.kind === 'placed' && child.repeat)) this.box(child, held);
    const hasFrame =
      box.style.minHeight > 0 || (box.style.height !== 'auto' && box.style.height.unit === 'pt');
    if (
      this.#ordinal === before &&
      (hasFrame || this.#marks || repeated.length > 0 || this.#forced)
    ) {
      this.#emit(held, { height: 0, content: null });
    }
  }

  /** The group whose heading is repeated, its repetition set once. */
  #group(box: BlockBox, place: Place): ContinuedGroup | null {
    if (!box.continuation) return place.group;
    const stack = new StripMaker({ ...this.#options, pageWidth: () => place.width });
    const style: ComputedStyle = {
      ...box.continuation.style,
      columnSpan: 'none',
      breakBefore: 'auto',
      stringSet: [],
    };
    stack.box({ ...box.continuation, style }, openPlace('', place.width));
    const strips = stack.finish().flatMap((region) => region.strips);
    return {
      parent: place.group,
      start: this.#ordinal,
      strips,
      after: box.continuation.style.margin.bottom,
    };
  }

  /** A list item: its marker stands left of its first line. */
  #marked(box: BlockBox, place: Place): void {
    const [first, ...rest] = box.children;
    if (first?.kind === 'paragraph') {
      this.#framed(first, place, (inner) => this.#paragraph(first, inner, box.marker));
    } else if (first) {
      this.box(first, place);
    }
    for (const child of rest) this.box(child, place);
  }

  /** Opens what the style asks around a box: breaks, margins, columns, paddings, background. */
  #framed(box: Box, place: Place, content: (inner: Place) => void): void {
    const { style } = box;
    this.#breakRequest(style.breakBefore);
    const pageChanged = style.page !== 'auto' && style.page !== '' && style.page !== place.page;
    const spanning = style.columnSpan === 'all' && place.columns.count > 1;
    let outer = pageChanged ? this.#newPage(style.page, place) : place;
    if (spanning) outer = spannedPlace(outer);
    // Columns do not stand inside columns.
    const mayHoldColumns = this.#inColumns && outer.columns.count === 1;
    const ownColumns = mayHoldColumns && style.columnCount > 1;
    const isFrame = mayHoldColumns && hasDecoration(style) && holdsColumns(box);
    const ownRegion = pageChanged || spanning || ownColumns || isFrame;
    if (ownRegion) this.#region = null;
    this.#addMargin(style.margin.top);
    this.#note(box);
    const first = this.#ordinal;
    const inner = innerPlace(outer, style, { first, isFrame });
    this.#pad(style.padding.top + style.border.top.width, inner, 'top');
    if (ownColumns) {
      this.#region = null;
      content(columnsPlace(inner, style));
      this.#region = null;
    } else {
      content(inner);
      this.#leastHeight(style, inner, first);
    }
    this.#pad(style.padding.bottom + style.border.bottom.width, inner, 'bottom');
    if (ownRegion) this.#region = null;
    this.#addMargin(style.margin.bottom);
    this.#breakRequest(style.breakAfter);
  }

  #newPage(page: string, place: Place): Place {
    this.#opensPages = true;
    const { group, repeated, label } = place;
    return { ...openPlace(page, this.#options.pageWidth(page)), group, repeated, label };
  }

  #breakRequest(value: Break): void {
    if (value === 'avoid') this.#level = Math.max(this.#level, breakLevel.heading) as BreakLevel;
    else if (value !== 'auto') this.#forced = strongest(this.#forced, value);
  }

  #addMargin(margin: number): void {
    if (margin < 0) this.#margin += margin;
    else this.#margin = Math.max(this.#margin, margin);
  }

  #mark() {
    this.#marks ??= { anchors: [], strings: [], bookmarks: [], placed: [] };
    return this.#marks;
  }

  #note(box: Box): void {
    if (box.anchors.length > 0) this.#mark().anchors.push(...box.anchors);
    if (box.strings.length > 0) this.#mark().strings.push(...box.strings);
    if (box.bookmark) this.#mark().bookmarks.push(box.bookmark);
  }

  #pad(height: number, place: Place, side: 'top' | 'bottom'): void {
    if (height <= 0) return;
    if (side === 'bottom') this.#level = breakLevel.never;
    this.#emit(place, { height, content: null });
    if (side === 'top') this.#level = breakLevel.never;
  }

  /** Grows a box up to its min-height or height with an empty strip. */
  #leastHeight(style: ComputedStyle, place: Place, first: number): void {
    const fixed = style.height !== 'auto' && style.height.unit === 'pt' ? style.height.value : 0;
    const least = Math.max(style.minHeight, fixed);
    if (least <= 0 || !this.#region) return;
    let height = 0;
    const { strips } = this.#region;
    for (let index = strips.length - 1; index >= 0; index -= 1) {
      const strip = strips[index] as Strip;
      if (strip.ordinal < first) break;
      height += strip.height + (strip.ordinal > first ? strip.before : 0);
    }
    if (height >= least) return;
    this.#level = breakLevel.never;
    this.#margin = 0;
    this.#emit(place, { height: least - height, content: null });
  }

  #paragraph(box: ParagraphBox, place: Place, marker: ParagraphBox | null): void {
    const { style } = box;
    this.#options.onEntry(place.label);
    const lines = breakLines(box.inlines, style, place.width, this.#options);
    const markerLine =
      marker && breakLines(marker.inlines, marker.style, place.width, this.#options)[0];
    lines.forEach((line, index) => {
      const isOrphan = index > 0 && index < style.orphans;
      const isWidow = index > 0 && lines.length - index < style.widows;
      if (isOrphan || isWidow)
        this.#level = Math.max(this.#level, breakLevel.heading) as BreakLevel;
      const content: StripContent = {
        kind: 'line',
        line,
        marker: index === 0 ? (markerLine ?? null) : null,
        markerX: markerLine ? -markerLine.width - 4 : 0,
      };
      this.#emit(place, { height: line.height, content });
    });
  }

  #graphic(box: GraphicBox, place: Place): void {
    const { width, height } = graphicBoxSize(box.graphic, box.style, place.width, place.height);
    const content: StripContent = {
      kind: 'graphic',
      graphic: box.graphic,
      width,
      height,
      style: box.style,
      tag: box.tag,
    };
    this.#emit(place, { height, content });
  }

  #table(box: TableBox, place: Place): void {
    const rows = tableRows(box, place.width, this.#cellSetter);
    // The repetition of a header row is decoration: it was read once already.
    const repeated = rows.repeatedHead.map((row) => ({
      ...this.#strip(place, { height: row.height, content: { kind: 'cells', cells: row.cells } }),
      before: row.before,
      level: breakLevel.free,
      forced: null,
      marks: null,
    }));
    const group: ContinuedGroup | null =
      rows.head.length > 0
        ? {
            parent: place.group,
            start: this.#ordinal,
            strips: repeated,
            after: rows.body[0]?.before ?? 0,
          }
        : place.group;
    for (const [index, row] of [...rows.head, ...rows.body].entries()) {
      if (index > 0 && index <= rows.head.length) this.#level = breakLevel.heading;
      if (row.joined) this.#level = breakLevel.never;
      this.#addMargin(row.before);
      this.#emit(
        { ...place, group },
        { height: row.height, content: { kind: 'cells', cells: row.cells } },
      );
    }
  }

  #tracks(box: TracksBox, place: Place): void {
    const rows = trackCells(box, place.width, this.#cellSetter);
    rows.forEach((row, index) => {
      if (index > 0) this.#addMargin(box.style.rowGap);
      this.#emit(place, { height: row.height, content: { kind: 'cells', cells: row.cells } });
    });
  }

  #emit(place: Place, { height, content }: { height: number; content: StripContent | null }): void {
    const region = this.#regionFor(place);
    if (this.#onMany && region.strips.length >= manyStrips) this.#onMany(this.#regions);
    region.strips.push(this.#strip(place, { height, content }));
    this.#margin = 0;
    this.#level = breakLevel.free;
    this.#forced = null;
    this.#marks = null;
    this.#ordinal += 1;
  }

  #strip(
    place: Place,
    { height, content }: { height: number; content: StripContent | null },
  ): Strip {
    const kept = place.keepStart !== null && place.keepStart < this.#ordinal;
    return {
      ordinal: this.#ordinal,
      height,
      before: this.#margin,
      level: Math.max(this.#level, kept ? breakLevel.keep : breakLevel.free) as BreakLevel,
      forced: this.#forced,
      x: place.x,
      width: place.width,
      content,
      decorations: place.decorations,
      group: place.group,
      repeated: place.repeated,
      marks: this.#marks,
      label: place.label,
    };
  }

  #regionFor(place: Place): Region {
    const { columns } = place;
    if (this.#region) return this.#region;
    const columnWidth = (columns.width - columns.gap * (columns.count - 1)) / columns.count;
    this.#region = {
      page: place.page,
      opensPages: this.#opensPages,
      columns: columns.count,
      gap: columns.gap,
      rule: columns.rule,
      fill: columns.fill,
      x: columns.x,
      width: columns.width,
      columnWidth,
      frames: place.frames,
      strips: [],
    };
    this.#opensPages = false;
    this.#regions.push(this.#region);
    return this.#region;
  }
}

const strength: Readonly<Record<ForcedBreak, number>> = { column: 0, page: 1, verso: 2, recto: 3 };

function strongest(current: ForcedBreak | null, asked: ForcedBreak): ForcedBreak {
  return current && strength[current] > strength[asked] ? current : asked;
}
