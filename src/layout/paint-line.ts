import type { Tag } from '../boxes/box.ts';
import type { GlyphRun } from '../text/font.ts';
import type { FolioPiece, GraphicPiece, Line, TextPiece } from './line-pieces.ts';
import type { Fragment, TextFragment } from './page.ts';
import type { PageBuilder } from './page-builder.ts';
import type { TextStyle } from './text-style.ts';

/** What a line that is painted outside the reading order counts as. */
export type ArtifactKind = 'pagination' | 'layout';

export interface LinePosition {
  readonly x: number;
  /** Top of the line. */
  readonly y: number;
}

/** Paints a line on a page; returns the anchors that it holds. */
export function paintLine(
  page: PageBuilder,
  line: Line,
  { x, y }: LinePosition,
  artifact?: ArtifactKind,
): readonly string[] {
  const anchors: string[] = [];
  const baseline = y + line.baseline;
  const into = artifact === 'pagination' ? page.furniture : page.content;
  for (const piece of line.pieces) {
    if (piece.kind === 'anchor') {
      anchors.push(piece.name);
      continue;
    }
    if (piece.kind === 'text') paintText(into, piece, { x: x + piece.x, y: baseline }, artifact);
    if (piece.kind === 'graphic') paintGraphic(into, piece, { x: x + piece.x, y: baseline });
    if (piece.kind === 'folio') postponeFolio(page, piece, x + piece.x, baseline);
    if (piece.link) {
      const rect = { x: x + piece.x, y, width: inkWidth(piece), height: line.height };
      page.addLink(piece.link, piece.tag, rect);
    }
  }
  return anchors;
}

/** Width without the blanks at the end of a text piece. */
function inkWidth(piece: TextPiece | GraphicPiece | FolioPiece): number {
  if (piece.kind !== 'text') return piece.width;
  const last = piece.runs.at(-1);
  return last === piece.textStyle.space
    ? piece.width - piece.textStyle.spaceWidth - piece.spaceExtra
    : piece.width;
}

interface BaselinePoint {
  readonly x: number;
  readonly y: number;
}

function paintText(
  into: Fragment[],
  piece: TextPiece,
  at: BaselinePoint,
  artifact?: ArtifactKind,
): void {
  const { textStyle, tag } = piece;
  const kind = artifact ?? (tag ? undefined : 'layout');
  into.push(
    ...textFragments(piece.runs, textStyle, at, {
      tag,
      artifact: kind,
      spaceExtra: piece.spaceExtra,
    }),
  );
  if (textStyle.style.underline) {
    const y = at.y + textStyle.size * 0.12;
    const to = { x: at.x + inkWidth(piece), y };
    into.push({
      kind: 'rule',
      from: { x: at.x, y },
      to,
      width: textStyle.size * 0.05,
      colour: textStyle.style.colour,
      dash: null,
      tag: null,
    });
  }
}

interface TextPaint {
  readonly tag: Tag | null;
  readonly artifact?: ArtifactKind;
  readonly spaceExtra: number;
}

/** Runs as text fragments, one for each stretch in one face. */
export function textFragments(
  runs: readonly GlyphRun[],
  textStyle: TextStyle,
  at: BaselinePoint,
  paint: TextPaint,
): readonly TextFragment[] {
  const { size, style } = textStyle;
  const y = at.y - textStyle.rise;
  const make = (x: number, part: readonly GlyphRun[]): TextFragment => ({
    kind: 'text',
    x,
    y,
    face: (part[0] as GlyphRun).face,
    size,
    colour: style.colour,
    runs: part,
    spaceExtra: paint.spaceExtra,
    letterSpacing: style.letterSpacing,
    tag: paint.tag,
    artifact: paint.artifact,
  });
  if (runs.length === 0) return [];
  const first = runs[0] as GlyphRun;
  if (runs.every((run) => run.face === first.face)) return [make(at.x, runs)];
  const fragments: TextFragment[] = [];
  let x = at.x;
  let from = 0;
  let start = x;
  runs.forEach((run, index) => {
    if (run.face !== (runs[from] as GlyphRun).face) {
      fragments.push(make(start, runs.slice(from, index)));
      from = index;
      start = x;
    }
    x += (run.width * size) / 1000 + run.glyphs.length * style.letterSpacing;
    if (run.isSpace) x += paint.spaceExtra;
  });
  fragments.push(make(start, runs.slice(from)));
  return fragments;
}

function paintGraphic(into: Fragment[], piece: GraphicPiece, at: BaselinePoint): void {
  const { style, width, height } = piece;
  // 'middle' centres a pictogram on the lower-case letters' height.
  const lift = style.verticalAlign === 'middle' ? height / 2 - style.fontSize * 0.33 : 0;
  const rect = { x: at.x, y: at.y - height + lift, width, height };
  into.push({
    kind: 'graphic',
    graphic: piece.graphic,
    rect,
    clip: null,
    colour: style.colour,
    tag: piece.tag,
  });
}

function postponeFolio(page: PageBuilder, piece: FolioPiece, x: number, baseline: number): void {
  page.pendingFolios.push({ piece, right: x + piece.width, baseline, at: page.content.length });
}
