import type { InlineLink, Tag } from '../boxes/box.ts';
import { inset, type Rect } from '../geometry/geometry.ts';
import type { PageMaster } from '../style/computed-style.ts';
import type { FolioPiece } from './line-pieces.ts';
import type { Fragment, LinkArea, Page } from './page.ts';
import type { RepeatedBox } from './strip.ts';

/** A page number to be painted once it is known. */
export interface PendingFolio {
  readonly piece: FolioPiece;
  /** Right edge of the slot and baseline, pt from the page's corner. */
  readonly right: number;
  readonly baseline: number;
  /** Where its fragments go among the page's content. */
  readonly at: number;
}

/** A page being filled; `build` gives the finished one. */
export class PageBuilder {
  readonly index: number;
  /** What references to this page print. */
  readonly folio: string;
  readonly master: PageMaster;
  /** Where the flow stands. */
  readonly area: Rect;
  readonly isBlank: boolean;
  readonly backgrounds: Fragment[] = [];
  readonly content: Fragment[] = [];
  readonly furniture: Fragment[] = [];
  readonly links: LinkArea[] = [];
  readonly pendingFolios: PendingFolio[] = [];
  readonly repeated = new Set<RepeatedBox>();
  /** First and last value set on this page, by name of running string. */
  readonly strings = new Map<string, { first: string; last: string; isAtStart: boolean }>();
  #lastLink: { link: InlineLink; y: number } | null = null;

  constructor(index: number, folio: string, master: PageMaster, isBlank: boolean) {
    this.index = index;
    this.folio = folio;
    this.master = master;
    this.isBlank = isBlank;
    this.area = inset({ x: 0, y: 0, ...master.size }, master.margin);
  }

  /** What the page itself bears: nothing where its master says so. */
  get printedFolio(): string {
    return this.master.folioStyle === 'none' ? '' : this.folio;
  }

  setString(name: string, value: string): void {
    const known = this.strings.get(name);
    if (known) known.last = value;
    else {
      const isAtStart = this.content.every((fragment) => fragment.tag === null);
      this.strings.set(name, { first: value, last: value, isAtStart });
    }
  }

  /** Notes a clickable area; neighbouring pieces of one link on one line make one area. */
  addLink(link: InlineLink, tag: Tag | null, rect: Rect): void {
    const linkTag = nearestLink(tag);
    if (!linkTag) return;
    const last = this.links.at(-1);
    if (
      last &&
      this.#lastLink?.link === link &&
      this.#lastLink.y === rect.y &&
      last.tag === linkTag
    ) {
      const width = rect.x + rect.width - last.rect.x;
      this.links[this.links.length - 1] = { ...last, rect: { ...last.rect, width } };
      return;
    }
    this.links.push({ rect, target: link.target, contents: link.contents, tag: linkTag });
    this.#lastLink = { link, y: rect.y };
  }

  /** Lets go of what was painted; the page keeps its place, folio and pending numbers. */
  release(): void {
    this.backgrounds.length = 0;
    this.content.length = 0;
    this.furniture.length = 0;
    this.links.length = 0;
  }

  build(folioFragments: (pending: PendingFolio) => readonly Fragment[]): Page {
    const { master } = this;
    const content = this.#withFolios(folioFragments);
    const { width, height } = master.size;
    const paper: Fragment[] = master.background
      ? [
          {
            kind: 'rect',
            rect: { x: 0, y: 0, width, height },
            fill: master.background,
            stroke: null,
            radius: 0,
            tag: null,
            artifact: 'layout',
          },
        ]
      : [];
    return {
      index: this.index,
      folio: this.printedFolio,
      name: master.name,
      side: master.side,
      size: master.size,
      fragments: [...paper, ...this.backgrounds, ...content, ...this.furniture],
      links: this.links,
    };
  }

  #withFolios(folioFragments: (pending: PendingFolio) => readonly Fragment[]): readonly Fragment[] {
    if (this.pendingFolios.length === 0) return this.content;
    const content: Fragment[] = [];
    let from = 0;
    for (const pending of this.pendingFolios) {
      for (; from < pending.at; from += 1) content.push(this.content[from] as Fragment);
      content.push(...folioFragments(pending));
    }
    for (; from < this.content.length; from += 1) content.push(this.content[from] as Fragment);
    return content;
  }
}

function nearestLink(tag: Tag | null): Tag | null {
  let found = tag;
  while (found && found.role !== 'Link') found = found.parent;
  return found;
}
