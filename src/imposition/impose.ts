import { type Edges, inset, pointsPer, type Rect, type Size } from '../geometry/geometry.ts';
import type { PagedDocument } from '../layout/page.ts';
import type { Mark, Placement, Sheet } from './sheet.ts';

/** How pages go onto sheets; lengths in pt. */
export type ImposeOptions =
  | {
      readonly mode: 'single';
      /** Printed beyond the cut on the four sides; 0 for none. */
      readonly bleed: number;
      readonly cropMarks: boolean;
    }
  | {
      readonly mode: 'saddle';
      /** Thickness of one folded sheet: inner pages move towards the spine by this much per sheet; 0 for none. */
      readonly creep: number;
    };

const markLength = 5 * pointsPer.mm;
/** Marks stop short of the bleed so that none shows after an imprecise cut. */
const markGap = 1 * pointsPer.mm;
const markWidth = 0.25;

/** Puts the pages of a document onto sheets, in the order in which they are printed. */
export function impose(document: PagedDocument, options: ImposeOptions): readonly Sheet[] {
  return options.mode === 'single'
    ? document.pages.map((page) => singleSheet(page.index, page.size, options))
    : saddleStitch(document, options.creep);
}

function singleSheet(
  page: number,
  size: Size,
  options: { readonly bleed: number; readonly cropMarks: boolean },
): Sheet {
  const around = options.bleed + (options.cropMarks ? markGap + markLength : 0);
  const trim = { x: around, y: around, ...size };
  const bleed = inset(trim, evenEdges(-options.bleed));
  return {
    size: { width: size.width + 2 * around, height: size.height + 2 * around },
    trim,
    bleed,
    placements: [{ page, x: trim.x, y: trim.y, clip: bleed }],
    marks: options.cropMarks ? cropMarks(trim, options.bleed + markGap) : [],
  };
}

/**
 * Two pages on each side of a sheet, nested for folding and stapling; blanks fill the last ones up
 * to a multiple of four.
 */
function saddleStitch(document: PagedDocument, creep: number): readonly Sheet[] {
  const first = document.pages[0];
  if (!first) return [];
  const count = Math.ceil(document.pages.length / 4) * 4;
  const pageOrBlank = (index: number) => (index < document.pages.length ? index : null);
  return Array.from({ length: count / 2 }, (_, side) => {
    const low = side;
    const high = count - 1 - side;
    const [left, right] = side % 2 === 0 ? [high, low] : [low, high];
    const shift = Math.floor(side / 2) * creep;
    return spread(first.size, [pageOrBlank(left), pageOrBlank(right)], shift);
  });
}

function spread(
  page: Size,
  [left, right]: readonly [number | null, number | null],
  shift: number,
): Sheet {
  const size = { width: 2 * page.width, height: page.height };
  const whole = { x: 0, y: 0, ...size };
  const half = (x: number): Rect => ({ x, y: 0, ...page });
  const placements: readonly Placement[] = [
    { page: left, x: shift, y: 0, clip: half(0) },
    { page: right, x: page.width - shift, y: 0, clip: half(page.width) },
  ];
  return { size, trim: whole, bleed: whole, placements, marks: [] };
}

function cropMarks(trim: Rect, gap: number): readonly Mark[] {
  const right = trim.x + trim.width;
  const bottom = trim.y + trim.height;
  const mark = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    from: { x: x1, y: y1 },
    to: { x: x2, y: y2 },
    width: markWidth,
  });
  const across = [trim.y, bottom].flatMap((y) => [
    mark(trim.x - gap - markLength, y, trim.x - gap, y),
    mark(right + gap, y, right + gap + markLength, y),
  ]);
  const down = [trim.x, right].flatMap((x) => [
    mark(x, trim.y - gap - markLength, x, trim.y - gap),
    mark(x, bottom + gap, x, bottom + gap + markLength),
  ]);
  return [...across, ...down];
}

function evenEdges(length: number): Edges {
  return { top: length, right: length, bottom: length, left: length };
}
