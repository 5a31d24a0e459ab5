import { createHash } from 'node:crypto';
import { mapVectors } from '../maps/map-fragments.ts';
import type { MapImage } from '../maps/map-image.ts';
import type { DrawingGraphic, RasterGraphic } from './box.ts';

/** A map as a drawing: its base picture, then outlines, markers and lettering as vectors. */
export function mapDrawing(map: MapImage): DrawingGraphic {
  const { width, height } = map.size;
  return {
    kind: 'drawing',
    key: `map:${map.id}`,
    width,
    height,
    base: basePicture(map),
    parts: mapVectors(map),
  };
}

function basePicture({ base, basePixels, size }: MapImage): RasterGraphic | null {
  if (!base) return null;
  const { width, height } = basePixels ?? size;
  const key = createHash('sha256').update(base).digest('hex').slice(0, 24);
  return { kind: 'raster', key, bytes: base, width, height };
}
