import { describe, expect, it } from 'vitest';
import { scaleDenominator, scaleLength } from '../../src/maps/scale.ts';

describe('scaleDenominator', () => {
  it('is 25 000 when one centimetre stands for 250 metres', () => {
    const pointsPerCentimetre = 72 / 2.54;
    expect(scaleDenominator(250 / pointsPerCentimetre)).toBe(25000);
  });
});

describe('scaleLength', () => {
  it('takes the longest round distance that fits', () => {
    expect(scaleLength(10, 90)).toEqual({ length: 50, label: '500\u00a0m' });
    expect(scaleLength(10, 49.9)).toEqual({ length: 20, label: '200\u00a0m' });
    expect(scaleLength(10, 19)).toEqual({ length: 10, label: '100\u00a0m' });
  });

  it('counts in kilometres from one kilometre up', () => {
    expect(scaleLength(25, 90)).toEqual({ length: 80, label: '2\u00a0km' });
    expect(scaleLength(1000, 99)).toEqual({ length: 50, label: '50\u00a0km' });
  });

  it('is never longer than asked nor shorter than two fifths of it', () => {
    for (let metres = 0.3; metres < 50000; metres *= 1.37) {
      const { length } = scaleLength(metres, 80);
      expect(length).toBeLessThanOrEqual(80);
      expect(length).toBeGreaterThan(80 * 0.399);
    }
  });
});
