/** A shaped piece of text in one face: a word, or the blank between two words. Cached, shared, never changed. */
export interface GlyphRun {
  readonly face: FontFace;
  readonly text: string;
  /** Glyph ids of the font file. */
  readonly glyphs: readonly number[];
  /** Advance of each glyph, kerning included, in 1/1000 em. */
  readonly advances: readonly number[];
  /** What each glyph stands for, for text extraction (a ligature has several code points). */
  readonly codePoints: readonly (readonly number[])[];
  /** Sum of the advances, 1/1000 em. */
  readonly width: number;
  /** True for the runs that justification may stretch (U+0020 and U+00A0). */
  readonly isSpace: boolean;
}

/** Font features that change the glyphs. */
export interface ShapeFeatures {
  readonly smallCaps: boolean;
  readonly tabularFigures: boolean;
  /** False where letters are spaced out: no fi, no ffl. */
  readonly ligatures?: boolean;
}

/** One font file. Vertical metrics in em, positive: ascent above, descent below the baseline. */
export interface FontFace {
  /** Unique: "Source Sans 3/600/normal". */
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Absolute path of the TTF. */
  readonly file: string;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** True when the face has small capitals of its own; otherwise they are capitals made smaller. */
  readonly hasSmallCaps?: boolean;
  /** Kind of outlines: a painter embeds each in its own way. */
  readonly outlines?: 'truetype' | 'cff';
  /** Advance of a glyph without kerning, 1/1000 em. */
  advanceOf?(glyph: number): number;
  has(codePoint: number): boolean;
  /** Shapes text that the face covers; the same arguments give the same object. */
  shape(text: string, features: ShapeFeatures): GlyphRun;
}

/** What style asks for. */
export interface FontRequest {
  readonly families: readonly string[];
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

/** Called for a character that no font has; it is replaced by U+FFFD's stand-in, never by .notdef. */
export type MissingGlyph = (codePoint: number, text: string) => void;

/** The fonts of a run: finds faces, shapes across them. */
export interface FontLibrary {
  /** True when a style sheet may ask for this family (generic ones included). */
  knows?(family: string): boolean;
  /** Nearest face of the first family known, as CSS matches weights. */
  face(request: FontRequest): FontFace;
  /** Faces tried in turn for a request, fallback families last. */
  stack(request: FontRequest): readonly FontFace[];
  /**
   * Shapes a word without blanks, one run per face needed. U+202F falls back to U+00A0 in the
   * same face; a character no face has is reported and dropped or replaced.
   */
  shapeWord(stack: readonly FontFace[], word: string, features: ShapeFeatures): readonly GlyphRun[];
  onMissing(listener: MissingGlyph): void;
}
