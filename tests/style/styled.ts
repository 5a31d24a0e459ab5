import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import type { Element } from '../../src/markup/element.ts';
import { parseHtml } from '../../src/markup/parse-html.ts';
import type { ComputedStyle, StyledElement } from '../../src/style/computed-style.ts';
import { createStyler, type Styler, type StylerOptions } from '../../src/style/create-styler.ts';

/** A document styled as boxes would do it, and what was reported. */
export interface Styled {
  readonly styler: Styler;
  readonly sink: DiagnosticList;
  /** Every element in document order with its style. */
  readonly all: readonly { readonly element: Element; readonly styled: StyledElement }[];
  /** The styled element of an id. */
  byId(id: string): StyledElement;
}

/** Styles HTML with a sheet; throws on a warning unless `expectWarnings`. */
export function style(
  css: string,
  html: string,
  options: Partial<StylerOptions> & { readonly expectWarnings?: boolean } = {},
): Styled {
  const sink = new DiagnosticList();
  const styler = createStyler([{ css, file: 'style.css' }], { ...options, sink });
  const all: { element: Element; styled: StyledElement }[] = [];
  const root = parseHtml(html);
  const walk = (element: Element, styled: StyledElement): void => {
    all.push({ element, styled });
    const children = element.children.filter((child): child is Element => child.kind === 'element');
    children.forEach((child, index) => {
      const place = {
        first: index === 0,
        last: index === children.length - 1,
        index,
        previous: children[index - 1],
      };
      walk(child, styler.child(child, styled.context, place));
    });
  };
  walk(root, styler.root(root));
  if (!options.expectWarnings && sink.all[0]) throw new Error(sink.all[0].message.en);
  const byId = (id: string): StyledElement => {
    const found = all.find(({ element }) => element.attributes.get('id') === id);
    if (!found) throw new Error(`no element ${id}`);
    return found.styled;
  };
  return { styler, sink, all, byId };
}

/** Style of `<div id="x">` under declarations of its own. */
export function styleOf(declarations: string): ComputedStyle {
  return style(`#x { ${declarations} }`, '<div id="x">t</div>').byId('x').style;
}
