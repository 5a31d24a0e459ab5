import type { PageBuilder } from './page-builder.ts';
import { decorationFragments } from './paint-decorations.ts';
import type { Decoration, Region } from './strip.ts';

/** Where a frame stands on the page that is being filled. */
interface Extent {
  readonly x: number;
  readonly top: number;
  bottom: number;
  /** It began on this page. */
  readonly opens: boolean;
}

/** Backgrounds and borders that go around regions: over several of them, and over pages. */
export class FrameTracker {
  /** The last region inside each frame. */
  readonly #last = new Map<Decoration, Region>();
  readonly #here = new Map<Decoration, Extent>();
  readonly #begun = new Set<Decoration>();

  /** Notes which frames the regions to come end. */
  expect(regions: readonly Region[]): void {
    for (const region of regions) for (const frame of region.frames) this.#last.set(frame, region);
  }

  /** Makes the frames of a region go down to the foot of a band; x is the left edge of the page area. */
  extend({ frames }: Region, band: { x: number; top: number; bottom: number }): void {
    for (const frame of frames) {
      const extent = this.#here.get(frame);
      if (extent) extent.bottom = Math.max(extent.bottom, band.bottom);
      else this.#here.set(frame, { ...band, opens: !this.#begun.has(frame) });
      this.#begun.add(frame);
    }
  }

  /** Paints the frames that end with a region, inner ones first. */
  end(region: Region, page: PageBuilder): void {
    for (const frame of region.frames.toReversed()) {
      if (this.#last.get(frame) !== region) continue;
      this.#paint(frame, page, true);
      this.#last.delete(frame);
      this.#begun.delete(frame);
    }
  }

  /** Paints what goes on over the page: open at its foot. */
  cut(page: PageBuilder): void {
    for (const frame of [...this.#here.keys()].toReversed()) this.#paint(frame, page, false);
  }

  #paint(frame: Decoration, page: PageBuilder, closes: boolean): void {
    const extent = this.#here.get(frame);
    if (!extent) return;
    this.#here.delete(frame);
    const { x, top, bottom, opens } = extent;
    const rect = { x: x + frame.x, y: top, width: frame.width, height: bottom - top };
    // Below all that stands inside.
    page.backgrounds.unshift(...decorationFragments(frame, rect, { opens, closes }));
  }
}
