import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { pointsPer, type Size } from '../geometry/geometry.ts';
import type { Element } from '../markup/element.ts';
import type { ComputedStyle, LengthOrPercent } from '../style/computed-style.ts';
import type { Graphic } from './box.ts';
import type { GraphicSource } from './graphic-source.ts';

/** The graphic an element stands for; undefined for other elements, null when it could not be found. */
export function namedGraphic(
  element: Element,
  { graphics, sink }: { readonly graphics: GraphicSource; readonly sink: DiagnosticSink },
): Graphic | null | undefined {
  const lookup = lookUp(element, graphics);
  if (lookup === undefined) return undefined;
  if (lookup.graphic) return lookup.graphic;
  sink.report({
    severity: 'warning',
    code: 'boxes/graphic-not-found',
    where: { field: element.name, id: lookup.name },
    message: {
      fr: `Image introuvable : « ${lookup.name} » (${element.name}) ; elle n’est pas imprimée.`,
      en: `Picture not found: "${lookup.name}" (${element.name}); it is not printed.`,
    },
  });
  return null;
}

function lookUp(
  element: Element,
  graphics: GraphicSource,
): { name: string; graphic: Graphic | undefined } | undefined {
  const named = (attribute: string) => element.attributes.get(attribute) ?? '';
  switch (element.name) {
    case 'img':
      return { name: named('src'), graphic: graphics.image(named('src')) };
    case 'icon':
      return { name: named('name'), graphic: graphics.icon(named('name')) };
    case 'map':
      return { name: named('ref'), graphic: graphics.map(named('ref')) };
    case 'qr':
      return { name: named('text'), graphic: graphics.qr(named('text')) };
    default:
      return undefined;
  }
}

/** Size in pt at which a graphic stands in a line: as styled, else its own size. */
export function graphicSize(graphic: Graphic, style: ComputedStyle): Size {
  const unit = graphic.kind === 'raster' ? pointsPer.px : 1;
  const own = { width: graphic.width * unit, height: graphic.height * unit };
  const width = points(style.width);
  const height = points(style.height);
  if (width !== null && height !== null) return { width, height };
  if (width !== null) return { width, height: (own.height / own.width) * width };
  if (height !== null) return { width: (own.width / own.height) * height, height };
  return own;
}

function points(length: LengthOrPercent | 'auto'): number | null {
  return length !== 'auto' && length.unit === 'pt' ? length.value : null;
}
