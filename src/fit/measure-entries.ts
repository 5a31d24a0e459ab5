import type { Box } from '../boxes/box.ts';
import type { ComputedStyle, PageMaster } from '../style/computed-style.ts';

/** How a template sets its entries. */
export interface EntryMeasure {
  /** Type size that most of their characters have, pt; 0 when there is no entry. */
  readonly textSize: number;
  /** Columns that they stand in. */
  readonly columns: number;
  /** pt between columns. */
  readonly gap: number;
  /** Width of the page area that the columns share, pt. */
  readonly width: number;
}

type MasterOf = (name: string, side: 'recto' | 'verso', first: boolean) => PageMaster;

const outside: Place = { entry: false, columns: null, page: '' };

/**
 * Measures the boxes that bear the entries' anchors, whatever the template calls them, while
 * layout takes them one by one.
 */
export class EntrySurvey {
  readonly #anchors: ReadonlySet<string>;
  #surveyor: Surveyor;

  constructor(anchors: ReadonlySet<string>) {
    this.#anchors = anchors;
    this.#surveyor = new Surveyor(anchors);
  }

  /** The same boxes, seen as they pass. */
  watch(boxes: Iterable<Box>): Iterable<Box> {
    const open = () => {
      this.#surveyor = new Surveyor(this.#anchors);
      return this.#surveyor;
    };
    return {
      *[Symbol.iterator]() {
        const surveyor = open();
        for (const box of boxes) {
          surveyor.visit(box, outside);
          yield box;
        }
      },
    };
  }

  /** What was seen. */
  measure(master: MasterOf): EntryMeasure {
    const { columns, page } = this.#surveyor.place;
    const { size, margin } = master(page, 'recto', false);
    return {
      textSize: commonest(this.#surveyor.sizes),
      columns: columns?.columnCount ?? 1,
      gap: columns?.columnGap ?? 0,
      width: size.width - margin.left - margin.right,
    };
  }
}

interface Place {
  /** Inside an entry. */
  readonly entry: boolean;
  /** Style of the columns around, if any. */
  readonly columns: ComputedStyle | null;
  readonly page: string;
}

class Surveyor {
  /** Characters by type size. */
  readonly sizes = new Map<number, number>();
  /** Where the first entry stands. */
  place: Place = outside;
  readonly #anchors: ReadonlySet<string>;

  constructor(anchors: ReadonlySet<string>) {
    this.#anchors = anchors;
  }

  visit(box: Box, outer: Place): void {
    const place = this.#inside(box, outer);
    if (place.entry && !this.place.entry) this.place = place;
    switch (box.kind) {
      case 'block':
        for (const child of box.children) this.visit(child, place);
        break;
      case 'tracks':
        for (const cell of box.cells) this.visit(cell, place);
        break;
      case 'table':
        for (const { cells } of box.body) for (const cell of cells) this.visit(cell.box, place);
        break;
      case 'placed':
        this.visit(box.content, place);
        break;
      case 'paragraph':
        if (!place.entry) break;
        for (const inline of box.inlines)
          if (inline.kind === 'text') this.#count(inline.style.fontSize, inline.text.length);
    }
  }

  #inside(box: Box, outer: Place): Place {
    const { style } = box;
    const entry = outer.entry || box.anchors.some((anchor) => this.#anchors.has(anchor));
    const columns = style.columnCount > 1 ? style : outer.columns;
    const page = style.page === 'auto' || style.page === '' ? outer.page : style.page;
    const isSame = entry === outer.entry && columns === outer.columns && page === outer.page;
    return isSame ? outer : { entry, columns, page };
  }

  #count(size: number, characters: number): void {
    this.sizes.set(size, (this.sizes.get(size) ?? 0) + characters);
  }
}

function commonest(sizes: ReadonlyMap<number, number>): number {
  let best = 0;
  let most = 0;
  for (const [size, characters] of sizes) {
    if (characters <= most) continue;
    best = size;
    most = characters;
  }
  return best;
}
