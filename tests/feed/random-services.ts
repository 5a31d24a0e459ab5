import type { Service } from '../../src/feed/service.ts';

/** A small generator of equal sequences for equal seeds (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const texts = [
  'Mairie',
  'École & <b>co</b>',
  'L’Œuvre',
  'a "b" \\ c',
  'مدرسة',
  '10\u202f000\u00a0m²',
  '😀',
  '{x}',
];
const types = ['mairie', 'lycee', 'france-services', 'restaurant'];
const origins = ['entrance', 'building', 'address', 'street', 'commune', 'unknown'] as const;
const statuses = ['open', 'temporarily-closed', 'planned', 'closed'] as const;
const wheelchairs = ['yes', 'limited', 'no'] as const;

/** Clean services with and without each field, in all combinations that the seed brings. */
export function randomServices(count: number, seed: number): readonly Service[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const maybe = <T extends object>(value: T): T | object => (random() < 0.5 ? value : {});
  const some = <T>(make: () => T): readonly T[] =>
    Array.from({ length: Math.floor(random() * 3) }, make);
  const text = () => pick(texts);
  const localized = () => ({ fr: text(), ...maybe({ en: text() }), ...maybe({ 'de-CH': text() }) });
  const digits = () =>
    String(Math.floor(random() * 1e4))
      .padStart(4, '0')
      .replace(/(..)(..)/, '$1 $2');
  const distinct = <T>(list: readonly T[]): readonly T[] => list.slice(0, 1);
  return Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    name: text(),
    types: random() < 0.5 ? [pick(types)] : ['mairie', 'lycee'],
    address: {
      lines: some(text),
      ...maybe({ postcode: '01200' }),
      ...maybe({ commune: text() }),
      ...maybe({ insee: '2A004' }),
    },
    ...maybe({
      position: {
        longitude: Math.round((random() * 14 - 5) * 1e6) / 1e6,
        latitude: Math.round((random() * 9 + 42) * 1e6) / 1e6,
        origin: pick(origins),
      },
    }),
    serves: distinct(some(() => '35236')),
    phones: distinct(
      some(() => ({
        number: `02 61 91 ${digits()}`,
        ...maybe({ label: text() }),
        ...maybe({ cost: text() }),
      })),
    ),
    emails: distinct(some(() => ({ address: 'a@example.fr', ...maybe({ label: text() }) }))),
    websites: distinct(
      some(() => ({ url: 'https://example.org/é?x=1&y=2', ...maybe({ label: text() }) })),
    ),
    ...maybe({ openingHours: pick(['Mo-Fr 09:00-12:00', '24/7', 'Mo-Fr 09:00-12:00; PH off']) }),
    closures: some(() => ({ from: '2026-12-24', to: '2027-01-02', ...maybe({ reason: text() }) })),
    ...maybe({ description: localized() }),
    ...maybe({ notes: localized() }),
    ...maybe({
      accessibility: { wheelchair: pick(wheelchairs), ...maybe({ notes: localized() }) },
    }),
    ...maybe({ audience: localized() }),
    images: some(() => ({
      source: 'photos/été.jpg',
      alt: localized(),
      ...maybe({ credit: text() }),
    })),
    source: {
      contributor: text(),
      ...maybe({ dataset: text() }),
      ...maybe({ licence: text() }),
      ...maybe({ url: 'https://example.org' }),
      ...maybe({ date: '2026-01-01' }),
      ...maybe({ checked: '2026-02-01' }),
    },
    status: pick(statuses),
  }));
}
