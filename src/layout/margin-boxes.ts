import type { Inline } from '../boxes/box.ts';
import type {
  ComputedStyle,
  ContentPart,
  MarginBox,
  MarginBoxName,
} from '../style/computed-style.ts';
import { breakLines, type LineOptions } from './break-lines.ts';
import type { PageBuilder } from './page-builder.ts';
import { edge } from './paint-decorations.ts';
import { paintLine } from './paint-line.ts';

/** What the running matter of a page may say. */
export interface RunningValues {
  /** Value of a running string on this page. */
  string(name: string, which: 'first' | 'last' | 'start'): string;
  readonly language: string;
}

/** Paints the running matter of a page: heads, guide words, folios; all of it artifacts. */
export function paintMarginBoxes(
  page: PageBuilder,
  values: RunningValues,
  options: LineOptions,
): void {
  if (page.isBlank) return;
  for (const [name, box] of page.master.marginBoxes)
    paintMarginBox(page, name, box, { values, options });
}

interface Running {
  readonly values: RunningValues;
  readonly options: LineOptions;
}

function paintMarginBox(
  page: PageBuilder,
  name: MarginBoxName,
  box: MarginBox,
  running: Running,
): void {
  const text = marginText(box.content, page, running.values);
  if (text === '') return;
  const style = alignedStyle(box.style, name);
  const isTop = name.startsWith('top');
  const { size, margin } = page.master;
  const band = isTop
    ? { top: 0, bottom: margin.top }
    : { top: size.height - margin.bottom, bottom: size.height };
  const top = band.top + style.margin.top + style.padding.top;
  const bottom = band.bottom - style.margin.bottom - style.padding.bottom;
  const inline: Inline = {
    kind: 'text',
    text,
    style,
    tag: null,
    link: null,
    lang: running.values.language,
  };
  const left = page.area.x + style.margin.left + style.padding.left;
  const width =
    page.area.width -
    style.margin.left -
    style.margin.right -
    style.padding.left -
    style.padding.right;
  const line = breakLines([inline], style, width, running.options)[0];
  if (!line) return;
  paintLine(page, line, { x: left, y: (top + bottom - line.height) / 2 }, 'pagination');
  const right = page.area.x + page.area.width;
  const { border } = style;
  const bottomEdge = band.bottom - style.margin.bottom;
  const topEdge = band.top + style.margin.top;
  page.furniture.push(...edge(border.bottom, [page.area.x, bottomEdge, right, bottomEdge]));
  page.furniture.push(...edge(border.top, [page.area.x, topEdge, right, topEdge]));
}

function marginText(
  parts: readonly ContentPart[],
  page: PageBuilder,
  values: RunningValues,
): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'counter') return page.folio;
      return part.kind === 'string' ? values.string(part.name, part.which) : '';
    })
    .join('')
    .trim();
}

const alignments = { left: 'left', center: 'center', right: 'right' } as const;
const aligned = new WeakMap<ComputedStyle, Map<string, ComputedStyle>>();

/** The style of a margin box set on one line against its side. */
function alignedStyle(style: ComputedStyle, name: MarginBoxName): ComputedStyle {
  const side = name.slice(name.indexOf('-') + 1) as keyof typeof alignments;
  let bySide = aligned.get(style);
  if (!bySide) {
    bySide = new Map();
    aligned.set(style, bySide);
  }
  let made = bySide.get(side);
  if (!made) {
    made = { ...style, textAlign: alignments[side], hyphens: 'none', textIndent: 0 };
    bySide.set(side, made);
  }
  return made;
}
