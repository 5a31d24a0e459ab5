import type { StructRole, Tag } from '../boxes/box.ts';
import type { Rect } from '../geometry/geometry.ts';
import { guardHeap } from '../heap-guard.ts';
import type { PdfFile } from './pdf-file.ts';
import { name, num, ref, textString } from './syntax.ts';
import { numberTree } from './trees.ts';

/** An element of the structure tree; its kids in the order in which they were first painted. */
export interface StructNode {
  readonly tag: Tag;
  readonly parent: StructNode | null;
  /** Object number. */
  readonly id: number;
  /** Nearest Figure at or above. */
  figure: StructNode | null;
  /** Null until the first one: most elements have one, and an empty list takes more room. */
  kids: Kid[] | null;
  /** Of a figure, in PDF coordinates on its first page. */
  bounds: Bounds | null;
}

type Kid =
  | StructNode
  | { readonly sheet: number; readonly mcid: number }
  | { readonly sheet: number; readonly annotation: number };

interface Bounds {
  readonly sheet: number;
  left: number;
  bottom: number;
  right: number;
  top: number;
}

const inlineParents: ReadonlySet<StructRole> = new Set([
  'P',
  'Span',
  'Link',
  'Lbl',
  'LBody',
  'Caption',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);

const elementsBetweenGuards = 1024;

/** Keys of the parent tree below this one are those of sheets. */
const firstAnnotationKey = 1_000_000;

/** Notes which tag each piece of content belongs to while pages are painted, then writes the tree. */
export class StructureTree {
  private readonly file: PdfFile;
  private readonly language: string;
  private readonly nodes = new Map<Tag, StructNode>();
  private readonly roots: StructNode[] = [];
  /** Elements by MCID, for each sheet. */
  private readonly marked: StructNode[][] = [];
  /** Elements of the annotations, in the order of their keys. */
  private readonly annotated: StructNode[] = [];
  /** Sheets announced, with the number of their marks that were painted since. */
  private readonly announced = new Map<number, number>();
  private readonly root: number;

  constructor(file: PdfFile, language: string) {
    this.file = file;
    this.language = language;
    this.root = file.allocate();
  }

  /** Opens a piece of content of a tag on a sheet; gives its MCID. */
  mark(tag: Tag, sheet: number): number {
    const node = this.node(tag);
    const painted = this.announced.get(sheet);
    if (painted !== undefined) {
      if (this.marked[sheet]?.[painted] !== node) {
        throw new Error(`sheet ${sheet} is painted with other tags than it was announced with`);
      }
      this.announced.set(sheet, painted + 1);
      return painted;
    }
    this.marked[sheet] ??= [];
    const onSheet = this.marked[sheet] as StructNode[];
    const mcid = onSheet.push(node) - 1;
    adopt(node, { sheet, mcid });
    return mcid;
  }

  /** Its marks are known: the sheet will be painted again, with the same ones. */
  rewind(sheet: number): void {
    this.announced.set(sheet, 0);
  }

  /** Attaches a link annotation to its tag; gives its key in the parent tree. */
  annotate(tag: Tag, sheet: number, annotation: number): number {
    const node = this.node(tag);
    adopt(node, { sheet, annotation });
    return firstAnnotationKey + this.annotated.push(node) - 1;
  }

  /** Whether what is painted for this tag counts towards the bounds of a figure. */
  inFigure(tag: Tag): boolean {
    return this.node(tag).figure !== null;
  }

  /** Grows the bounds of the figure of a tag; `rect` in PDF coordinates, y up. */
  extend(tag: Tag, sheet: number, rect: Rect): void {
    const { figure } = this.node(tag);
    if (!figure) return;
    figure.bounds ??= { sheet, left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
    const { bounds } = figure;
    if (bounds.sheet !== sheet) return;
    bounds.left = Math.min(bounds.left, rect.x);
    bounds.bottom = Math.min(bounds.bottom, rect.y);
    bounds.right = Math.max(bounds.right, rect.x + rect.width);
    bounds.top = Math.max(bounds.top, rect.y + rect.height);
  }

  /** Writes the elements and the parent tree; gives the number of the root. */
  write(pageIds: readonly number[]): number {
    for (const node of this.roots) this.writeNode(node, this.language, pageIds);
    const parents: (readonly [number, string])[] = [...this.marked].flatMap((nodes, sheet) =>
      nodes === undefined
        ? []
        : [
            [
              sheet,
              ref(this.file.add(`[${nodes.map((node) => ref(node.id)).join(' ')}]`)),
            ] as const,
          ],
    );
    for (const [index, node] of this.annotated.entries()) {
      parents.push([firstAnnotationKey + index, ref(node.id)]);
    }
    const kids = this.roots.map((node) => ref(node.id)).join(' ');
    this.file.add(
      `<</Type/StructTreeRoot/K[${kids}]/ParentTree ${ref(numberTree(this.file, parents))}` +
        `/ParentTreeNextKey ${firstAnnotationKey + this.annotated.length}>>`,
      this.root,
    );
    return this.root;
  }

  private node(tag: Tag): StructNode {
    const known = this.nodes.get(tag);
    if (known) return known;
    const parent = tag.parent ? this.node(tag.parent) : null;
    const id = this.file.allocate();
    const figure = parent?.figure ?? null;
    const node: StructNode = { tag, parent, id, figure, kids: null, bounds: null };
    if (tag.role === 'Figure') node.figure = node;
    this.nodes.set(tag, node);
    if (parent) adopt(parent, node);
    else this.roots.push(node);
    return node;
  }

  private writeNode(node: StructNode, inherited: string, pageIds: readonly number[]): void {
    const language = node.tag.lang ?? inherited;
    const page = firstSheet(node);
    const body =
      `<</S/${node.tag.role}/P ${ref(node.parent?.id ?? this.root)}` +
      (page === null ? '' : `/Pg ${ref(pageIds[page] as number)}`) +
      `/K${kidsOf(node, page, pageIds)}` +
      (language === inherited ? '' : `/Lang${textString(language)}`) +
      textsOf(node.tag) +
      attributesOf(node) +
      '>>';
    this.file.add(body, node.id);
    if (node.id % elementsBetweenGuards === 0) guardHeap();
    for (const kid of node.kids ?? []) if ('tag' in kid) this.writeNode(kid, language, pageIds);
  }
}

function adopt(node: StructNode, kid: Kid): void {
  if (node.kids) node.kids.push(kid);
  else node.kids = [kid];
}

function firstSheet(node: StructNode): number | null {
  for (const kid of node.kids ?? []) if ('mcid' in kid) return kid.sheet;
  return null;
}

function kidsOf(node: StructNode, page: number | null, pageIds: readonly number[]): string {
  const kids = (node.kids ?? []).map((kid) => {
    if ('tag' in kid) return ref(kid.id);
    const pg = kid.sheet === page ? '' : `/Pg ${ref(pageIds[kid.sheet] as number)}`;
    if ('mcid' in kid) return pg === '' ? String(kid.mcid) : `<</Type/MCR${pg}/MCID ${kid.mcid}>>`;
    return `<</Type/OBJR${pg}/Obj ${ref(kid.annotation)}>>`;
  });
  return kids.length === 1 && !kids[0]?.startsWith('<') ? ` ${kids[0]}` : `[${kids.join(' ')}]`;
}

function textsOf(tag: Tag): string {
  return (
    (tag.alt === undefined ? '' : `/Alt${textString(tag.alt)}`) +
    (tag.expansion === undefined ? '' : `/E${textString(tag.expansion)}`)
  );
}

function attributesOf(node: StructNode): string {
  const { tag } = node;
  if (tag.role === 'Figure') return figureAttributes(node);
  if (tag.role === 'L') return `/A<</O/List/ListNumbering/${tag.listNumbering ?? 'None'}>>`;
  const table =
    (tag.role === 'TH' ? `/Scope/${tag.scope ?? 'Column'}` : '') +
    ((tag.colSpan ?? 1) > 1 ? `/ColSpan ${tag.colSpan}` : '') +
    ((tag.rowSpan ?? 1) > 1 ? `/RowSpan ${tag.rowSpan}` : '');
  return table === '' ? '' : `/A<</O/Table${table}>>`;
}

function figureAttributes({ tag, bounds }: StructNode): string {
  const placement = tag.parent && inlineParents.has(tag.parent.role) ? 'Inline' : 'Block';
  const box = bounds
    ? `/BBox[${[bounds.left, bounds.bottom, bounds.right, bounds.top].map(num).join(' ')}]`
    : '';
  return `/A<</O/Layout/Placement${name(placement)}${box}>>`;
}
