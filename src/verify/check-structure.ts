import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { languageTag, unless } from './check-document.ts';
import { attribute, checkTable } from './check-tables.ts';
import type { PdfReader } from './pdf-reader.ts';
import { broken } from './pdf-rules.ts';
import { PdfRef } from './pdf-values.ts';
import type { StructElement, Structure } from './read-structure.ts';

const standardRoles = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link ' +
    'Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** Elements that may stand only in some parents. */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

/** Elements that may hold only some others. */
const children: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};

/** Checks the structure tree by itself: types, nesting, headings, figures, lists and tables. */
export function checkStructure(reader: PdfReader, structure: Structure): readonly Diagnostic[] {
  const each = structure.elements.flatMap((element) => checkElement(reader, element));
  return [...each, ...headingOrder(structure)];
}

function checkElement(reader: PdfReader, element: StructElement): readonly Diagnostic[] {
  const { role, id, dict, parent } = element;
  const label = `${role}, object ${id}`;
  const parentRef = dict.get('P');
  const pointsUp = parentRef instanceof PdfRef && (!parent || parentRef.id === parent.id);
  const language = reader.text(dict.get('Lang'));
  const isEmpty =
    element.children.length + element.contents.length + element.annotations.length === 0;
  return [
    ...unless(standardRoles.has(role), 'unknown-role', label),
    ...unless(pointsUp, 'broken-tree', label),
    ...unless(mayStandIn(element), 'wrong-parent', `${label} in ${parent?.role ?? 'the root'}`),
    ...unless(!isEmpty, 'empty-element', label),
    ...unless(
      language === null || languageTag.test(language),
      'no-language',
      `${label} "${language}"`,
    ),
    ...checkByRole(reader, element, label),
  ];
}

function mayStandIn({ role, parent, contents }: StructElement): boolean {
  if (parents[role] && !(parent && parents[role].includes(parent.role))) return false;
  if (parent && children[parent.role] && !children[parent.role]?.includes(role)) return false;
  return children[role] === undefined || contents.length === 0;
}

function checkByRole(
  reader: PdfReader,
  element: StructElement,
  label: string,
): readonly Diagnostic[] {
  const { role, dict } = element;
  if (role === 'Figure' || role === 'Formula') {
    const text = reader.text(dict.get('Alt')) ?? reader.text(dict.get('ActualText')) ?? '';
    return [
      ...unless(text.trim() !== '', 'no-alt', label),
      ...unless(attribute(reader, element, 'BBox') !== null, 'no-bounds', label),
    ];
  }
  if (role === 'TH') return unless(attribute(reader, element, 'Scope') !== null, 'no-scope', label);
  if (role === 'L') {
    return unless(attribute(reader, element, 'ListNumbering') !== null, 'no-list-numbering', label);
  }
  if (role === 'Link') return unless(element.annotations.length > 0, 'link-without-area', label);
  if (role === 'Table') return checkTable(reader, element, label);
  return [];
}

function headingOrder({ elements }: Structure): readonly Diagnostic[] {
  let before = 0;
  const found: Diagnostic[] = [];
  for (const { role, id } of elements) {
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > before + 1)
      found.push(broken('heading-order', `H${before} → H${level}, object ${id}`));
    before = level;
  }
  return found;
}
