import type { Box, TracksBox } from '../boxes/box.ts';
import type { ComputedStyle, TrackSize } from '../style/computed-style.ts';
import { stackHeight } from './fill-columns.ts';
import type { CellContent, Strip } from './strip.ts';

/** Sets a box in a frame of a width in pt. */
export type StackMaker = (box: Box, width: number) => readonly Strip[];

/** One row of cells side by side. */
export interface CellRow {
  readonly height: number;
  readonly cells: readonly CellContent[];
}

/** Lays the cells of a row of tracks out, wrapping to a new row when the tracks are used up. */
export function trackCells(box: TracksBox, width: number, stack: StackMaker): readonly CellRow[] {
  const { tracks, columnGap, alignItems } = box.style;
  const placed = box.cells.filter((cell) => cell.kind !== 'placed');
  const count = Math.max(1, tracks.length || placed.length);
  const sizes = trackWidths(tracks, count, width - columnGap * (count - 1));
  const rows: CellRow[] = [];
  for (let from = 0; from < placed.length; from += count) {
    const cells = placed.slice(from, from + count).map((cell, index) => {
      const x = sizes.slice(0, index).reduce((sum, size) => sum + size + columnGap, 0);
      const strips = stack(cell, sizes[index] as number);
      return { x, strips, height: stackHeight(strips, 0, strips.length), style: cell.style };
    });
    const height = Math.max(0, ...cells.map((cell) => cell.height));
    rows.push({
      height,
      cells: cells.map((cell) => ({
        x: cell.x,
        y: alignment(alignItems, height - cell.height),
        strips: cell.strips,
        decoration: null,
        height: cell.height,
      })),
    });
  }
  return rows;
}

function alignment(align: ComputedStyle['alignItems'], rest: number): number {
  if (align === 'center') return rest / 2;
  return align === 'end' ? rest : 0;
}

/** Widths in pt of tracks: fixed ones first, fractions (and autos, as one fraction each) share the rest. */
export function trackWidths(
  tracks: readonly TrackSize[],
  count: number,
  width: number,
): readonly number[] {
  const all = Array.from(
    { length: count },
    (_, index): TrackSize => tracks[index] ?? { kind: 'auto' },
  );
  const fixed = all.map((track) => {
    if (track.kind !== 'fixed') return null;
    return track.size.unit === 'pt' ? track.size.value : (width * track.size.value) / 100;
  });
  const taken = fixed.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const shares = all.map((track) =>
    track.kind === 'fraction' ? track.share : track.kind === 'auto' ? 1 : 0,
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  const rest = Math.max(0, width - taken);
  return fixed.map((size, index) => size ?? (rest * (shares[index] as number)) / (total || 1));
}
