import type { Rect } from '../geometry/geometry.ts';
import type { BorderSide } from '../style/computed-style.ts';
import type { Fragment } from './page.ts';
import type { Decoration, Strip } from './strip.ts';

/** A strip with the place of its top edge on the page. */
export interface SetStrip {
  readonly strip: Strip;
  readonly y: number;
}

interface Extent {
  top: number;
  bottom: number;
  readonly opens: boolean;
  closes: boolean;
}

/** Backgrounds and borders of the blocks that a column's strips belong to, outer ones first. */
export function columnDecorations(
  strips: readonly SetStrip[],
  x: number,
  neighbours: { readonly before: Strip | undefined; readonly after: Strip | undefined },
): readonly Fragment[] {
  const extents = new Map<Decoration, Extent>();
  for (const { strip, y } of strips) {
    for (const decoration of strip.decorations) {
      const extent = extents.get(decoration);
      if (extent) extent.bottom = y + strip.height;
      else {
        const opens = !neighbours.before?.decorations.includes(decoration);
        const closes = !neighbours.after?.decorations.includes(decoration);
        extents.set(decoration, { top: y, bottom: y + strip.height, opens, closes });
      }
    }
  }
  return [...extents]
    .sort(([a], [b]) => a.depth - b.depth)
    .flatMap(([decoration, { top, bottom, opens, closes }]) => {
      const rect = { x: x + decoration.x, y: top, width: decoration.width, height: bottom - top };
      return decorationFragments(decoration, rect, { opens, closes });
    });
}

/** Fragments of one background with its borders; a box cut by a break has no edge there. */
export function decorationFragments(
  decoration: Decoration,
  rect: Rect,
  { opens, closes }: { readonly opens: boolean; readonly closes: boolean } = {
    opens: true,
    closes: true,
  },
): readonly Fragment[] {
  const { border, background, radius } = decoration;
  const sides = [border.top, border.right, border.bottom, border.left];
  const first = border.top;
  const uniform = sides.every(
    (side) => side.width === first.width && side.colour === first.colour && side.style === 'solid',
  );
  if (uniform && first.width > 0 && opens && closes) {
    const half = first.width / 2;
    const inner = {
      x: rect.x + half,
      y: rect.y + half,
      width: rect.width - first.width,
      height: rect.height - first.width,
    };
    return [
      {
        kind: 'rect',
        rect: inner,
        fill: background,
        stroke: { colour: first.colour, width: first.width },
        radius,
        tag: null,
        artifact: 'layout',
      },
    ];
  }
  const fragments: Fragment[] = [];
  if (background)
    fragments.push({
      kind: 'rect',
      rect,
      fill: background,
      stroke: null,
      radius,
      tag: null,
      artifact: 'layout',
    });
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  if (opens)
    fragments.push(
      ...edge(border.top, [
        rect.x,
        rect.y + border.top.width / 2,
        right,
        rect.y + border.top.width / 2,
      ]),
    );
  if (closes)
    fragments.push(
      ...edge(border.bottom, [
        rect.x,
        bottom - border.bottom.width / 2,
        right,
        bottom - border.bottom.width / 2,
      ]),
    );
  fragments.push(
    ...edge(border.left, [
      rect.x + border.left.width / 2,
      rect.y,
      rect.x + border.left.width / 2,
      bottom,
    ]),
  );
  fragments.push(
    ...edge(border.right, [
      right - border.right.width / 2,
      rect.y,
      right - border.right.width / 2,
      bottom,
    ]),
  );
  return fragments;
}

/** A straight rule as a border side asks; [x1, y1, x2, y2]. */
export function edge(
  side: BorderSide,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): readonly Fragment[] {
  if (side.width <= 0 || side.style === 'none') return [];
  const dash =
    side.style === 'solid'
      ? null
      : side.style === 'dotted'
        ? [0, side.width * 2]
        : [side.width * 3, side.width * 2];
  return [
    {
      kind: 'rule',
      from: { x: x1, y: y1 },
      to: { x: x2, y: y2 },
      width: side.width,
      colour: side.colour,
      dash,
      tag: null,
    },
  ];
}
