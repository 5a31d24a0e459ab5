import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unless } from './check-document.ts';
import type { PdfReader } from './pdf-reader.ts';
import { nameTreeEntries, numberTreeEntries, type PageObject, pagesOf } from './pdf-trees.ts';
import { type PdfDict, PdfRef, PdfText, type PdfValue } from './pdf-values.ts';
import type { Structure } from './read-structure.ts';

/** Annotation flags: Invisible, Hidden, NoView must be off and Print on. */
const visibilityFlags = 1 + 2 + 4 + 32;
const printFlag = 4;

/** Checks clickable areas: described, printable, tied to a Link element on their page, leading somewhere. */
export function checkAnnotations(reader: PdfReader, structure: Structure): readonly Diagnostic[] {
  const context = {
    reader,
    structure,
    parentTree: new Map(numberTreeEntries(reader, structure.root?.get('ParentTree'))),
    destinations: new Set(
      nameTreeEntries(reader, reader.dict(reader.catalog.get('Names'))?.get('Dests')).map(
        ([name]) => name,
      ),
    ),
  };
  return pagesOf(reader).flatMap((page, index) =>
    reader
      .array(page.dict.get('Annots'))
      .flatMap((annotation) => checkOne(context, page, annotation, `page ${index + 1}`)),
  );
}

interface Context {
  readonly reader: PdfReader;
  readonly structure: Structure;
  readonly parentTree: ReadonlyMap<number, PdfValue>;
  readonly destinations: ReadonlySet<string>;
}

function checkOne(
  context: Context,
  page: PageObject,
  annotation: PdfValue,
  place: string,
): readonly Diagnostic[] {
  const { reader } = context;
  const dict = reader.dict(annotation);
  if (!dict) return [];
  const id = annotation instanceof PdfRef ? annotation.id : 0;
  const label = `object ${id}, ${place}`;
  const flags = reader.number(dict.get('F')) ?? 0;
  return [
    // Any other kind would need an appearance of its own.
    ...unless(reader.name(dict.get('Subtype')) === 'Link', 'no-link-area', label),
    ...unless((reader.text(dict.get('Contents')) ?? '').trim() !== '', 'no-contents', label),
    ...unless((flags & visibilityFlags) === printFlag, 'not-printable', label),
    ...unless(leadsSomewhere(context, dict), 'dead-link', label),
    ...checkOwner(context, { id, dict, page, label }),
  ];
}

function checkOwner(
  { reader, structure, parentTree }: Context,
  area: {
    readonly id: number;
    readonly dict: PdfDict;
    readonly page: PageObject;
    readonly label: string;
  },
): readonly Diagnostic[] {
  const key = reader.number(area.dict.get('StructParent'));
  const owner = parentTree.get(key ?? -1);
  const element = owner instanceof PdfRef ? structure.byId.get(owner.id) : undefined;
  const reference = element?.annotations.find((one) => one.annotation === area.id);
  if (element?.role !== 'Link' || !reference) {
    return unless(false, 'area-without-link', area.label);
  }
  return unless(reference.page === area.page.id, 'area-wrong-page', area.label);
}

function leadsSomewhere({ reader, destinations }: Context, dict: PdfDict): boolean {
  const action = reader.dict(dict.get('A'));
  if (action && reader.name(action.get('S')) === 'URI')
    return reader.text(action.get('URI')) !== null;
  const target = reader.resolve(action ? action.get('D') : dict.get('Dest'));
  if (target instanceof PdfText) return destinations.has(target.bytes.toString('latin1'));
  return reader.array(target).length > 0;
}
