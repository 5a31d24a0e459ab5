import { readFileSync } from 'node:fs';
import { type CharacterMap, readCharacterMap } from './character-map.ts';
import { type FontMetrics, readMetrics } from './font-metrics.ts';
import { type FullShaper, openFullShaper } from './full-shaping.ts';
import { type Kerning, readKerning } from './kerning.ts';
import { type LayoutTable, readLayoutTable } from './opentype-layout.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { readSubstitutions, type Substitutions } from './substitution.ts';

/** What is read of a font file at its first use. */
export interface FaceTables {
  readonly outlines: Sfnt['outlines'];
  readonly metrics: FontMetrics;
  readonly map: CharacterMap;
  readonly kerning: Kerning;
  /** Substitutions of a row of features; null where the font has none. */
  substitutions(tags: readonly string[]): Substitutions | null;
  hasFeature(tag: string): boolean;
  /** Opens the file once more, in fontkit, at its first call. */
  readonly shapeFully: FullShaper;
}

/** Reads and opens a font file. */
export function openFaceTables(file: string): FaceTables {
  const bytes = readFileSync(file);
  return readFaceTables(readSfnt(bytes), bytes);
}

function readFaceTables(sfnt: Sfnt, bytes: Buffer): FaceTables {
  const metrics = readMetrics(sfnt);
  const substitution: LayoutTable | null = readLayoutTable(sfnt, 'GSUB');
  let shaper: FullShaper | null = null;
  return {
    outlines: sfnt.outlines,
    metrics,
    map: readCharacterMap(sfnt),
    kerning: readKerning(sfnt, readLayoutTable(sfnt, 'GPOS'), metrics.glyphCount),
    substitutions: (tags) =>
      substitution === null ? null : readSubstitutions(substitution, tags, metrics.glyphCount),
    hasFeature: (tag) => substitution?.features.has(tag) === true,
    shapeFully: (text, options) => {
      shaper ??= openFullShaper(bytes);
      return shaper(text, options);
    },
  };
}
