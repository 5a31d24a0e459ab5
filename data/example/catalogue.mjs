import { readFileSync } from 'node:fs';

const defaults = {
  phone: 0.9,
  mail: 0.4,
  web: 0.3,
  wheelchair: 0.6,
  source: 'epci',
};

/**
 * A kind of service: type, weight among those drawn, least inhabitants of its commune, how often
 * it has a phone, e-mail, site and level access, and the words to write it with (`~` is a no-break
 * space, braces draw from the pools of words.mjs).
 */
export function kind(type, weight, least, rest) {
  return { ...defaults, type, weight, least, ...rest };
}

const written = JSON.parse(readFileSync(new URL('catalogue.json', import.meta.url), 'utf8'));
const list = (entries) => entries.map((one) => kind(one.type, one.weight, one.least, one));

/** Every commune of enough inhabitants has these. */
export const everywhere = list(written.everywhere);

/** Drawn by weight in communes of at least so many inhabitants. */
export const kinds = list(written.kinds);

/** What only the chief town has, once. */
export const chiefTown = list(written.chiefTown);
