import type { Box, Inline } from '../boxes/box.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import { splitWords } from '../text/words.ts';
import { graphicBoxSize } from './graphic-size.ts';
import type { TextStyles } from './text-style.ts';

/** Widths in pt that a box asks for: so as to cut no word, and so as to break no line. */
export interface NaturalWidth {
  readonly least: number;
  readonly most: number;
}

const noWidth: NaturalWidth = { least: 0, most: 0 };

/** What a box would be as wide as, whatever room there is. */
export function naturalWidth(box: Box, textStyles: TextStyles): NaturalWidth {
  const inner = contentWidth(box, textStyles);
  const { style } = box;
  const around = sides(style);
  const styled = style.width !== 'auto' && style.width.unit === 'pt' ? style.width.value : null;
  if (styled === null) return { least: inner.least + around, most: inner.most + around };
  const outer = styled + style.margin.left + style.margin.right;
  return { least: outer, most: outer };
}

function contentWidth(box: Box, textStyles: TextStyles): NaturalWidth {
  switch (box.kind) {
    case 'paragraph':
      return inlineWidth(box.inlines, box.style, textStyles);
    case 'block':
      return widest(box.children.map((child) => naturalWidth(child, textStyles)));
    case 'graphic': {
      const { width } = graphicBoxSize(box.graphic, box.style, Number.MAX_SAFE_INTEGER);
      return { least: width, most: width };
    }
    case 'tracks': {
      const gaps = box.style.columnGap * Math.max(0, box.cells.length - 1);
      const cells = box.cells.map((cell) => naturalWidth(cell, textStyles));
      return { least: total(cells, 'least') + gaps, most: total(cells, 'most') + gaps };
    }
    case 'table': {
      const rows = [...box.head, ...box.body].map(({ cells }) => {
        const widths = cells.map((cell) => naturalWidth(cell.box, textStyles));
        return { least: total(widths, 'least'), most: total(widths, 'most') };
      });
      return widest(rows);
    }
    case 'placed':
      return noWidth;
  }
}

function inlineWidth(
  inlines: readonly Inline[],
  style: ComputedStyle,
  textStyles: TextStyles,
): NaturalWidth {
  let least = 0;
  let most = 0;
  let line = style.textIndent;
  // Words of neighbouring inlines with no blank between them hold together.
  let word = 0;
  const endWord = () => {
    least = Math.max(least, word);
    word = 0;
  };
  const add = (width: number) => {
    line += width;
    word += width;
    most = Math.max(most, line);
  };
  for (const inline of inlines) {
    if (inline.kind === 'break') {
      endWord();
      line = 0;
    } else if (inline.kind === 'atom') {
      add(inline.width + inline.style.margin.left + inline.style.margin.right);
    } else if (inline.kind === 'folio') {
      add(textStyles(inline.style).shape('000').width);
    } else if (inline.kind === 'text') {
      const textStyle = textStyles(inline.style);
      const { lang, style: own } = inline;
      const options = { lang, hyphens: 'none', noWrap: own.whiteSpace === 'nowrap' } as const;
      for (const token of splitWords(inline.text, options)) {
        if (token.kind === 'word') add(textStyle.shape(token.text).width);
        else if (token.kind === 'space' && options.noWrap) add(textStyle.spaceWidth);
        else {
          endWord();
          line = token.kind === 'break' ? 0 : line + textStyle.spaceWidth;
        }
      }
    }
  }
  endWord();
  return { least, most };
}

function sides({ margin, padding, border }: ComputedStyle): number {
  const left = margin.left + padding.left + border.left.width;
  return left + margin.right + padding.right + border.right.width;
}

function widest(widths: readonly NaturalWidth[]): NaturalWidth {
  return {
    least: widths.reduce((most, width) => Math.max(most, width.least), 0),
    most: widths.reduce((most, width) => Math.max(most, width.most), 0),
  };
}

function total(widths: readonly NaturalWidth[], which: keyof NaturalWidth): number {
  return widths.reduce((sum, width) => sum + width[which], 0);
}

/**
 * Shares a width in pt between boxes: each has what it asks for when there is room, the longest
 * texts give way first when there is not, and no word is cut while it can be helped.
 */
export function shareWidth(widths: readonly NaturalWidth[], width: number): readonly number[] {
  const least = total(widths, 'least');
  const most = total(widths, 'most');
  if (least >= width) return widths.map((one) => (one.least * width) / (least || 1));
  const spread = most - least;
  const part = spread > 0 ? Math.min(1, (width - least) / spread) : 0;
  return widths.map((one) => one.least + (one.most - one.least) * part);
}
