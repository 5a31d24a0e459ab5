import { describe, expect, test } from 'vitest';
import {
  linesOf,
  type PlacedWord,
  placedWords,
  type RandomDocument,
  randomDocument,
  stageRandom,
  type Words,
} from './random-document.ts';

const seeds = Array.from({ length: 150 }, (_, at) => 1000 + at);

interface Laid {
  readonly made: RandomDocument;
  readonly words: readonly PlacedWord[];
  /** Words and the repeated headings, which are artifacts. */
  readonly painted: readonly PlacedWord[];
  readonly place: ReadonlyMap<string, PlacedWord>;
}

const laid = new Map<number, Laid>();

function layOut(seed: number): Laid {
  const known = laid.get(seed);
  if (known) return known;
  const made = randomDocument({ seed });
  const { pages } = stageRandom(made).document;
  const words = placedWords(pages);
  const painted = placedWords(pages, { artifacts: true });
  const result = { made, words, painted, place: new Map(words.map((word) => [word.word, word])) };
  laid.set(seed, result);
  return result;
}

/** Checks a property on every document; a failure names the seeds and the first fault of each. */
function expectOnAll(property: (document: Laid) => string | undefined): void {
  const broken = seeds.flatMap((seed) => {
    const fault = property(layOut(seed));
    return fault === undefined ? [] : [`seed ${seed}: ${fault}`];
  });
  expect(broken).toEqual([]);
}

/** Number of the column that a word stands in, from 0; -1 when it stands in none. */
function columnOf(word: PlacedWord, { made }: Laid): number {
  const { width, margin } = made.page;
  const count = made.columnsOf[Number(word.word.slice(1)) - 1];
  const columns = count === 'span' || count === undefined ? 1 : count;
  const wide = (width - 2 * margin - (columns - 1) * made.gap) / columns;
  return Array.from({ length: columns }, (_, at) => margin + at * (wide + made.gap)).findIndex(
    (left) => word.left >= left - 0.01 && word.right <= left + wide + 0.01,
  );
}

function describeWord({ word, page, left, top }: PlacedWord): string {
  return `${word} on page ${page} at ${Math.round(left)},${Math.round(top)}`;
}

function wordsOf({ from, to }: Words, { place }: Laid): readonly PlacedWord[] {
  return Array.from({ length: to - from + 1 }, (_, at) => place.get(`w${from + at}`)).filter(
    (word): word is PlacedWord => word !== undefined,
  );
}

describe('on random documents', () => {
  test('make enough of everything', () => {
    const all = seeds.map(layOut);
    expect(all.reduce((sum, { made }) => sum + made.kept.length, 0)).toBeGreaterThan(1000);
    const pages = all.map(({ words }) => (words.at(-1)?.page ?? 0) + 1);
    expect(pages.filter((count) => count > 2).length).toBeGreaterThan(50);
    const again = all.flatMap(({ painted }) => painted.filter(({ word }) => word === 'again'));
    expect(again.length).toBeGreaterThan(50);
    expect(new Set(all.flatMap(({ made }) => made.columnsOf))).toEqual(
      new Set(['span', 1, 2, 3, 4]),
    );
  });

  test('every word is printed once, in order', () => {
    expectOnAll(({ made, words }) => {
      const expected = Array.from({ length: made.wordCount }, (_, at) => `w${at + 1}`);
      const at = expected.findIndex((word, index) => words[index]?.word !== word);
      if (at >= 0) return `${expected[at]} expected, ${words[at]?.word} found`;
      return words.length > expected.length ? `${words.length} words` : undefined;
    });
  });

  test('no two words overlap', () => {
    expectOnAll(({ painted }) => {
      for (const [at, one] of painted.entries()) {
        for (let next = at + 1; painted[next]?.page === one.page; next += 1) {
          const other = painted[next] as PlacedWord;
          const apart =
            one.right <= other.left + 0.01 ||
            other.right <= one.left + 0.01 ||
            one.bottom <= other.top + 0.01 ||
            other.bottom <= one.top + 0.01;
          if (!apart) return `${describeWord(one)} and ${describeWord(other)}`;
        }
      }
      return undefined;
    });
  });

  test('every word stands in one column, within the margins', () => {
    expectOnAll((document) => {
      const { height, margin } = document.made.page;
      const outside = document.words.find(
        (word) =>
          columnOf(word, document) < 0 ||
          word.top < margin - 0.01 ||
          word.bottom > height - margin + 0.01,
      );
      return outside && describeWord(outside);
    });
  });

  test('an entry to be kept together stands in one column', () => {
    expectOnAll((document) => {
      for (const entry of document.made.kept) {
        const places = wordsOf(entry, document).map(
          (word) => `${word.page} ${columnOf(word, document)}`,
        );
        if (new Set(places).size > 1) return `w${entry.from} to w${entry.to}: ${places.join(', ')}`;
      }
      return undefined;
    });
  });

  test('a heading stands above what it heads, in the same column or over it', () => {
    expectOnAll((document) => {
      for (const heading of document.made.headings) {
        const own = document.place.get(`w${heading.to}`) as PlacedWord;
        const next = document.place.get(`w${heading.to + 1}`);
        if (!next) continue;
        const spans = document.made.columnsOf[heading.to - 1] === 'span';
        const together =
          own.page === next.page &&
          own.top < next.top &&
          (spans || columnOf(own, document) === columnOf(next, document));
        if (!together) return `${describeWord(own)}, then ${describeWord(next)}`;
      }
      return undefined;
    });
  });

  test('words go down each column, and columns from left to right', () => {
    expectOnAll((document) => {
      for (const [at, one] of document.words.entries()) {
        const next = document.words[at + 1];
        if (!next || next.page !== one.page) continue;
        const number = Number(one.word.slice(1));
        const isSame = document.made.columnsOf[number - 1] === document.made.columnsOf[number];
        const forward = next.top >= one.top - 0.01 || next.left > one.left;
        if (isSame && !forward) return `${describeWord(one)}, then ${describeWord(next)}`;
      }
      return undefined;
    });
  });

  test('a document laid out again is the same', () => {
    for (const seed of seeds.slice(0, 40)) {
      const again = stageRandom(randomDocument({ seed })).document;
      const first = stageRandom(randomDocument({ seed })).document;
      expect(again.pages.map(linesOf)).toEqual(first.pages.map(linesOf));
      expect([...again.destinations]).toEqual([...first.destinations]);
    }
  });

  test('every anchor stands where its first word does', () => {
    for (const seed of seeds) {
      const made = randomDocument({ seed });
      const { document } = stageRandom(made);
      const words = new Map(placedWords(document.pages).map((word) => [word.word, word]));
      for (const [anchor, { page, y }] of document.destinations) {
        const word = words.get(anchor) as PlacedWord;
        expect(page, `${seed} ${anchor}`).toBe(word.page);
        expect(y, `${seed} ${anchor}`).toBeLessThanOrEqual(word.top + 0.01);
        expect(y, `${seed} ${anchor}`).toBeGreaterThan(word.top - 21);
      }
    }
  });

  test('no fault is reported', () => {
    for (const seed of seeds) {
      const { diagnostics } = stageRandom(randomDocument({ seed }));
      expect(diagnostics.all, `seed ${seed}`).toEqual([]);
    }
  });
});
