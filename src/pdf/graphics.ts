import type { PaintedGraphic, RasterGraphic, VectorGraphic, VectorPath } from '../boxes/box.ts';
import { fillOperator, strokeOperator } from './colour-operators.ts';
import type { PdfFile } from './pdf-file.ts';
import { rasterStream } from './raster.ts';
import { parseSvgPath } from './svg-path.ts';

/** A picture as the pages refer to it. */
export interface EmbeddedGraphic {
  /** Name in the resources: "X1". */
  readonly resource: string;
  readonly id: number;
  /** Its own units for vectors, 1 by 1 for pictures. */
  readonly width: number;
  readonly height: number;
  /** Takes the colour that the page has set. */
  readonly usesCurrentColour: boolean;
  readonly kind: PaintedGraphic['kind'];
}

/** Embeds each picture once, by key. */
export class Graphics {
  private readonly file: PdfFile;
  private readonly cmykAllowed: boolean;
  private readonly byKey = new Map<string, EmbeddedGraphic>();

  constructor(file: PdfFile, cmykAllowed: boolean) {
    this.file = file;
    this.cmykAllowed = cmykAllowed;
  }

  embed(graphic: PaintedGraphic): EmbeddedGraphic {
    const key = `${graphic.kind}:${graphic.key}`;
    const known = this.byKey.get(key);
    if (known) return known;
    const resource = `X${this.byKey.size + 1}`;
    const embedded =
      graphic.kind === 'vector' ? this.vector(graphic, resource) : this.raster(graphic, resource);
    this.byKey.set(key, embedded);
    return embedded;
  }

  private raster(graphic: RasterGraphic, resource: string): EmbeddedGraphic {
    const stream = rasterStream(graphic.bytes, graphic.key);
    if (stream.cmyk && !this.cmykAllowed) {
      throw new Error(`picture "${graphic.key}" is CMYK; the accessible file holds RGB only`);
    }
    const id = this.file.addRawStream(stream.bytes, stream.dictionary);
    return { resource, id, width: 1, height: 1, usesCurrentColour: false, kind: 'raster' };
  }

  private vector(graphic: VectorGraphic, resource: string): EmbeddedGraphic {
    const { width, height, paths } = graphic;
    const beyond = Math.max(
      0,
      ...paths.map((path) => (path.stroke === null ? 0 : path.strokeWidth)),
    );
    const box = [-beyond, -beyond, width + beyond, height + beyond].map(fine).join(' ');
    const id = this.file.addStream(
      paths.map(pathContent).join('\n'),
      `/Type/XObject/Subtype/Form/BBox[${box}]/Resources<<>>`,
    );
    const usesCurrentColour = paths.some(
      ({ fill, stroke }) => fill === 'current' || stroke === 'current',
    );
    return { resource, id, width, height, usesCurrentColour, kind: 'vector' };
  }
}

function pathContent(path: VectorPath): string {
  const shape = pathOperators(path.d);
  if (shape === '' || (path.fill === null && path.stroke === null)) return '';
  const set: string[] = [];
  if (path.fill !== null && path.fill !== 'current') set.push(fillOperator(path.fill));
  if (path.stroke !== null) {
    if (path.stroke !== 'current') set.push(strokeOperator(path.stroke));
    set.push(`${fine(path.strokeWidth)} w`);
  }
  const star = path.evenOdd ? '*' : '';
  const paint = path.fill === null ? 'S' : path.stroke === null ? `f${star}` : `B${star}`;
  // Colours set for one path must not reach the next one, which may want the page's colour.
  return `q ${set.join(' ')}\n${shape}\n${paint} Q`;
}

/** SVG path data as PDF operators, in the drawing's units. */
export function pathOperators(d: string): string {
  return parseSvgPath(d)
    .map((command) => {
      if (command.op === 'Z') return 'h';
      if (command.op === 'C') return `${command.points.map(fine).join(' ')} c`;
      return `${command.to.map(fine).join(' ')} ${command.op === 'M' ? 'm' : 'l'}`;
    })
    .join('\n');
}

/** Four decimals: drawings may be as small as one unit. */
function fine(value: number): string {
  const rounded = Math.round(value * 1e4) / 1e4;
  if (!Number.isFinite(rounded)) throw new Error(`not a coordinate: ${value}`);
  return rounded === 0 ? '0' : rounded.toFixed(4).replace(/\.?0+$/, '');
}
