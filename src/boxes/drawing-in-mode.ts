import type { Point } from '../geometry/geometry.ts';
import { areaInMode, type ColourMode, colourInMode } from '../style/colour-mode.ts';
import type { DrawingGraphic, DrawingPart } from './box.ts';

/** Areas from this size on, pt², cost ink; the discs of markers and the heads of arrows do not. */
const largeArea = 300;

/** Width of the rule around a large area that loses its colour, pt. */
const ruleWidth = 0.6;

/** A drawing as a mode prints it; its base picture is mapped where it is encoded. */
export function drawingInMode(drawing: DrawingGraphic, mode: ColourMode): DrawingGraphic {
  if (mode === 'full') return drawing;
  return { ...drawing, parts: drawing.parts.map((part) => partInMode(part, mode)) };
}

function partInMode(part: DrawingPart, mode: ColourMode): DrawingPart {
  if (part.kind === 'text') return { ...part, colour: colourInMode(part.colour, mode) };
  const stroke = part.stroke && {
    ...part.stroke,
    colour: colourInMode(part.stroke.colour, mode),
  };
  const isLarge = part.kind === 'shape' && part.closed && areaOf(part.rings) >= largeArea;
  if (!isLarge || part.fill === null) {
    return { ...part, stroke, fill: colourInMode(part.fill, mode) };
  }
  const rule =
    mode === 'ink-saving' && stroke === null ? { colour: part.fill, width: ruleWidth } : stroke;
  return { ...part, stroke: rule, fill: areaInMode(part.fill, mode) };
}

/** Area of the largest ring, pt². */
function areaOf(rings: readonly (readonly Point[])[]): number {
  return Math.max(0, ...rings.map(ringArea));
}

function ringArea(ring: readonly Point[]): number {
  let twice = 0;
  let previous = ring.at(-1);
  for (const point of ring) {
    if (previous) twice += previous.x * point.y - point.x * previous.y;
    previous = point;
  }
  return Math.abs(twice) / 2;
}
