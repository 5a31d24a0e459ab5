import type { Box, PlacedBox } from '../boxes/box.ts';
import type { Size } from '../geometry/geometry.ts';
import type { ComputedStyle, LengthOrPercent } from '../style/computed-style.ts';
import { stackHeight } from './fill-columns.ts';
import { makeStack, type StripOptions } from './make-strips.ts';
import type { Strip } from './strip.ts';

/** A placed box set once, with its corner on recto and verso pages. */
export interface SetPlacedBox {
  readonly strips: readonly Strip[];
  readonly x: { readonly recto: number; readonly verso: number };
  readonly y: number;
}

/** Sets a box against the trimmed page; `outside` and `inside` are mirrored on verso pages. */
export function setPlacedBox(placed: PlacedBox, page: Size, options: StripOptions): SetPlacedBox {
  const { style } = placed;
  const edges = {
    top: points(style.top, page.height),
    bottom: points(style.bottom, page.height),
    left: points(style.left, page.width),
    right: points(style.right, page.width),
    outside: points(style.outside, page.width),
    inside: points(style.inside, page.width),
  };
  const near = edges.left ?? edges.inside;
  const far = edges.right ?? edges.outside;
  const styledWidth = points(style.width, page.width);
  const width = styledWidth ?? Math.max(1, page.width - (near ?? 0) - (far ?? 0));
  const stretched =
    edges.top !== null && edges.bottom !== null ? page.height - edges.top - edges.bottom : null;
  const height = points(style.height, page.height) ?? stretched;
  const strips = makeStack(framedContent(placed.content, width, height), width, options);
  const used = height ?? stackHeight(strips, 0, strips.length);
  const y = edges.top ?? (edges.bottom !== null ? page.height - edges.bottom - used : 0);
  const rectoX = near ?? (far !== null ? page.width - far - width : 0);
  const mirrored =
    edges.left === null &&
    edges.right === null &&
    (edges.inside !== null || edges.outside !== null);
  return {
    strips,
    x: { recto: rectoX, verso: mirrored ? page.width - rectoX - width : rectoX },
    y,
  };
}

/** The content with the size that its place gives it. */
function framedContent(content: Box, width: number, height: number | null): Box {
  const style: ComputedStyle = {
    ...content.style,
    position: 'static',
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    width: { unit: 'pt', value: width },
    height: height === null ? content.style.height : { unit: 'pt', value: height },
    breakBefore: 'auto',
    breakAfter: 'auto',
    page: 'auto',
  };
  return { ...content, style } as Box;
}

function points(length: LengthOrPercent | 'auto', containing: number): number | null {
  if (length === 'auto') return null;
  return length.unit === 'pt' ? length.value : (containing * length.value) / 100;
}
