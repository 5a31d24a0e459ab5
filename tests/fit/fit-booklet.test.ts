import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/diagnostics/diagnostic.ts';
import { type Fitted, fitBooklet } from '../../src/fit/fit-booklet.ts';
import type { Knobs } from '../../src/fit/knobs.ts';
import type { BookletSpec } from '../../src/spec/booklet-spec.ts';
import { type Invented, request } from './invented-booklet.ts';

const exactly = (pages: number) => ({ pages: { least: pages, most: pages } });
const atMost = (pages: number) => ({ pages: { least: 1, most: pages } });

/** Pages in proportion to what each knob saves. */
function proportional(pages: number) {
  return ({ density, leading, textScale, columns, dropped }: Knobs): number => {
    const room = (0.8 + 0.2 * density) * leading * textScale ** 1.5;
    const exact = pages * room * (columns === null ? 1 : 0.9) * 0.9 ** dropped.length;
    return Math.ceil(exact - 1e-9);
  };
}

async function fitted(asked: BookletSpec['fit'] & object, invented: Invented): Promise<Fitted> {
  return fitBooklet((await request(asked, invented)).request);
}

async function refusal(asked: BookletSpec['fit'] & object, invented: Invented) {
  try {
    await fitted(asked, invented);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error('not refused');
}

describe('a booklet that has the pages asked for', () => {
  test('is left as it is, and nothing is tried', async () => {
    const { request: asked, tried } = await request(exactly(24), { pagesWith: () => 24 });
    const { booklet, outcome, diagnostics } = await fitBooklet(asked);
    expect(booklet).toBe(asked.natural);
    expect(outcome).toEqual({
      pages: 24,
      asked: { least: 24, most: 24 },
      natural: 24,
      steps: [],
      fillers: 0,
      blanks: 0,
    });
    expect([diagnostics, tried]).toEqual([[], []]);
  });

  test('counts the pages that a multiple adds', async () => {
    const { outcome } = await fitted(exactly(24), { pagesWith: () => 21, multiple: 4 });
    expect(outcome).toMatchObject({ pages: 24, steps: [], fillers: 3 });
  });

  test('may be shorter when only a most is given', async () => {
    expect((await fitted(atMost(24), { pagesWith: () => 10 })).outcome.pages).toBe(10);
  });
});

describe('a booklet that is too long', () => {
  test('takes the first rung that is short enough, and no further', async () => {
    const { outcome, booklet } = await fitted(exactly(95), { pagesWith: proportional(100) });
    expect(outcome).toMatchObject({
      pages: 95,
      natural: 100,
      steps: [{ step: 'spacing', from: 1, to: 0.75 }],
    });
    expect(proportional(100)({ ...booklet.knobs, density: 0.8 })).toBe(96);
  });

  test('says its steps in the order of the ladder', async () => {
    const { outcome, diagnostics } = await fitted(exactly(80), { pagesWith: proportional(100) });
    expect(outcome.steps).toEqual([
      { step: 'spacing', from: 1, to: 0.7 },
      { step: 'leading', from: 1, to: 0.94 },
      { step: 'text-size', from: 8.6, to: 8 },
    ]);
    expect(diagnostics[0]).toMatchObject({
      severity: 'info',
      code: 'fit/steps',
      where: { file: '/town/livret.yaml', field: 'fit.pages' },
      message: {
        fr: '100 pages au naturel, 80 après ajustement\u00a0: blancs à 70\u00a0%, interligne à 94\u00a0%, corps de 8,6 à 8\u00a0pt.',
        en: '100 pages as designed, 80 after fitting: spacing at 70%, leading at 94%, type from 8.6 to 8 pt.',
      },
    });
  });

  test('takes a column more when the page is wide, and gives back what that saves', async () => {
    const wide = { pagesWith: proportional(100), measure: { width: 520 } };
    const { outcome } = await fitted(exactly(70), wide);
    expect(outcome.steps.map(({ step }) => step)).toEqual([
      'spacing',
      'leading',
      'text-size',
      'columns',
    ]);
    expect(outcome.steps[3]).toEqual({ step: 'columns', from: 2, to: 3 });
  });

  test('does not keep a column that saves nothing', async () => {
    const invented: Invented = {
      pagesWith: (knobs) =>
        proportional(100)({ ...knobs, columns: null }) + (knobs.columns ? 5 : 0),
      measure: { width: 520 },
      fields: { notes: 3 },
    };
    const { outcome } = await fitted(exactly(70), invented);
    expect(outcome.steps.map(({ step }) => step)).not.toContain('columns');
    expect(outcome.steps.at(-1)).toEqual({ step: 'field', field: 'notes', entries: 3 });
  });

  test('leaves out fields last, then gives spacing and type back', async () => {
    const invented: Invented = {
      pagesWith: ({ density, dropped }) => (dropped.length > 1 ? 40 : density < 1 ? 98 : 100),
      fields: { notes: 2, description: 7, source: 9 },
    };
    const { outcome, diagnostics } = await fitted(atMost(60), invented);
    expect(outcome.steps).toEqual([
      { step: 'field', field: 'notes', entries: 2 },
      { step: 'field', field: 'description', entries: 7 },
    ]);
    expect(diagnostics[0]?.message.fr).toContain(
      'rubrique «\u00a0description\u00a0» non imprimée (7 fiches)',
    );
  });

  test('is refused at the floor, which is said with the pages that it takes', async () => {
    const [found, ...more] = await refusal(exactly(50), { pagesWith: proportional(100) });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'error', code: 'fit/too-long' });
    expect(found?.message.fr).toMatch(
      /^50 pages ne suffisent pas\u00a0: il en faut 72 au plus serré/u,
    );
    expect(found?.message.en).toContain('without going below 7.5 pt; 100 as designed');
    expect(found?.hint?.fr).toContain('Demandez 72 pages');
  });

  test('is refused earlier when the booklet raises the floor', async () => {
    const asked = { ...exactly(75), floor: 8.4 };
    const [found] = await refusal(asked, { pagesWith: proportional(100) });
    expect(found?.message.en).toContain('without going below 8.4 pt');
    expect((await fitted(exactly(75), { pagesWith: proportional(100) })).outcome.pages).toBe(75);
  });

  test('says when the template does not listen', async () => {
    const found = await refusal(exactly(50), { pagesWith: () => 100 });
    expect(found.map(({ code }) => code)).toEqual(['fit/too-long', 'fit/deaf-template']);
    expect(found[1]?.hint?.fr).toContain('--density');
  });
});

