import type { Tag } from '../boxes/box.ts';
import type { Point, Rect } from '../geometry/geometry.ts';
import type { Placement, Sheet } from '../imposition/sheet.ts';
import type {
  Fragment,
  GraphicFragment,
  Page,
  PathFragment,
  RectFragment,
  RuleFragment,
  TextFragment,
} from '../layout/page.ts';
import type { Fonts } from './fonts.ts';
import type { EmbeddedGraphic, Graphics } from './graphics.ts';
import { PageContent } from './page-content.ts';
import type { StructureTree } from './structure-tree.ts';
import { num } from './syntax.ts';

/** What painting needs of the document; `tree` null paints without tags. */
export interface PaintContext {
  readonly pageAt: (index: number) => Page | undefined;
  readonly fonts: Fonts;
  readonly graphics: Graphics;
  readonly tree: StructureTree | null;
}

/** A painted sheet: its operators and the pictures that it names. */
export interface PaintedSheet {
  readonly content: string;
  readonly graphics: readonly EmbeddedGraphic[];
}

/** Turns one side of a sheet into a content stream. */
export function paintSheet(context: PaintContext, sheet: Sheet, index: number): PaintedSheet {
  return new SheetPainter(context, sheet, index).paint();
}

type Artifact = 'header' | 'footer' | 'pagination' | 'layout';

const artifactOperators: Readonly<Record<Artifact, string>> = {
  header: '/Artifact<</Type/Pagination/Subtype/Header>>',
  footer: '/Artifact<</Type/Pagination/Subtype/Footer>>',
  pagination: '/Artifact<</Type/Pagination>>',
  layout: '/Artifact<</Type/Layout>>',
};

/** Share of the radius at which the control points of a quarter circle stand. */
const quarterCircle = 0.5523;

class SheetPainter {
  private readonly context: PaintContext;
  private readonly sheet: Sheet;
  private readonly index: number;
  private readonly content = new PageContent();
  private readonly used = new Map<string, EmbeddedGraphic>();
  private origin: Point = { x: 0, y: 0 };
  private pageHeight = 0;

  constructor(context: PaintContext, sheet: Sheet, index: number) {
    this.context = context;
    this.sheet = sheet;
    this.index = index;
  }

  paint(): PaintedSheet {
    for (const placement of this.sheet.placements) this.placement(placement);
    this.marks();
    return { content: this.content.finish(), graphics: [...this.used.values()] };
  }

  private placement({ page: index, x, y, clip }: Placement): void {
    if (index === null) return;
    const page = this.context.pageAt(index);
    if (!page) throw new Error(`sheet ${this.index} places page ${index}, which does not exist`);
    this.origin = { x, y };
    this.pageHeight = page.size.height;
    const { width, height } = this.sheet.size;
    const clipped = clip.x > 0 || clip.y > 0 || clip.width < width || clip.height < height;
    if (clipped) this.clip({ ...clip, x: clip.x - x, y: clip.y - y });
    this.fragments(page.fragments);
    if (clipped) this.unclip();
  }

  private fragments(fragments: readonly Fragment[]): void {
    for (const fragment of fragments) this.fragment(fragment);
  }

  private fragment(fragment: Fragment): void {
    if (fragment.kind === 'text') this.text(fragment);
    else if (fragment.kind === 'rect') this.rect(fragment);
    else if (fragment.kind === 'rule') this.rule(fragment);
    else if (fragment.kind === 'graphic') this.graphic(fragment);
    else if (fragment.kind === 'path') this.path(fragment);
    else {
      this.clip(fragment.rect);
      this.fragments(fragment.children);
      this.unclip();
    }
  }

