import { describe, expect, it } from 'vitest';
import { pathOperators } from '../../src/pdf/graphics.ts';
import { parseSvgPath } from '../../src/pdf/svg-path.ts';

describe('parseSvgPath', () => {
  it('makes relative and repeated commands absolute', () => {
    expect(pathOperators('m1 2 3 4h5v-6l1,1z')).toBe('1 2 m\n4 6 l\n9 6 l\n9 0 l\n10 1 l\nh');
  });

  it('goes on from the start of the shape after closing it', () => {
    expect(pathOperators('M5 5h5zl1 1')).toBe('5 5 m\n10 5 l\nh\n6 6 l');
  });

  it('reads numbers without blanks, with exponents and leading points', () => {
    expect(pathOperators('M.5.5L1e1-2')).toBe('0.5 0.5 m\n10 -2 l');
  });

  it('mirrors the control point of smooth curves', () => {
    expect(pathOperators('M0 0C0 1 1 2 2 2S4 1 4 0')).toBe('0 0 m\n0 1 1 2 2 2 c\n3 2 4 1 4 0 c');
    expect(pathOperators('M0 0S4 1 4 0')).toBe('0 0 m\n0 0 4 1 4 0 c');
  });

  it('raises quadratic curves to cubic ones', () => {
    expect(pathOperators('M0 0Q3 3 6 0t6 0')).toBe('0 0 m\n2 2 4 2 6 0 c\n8 -2 10 -2 12 0 c');
  });

  it('keeps an arc on its circle and on its end point', () => {
    const commands = parseSvgPath('M10 0A10 10 0 0 1 0 10');
    expect(commands).toHaveLength(2);
    const last = commands[1];
    if (last?.op !== 'C') throw new Error('no curve');
    const [c1x, c1y, c2x, c2y, x, y] = last.points;
    expect([x, y]).toEqual([0, 10]);
    expect(c1x).toBeCloseTo(10);
    expect(c1y).toBeCloseTo(5.523, 3);
    expect(c2x).toBeCloseTo(5.523, 3);
    expect(c2y).toBeCloseTo(10);
  });

  it('cuts a large arc into quarters and reads flags without blanks', () => {
    const commands = parseSvgPath('M10 0a10 10 0 11-10 -10');
    expect(commands.filter(({ op }) => op === 'C')).toHaveLength(3);
    for (const command of commands) {
      if (command.op !== 'C') continue;
      expect(Math.hypot(command.points[4], command.points[5])).toBeCloseTo(10);
    }
  });

  it('enlarges radii that are too small and draws a line for none', () => {
    expect(pathOperators('M0 0A0 5 0 0 1 4 4')).toBe('0 0 m\n4 4 l');
    const [, first] = parseSvgPath('M0 0A1 1 0 0 1 10 0');
    expect(first?.op).toBe('C');
  });

  it('refuses what is no path', () => {
    expect(() => parseSvgPath('M1')).toThrow('ends too early');
    expect(() => parseSvgPath('1 2')).toThrow('starts with a number');
    expect(() => parseSvgPath('M0 0X1')).toThrow('"X"');
  });
});
