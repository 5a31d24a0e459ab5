import type { Element } from '../markup/element.ts';
import type { StructRole } from './box.ts';

const roleOfElement: Readonly<Record<string, StructRole>> = {
  section: 'Sect',
  article: 'Art',
  aside: 'Sect',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  p: 'P',
  ul: 'L',
  ol: 'L',
  li: 'LI',
  dt: 'P',
  dd: 'P',
  a: 'Link',
  abbr: 'Span',
  figcaption: 'Caption',
  caption: 'Caption',
  blockquote: 'BlockQuote',
  table: 'Table',
  thead: 'THead',
  tbody: 'TBody',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
};

/** Structure role of an element by its name or its `role` attribute; undefined when it has none of its own. */
export function structureRole(element: Element): StructRole | undefined {
  switch (element.attributes.get('role')) {
    case 'toc':
      return 'TOC';
    case 'toc-item':
      return 'TOCI';
    case 'index':
      return 'Index';
    case 'group':
      return 'Div';
    default:
      return roleOfElement[element.name];
  }
}

/** True when the element and all it holds are painted but not read: decoration. */
export function isDecoration(element: Element): boolean {
  return (
    element.attributes.get('aria-hidden') === 'true' ||
    element.attributes.get('role') === 'presentation'
  );
}
