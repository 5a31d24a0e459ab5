import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Diagnostic, DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { MapImage } from '../maps/map-image.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { regularFileSize } from '../regular-file.ts';
import type { ColourMode } from '../style/colour-mode.ts';
import type { DrawingGraphic, Graphic, RasterGraphic } from './box.ts';
import { drawingInMode } from './drawing-in-mode.ts';
import type { GraphicSource } from './graphic-source.ts';
import { mapDrawing } from './map-drawing.ts';
import { pictogram } from './pictogram.ts';
import { qrCode } from './qr-code.ts';

export interface GraphicOptions {
  readonly sink: DiagnosticSink;
  readonly maps: readonly MapImage[];
  /** Absolute path of what a `src` names; undefined when it may not be read. */
  readonly resolve: (source: string) => string | undefined;
  /** 'full' when absent. */
  readonly colours?: ColourMode;
}

/** Largest picture file read, bytes, and most pixels decoded. */
const mostBytes = 60_000_000;
const mostPixels = 50_000_000;
/** Longest side kept, pixels: A4 with bleed at 400 dpi. */
const longestSide = 4800;

/** Longest side of a rasterised SVG, pixels: A5 with bleed at 300 dpi. */
const drawingSide = 2600;

/** Dots per inch of the drawing that only measures an SVG. */
const coarseDensity = 24;

/** Loads the pictures that a document names; each is decoded and encoded again, never passed through. */
export async function loadGraphics(html: string, options: GraphicOptions): Promise<GraphicSource> {
  const images = await loadImages([...imageSources(html)], options);
  const maps = new Map<string, Graphic>();
  for (const map of options.maps) maps.set(map.id, await mapInMode(map, options.colours ?? 'full'));
  return {
    icon: pictogram,
    image: (source) => images.get(source),
    map: (id) => maps.get(id),
    qr: qrCode,
  };
}

async function mapInMode(map: MapImage, colours: ColourMode): Promise<DrawingGraphic> {
  const drawing = drawingInMode(mapDrawing(map), colours);
  const { base } = drawing;
  if (!base || colours !== 'grey') return drawing;
  return { ...drawing, base: await encodeAgain(base.bytes, colours) };
}

/** Pictures decoded at the same time: a large one takes 200 MB while it is. */
const atOnce = 2;

async function loadImages(
  sources: readonly string[],
  options: GraphicOptions,
): Promise<ReadonlyMap<string, Graphic | undefined>> {
  const images = new Map<string, Graphic | undefined>();
  for (let from = 0; from < sources.length; from += atOnce) {
    const batch = sources.slice(from, from + atOnce);
    const loaded = await Promise.all(batch.map((source) => loadImage(source, options)));
    // Faults are said in the order of the document, whichever picture was done first.
    for (const [index, { graphic, fault }] of loaded.entries()) {
      images.set(batch[index] as string, graphic);
      if (fault) options.sink.report(fault);
    }
  }
  return images;
}

interface LoadedImage {
  readonly graphic?: RasterGraphic;
  readonly fault?: Diagnostic;
}

/** Pictures that the markup names, found without parsing it. */
function imageSources(html: string): ReadonlySet<string> {
  const sources = new Set<string>();
  if (!html.includes('<img')) return sources;
  for (const [img] of html.matchAll(/<img\b[^>]*>/gi)) {
    const source = parseHtml(img).children.find((child) => child.kind === 'element');
    if (source?.kind === 'element') sources.add(source.attributes.get('src') ?? '');
  }
  return sources;
}

async function loadImage(
  source: string,
  { resolve, colours = 'full' }: GraphicOptions,
): Promise<LoadedImage> {
  const path = resolve(source);
  // What cannot be resolved is reported where the element is met.
  if (!path) return {};
  try {
    const size = regularFileSize(path);
    if (size > mostBytes) throw new Error(`${size} bytes`);
    return { graphic: await encodeAgain(await readFile(path), colours) };
  } catch (error) {
    const fault: Diagnostic = {
      severity: 'warning',
      code: 'boxes/image-unreadable',
      where: { file: path },
      message: {
        fr: `Image illisible : ${path} (${(error as Error).message}).`,
        en: `Unreadable picture: ${path} (${(error as Error).message}).`,
      },
      hint: {
        fr: 'Fournir un fichier JPEG, PNG, WebP ou SVG de moins de 60 Mo et 50 millions de pixels.',
        en: 'Give a JPEG, PNG, WebP or SVG file below 60 MB and 50 million pixels.',
      },
    };
    return { fault };
  }
}

/** Turned upright, in sRGB or in grey, without metadata or alpha, on white; a drawing is rasterised for print. */
async function encodeAgain(bytes: Uint8Array, colours: ColourMode): Promise<RasterGraphic> {
  const { default: sharp } = await import('sharp');
  const limits = { limitInputPixels: mostPixels };
  const { format } = await sharp(bytes, limits).metadata();
  const isDrawing = format === 'svg';
  // The metadata give another size than the one drawn, so a coarse drawing is measured first.
  const coarse = isDrawing
    ? await sharp(bytes, { ...limits, density: coarseDensity })
        .raw()
        .toBuffer({ resolveWithObject: true })
    : null;
  const side = coarse ? Math.max(coarse.info.width, coarse.info.height) : 1;
  const density = Math.min(2400, Math.max(1, (coarseDensity * drawingSide) / side));
  const upright = sharp(bytes, isDrawing ? { ...limits, density } : limits)
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' });
  const picture =
    colours === 'grey' ? upright.grayscale().toColourspace('b-w') : upright.toColourspace('srgb');
  const encoded = isDrawing
    ? picture.png({ compressionLevel: 6 })
    : picture.jpeg({ quality: 88, chromaSubsampling: '4:4:4' });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  const key = createHash('sha256').update(data).digest('hex').slice(0, 24);
  return { kind: 'raster', key, bytes: data, width: info.width, height: info.height };
}
