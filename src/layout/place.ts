import type { Box } from '../boxes/box.ts';
import type { BorderSide, ComputedStyle, LengthOrPercent } from '../style/computed-style.ts';
import type { ContinuedGroup, Decoration, RepeatedBox } from './strip.ts';

/** Where a box stands: what it inherits from the boxes around it. */
export interface Place {
  readonly x: number;
  readonly width: number;
  /** Height of the containing box when it is fixed, pt. */
  readonly height: number | null;
  readonly page: string;
  readonly columns: ColumnSetting;
  readonly decorations: readonly Decoration[];
  /** Decorations that go around columns. */
  readonly frames: readonly Decoration[];
  readonly group: ContinuedGroup | null;
  readonly repeated: readonly RepeatedBox[];
  /** Ordinal of the first strip of the outermost box kept together; null outside such a box. */
  readonly keepStart: number | null;
  readonly label: string;
}

export interface ColumnSetting {
  readonly count: number;
  readonly gap: number;
  readonly rule: BorderSide;
  readonly fill: 'balance' | 'auto';
  readonly x: number;
  readonly width: number;
}

const noRule: BorderSide = { width: 0, style: 'none', colour: '#000000' };
const nothing: readonly never[] = [];

/** The place of a document, of a page of another name, of a cell: one column, width in pt. */
export function openPlace(page: string, width: number): Place {
  return {
    x: 0,
    width,
    height: null,
    page,
    columns: { count: 1, gap: 0, rule: noRule, fill: 'auto', x: 0, width },
    decorations: nothing,
    frames: nothing,
    group: null,
    repeated: nothing,
    keepStart: null,
    label: '',
  };
}

/** The place inside a box: its margins, paddings and width taken off, its background behind. */
export function innerPlace(
  place: Place,
  style: ComputedStyle,
  { first, isFrame }: { readonly first: number; readonly isFrame: boolean },
): Place {
  if (isFrameless(style) && (style.breakInside !== 'avoid' || place.keepStart !== null)) {
    return place;
  }
  const left = style.margin.left;
  const outerWidth = boxWidth(style.width, place.width - left - style.margin.right, place.width);
  const keepStart = style.breakInside === 'avoid' ? (place.keepStart ?? first) : place.keepStart;
  const x = place.x + left;
  const decoration = decorationOf(style, {
    x,
    width: outerWidth,
    depth: place.decorations.length,
  });
  const insetLeft = style.padding.left + style.border.left.width;
  const insetRight = style.padding.right + style.border.right.width;
  return {
    ...place,
    x: x + insetLeft,
    width: Math.max(1, outerWidth - insetLeft - insetRight),
    height: fixedHeight(style, place),
    decorations: decoration && !isFrame ? [...place.decorations, decoration] : place.decorations,
    frames:
      decoration && isFrame
        ? [...place.frames, { ...decoration, x: place.columns.x + decoration.x }]
        : place.frames,
    keepStart,
  };
}

function boxWidth(width: LengthOrPercent | 'auto', available: number, containing: number): number {
  if (width === 'auto') return available;
  return width.unit === 'pt' ? width.value : (containing * width.value) / 100;
}

const frameless = new WeakMap<ComputedStyle, boolean>();

/** True when a box of this style leaves the place inside it as it is outside. */
function isFrameless(style: ComputedStyle): boolean {
  let known = frameless.get(style);
  if (known === undefined) {
    const { margin, padding, border } = style;
    const room = margin.left || margin.right || padding.left || padding.right;
    const edges =
      border.top.width || border.right.width || border.bottom.width || border.left.width;
    const frame = style.background !== null || style.columnCount > 1;
    known = !room && !edges && !frame && style.width === 'auto' && style.height === 'auto';
    frameless.set(style, known);
  }
  return known;
}

function fixedHeight({ height }: ComputedStyle, place: Place): number | null {
  if (height === 'auto') return null;
  if (height.unit === 'pt') return height.value;
  return place.height === null ? null : (place.height * height.value) / 100;
}

/** Whether a box paints something behind what it holds. */
export function hasDecoration({ background, border }: ComputedStyle): boolean {
  const { top, right, bottom, left } = border;
  return background !== null || [top, right, bottom, left].some((side) => side.width > 0);
}

const holders = new WeakMap<Box, boolean>();

/** Whether a box is set in columns, or holds one that is. */
export function holdsColumns(box: Box): boolean {
  if (box.kind !== 'block') return box.style.columnCount > 1;
  let known = holders.get(box);
  if (known === undefined) {
    known = box.style.columnCount > 1 || box.children.some(holdsColumns);
    holders.set(box, known);
  }
  return known;
}

function decorationOf(
  style: ComputedStyle,
  { x, width, depth }: { x: number; width: number; depth: number },
): Decoration | null {
  const { border, background, borderRadius: radius } = style;
  return hasDecoration(style) ? { x, width, background, border, radius, depth } : null;
}

/** Back over all columns, for a heading that spans them. */
export function spannedPlace(place: Place): Place {
  const { columns } = place;
  return {
    ...place,
    x: 0,
    width: columns.width,
    columns: { ...columns, count: 1, gap: 0, rule: noRule, fill: 'auto' },
  };
}

/** The place inside one of the columns that a box is set in. */
export function columnsPlace(place: Place, style: ComputedStyle): Place {
  const count = style.columnCount;
  const columns: ColumnSetting = {
    count,
    gap: style.columnGap,
    rule: style.columnRule,
    fill: style.columnFill,
    x: place.columns.x + place.x,
    width: place.width,
  };
  const width = (place.width - style.columnGap * (count - 1)) / count;
  return { ...place, x: 0, width, columns, decorations: nothing };
}
