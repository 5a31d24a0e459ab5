import type { Box, TracksBox } from '../boxes/box.ts';
import type { ComputedStyle, TrackSize } from '../style/computed-style.ts';
import { stackHeight } from './fill-columns.ts';
import { type NaturalWidth, naturalWidth, shareWidth } from './natural-width.ts';
import type { CellContent, Strip } from './strip.ts';
import type { TextStyles } from './text-style.ts';

/** What cells are set with. */
export interface CellSetter {
  /** Sets a box in a frame of a width in pt. */
  stack(box: Box, width: number): readonly Strip[];
  readonly textStyles: TextStyles;
}

/** One row of cells side by side. */
export interface CellRow {
  readonly height: number;
  readonly cells: readonly CellContent[];
}

/** Lays the cells of a row of tracks out, wrapping to a new row when the tracks are used up. */
export function trackCells(box: TracksBox, width: number, setter: CellSetter): readonly CellRow[] {
  const { tracks, columnGap, alignItems } = box.style;
  const placed = box.cells.filter((cell) => cell.kind !== 'placed');
  const count = Math.max(1, tracks.length || placed.length);
  const sizes = trackWidths(tracks, count, {
    width: width - columnGap * (count - 1),
    natural: (column) => columnWidth(placed, { column, count }, setter.textStyles),
  });
  const rows: CellRow[] = [];
  for (let from = 0; from < placed.length; from += count) {
    const cells = placed.slice(from, from + count).map((cell, index) => {
      const x = sizes.slice(0, index).reduce((sum, size) => sum + size + columnGap, 0);
      const strips = setter.stack(cell, sizes[index] as number);
      return { x, strips, height: stackHeight(strips, 0, strips.length) };
    });
    rows.push(alignedRow(cells, alignItems));
  }
  return rows;
}

interface SetCell {
  readonly x: number;
  readonly strips: readonly Strip[];
  readonly height: number;
}

function alignedRow(cells: readonly SetCell[], align: ComputedStyle['alignItems']): CellRow {
  const baselines = cells.map((cell) => (align === 'baseline' ? firstBaseline(cell.strips) : 0));
  const lowest = Math.max(0, ...baselines);
  const drops = baselines.map((baseline) => lowest - baseline);
  const height = Math.max(0, ...cells.map((cell, index) => cell.height + (drops[index] as number)));
  return {
    height,
    cells: cells.map((cell, index) => ({
      x: cell.x,
      y: (drops[index] as number) + alignment(align, height - cell.height),
      strips: cell.strips,
      decoration: null,
      height: cell.height,
    })),
  };
}

function alignment(align: ComputedStyle['alignItems'], rest: number): number {
  if (align === 'center') return rest / 2;
  return align === 'end' ? rest : 0;
}

/** From the top of a cell to the baseline of its first line, pt; a picture stands on its foot. */
function firstBaseline(strips: readonly Strip[]): number {
  let top = 0;
  for (const [index, { before, height, content }] of strips.entries()) {
    if (index > 0) top += before;
    if (content?.kind === 'line') return top + content.line.baseline;
    if (content) return top + height;
    top += height;
  }
  return top;
}

/** What the widest cell of a column asks for. */
function columnWidth(
  cells: readonly Box[],
  { column, count }: { readonly column: number; readonly count: number },
  textStyles: TextStyles,
): NaturalWidth {
  let least = 0;
  let most = 0;
  for (let index = column; index < cells.length; index += count) {
    const natural = naturalWidth(cells[index] as Box, textStyles);
    least = Math.max(least, natural.least);
    most = Math.max(most, natural.most);
  }
  return { least, most };
}

export interface TrackRoom {
  /** Of all tracks without their gaps, pt. */
  readonly width: number;
  /** What the cells of a column ask for. */
  natural(column: number): NaturalWidth;
}

/**
 * Widths in pt of tracks: fixed ones first, then `auto` ones as wide as what they hold, then
 * fractions share the rest, or the autos when there are none.
 */
export function trackWidths(
  tracks: readonly TrackSize[],
  count: number,
  room: TrackRoom,
): readonly number[] {
  const all = Array.from(
    { length: count },
    (_, index): TrackSize => tracks[index] ?? { kind: 'fraction', share: 1 },
  );
  const sizes = all.map((track) => (track.kind === 'fixed' ? fixedSize(track, room.width) : null));
  const left = Math.max(0, room.width - sum(sizes.map((size) => size ?? 0)));
  const autos = [...all.keys()].filter((index) => all[index]?.kind === 'auto');
  const fractions = [...all.keys()].filter((index) => all[index]?.kind === 'fraction');
  const shared = autoWidths(autos, fractions, { ...room, width: left });
  for (const [at, index] of autos.entries()) sizes[index] = shared[at] as number;
  const rest = Math.max(0, left - sum(shared));
  const total = sum(fractions.map((index) => shareOf(all[index])));
  return all.map((track, index) => sizes[index] ?? (rest * shareOf(track)) / (total || 1));
}

function fixedSize({ size }: Extract<TrackSize, { kind: 'fixed' }>, width: number): number {
  return size.unit === 'pt' ? size.value : (width * size.value) / 100;
}

function shareOf(track: TrackSize | undefined): number {
  return track?.kind === 'fraction' ? track.share : 0;
}

function autoWidths(
  autos: readonly number[],
  fractions: readonly number[],
  room: TrackRoom,
): readonly number[] {
  if (autos.length === 0) return [];
  const asked = autos.map(room.natural);
  const wanted = sum(asked.map((one) => one.most));
  if (fractions.length === 0) {
    const extra = Math.max(0, room.width - wanted) / autos.length;
    return shareWidth(asked, room.width).map((size) => size + extra);
  }
  if (wanted <= room.width / 2) return asked.map((one) => one.most);
  // Long texts in `auto` leave the fractions room for their longest word.
  const kept = sum(fractions.map((index) => room.natural(index).least));
  return shareWidth(asked, Math.max(room.width / 2, room.width - kept));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
