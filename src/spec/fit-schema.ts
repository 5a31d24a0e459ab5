import { z } from 'zod';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { FitSpec } from './booklet-spec.ts';
import { whereIs } from './explain-issue.ts';
import type { WrittenFile } from './read-written.ts';
import {
  described,
  numberBetween,
  type Problem,
  type Reading,
  readAs,
  section,
} from './schema-pieces.ts';

/** More pages than a binding holds. */
const mostPages = 4000;

/** The type size that entries may not go below whatever the booklet says, and the largest floor that makes sense, pt. */
const leastFloor = 7;
const mostFloor = 14;

const points = { fr: 'pt', en: 'pt' };

const pageCount = readAs(readPageCount, { type: 'integer', minimum: 1, maximum: mostPages });

const pages = z.union([
  pageCount,
  section({
    'at-least': described(pageCount, 'Nombre de pages au moins.', 20),
    'at-most': described(pageCount, 'Nombre de pages au plus.', 24),
  }),
]);

/** `fit: 24`, `fit: {pages: 24}`, `fit: {pages: {at-most: 24}, floor: 8}`. */
export const fitSchema = z.union([
  pageCount,
  section({
    pages: pages.meta({
      description: 'Nombre de pages à atteindre, ou ses bornes.',
      examples: [24, { 'au-plus': 24 }],
    }),
    floor: described(
      numberBetween(leastFloor, mostFloor, points),
      'Corps en dessous duquel le texte des fiches ne descend pas, en points (7,5 si rien n’est dit).',
      8,
    ),
  }),
]);

/** What `fit` asks, its bounds in pages; undefined when it asks nothing. */
export function toFit(fit: z.output<typeof fitSchema> | undefined): FitSpec | undefined {
  if (fit === undefined) return undefined;
  if (typeof fit === 'number') return { pages: { least: fit, most: fit } };
  const { pages, floor } = fit;
  const bounds =
    typeof pages === 'number'
      ? { least: pages, most: pages }
      : { least: pages['at-least'] ?? 1, most: pages['at-most'] ?? mostPages };
  return floor === undefined ? { pages: bounds } : { pages: bounds, floor };
}

/** Reports page counts that nothing can reach. */
export function checkFit(
  fit: FitSpec | undefined,
  multiple: number,
  written: WrittenFile,
  sink: DiagnosticSink,
): void {
  const problem = fit && fitProblem(fit, multiple);
  if (!problem) return;
  const { code, message, hint } = problem;
  const where = whereIs(['fit', 'pages'], written);
  sink.report({ severity: 'error', code: `spec/${code}`, where, message, hint });
}

/** Bounds that no page count meets: the wrong way round, or without a multiple between them. */
export function fitProblem({ pages }: FitSpec, multiple: number): Problem | undefined {
  const { least, most } = pages;
  if (least > most) {
    return {
      code: 'fit-bounds',
      message: {
        fr: `Aucun nombre de pages n’est à la fois d’au moins ${least} et d’au plus ${most}.`,
        en: `No number of pages is both at least ${least} and at most ${most}.`,
      },
      hint: {
        fr: 'Écrivez d’abord le plus petit\u00a0: «\u00a0au-moins\u00a0», puis «\u00a0au-plus\u00a0».',
        en: 'Give “at-least” the smaller number and “at-most” the larger.',
      },
    };
  }
  const below = most - (most % multiple);
  if (below >= least) return undefined;
  return {
    code: 'fit-multiple',
    message: {
      fr: `Un nombre de pages multiple de ${multiple} est demandé à la sortie\u00a0: ${most} pages ne peuvent l’être.`,
      en: `The output asks for a multiple of ${multiple} pages: ${most} pages cannot be one.`,
    },
    hint: {
      fr: `Écrivez ${below > 0 ? `${below} ou ` : ''}${below + multiple} pages, ou «\u00a0multiple: 1\u00a0» sous «\u00a0sortie\u00a0».`,
      en: `Write ${below > 0 ? `${below} or ` : ''}${below + multiple} pages, or “multiple: 1” under “output”.`,
    },
  };
}

function readPageCount(text: string): Reading<number> {
  const value = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= mostPages) return { value };
  const got = quote(text);
  return {
    problem: {
      code: 'page-count',
      message: {
        fr: `${got.fr} n’est pas un nombre de pages.`,
        en: `${got.en} is not a number of pages.`,
      },
      hint: {
        fr: `Écrivez un nombre entier de 1 à ${mostPages}.`,
        en: `Write a whole number from 1 to ${mostPages}.`,
      },
    },
  };
}
