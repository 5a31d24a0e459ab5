import type { Graphic, VectorGraphic } from './box.ts';

/** The pictures that the markup may name, loaded before boxes are made. */
export interface GraphicSource {
  /** Pictogram by "maki:hospital", "temaki:..." or an id of the template's own. */
  icon(name: string): VectorGraphic | undefined;
  /** Picture by the `src` that the markup gives. */
  image(source: string): Graphic | undefined;
  /** Map by its id. */
  map(id: string): Graphic | undefined;
  /** QR code of a text. */
  qr(text: string): VectorGraphic | undefined;
}
