import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DrawingGraphic, DrawingPart, RasterGraphic } from '../../src/boxes/box.ts';
import { drawingInMode } from '../../src/boxes/drawing-in-mode.ts';
import { loadGraphics } from '../../src/boxes/load-graphics.ts';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { toGrey } from '../../src/style/colour.ts';
import type { ColourMode } from '../../src/style/colour-mode.ts';

const square = (side: number): DrawingPart => ({
  kind: 'shape',
  rings: [
    [
      { x: 0, y: 0 },
      { x: side, y: 0 },
      { x: side, y: side },
      { x: 0, y: side },
    ],
  ],
  closed: true,
  fill: '#f0c05a',
  stroke: null,
});
const disc: DrawingPart = {
  kind: 'circle',
  at: { x: 5, y: 5 },
  radius: 4,
  fill: '#1a4f8b',
  stroke: { colour: '#ffffff', width: 0.5 },
};
const label: DrawingPart = {
  kind: 'text',
  at: { x: 0, y: 0 },
  text: '1',
  size: 6,
  weight: 700,
  colour: '#a3151f',
  align: 'center',
};

function parts(mode: ColourMode): readonly DrawingPart[] {
  const drawing: DrawingGraphic = {
    kind: 'drawing',
    key: 'map:a',
    width: 100,
    height: 100,
    base: null,
    parts: [square(50), square(4), disc, label],
  };
  return drawingInMode(drawing, mode).parts;
}

describe('a map', () => {
  it('in grey has greys as light as its colours', () => {
    const [area, small, circle, text] = parts('grey');
    expect(area).toMatchObject({ fill: toGrey('#f0c05a'), stroke: null });
    expect(small).toMatchObject({ fill: toGrey('#f0c05a') });
    expect(circle).toMatchObject({ fill: toGrey('#1a4f8b'), stroke: { colour: '#ffffff' } });
    expect(text).toMatchObject({ colour: toGrey('#a3151f') });
  });

  it('in ink-saving loses its areas, and keeps the discs that tell where things are', () => {
    const [area, small, circle, text] = parts('ink-saving');
    expect(area).toMatchObject({ fill: '#ffffff', stroke: { colour: '#f0c05a', width: 0.6 } });
    expect(small).toEqual(square(4));
    expect(circle).toEqual(disc);
    expect(text).toEqual(label);
  });

  it('in full colour is as it was drawn', () => {
    expect(parts('full')).toEqual([square(50), square(4), disc, label]);
  });
});

describe('a picture', () => {
  async function loaded(colours?: ColourMode): Promise<RasterGraphic> {
    const folder = mkdtempSync(join(tmpdir(), 'proximites-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'a.png');
    const red = { width: 8, height: 8, channels: 3 as const, background: '#ff0000' };
    writeFileSync(path, await sharp({ create: red }).png().toBuffer());
    const sink = new DiagnosticList();
    const options = { sink, maps: [], resolve: () => path, colours };
    const graphics = await loadGraphics('<img src="a.png" alt="">', options);
    expect(sink.all).toEqual([]);
    return graphics.image('a.png') as RasterGraphic;
  }

  it('in grey has one channel of grey', async () => {
    const { bytes } = await loaded('grey');
    const { channels } = await sharp(bytes).metadata();
    const pixel = (await sharp(bytes).raw().toBuffer())[0] as number;
    expect(channels).toBe(1);
    expect(pixel).toBeGreaterThan(50);
    expect(pixel).toBeLessThan(140);
  });

  it.each([undefined, 'full', 'ink-saving'] as const)('in %s keeps its colours', async (mode) => {
    const { bytes } = await loaded(mode);
    const [red, green] = await sharp(bytes).raw().toBuffer();
    expect(red).toBeGreaterThan(240);
    expect(green).toBeLessThan(15);
  });
});
