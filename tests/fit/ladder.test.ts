import { describe, expect, test } from 'vitest';
import { type Knobs, naturalKnobs } from '../../src/fit/knobs.ts';
import {
  firstRung,
  type LadderFacts,
  opening,
  tightening,
  usualFloor,
} from '../../src/fit/ladder.ts';

const a5: LadderFacts = {
  measure: { textSize: 8.6, columns: 2, gap: 14, width: 346 },
  floor: usualFloor,
  fields: [],
};
const a4 = { ...a5, measure: { ...a5.measure, width: 520 } };

function rungsOf(facts: LadderFacts, group: number, from: Knobs = naturalKnobs): readonly Knobs[] {
  return tightening(facts)[group]?.rungs(from) ?? [];
}

describe('the ladder downwards', () => {
  test('tightens spacing, then leading, then type, each a little at a time', () => {
    const rungs = rungsOf(a5, 0);
    expect(rungs.map(({ density }) => density).slice(0, 7)).toEqual([
      0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.7,
    ]);
    expect(rungs.map(({ leading }) => leading).slice(5, 10)).toEqual([1, 0.98, 0.96, 0.94, 0.94]);
    const sizes = rungs.slice(8).map(({ textScale }) => (8.6 * textScale).toFixed(1));
    expect(sizes).toEqual('8.6 8.5 8.4 8.3 8.2 8.1 8.0 7.9 7.8 7.7 7.6 7.5'.split(' '));
  });

  test.each([7, 7.5, 7.77, 8, 8.59, 8.6])('never goes below a floor of %f pt', (floor) => {
    const sizes = rungsOf({ ...a5, floor }, 0).map(({ textScale }) => 8.6 * textScale);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(floor - 1e-9);
    expect(Math.min(...sizes)).toBeLessThan(floor + 0.06);
  });

  test('takes a third column only where it is wide enough', () => {
    expect(rungsOf(a5, 1)).toEqual([]);
    expect(rungsOf(a4, 1)).toEqual([{ ...naturalKnobs, columns: 3 }]);
    expect(tightening(a4).map(({ isTrial }) => isTrial)).toEqual([false, true, false]);
  });

  test('leaves out the fields that entries have, the most dispensable first', () => {
    const facts: LadderFacts = { ...a5, fields: ['description', 'audience', 'notes'] };
    expect(rungsOf(facts, 2).map(({ dropped }) => dropped)).toEqual([
      ['notes'],
      ['notes', 'description'],
      ['notes', 'description', 'audience'],
    ]);
  });

  test('goes on from what was reached', () => {
    const reached = { ...naturalKnobs, density: 0.7, columns: 3 };
    expect(rungsOf({ ...a5, fields: ['notes'] }, 2, reached)).toEqual([
      { ...reached, dropped: ['notes'] },
    ]);
  });
});

describe('where the ladder begins', () => {
  test('is the template’s own setting', () => {
    expect(firstRung(a5)).toBe(naturalKnobs);
  });

  test('is the floor when the template is below it', () => {
    const { textScale } = firstRung({ ...a5, floor: 9 });
    expect(8.6 * textScale).toBeGreaterThanOrEqual(9 - 1e-9);
    expect(8.6 * textScale).toBeLessThan(9.01);
    expect(rungsOf({ ...a5, floor: 9 }, 0, { ...naturalKnobs, textScale })).toHaveLength(9);
  });
});

test('the ladder upwards opens spacing, then leading, a little', () => {
  const rungs = opening(naturalKnobs);
  expect(rungs.map(({ density, leading }) => [density, leading])).toEqual([
    [1.05, 1],
    [1.1, 1],
    [1.15, 1],
    [1.2, 1],
    [1.25, 1],
    [1.25, 1.02],
    [1.25, 1.04],
  ]);
});
