import type { Inline } from '../boxes/box.ts';
import type { ComputedStyle, ContentPart, MarginBoxName } from '../style/computed-style.ts';
import { breakLines, type LineOptions } from './break-lines.ts';
import type { PageBuilder } from './page-builder.ts';
import { edge } from './paint-decorations.ts';
import { paintLine } from './paint-line.ts';
import type { TextStyle } from './text-style.ts';

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
  for (const side of ['top', 'bottom'] as const) {
    const row: SetBox[] = [];
    for (const [name, box] of page.master.marginBoxes) {
      if (!name.startsWith(side)) continue;
      const text = marginText(box.content, page, values);
      if (text !== '') row.push({ side, text, style: alignedStyle(box.style, name) });
    }
    for (const box of fitRow(row, page.area.width, options)) {
      paintMarginBox(page, box, { values, options });
    }
  }
}

interface SetBox {
  readonly side: 'top' | 'bottom';
  readonly text: string;
  readonly style: ComputedStyle;
}

interface Running {
  readonly values: RunningValues;
  readonly options: LineOptions;
}

/** Least room in pt between two texts of a row. */
const rowGap = 12;

/** Texts that would run into one another: the longest is cut, with an ellipsis, until all fit. */
function fitRow(
  row: readonly SetBox[],
  width: number,
  { textStyles }: LineOptions,
): readonly SetBox[] {
  const measured = row.map((box) => ({ box, width: textWidth(box.text, textStyles(box.style)) }));
  const total = measured.reduce((sum, one) => sum + one.width, 0) + rowGap * (row.length - 1);
  if (total <= width) return row;
  const longest = measured.reduce((a, b) => (b.width > a.width ? b : a));
  const room = Math.max(0, longest.width - (total - width));
  return row.map((box) =>
    box === longest.box ? { ...box, text: shorten(box.text, room, textStyles(box.style)) } : box,
  );
}

function shorten(text: string, room: number, textStyle: TextStyle): string {
  const words = text.split(' ');
  while (words.length > 1 && textWidth(`${words.join(' ')}\u2026`, textStyle) > room) words.pop();
  return `${words.join(' ').replace(/[ \u2013,.;:]+$/, '')}\u2026`;
}

function textWidth(text: string, textStyle: TextStyle): number {
  const words = text.split(' ');
  const ink = words.reduce((sum, word) => sum + textStyle.shape(word).width, 0);
  return ink + textStyle.spaceWidth * (words.length - 1);
}

function paintMarginBox(page: PageBuilder, { side, text, style }: SetBox, running: Running): void {
  const { size, margin } = page.master;
  const band =
    side === 'top'
      ? { top: 0, bottom: margin.top }
      : { top: size.height - margin.bottom, bottom: size.height };
  const top = band.top + style.margin.top + style.padding.top;
  const bottom = band.bottom - style.margin.bottom - style.padding.bottom;
  const { language: lang } = running.values;
  const inline: Inline = { kind: 'text', text, style, tag: null, link: null, lang };
  const left = page.area.x + style.margin.left + style.padding.left;
  const insets = style.margin.left + style.margin.right + style.padding.left + style.padding.right;
  const line = breakLines([inline], style, page.area.width - insets, running.options)[0];
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
  const texts = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'counter') return page.printedFolio;
    return part.kind === 'string' ? values.string(part.name, part.which) : '';
  });
  return texts
    .map((text, index) => (isPointless(parts, texts, index) ? '' : text))
    .join('')
    .trim();
}

/** A second guide word equal to the first, and what joins two when there is but one to join. */
function isPointless(
  parts: readonly ContentPart[],
  texts: readonly string[],
  index: number,
): boolean {
  const isGuide = (at: number) => parts[at]?.kind === 'string';
  if (isGuide(index)) return isGuide(index - 2) && texts[index] === texts[index - 2];
  if (!isGuide(index - 1) || !isGuide(index + 1)) return false;
  const [first, last] = [texts[index - 1], texts[index + 1]];
  return first === '' || last === '' || first === last;
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