  private text(fragment: TextFragment): void {
    const first = fragment.runs.find((run) => run.glyphs.length > 0);
    if (!first) return;
    this.markText(fragment);
    const { content } = this;
    content.setFill(fragment.colour);
    content.setLetterSpacing(fragment.letterSpacing);
    const x = this.toX(fragment.x);
    const y = this.toY(fragment.y);
    const stretch = Math.round((-fragment.spaceExtra * 1e4) / fragment.size) / 10;
    let { face } = first;
    let font = this.context.fonts.font(face);
    let array = '';
    let start = x;
    let advanced = 0;
    for (const run of fragment.runs) {
      if (run.face !== face) {
        this.show(font.resource, fragment.size, start, y, array);
        array = '';
        start = x + advanced;
        face = run.face;
        font = this.context.fonts.font(face);
      }
      array += font.encode(run);
      advanced += (run.width * fragment.size) / 1000 + run.glyphs.length * fragment.letterSpacing;
      if (run.isSpace && stretch !== 0) {
        array += `>${stretch}<`;
        advanced += fragment.spaceExtra;
      }
    }
    this.show(font.resource, fragment.size, start, y, array);
    if (fragment.tag) this.extendByText(fragment, advanced);
  }

  private show(font: string, size: number, x: number, y: number, array: string): void {
    if (array === '') return;
    this.content.setFont(font, size);
    this.content.showText(x, y, array);
  }

  private rect(fragment: RectFragment): void {
    const { rect, fill, stroke, radius } = fragment;
    if (fill === null && stroke === null) return;
    this.mark(null, fragment.artifact === 'pagination' ? 'pagination' : 'layout');
    const x = this.toX(rect.x);
    const y = this.toY(rect.y + rect.height);
    const shape =
      radius > 0
        ? roundedRect(x, y, rect, radius)
        : `${num(x)} ${num(y)} ${num(rect.width)} ${num(rect.height)} re`;
    this.paintShape(shape, fill, stroke, '');
  }

  private rule({ from, to, width, colour, dash }: RuleFragment): void {
    this.mark(null, 'layout');
    this.content.setStroke(colour, width, dash);
    this.content.paint(`${this.at(from)} m ${this.at(to)} l S`);
  }

  private graphic(fragment: GraphicFragment): void {
    const { rect, clip, tag, colour } = fragment;
    const embedded = this.context.graphics.embed(fragment.graphic);
    this.used.set(embedded.resource, embedded);
    this.mark(tag, 'layout');
    if (embedded.usesCurrentColour) {
      this.content.setFill(colour);
      this.content.setStroke(colour, 1);
    }
    const shown = clip
      ? `${num(this.toX(clip.x))} ${num(this.toY(clip.y + clip.height))} ${num(clip.width)} ${num(clip.height)} re W n `
      : '';
    this.content.paint(`q ${shown}${this.matrix(rect, embedded)} cm /${embedded.resource} Do Q`);
    if (tag) this.extend(tag, clip ?? rect);
  }

  private matrix(rect: Rect, { kind, width, height }: EmbeddedGraphic): string {
    const scaleX = factor(rect.width / width);
    const left = num(this.toX(rect.x));
    if (kind === 'raster') {
      return `${scaleX} 0 0 ${factor(rect.height)} ${left} ${num(this.toY(rect.y + rect.height))}`;
    }
    // Drawings have their y axis downwards.
    return `${scaleX} 0 0 ${factor(-rect.height / height)} ${left} ${num(this.toY(rect.y))}`;
  }

  private path({ rings, closed, fill, stroke, tag }: PathFragment): void {
    if (fill === null && stroke === null) return;
    const shape = rings
      .filter((ring) => ring.length > 0)
      .map((ring) => {
        const points = ring.map((point, index) => `${this.at(point)} ${index === 0 ? 'm' : 'l'}`);
        return points.join(' ') + (closed ? ' h' : '');
      })
      .join('\n');
    if (shape === '') return;
    this.mark(tag, 'layout');
    // A ring inside another one is a hole.
    this.paintShape(shape, fill, stroke, '*');
    if (tag) this.extendByRings(tag, rings);
  }

