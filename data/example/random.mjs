/** A seeded source of numbers (mulberry32) with the draws that the example needs. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** True with the given probability. */
    chance: (probability) => next() < probability,
    /** A whole number, both bounds included. */
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    /** One of a list, each with its weight. */
    weighted(list, weightOf) {
      const total = list.reduce((sum, one) => sum + weightOf(one), 0);
      let left = next() * total;
      for (const one of list) {
        left -= weightOf(one);
        if (left < 0) return one;
      }
      return list.at(-1);
    },
    /** About normal, mean 0, within -3 and 3. */
    bell: () => (next() + next() + next() + next() - 2) * 1.5,
  };
}

/** A seed that depends on a text only, so that a shared border is the same from both sides. */
export function seedOf(text) {
  let hash = 2166136261;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619);
  return hash >>> 0;
}
