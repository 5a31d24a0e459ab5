import { describe, expect, test } from 'vitest';
import type { Inline, Tag } from '../../src/boxes/box.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { Chance, placedWords, randomDocument, stageRandom } from './random-document.ts';
import { textInlines } from './stage.ts';

const seeds = Array.from({ length: 80 }, (_, at) => 5000 + at);

/** Words and where they stand, to a hundredth of pt, lengths divided by `scale`. */
function places(options: Parameters<typeof randomDocument>[0], scale = 1): readonly string[] {
  const { pages } = stageRandom(randomDocument(options)).document;
  return placedWords(pages).map(({ word, page, left, top }) => {
    const [x, y] = [left / scale, top / scale].map((length) => length.toFixed(2));
    return `${page} ${word} ${x},${y}`;
  });
}

function pageOf(place: string): number {
  return Number(place.split(' ')[0]);
}

describe('the same pages', () => {
  test('come from text cut anywhere into inlines', () => {
    for (const seed of seeds) {
      const chance = new Chance(seed);
      const cut = (text: string, own: ComputedStyle, tag: Tag): readonly Inline[] => {
        const pieces: string[] = [];
        for (let at = 0; at < text.length; ) {
          const length = chance.between(1, 9);
          pieces.push(text.slice(at, at + length));
          at += length;
        }
        return pieces.flatMap((piece) => textInlines(piece, own, tag));
      };
      expect(places({ seed, cut }), `seed ${seed}`).toEqual(places({ seed }));
    }
  });

  test('come at twice the size from lengths of twice the size', () => {
    for (const seed of seeds) {
      expect(places({ seed, scale: 2 }, 2), `seed ${seed}`).toEqual(places({ seed }));
    }
  });

  test('come before an entry that is added', () => {
    let compared = 0;
    for (const seed of seeds) {
      for (const addAfter of [3, 8, 15]) {
        const { wordsBeforeAdded } = randomDocument({ seed, addAfter });
        if (wordsBeforeAdded === undefined) continue;
        const before = places({ seed });
        const after = places({ seed, addAfter });
        expect(after.length).toBeGreaterThan(before.length);
        // The page of the word before may be set anew: it may have been the last, balanced.
        const page = pageOf(before[wordsBeforeAdded - 1] as string);
        const early = before.filter((place) => pageOf(place) < page);
        expect(after.slice(0, early.length), `seed ${seed}, entry ${addAfter}`).toEqual(early);
        if (early.length > 0) compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});