  private paintShape(
    shape: string,
    fill: string | null,
    stroke: RectFragment['stroke'],
    rule: '' | '*',
  ): void {
    if (fill !== null) this.content.setFill(fill);
    if (stroke) this.content.setStroke(stroke.colour, stroke.width);
    const operator = fill === null ? 'S' : stroke ? `B${rule}` : `f${rule}`;
    this.content.paint(`${shape} ${operator}`);
  }

  private clip(rect: Rect): void {
    this.content.closeMark();
    const y = this.toY(rect.y + rect.height);
    this.content.clip(this.toX(rect.x), y, rect.width, rect.height);
  }

  private unclip(): void {
    this.content.closeMark();
    this.content.restore();
  }

  private marks(): void {
    for (const { from, to, width } of this.sheet.marks) {
      this.origin = { x: 0, y: 0 };
      this.rule({ kind: 'rule', from, to, width, colour: '#000000', dash: null, tag: null });
    }
  }

  private markText(fragment: TextFragment): void {
    const isRunning = fragment.artifact === 'pagination';
    const running = fragment.y < this.pageHeight / 2 ? 'header' : 'footer';
    this.mark(fragment.tag, isRunning ? running : 'layout');
  }

  /** Opens marked content unless what is open already belongs to the same tag or kind of artifact. */
  private mark(tag: Tag | null, artifact: Artifact): void {
    const { tree } = this.context;
    if (!tree || this.content.isMarkedAs(tag ?? artifact)) return;
    if (tag) {
      const mcid = tree.mark(tag, this.index);
      this.content.openMark(tag, `/${tag.role}<</MCID ${mcid}>>`);
    } else this.content.openMark(artifact, artifactOperators[artifact]);
  }

  private extend(tag: Tag, rect: Rect): void {
    const { tree } = this.context;
    if (!tree?.inFigure(tag)) return;
    const y = this.toY(rect.y + rect.height);
    tree.extend(tag, this.index, { ...rect, x: this.toX(rect.x), y });
  }

  private extendByText({ tag, x, y, face, size }: TextFragment, width: number): void {
    const height = (face.ascent + face.descent) * size;
    if (tag) this.extend(tag, { x, y: y - face.ascent * size, width, height });
  }

  private extendByRings(tag: Tag, rings: readonly (readonly Point[])[]): void {
    if (!this.context.tree?.inFigure(tag)) return;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) {
      for (const { x, y } of ring) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
      }
    }
    this.extend(tag, { x: left, y: top, width: right - left, height: bottom - top });
  }

  private toX(x: number): number {
    return this.origin.x + x;
  }

  private toY(y: number): number {
    return this.sheet.size.height - this.origin.y - y;
  }

  private at(point: Point): string {
    return `${num(this.toX(point.x))} ${num(this.toY(point.y))}`;
  }
}

function roundedRect(x: number, y: number, { width, height }: Rect, wanted: number): string {
  const radius = Math.min(wanted, width / 2, height / 2);
  const near = radius * (1 - quarterCircle);
  const [right, top] = [x + width, y + height];
  const point = (px: number, py: number) => `${num(px)} ${num(py)}`;
  return [
    `${point(x + radius, y)} m ${point(right - radius, y)} l`,
    `${point(right - near, y)} ${point(right, y + near)} ${point(right, y + radius)} c`,
    `${point(right, top - radius)} l`,
    `${point(right, top - near)} ${point(right - near, top)} ${point(right - radius, top)} c`,
    `${point(x + radius, top)} l`,
    `${point(x + near, top)} ${point(x, top - near)} ${point(x, top - radius)} c`,
    `${point(x, y + radius)} l`,
    `${point(x, y + near)} ${point(x + near, y)} ${point(x + radius, y)} c h`,
  ].join(' ');
}

/** A scale, with enough digits for a large drawing made small. */
function factor(value: number): string {
  return String(Number(value.toFixed(6)));
}
