import type { Graphic } from '../boxes/box.ts';
import { pointsPer, type Size } from '../geometry/geometry.ts';
import type { ComputedStyle, LengthOrPercent } from '../style/computed-style.ts';

/**
 * Size in pt of a block picture in a width and, where it is known, a height: as styled, never wider than its column, its own
 * proportions kept.
 */
export function graphicBoxSize(
  graphic: Graphic,
  style: ComputedStyle,
  available: number,
  containing: number | null = null,
): Size {
  const unit = graphic.kind === 'raster' ? pointsPer.px : 1;
  const ratio = graphic.height / graphic.width;
  const styledWidth = length(style.width, available);
  const styledHeight =
    containing !== null || (style.height !== 'auto' && style.height.unit === 'pt')
      ? length(style.height, containing ?? 0)
      : null;
  if (styledWidth !== null && styledHeight !== null)
    return { width: styledWidth, height: styledHeight };
  if (styledHeight !== null && styledWidth === null) {
    return { width: Math.min(available, styledHeight / ratio), height: styledHeight };
  }
  const width = Math.min(available, styledWidth ?? graphic.width * unit);
  return { width, height: width * ratio };
}

function length(value: LengthOrPercent | 'auto', available: number): number | null {
  if (value === 'auto') return null;
  return value.unit === 'pt' ? value.value : (available * value.value) / 100;
}