describe('a template that sets its entries small', () => {
  test('is believed', async () => {
    const small: Invented = { pagesWith: proportional(100), measure: { textSize: 7 } };
    const { outcome } = await fitted(exactly(90), small);
    expect(outcome.steps.map(({ step }) => step)).toEqual(['spacing', 'leading']);
  });

  test('is enlarged when the booklet asks for more', async () => {
    const small: Invented = { pagesWith: proportional(50), measure: { textSize: 7 } };
    const { outcome } = await fitted({ ...atMost(80), floor: 9 }, small);
    expect(outcome).toMatchObject({ natural: 50, pages: 73 });
    expect(outcome.steps).toEqual([{ step: 'text-size', from: 7, to: 9 }]);
  });
});

describe('a booklet that is too short', () => {
  test('is opened until it has enough pages', async () => {
    const { outcome } = await fitted(exactly(103), { pagesWith: proportional(100) });
    expect(outcome).toMatchObject({ pages: 103, fillers: 0 });
    expect(outcome.steps).toEqual([{ step: 'spacing', from: 1, to: 1.15 }]);
  });

  test('is opened a little, then filled', async () => {
    const { outcome, diagnostics } = await fitted(exactly(24), { pagesWith: proportional(10) });
    expect(outcome).toMatchObject({ pages: 24, natural: 10, fillers: 13 });
    expect(outcome.steps.map(({ step }) => step)).toEqual(['spacing', 'leading']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['fit/steps', 'fit/filler-pages']);
  });

  test('never comes out longer than asked', async () => {
    const jumping = ({ density }: Knobs) => (density > 1.1 ? 13 : 9);
    const { outcome } = await fitted(exactly(12), { pagesWith: jumping });
    expect(outcome).toMatchObject({ pages: 12, fillers: 3 });
  });
});

describe('whatever the booklet', () => {
  /** A small seeded generator, 0 to 1. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1664525 + 1013904223) % 2 ** 32;
      return state / 2 ** 32;
    };
  }

  const order = ['spacing', 'leading', 'text-size', 'columns', 'field'];

  test('the pages are those asked for or it is refused, in ladder order, the same twice', async () => {
    let refused = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const next = random(seed);
      const pages = 4 + Math.floor(next() * 200);
      const multiple = next() < 0.5 ? 4 : 1;
      const wanted = Math.max(multiple, Math.round((pages * (0.5 + next())) / multiple) * multiple);
      const asked = next() < 0.5 ? exactly(wanted) : atMost(wanted);
      const weights = [next() * 0.4, next(), next() * 2];
      const invented: Invented = {
        multiple,
        measure: { width: next() < 0.5 ? 346 : 520, textSize: 7 + next() * 3 },
        fields: { notes: 1, description: 2 },
        pagesWith: ({ density, leading, textScale, columns, dropped }) =>
          Math.ceil(
            pages *
              density ** (weights[0] as number) *
              leading ** (weights[1] as number) *
              textScale ** (weights[2] as number) *
              (columns === null ? 1 : 0.85) *
              0.95 ** dropped.length,
          ),
      };
      const once = await fitted(asked, invented).catch((error: unknown) => error);
      const twice = await fitted(asked, invented).catch((error: unknown) => error);
      if (once instanceof InputError) {
        refused += 1;
        expect(twice).toEqual(once);
        continue;
      }
      const { outcome, booklet } = once as Fitted;
      expect((twice as Fitted).outcome).toEqual(outcome);
      expect(outcome.pages % multiple).toBe(0);
      expect(outcome.pages).toBeLessThanOrEqual(asked.pages.most);
      expect(outcome.pages).toBeGreaterThanOrEqual(asked.pages.least);
      const ranks = outcome.steps.map(({ step }) => order.indexOf(step));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      const size = booklet.measure.textSize;
      expect(size * booklet.knobs.textScale).toBeGreaterThanOrEqual(Math.min(7.5, size) - 1e-9);
    }
    expect(refused).toBeGreaterThan(10);
    expect(refused).toBeLessThan(200);
  });
});
