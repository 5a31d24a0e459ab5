import { describe, expect, it } from 'vitest';
import { pointsPer } from '../../src/geometry/geometry.ts';
import { impose } from '../../src/imposition/impose.ts';
import type { Page, PagedDocument } from '../../src/layout/page.ts';

function document(count: number): PagedDocument {
  const pages = Array.from(
    { length: count },
    (_, index): Page => ({
      index,
      folio: String(index + 1),
      name: 'body',
      side: index % 2 === 0 ? 'recto' : 'verso',
      size: { width: 420, height: 595 },
      fragments: [],
      links: [],
    }),
  );
  return { pages, destinations: new Map(), outline: [] };
}

function order(count: number, creep = 0): readonly (readonly (number | null)[])[] {
  const sheets = impose(document(count), { mode: 'saddle', creep });
  return sheets.map((sheet) => sheet.placements.map(({ page }) => page));
}

describe('impose, saddle stitch', () => {
  it('puts the last page beside the first, then works inwards', () => {
    expect(order(8)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
  });

  it('fills up to a multiple of four with blanks at the end', () => {
    expect(order(5)).toEqual([
      [null, 0],
      [1, null],
      [null, 2],
      [3, 4],
    ]);
  });

  it('makes nothing of nothing', () => {
    expect(order(0)).toEqual([]);
  });

  it('doubles the width and moves inner pages towards the spine by the creep', () => {
    const sheets = impose(document(8), { mode: 'saddle', creep: 0.5 });
    expect(sheets[0]?.size).toEqual({ width: 840, height: 595 });
    expect(sheets.map(({ placements }) => placements.map(({ x }) => x))).toEqual([
      [0, 420],
      [0, 420],
      [0.5, 419.5],
      [0.5, 419.5],
    ]);
    expect(sheets[2]?.placements[1]?.clip).toEqual({ x: 420, y: 0, width: 420, height: 595 });
  });

  it('shows each page exactly once, whatever the count', () => {
    for (let count = 1; count <= 21; count++) {
      const pages = order(count).flat();
      const shown = pages.filter((page) => page !== null).sort((a, b) => a - b);
      expect(shown).toEqual(Array.from({ length: count }, (_, index) => index));
      expect(pages.length).toBe(Math.ceil(count / 4) * 4);
    }
  });
});

describe('impose, single pages', () => {
  const mm = pointsPer.mm;

  it('leaves a page without bleed and marks as it is', () => {
    const [sheet] = impose(document(1), { mode: 'single', bleed: 0, cropMarks: false });
    const whole = { x: 0, y: 0, width: 420, height: 595 };
    expect(sheet).toEqual({
      size: { width: 420, height: 595 },
      trim: whole,
      bleed: whole,
      placements: [{ page: 0, x: 0, y: 0, clip: whole }],
      marks: [],
    });
  });

  it('adds bleed and crop marks around the trim', () => {
    const [sheet] = impose(document(1), { mode: 'single', bleed: 3 * mm, cropMarks: true });
    expect(sheet?.trim.x).toBeCloseTo(9 * mm);
    expect(sheet?.bleed.x).toBeCloseTo(6 * mm);
    expect(sheet?.bleed.width).toBeCloseTo(420 + 6 * mm);
    expect(sheet?.size.width).toBeCloseTo(420 + 18 * mm);
    expect(sheet?.placements[0]?.clip).toEqual(sheet?.bleed);
  });

  it('keeps the eight marks on the lines of the cut and out of the bleed', () => {
    const [sheet] = impose(document(1), { mode: 'single', bleed: 3 * mm, cropMarks: true });
    if (!sheet) throw new Error('no sheet');
    const { trim, bleed, size, marks } = sheet;
    expect(marks).toHaveLength(8);
    for (const { from, to } of marks) {
      const across = from.y === to.y;
      const cuts = across ? [trim.y, trim.y + trim.height] : [trim.x, trim.x + trim.width];
      expect(cuts).toContain(across ? from.y : from.x);
      const [start, end] = across ? [from.x, to.x] : [from.y, to.y];
      const [low, high] = across
        ? [bleed.x, bleed.x + bleed.width]
        : [bleed.y, bleed.y + bleed.height];
      expect(end <= low || start >= high).toBe(true);
      expect(start).toBeGreaterThanOrEqual(-1e-9);
      expect(end).toBeLessThanOrEqual((across ? size.width : size.height) + 1e-9);
    }
  });
});
