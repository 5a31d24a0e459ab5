/** All lengths are PostScript points (1/72 inch); y grows downwards from the top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Point, Size {}

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const noEdges: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

/** Points per unit of an absolute CSS length. */
export const pointsPer = {
  pt: 1,
  mm: 72 / 25.4,
  cm: 720 / 25.4,
  in: 72,
  px: 0.75,
  pc: 12,
} as const;

/** Length in pt of an absolute length such as "12mm"; undefined when it is not one. */
export function parseLength(text: string): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(pt|mm|cm|in|px|pc)$/i.exec(text.trim());
  if (!match) return text.trim() === '0' ? 0 : undefined;
  const unit = (match[2] as string).toLowerCase() as keyof typeof pointsPer;
  return Number(match[1]) * pointsPer[unit];
}

/** The rectangle left when the edges are taken off. */
export function inset(rect: Rect, edges: Edges): Rect {
  return {
    x: rect.x + edges.left,
    y: rect.y + edges.top,
    width: rect.width - edges.left - edges.right,
    height: rect.height - edges.top - edges.bottom,
  };
}

const mm = pointsPer.mm;

/** Named page formats, in pt, portrait. */
export const pageFormats: Readonly<Record<string, Size>> = {
  a3: { width: 297 * mm, height: 420 * mm },
  a4: { width: 210 * mm, height: 297 * mm },
  a5: { width: 148 * mm, height: 210 * mm },
  a6: { width: 105 * mm, height: 148 * mm },
  '10x21': { width: 100 * mm, height: 210 * mm },
  carre: { width: 210 * mm, height: 210 * mm },
};
