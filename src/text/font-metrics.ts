import { FontFileFault, type Sfnt, tableOffset } from './sfnt.ts';

/** What a font file says of itself, lengths in 1/1000 em or em as named. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** em, positive. */
  readonly ascent: number;
  /** em, positive. */
  readonly descent: number;
  /** em */
  readonly capHeight: number;
  /** em */
  readonly xHeight: number;
  /** Advance of each glyph in 1/1000 em, without kerning. */
  readonly advances: Float64Array;
}

/** Reads head, hhea, maxp, hmtx and OS/2. */
export function readMetrics(sfnt: Sfnt): FontMetrics {
  const { view } = sfnt;
  const unitsPerEm = view.getUint16(tableOffset(sfnt, 'head') + 18);
  if (unitsPerEm < 16) throw new FontFileFault('not-a-font', 'units per em');
  const hhea = tableOffset(sfnt, 'hhea');
  const glyphCount = view.getUint16(tableOffset(sfnt, 'maxp') + 4);
  const heights = readHeights(sfnt, unitsPerEm);
  return {
    unitsPerEm,
    glyphCount,
    ascent: view.getInt16(hhea + 4) / unitsPerEm,
    descent: -view.getInt16(hhea + 6) / unitsPerEm,
    ...heights,
    advances: readAdvances(sfnt, glyphCount, 1000 / unitsPerEm),
  };
}

function readHeights(sfnt: Sfnt, unitsPerEm: number): { xHeight: number; capHeight: number } {
  const span = sfnt.tables.get('OS/2');
  const version = span === undefined ? 0 : sfnt.view.getUint16(span.offset);
  if (span === undefined || version < 2 || span.length < 90) {
    return { xHeight: 0.5, capHeight: 0.7 };
  }
  return {
    xHeight: sfnt.view.getInt16(span.offset + 86) / unitsPerEm || 0.5,
    capHeight: sfnt.view.getInt16(span.offset + 88) / unitsPerEm || 0.7,
  };
}

function readAdvances(sfnt: Sfnt, glyphCount: number, scale: number): Float64Array {
  const hmtx = tableOffset(sfnt, 'hmtx');
  const distinct = sfnt.view.getUint16(tableOffset(sfnt, 'hhea') + 34);
  const advances = new Float64Array(glyphCount);
  let last = 0;
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    if (glyph < distinct) last = sfnt.view.getUint16(hmtx + glyph * 4) * scale;
    advances[glyph] = last;
  }
  return advances;
}

/** True when the licence flags of the file forbid to embed it in a document. */
export function forbidsEmbedding(sfnt: Sfnt): boolean {
  const span = sfnt.tables.get('OS/2');
  if (span === undefined) return false;
  const usage = sfnt.view.getUint16(span.offset + 8) & 0x0f;
  return usage === 0x02;
}
