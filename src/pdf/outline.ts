import type { OutlineItem } from '../layout/page.ts';
import type { PdfFile } from './pdf-file.ts';
import { ref, textString } from './syntax.ts';

interface OutlineNode {
  readonly item: OutlineItem | null;
  readonly id: number;
  readonly children: OutlineNode[];
}

/** Explicit destination of a point of a page: "[3 0 R/XYZ null 412 null]". */
export type PlaceOf = (page: number, y: number) => string;

/** Writes the bookmarks, closed below the first level; gives the number of the root, null without any. */
export function writeOutline(
  file: PdfFile,
  outline: readonly OutlineItem[],
  placeOf: PlaceOf,
): number | null {
  if (outline.length === 0) return null;
  const root = nest(file, outline);
  writeChildren(file, root, placeOf);
  file.add(`<</Type/Outlines${ends(root)}/Count ${root.children.length}>>`, root.id);
  return root.id;
}

function nest(file: PdfFile, outline: readonly OutlineItem[]): OutlineNode {
  const root: OutlineNode = { item: null, id: file.allocate(), children: [] };
  const open: OutlineNode[] = [root];
  for (const item of outline) {
    while (open.length > 1 && (open.at(-1)?.item?.level ?? 0) >= item.level) open.pop();
    const node: OutlineNode = { item, id: file.allocate(), children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  }
  return root;
}

function writeChildren(file: PdfFile, parent: OutlineNode, placeOf: PlaceOf): void {
  for (const [index, node] of parent.children.entries()) {
    const { item } = node;
    if (!item) continue;
    const previous = parent.children[index - 1];
    const next = parent.children[index + 1];
    file.add(
      `<</Title${textString(item.title)}/Parent ${ref(parent.id)}` +
        (previous ? `/Prev ${ref(previous.id)}` : '') +
        (next ? `/Next ${ref(next.id)}` : '') +
        (node.children.length > 0 ? `${ends(node)}/Count -${node.children.length}` : '') +
        `/Dest${placeOf(item.page, item.y)}>>`,
      node.id,
    );
    writeChildren(file, node, placeOf);
  }
}

function ends({ children }: OutlineNode): string {
  return `/First ${ref(children[0]?.id as number)}/Last ${ref(children.at(-1)?.id as number)}`;
}
