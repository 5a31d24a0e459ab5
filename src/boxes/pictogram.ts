import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { VectorGraphic, VectorPath } from './box.ts';

const folders: Readonly<Record<string, string>> = {
  maki: '@mapbox/maki',
  temaki: '@rapideditor/temaki',
};

const known = new Map<string, VectorGraphic | undefined>();

/** Pictogram of the CC0 sets, "maki:hospital" or "temaki:...", as paths; undefined for an unknown name. */
export function pictogram(name: string): VectorGraphic | undefined {
  if (!known.has(name)) known.set(name, readPictogram(name));
  return known.get(name);
}

function readPictogram(name: string): VectorGraphic | undefined {
  const match = /^(maki|temaki):([a-z0-9_-]+)$/.exec(name);
  const packageName = match && folders[match[1] as string];
  if (!match || !packageName) return undefined;
  try {
    const main = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
    return parseSvg(name, readFileSync(join(dirname(main), 'icons', `${match[2]}.svg`), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Paths of a simple SVG: a viewBox and <path> elements, as pictogram sets are drawn. */
export function parseSvg(key: string, svg: string): VectorGraphic | undefined {
  const box = /viewBox="\s*([-\d.]+)[ ,]+([-\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)\s*"/.exec(svg);
  if (!box || Number(box[1]) !== 0 || Number(box[2]) !== 0) return undefined;
  const paths = [...svg.matchAll(/<path\b[^>]*?\bd="([^"]+)"[^>]*>/g)].map(
    (path): VectorPath => ({
      d: (path[1] as string).replace(/&#x(9|A|D);/gi, ' '),
      fill: 'current',
      stroke: null,
      strokeWidth: 0,
      evenOdd: /fill-rule="evenodd"/.test(path[0]),
    }),
  );
  if (paths.length === 0) return undefined;
  return { kind: 'vector', key, width: Number(box[3]), height: Number(box[4]), paths };
}
