import type { DrawingGraphic, DrawingPart, Tag } from '../boxes/box.ts';
import type { Point, Rect } from '../geometry/geometry.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { Fragment } from './page.ts';
import { textFragments } from './paint-line.ts';
import type { TextStyles } from './text-style.ts';

interface DrawingPaint {
  readonly style: ComputedStyle;
  readonly tag: Tag | null;
  readonly textStyles: TextStyles;
}

/** A drawing with lettering, scaled into its frame and cut at its edges; one Figure for a reader. */
export function drawingFragments(
  drawing: DrawingGraphic,
  frame: Rect,
  paint: DrawingPaint,
): readonly Fragment[] {
  const scale = frame.width / drawing.width;
  const children: Fragment[] = [];
  if (drawing.base) {
    children.push({
      kind: 'graphic',
      graphic: drawing.base,
      rect: frame,
      clip: null,
      colour: paint.style.colour,
      tag: paint.tag,
    });
  }
  const move = (point: Point): Point => ({
    x: frame.x + point.x * scale,
    y: frame.y + point.y * scale,
  });
  for (const part of drawing.parts) children.push(...partFragments(part, move, scale, paint));
  return [{ kind: 'clip', rect: frame, children, tag: null }];
}

type Move = (point: Point) => Point;

function partFragments(
  part: DrawingPart,
  move: Move,
  scale: number,
  paint: DrawingPaint,
): readonly Fragment[] {
  const { tag } = paint;
  if (part.kind === 'text') return lettering(part, move, scale, paint);
  const stroke = part.stroke && { colour: part.stroke.colour, width: part.stroke.width * scale };
  if (part.kind === 'shape') {
    const rings = part.rings.map((ring) => ring.map(move));
    return [{ kind: 'path', rings, closed: part.closed, fill: part.fill, stroke, tag }];
  }
  return [
    {
      kind: 'path',
      rings: [circle(move(part.at), part.radius * scale)],
      closed: true,
      fill: part.fill,
      stroke,
      tag,
    },
  ];
}

/** A circle as a polygon fine enough for print at the size of a marker. */
function circle(at: Point, radius: number): readonly Point[] {
  const count = 32;
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2;
    return { x: at.x + Math.cos(angle) * radius, y: at.y + Math.sin(angle) * radius };
  });
}

function lettering(
  part: Extract<DrawingPart, { kind: 'text' }>,
  move: Move,
  scale: number,
  paint: DrawingPaint,
): readonly Fragment[] {
  const style = letterStyle(paint.style, part, scale);
  const textStyle = paint.textStyles(style);
  const words = part.text.split(' ').map((word) => textStyle.shape(word));
  const runs = words.flatMap((word, index) =>
    index > 0 ? [textStyle.space, ...word.runs] : word.runs,
  );
  const width =
    words.reduce((sum, word) => sum + word.width, 0) + textStyle.spaceWidth * (words.length - 1);
  const at = move(part.at);
  const x =
    part.align === 'center' ? at.x - width / 2 : part.align === 'right' ? at.x - width : at.x;
  return textFragments(
    runs,
    textStyle,
    { x, y: at.y },
    { tag: paint.tag, spaceExtra: 0, artifact: paint.tag ? undefined : 'layout' },
  );
}

const letterStyles = new WeakMap<ComputedStyle, Map<string, ComputedStyle>>();

function letterStyle(
  base: ComputedStyle,
  part: Extract<DrawingPart, { kind: 'text' }>,
  scale: number,
): ComputedStyle {
  let known = letterStyles.get(base);
  if (!known) {
    known = new Map();
    letterStyles.set(base, known);
  }
  const key = `${part.size}/${scale}/${part.weight}/${part.colour}`;
  let style = known.get(key);
  if (!style) {
    const fontSize = part.size * scale;
    style = {
      ...base,
      fontSize,
      lineHeight: fontSize * 1.2,
      fontWeight: part.weight,
      colour: part.colour,
      verticalAlign: 'baseline',
      letterSpacing: 0,
      smallCaps: false,
    };
    known.set(key, style);
  }
  return style;
}
