import type { LinkTarget } from '../boxes/box.ts';
import type { Rect } from '../geometry/geometry.ts';
import type { Placement, Sheet } from '../imposition/sheet.ts';
import type { LinkArea, Page } from '../layout/page.ts';
import type { PdfFile } from './pdf-file.ts';
import type { StructureTree } from './structure-tree.ts';
import { byteString, num, ref, textString } from './syntax.ts';

/** Writes the clickable areas of a sheet; gives their numbers. */
export function writeLinks(
  file: PdfFile,
  tree: StructureTree,
  pageAt: (index: number) => Page | undefined,
  [sheet, index]: readonly [Sheet, number],
): readonly number[] {
  return sheet.placements.flatMap((placement) => {
    const page = placement.page === null ? undefined : pageAt(placement.page);
    return (page?.links ?? []).map((link) => {
      const id = file.allocate();
      const key = tree.annotate(link.tag, index, id);
      return file.add(annotation(link, rectangle(link.rect, placement, sheet), key), id);
    });
  });
}

function annotation(link: LinkArea, rect: string, key: number): string {
  return (
    `<</Type/Annot/Subtype/Link/Rect[${rect}]/Border[0 0 0]/F 4` +
    `/Contents${textString(link.contents)}/StructParent ${key}${action(link.target)}>>`
  );
}

function action(target: LinkTarget): string {
  if (target.kind === 'anchor') return `/Dest${byteString(target.anchor)}`;
  return `/A<</S/URI/URI${byteString(asciiUri(target.uri))}>>`;
}

/** URIs are seven bits; what is not becomes percent-encoded UTF-8. */
function asciiUri(uri: string): string {
  return Buffer.from(uri, 'utf8')
    .toString('latin1')
    .replace(
      /[^\x21-\x7e]/g,
      (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
    );
}

function rectangle(rect: Rect, { x, y }: Placement, { size }: Sheet): string {
  const left = x + rect.x;
  const top = size.height - y - rect.y;
  return [left, top - rect.height, left + rect.width, top].map(num).join(' ');
}

/** Shortcut of an annotations entry for a page dictionary. */
export function annotationsEntry(ids: readonly number[]): string {
  return ids.length === 0 ? '' : `/Annots[${ids.map(ref).join(' ')}]`;
}
