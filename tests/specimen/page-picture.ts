import { execFileSync } from 'node:child_process';
import sharp from 'sharp';

/** Dots per inch: enough to see blocks and lines, too few to depend on how letters are smoothed. */
const resolution = 36;

/** A page, 1-based, as a small grey or coloured PNG. */
export async function renderPage(file: string, page: number): Promise<Buffer> {
  const args = ['-r', String(resolution), '-f', String(page), '-l', String(page), '-png', file];
  const png = execFileSync('pdftoppm', args, { maxBuffer: 10_000_000 });
  return sharp(png).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer();
}

export interface Difference {
  /** Mean difference of a sample, 0 to 255. */
  readonly mean: number;
  /** Share of samples that differ plainly. */
  readonly far: number;
}

/** How far two pictures are from one another; pictures of two sizes are as far as can be. */
export async function difference(a: Buffer, b: Buffer): Promise<Difference> {
  const [one, other] = await Promise.all([a, b].map(samples));
  if (!one || !other || one.length !== other.length) return { mean: 255, far: 1 };
  let total = 0;
  let far = 0;
  for (let index = 0; index < one.length; index += 1) {
    const distance = Math.abs((one[index] as number) - (other[index] as number));
    total += distance;
    if (distance > 80) far += 1;
  }
  return { mean: total / one.length, far: far / one.length };
}

function samples(png: Buffer): Promise<Buffer> {
  return sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer();
}
