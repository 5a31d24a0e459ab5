import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

/** Glyphs of a text with their advances in 1/1000 em and the code points each stands for. */
export interface ShapedGlyphs {
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  readonly codePoints: readonly (readonly number[])[];
}

/** Features put on or off beyond the usual ones, and the script if it is known ("latn"). */
export interface FullShapingOptions {
  readonly tags: Readonly<Record<string, boolean>>;
  readonly script?: string;
}

/** Shapes text with every rule of the font. */
export type FullShaper = (text: string, options: FullShapingOptions) => ShapedGlyphs;

const requireModule = createRequire(import.meta.url);

/** Opens a font in fontkit, which is loaded only now: most runs never need it for shaping. */
export function openFullShaper(bytes: Buffer): FullShaper {
  const { create } = requireModule('fontkit') as { create(bytes: Buffer): Font };
  const font = create(bytes);
  const scale = 1000 / font.unitsPerEm;
  return (text, { tags, script }) => {
    const run = font.layout(text, { ...tags }, script);
    return {
      glyphs: run.glyphs.map((glyph) => glyph.id),
      advances: run.positions.map((position) => position.xAdvance * scale),
      codePoints: run.glyphs.map((glyph) => [...(glyph.codePoints ?? [])]),
    };
  };
}
