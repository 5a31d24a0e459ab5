import type { PdfReader } from './pdf-reader.ts';
import { isDict, type PdfDict, PdfRef, type PdfValue } from './pdf-values.ts';

/** An element of the structure tree as read from a file. */
export interface StructElement {
  readonly id: number;
  readonly dict: PdfDict;
  /** Standard type, after the role map. */
  readonly role: string;
  readonly parent: StructElement | null;
  readonly children: readonly StructElement[];
  /** Marked contents, by page object. */
  readonly contents: readonly { readonly page: number; readonly mcid: number }[];
  /** Annotations, with the page object that the reference names. */
  readonly annotations: readonly { readonly page: number; readonly annotation: number }[];
}

/** The structure tree, elements in reading order. */
export interface Structure {
  readonly root: PdfDict | null;
  readonly elements: readonly StructElement[];
  readonly byId: ReadonlyMap<number, StructElement>;
}

/** Reads the structure tree of a file. */
export function readStructure(reader: PdfReader): Structure {
  const root = reader.dict(reader.catalog.get('StructTreeRoot'));
  const elements: StructElement[] = [];
  const byId = new Map<number, StructElement>();
  if (!root) return { root, elements, byId };
  const roles = reader.dict(root.get('RoleMap'));

  const read = (kid: PdfValue, parent: StructElement | null): StructElement | null => {
    const dict = reader.dict(kid);
    const id = kid instanceof PdfRef ? kid.id : 0;
    if (!dict?.has('S') || byId.has(id)) return null;
    const children: StructElement[] = [];
    const contents: { page: number; mcid: number }[] = [];
    const annotations: { page: number; annotation: number }[] = [];
    const own = reader.name(dict.get('S')) ?? '';
    const role = reader.name(roles?.get(own)) ?? own;
    const element = { id, dict, role, parent, children, contents, annotations };
    elements.push(element);
    byId.set(id, element);
    const page = idOf(dict.get('Pg'));
    for (const one of kidsOf(reader, dict)) {
      const resolved = reader.resolve(one);
      if (typeof resolved === 'number') contents.push({ page, mcid: resolved });
      else if (isDict(resolved)) {
        const type = reader.name(resolved.get('Type'));
        const onPage = resolved.has('Pg') ? idOf(resolved.get('Pg')) : page;
        if (type === 'MCR') contents.push({ page: onPage, mcid: Number(resolved.get('MCID')) });
        else if (type === 'OBJR') {
          annotations.push({ page: onPage, annotation: idOf(resolved.get('Obj')) });
        } else {
          const child = read(one, element);
          if (child) children.push(child);
        }
      }
    }
    return element;
  };

  for (const kid of kidsOf(reader, root)) read(kid, null);
  return { root, elements, byId };
}

function kidsOf(reader: PdfReader, dict: PdfDict): readonly PdfValue[] {
  const kids = dict.get('K');
  const list = reader.array(kids);
  return list.length > 0 || kids === undefined ? list : [kids];
}

function idOf(value: PdfValue | undefined): number {
  return value instanceof PdfRef ? value.id : 0;
}
