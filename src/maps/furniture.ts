import type { Point, Rect, Size } from '../geometry/geometry.ts';
import { overlap } from './labels.ts';
import type { MapMarker } from './map-image.ts';
import type { ScaleLength } from './scale.ts';

/** A scale bar in its place. */
export interface PlacedScaleBar extends ScaleLength {
  /** Left end of the bar, pt. */
  readonly at: Point;
}

/** Height of the bar with its lettering above, and size of that lettering, pt. */
export const scaleBarHeight = 11;
export const scaleLabelSize = 6.5;

const inset = 7;

/** The scale bar in the corner where it hides the fewest markers; bottom left when all are equal. */
export function placeScaleBar(
  bar: ScaleLength,
  size: Size,
  markers: readonly MapMarker[],
): PlacedScaleBar {
  const left = inset;
  const right = size.width - inset - bar.length;
  const bottom = size.height - inset;
  const top = inset + scaleBarHeight;
  const places = [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: left, y: top },
    { x: right, y: top },
  ].map((at) => ({ ...bar, at }));
  const hidden = places.map((place) => hiddenMarkers(scaleBarRect(place), markers));
  return places[hidden.indexOf(Math.min(...hidden))] as PlacedScaleBar;
}

/** The ground that a scale bar covers, lettering included, pt. */
export function scaleBarRect(bar: PlacedScaleBar): Rect {
  return {
    x: bar.at.x - 2,
    y: bar.at.y - scaleBarHeight,
    width: bar.length + 4,
    height: scaleBarHeight + 3,
  };
}

function hiddenMarkers(rect: Rect, markers: readonly MapMarker[]): number {
  return markers.filter((marker) => {
    const radius = marker.radius ?? 0;
    const { x, y } = marker.centre ?? marker.at;
    return overlap(rect, { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  }).length;
}
