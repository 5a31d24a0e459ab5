import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { type Edges, pageFormats, pointsPer, type Size } from '../geometry/geometry.ts';
import { bookletSchema, type WrittenBooklet } from './booklet-schema.ts';
import { valueAt, whereIs } from './explain-issue.ts';
import type { WrittenFile } from './read-written.ts';

/** Page size and margins of a booklet, in pt. */
export interface PageSpec {
  readonly size: Size;
  readonly margins?: Partial<Edges>;
}

/** Least width and height, in mm, of what the margins leave for text. */
const leastText = 40;

/** The page of a booklet as read: A5 unless it says otherwise. */
export function toPage(page: WrittenBooklet['page']): PageSpec {
  const standard = pageFormats.a5 as Size;
  if (page === undefined) return { size: standard };
  if ('width' in page) return { size: page };
  const size = page.format ?? standard;
  if (page.margins === undefined) return { size };
  if (typeof page.margins !== 'number') return { size, margins: page.margins };
  const all = page.margins;
  return { size, margins: { top: all, right: all, bottom: all, left: all } };
}

/** Reports margins that leave no room for text. */
export function checkPage(written: WrittenFile, sink: DiagnosticSink): void {
  const reading = bookletSchema.shape.page.safeParse(valueAt(written.root, ['page']), {
    jitless: true,
  });
  if (!reading.success) return;
  const { size, margins } = toPage(reading.data);
  if (margins === undefined) return;
  const width = size.width - (margins.left ?? 0) - (margins.right ?? 0);
  const height = size.height - (margins.top ?? 0) - (margins.bottom ?? 0);
  if (Math.min(width, height) >= leastText * pointsPer.mm) return;
  const left = [width, height].map((side) => Math.max(0, Math.round(side / pointsPer.mm)));
  sink.report({
    severity: 'error',
    code: 'spec/margins',
    where: whereIs(['page', 'margins'], written),
    message: {
      fr: `Ces marges ne laissent que ${left.join(' × ')}\u00a0mm pour le texte.`,
      en: `These margins leave only ${left.join(' × ')} mm for text.`,
    },
    hint: {
      fr: `Réduisez-les pour laisser au moins ${leastText} × ${leastText}\u00a0mm.`,
      en: `Reduce them so as to leave at least ${leastText} × ${leastText} mm.`,
    },
  });
}
