import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { rasterStream } from '../../src/pdf/raster.ts';

function picture(channels: 3 | 4 = 3) {
  const background = { r: 200, g: 30, b: 90, alpha: 0.5 };
  return sharp({ create: { width: 6, height: 4, channels, background } });
}

describe('rasterStream', () => {
  it('reads the size and colours of a JPEG and keeps its bytes', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const stream = rasterStream(bytes, 'photo');
    expect(stream.dictionary).toBe(
      '/Type/XObject/Subtype/Image/Width 6/Height 4/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode',
    );
    expect(Buffer.compare(stream.bytes, bytes)).toBe(0);
  });

  it('knows grey and CMYK', async () => {
    const grey = rasterStream(
      await picture().greyscale().toColourspace('b-w').jpeg().toBuffer(),
      'k',
    );
    expect(grey.dictionary).toContain('/DeviceGray');
    const cmyk = rasterStream(await picture().toColourspace('cmyk').jpeg().toBuffer(), 'k');
    expect(cmyk.cmyk).toBe(true);
    expect(cmyk.dictionary).toContain('/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]');
  });

  it('passes the pixels of a PNG on with their predictor', async () => {
    const { dictionary } = rasterStream(await picture().png().toBuffer(), 'k');
    expect(dictionary).toContain('/Width 6/Height 4/BitsPerComponent 8/ColorSpace/DeviceRGB');
    expect(dictionary).toContain('<</Predictor 15/Colors 3/BitsPerComponent 8/Columns 6>>');
    const indexed = rasterStream(await picture().png({ palette: true }).toBuffer(), 'k');
    expect(indexed.dictionary).toContain('/Indexed/DeviceRGB 0<c81e5a>');
  });

  it('refuses transparency, interlacing, other formats and broken files, naming the picture', async () => {
    expect(() => rasterStream(Buffer.from('GIF89a'), 'gif')).toThrow('"gif" is neither');
    const see = await picture(4).png().toBuffer();
    expect(() => rasterStream(see, 'see')).toThrow('"see" has transparency');
    const lines = await picture().png({ progressive: true }).toBuffer();
    expect(() => rasterStream(lines, 'lines')).toThrow('"lines" is an interlaced PNG');
    const cut = (await picture().jpeg().toBuffer()).subarray(0, 30);
    expect(() => rasterStream(cut, 'cut')).toThrow('"cut" is a broken JPEG');
  });
});
