import { describe, expect, it } from 'vitest';
import type { Box, TracksBox } from '../../src/boxes/box.ts';
import { trackWidths } from '../../src/layout/track-cells.ts';
import type { ComputedStyle, TrackSize } from '../../src/style/computed-style.ts';
import { paragraph, stage, style, textOf, texts } from './stage.ts';

const auto: TrackSize = { kind: 'auto' };
const fraction = (share: number): TrackSize => ({ kind: 'fraction', share });
const points = (value: number): TrackSize => ({ kind: 'fixed', size: { unit: 'pt', value } });

function widths(tracks: readonly TrackSize[], asked: readonly [least: number, most: number][]) {
  const natural = (column: number) => {
    const [least, most] = asked[column] as [number, number];
    return { least, most };
  };
  return trackWidths(tracks, tracks.length, { width: 200, natural });
}

function tracks(cells: readonly Box[], changes: Partial<ComputedStyle>): TracksBox {
  return {
    kind: 'tracks',
    style: style({ columnGap: 0, ...changes }),
    anchors: [],
    strings: [],
    bookmark: null,
    cells,
  };
}

function placed(box: TracksBox): readonly string[] {
  const [page] = stage([box], { width: 200 }).document.pages;
  return texts(page?.fragments ?? []).map(
    (one) => `${textOf(one)}@${Math.round(one.x)},${Math.round(one.y * 100) / 100}`,
  );
}

describe('trackWidths', () => {
  it('gives fixed tracks their size and fractions the rest', () => {
    expect(
      widths(
        [points(50), fraction(1), fraction(2)],
        [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ),
    ).toEqual([50, 50, 100]);
  });

  it('makes auto tracks as wide as what they hold', () => {
    expect(
      widths(
        [auto, fraction(1)],
        [
          [20, 40],
          [10, 300],
        ],
      ),
    ).toEqual([40, 160]);
  });

  it('shares what is left between autos when there is no fraction', () => {
    expect(
      widths(
        [auto, auto],
        [
          [20, 40],
          [20, 100],
        ],
      ),
    ).toEqual([70, 130]);
  });

  it('caps a long text so that the fraction keeps its longest word', () => {
    expect(
      widths(
        [auto, fraction(1)],
        [
          [20, 900],
          [60, 60],
        ],
      ),
    ).toEqual([140, 60]);
  });

  it('leaves no track out when nothing fits', () => {
    expect(
      widths(
        [auto, auto],
        [
          [300, 300],
          [100, 100],
        ],
      ),
    ).toEqual([150, 50]);
  });
});

describe('rows of tracks', () => {
  it('align the first lines of cells of different sizes on one baseline', () => {
    const cells = [paragraph('Big', { fontSize: 20, lineHeight: 20 }), paragraph('small')];
    const start = placed(tracks(cells, { tracks: [points(100), fraction(1)] }));
    const level = placed(
      tracks(cells, { tracks: [points(100), fraction(1)], alignItems: 'baseline' }),
    );
    expect(start).toEqual(['Big@0,16', 'small@100,8']);
    expect(level).toEqual(['Big@0,16', 'small@100,16']);
  });

  it('measure an auto column over all its rows', () => {
    const cells = ['a', 'x', 'bbb', 'y'].map((text) => paragraph(text));
    expect(placed(tracks(cells, { tracks: [auto, fraction(1)] }))).toEqual([
      'a@0,8',
      'x@30,8',
      'bbb@0,18',
      'y@30,18',
    ]);
  });
});
