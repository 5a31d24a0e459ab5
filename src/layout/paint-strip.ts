import type { Graphic, Tag } from '../boxes/box.ts';
import type { Rect } from '../geometry/geometry.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import { drawingFragments } from './drawing-fragments.ts';
import type { Fragment } from './page.ts';
import type { PageBuilder } from './page-builder.ts';
import { columnDecorations, decorationFragments, type SetStrip } from './paint-decorations.ts';
import { type ArtifactKind, paintLine } from './paint-line.ts';
import type { CellContent, Strip, StripMarks } from './strip.ts';
import type { TextStyles } from './text-style.ts';

/** Told where the marks of a strip came to stand. */
export type MarkListener = (marks: StripMarks, page: PageBuilder, y: number) => void;

export interface PaintOptions {
  readonly textStyles: TextStyles;
  readonly onMarks: MarkListener;
  /** Set when all is painted outside the reading order. */
  readonly artifact?: ArtifactKind;
}

/** Paints one strip with its top left corner at (x, y); x is the column's left edge. */
export function paintStrip(
  page: PageBuilder,
  strip: Strip,
  { x, y }: { x: number; y: number },
  options: PaintOptions,
): void {
  if (strip.marks) options.onMarks(strip.marks, page, y);
  for (const repeat of strip.repeated) page.repeated.add(repeat);
  const { content } = strip;
  if (!content) return;
  const left = x + strip.x;
  if (content.kind === 'line') {
    if (content.marker)
      paintLine(
        page,
        content.marker,
        { x: left + content.markerX, y: y + content.line.baseline - content.marker.baseline },
        options.artifact,
      );
    const anchors = paintLine(page, content.line, { x: left, y }, options.artifact);
    if (anchors.length > 0)
      options.onMarks({ anchors, strings: [], bookmarks: [], placed: [] }, page, y);
  } else if (content.kind === 'graphic') {
    const offset =
      content.style.textAlign === 'center'
        ? (strip.width - content.width) / 2
        : content.style.textAlign === 'right'
          ? strip.width - content.width
          : 0;
    const rect = { x: left + offset, y, width: content.width, height: content.height };
    target(page, options).push(
      ...graphicFragments(content.graphic, rect, content.style, content.tag, options.textStyles),
    );
  } else {
    for (const cell of content.cells) paintCell(page, cell, { x: left, y }, options);
  }
}

function target(page: PageBuilder, options: PaintOptions): Fragment[] {
  return options.artifact === 'pagination' ? page.furniture : page.content;
}

function paintCell(
  page: PageBuilder,
  cell: CellContent,
  { x, y }: { x: number; y: number },
  options: PaintOptions,
): void {
  const left = x + cell.x;
  if (cell.decoration) {
    const rect = { x: left, y, width: cell.decoration.width, height: cell.height };
    target(page, options).push(...decorationFragments(cell.decoration, rect));
  }
  paintStack(page, cell.strips, { x: left, y: y + cell.y }, options);
}

/** Paints strips one under the other, their backgrounds below them. */
export function paintStack(
  page: PageBuilder,
  strips: readonly Strip[],
  { x, y }: { x: number; y: number },
  options: PaintOptions,
): void {
  const set = stackPositions(strips, y);
  target(page, options).push(...columnDecorations(set, x, { before: undefined, after: undefined }));
  for (const { strip, y: top } of set) paintStrip(page, strip, { x, y: top }, options);
}

/** Top edges of strips set one under the other. */
export function stackPositions(strips: readonly Strip[], y: number): readonly SetStrip[] {
  let top = y;
  return strips.map((strip, index) => {
    if (index > 0) top += strip.before;
    const set = { strip, y: top };
    top += strip.height;
    return set;
  });
}

/** A picture in its frame, fitted as the style says. */
export function graphicFragments(
  graphic: Graphic,
  frame: Rect,
  style: ComputedStyle,
  tag: Tag | null,
  textStyles: TextStyles,
): readonly Fragment[] {
  if (graphic.kind === 'drawing')
    return drawingFragments(graphic, frame, { style, tag, textStyles });
  const rect = fitted(graphic, frame, style.objectFit);
  const clip = style.objectFit === 'cover' ? frame : null;
  return [{ kind: 'graphic', graphic, rect, clip, colour: style.colour, tag }];
}

function fitted(
  graphic: { readonly width: number; readonly height: number },
  frame: Rect,
  fit: ComputedStyle['objectFit'],
): Rect {
  if (fit === 'fill') return frame;
  const scales = [frame.width / graphic.width, frame.height / graphic.height] as const;
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const width = graphic.width * scale;
  const height = graphic.height * scale;
  return {
    x: frame.x + (frame.width - width) / 2,
    y: frame.y + (frame.height - height) / 2,
    width,
    height,
  };
}
