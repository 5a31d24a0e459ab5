import { describe, expect, it } from 'vitest';
import type { Entry, Group } from '../../src/directory/directory.ts';
import { indexForm, indexLetter } from '../../src/directory/index-form.ts';
import type { Service, ServiceStatus } from '../../src/feed/service.ts';
import type { Grouping } from '../../src/spec/booklet-spec.ts';
import { directory, service } from './directory-fixtures.ts';

const words = ['La Poste', 'École', 'ecole', 'L’Étang', 'Œuvre', 'Les 3 Chênes', '12', 'Zoé', '*'];
const types = ['mairie', 'poste', 'anpe', 'france-travail', 'ecole', 'lycee', 'unheard-of'];
const codes = ['99001', '99002', '99003', '99100', '98000', undefined];
const statuses: readonly ServiceStatus[] = [
  'open',
  'open',
  'open',
  'temporarily-closed',
  'closed',
  'planned',
];
const groupings: readonly Grouping[] = ['theme', 'commune', 'epci', 'departement'];
const collator = new Intl.Collator('fr', { numeric: true });

function random(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T;
}

function randomServices(seed: number): readonly Service[] {
  const pick = random(seed);
  return Array.from({ length: 150 }, (_, index) =>
    service(`s${index}`, `${pick(words)}${pick(['', ' ', ` ${pick(words)}`])}`.trim(), {
      types: [pick(types), pick(types)],
      address: { lines: [], insee: pick(codes), commune: pick([undefined, 'Aubenoire', 'Loin']) },
      position: pick([undefined, { longitude: pick([-1, 1]), latitude: 45, origin: 'address' }]),
      serves: pick([[], [], ['99003', '99100'], ['99001']]),
      status: pick(statuses),
    }),
  );
}

function leaves(groups: readonly Group[]): (readonly Entry[])[] {
  return groups.flatMap((group) => [group.entries, ...leaves(group.groups)]);
}

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

describe.each(seeds)('random services, seed %i', (seed) => {
  const services = randomServices(seed);
  const group = groupings[seed % 4] as Grouping;
  const made = directory(services, { group });

  it('are each printed once or left out once', () => {
    const printed = made.entries.map((entry) => entry.service.id);
    const left = made.leftOut.map(({ id }) => id);
    expect([...printed, ...left].sort()).toEqual(services.map(({ id }) => id).sort());
    expect(left.length).toBeGreaterThan(0);
  });

  it('stand under one heading, numbered in printing order', () => {
    expect(leaves(made.sections).flat()).toEqual(made.entries);
    expect(made.entries.map(({ number }) => number)).toEqual(made.entries.map((_, i) => i + 1));
    const counts = made.sections.map(({ entryCount }) => entryCount);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(made.entries.length);
    expect(leaves(made.sections).some((entries) => entries.length > 2)).toBe(true);
  });

  it('are in the collator’s order under each heading', () => {
    for (const entries of leaves(made.sections)) {
      const forms = entries.map((entry) => indexForm(entry.service.name));
      for (const [index, form] of forms.entries()) {
        if (index > 0)
          expect(collator.compare(forms[index - 1] as string, form)).toBeLessThanOrEqual(0);
      }
    }
  });

  it('are each in the index of names once, under their letter, in order', () => {
    const anchors = made.nameIndex.flatMap(({ terms }) => terms.flatMap((term) => term.anchors));
    expect(anchors.toSorted()).toEqual(made.entries.map(({ anchor }) => anchor));
    for (const { letter, terms } of made.nameIndex) {
      for (const [index, term] of terms.entries()) {
        expect(indexLetter(term.text)).toBe(letter);
        const before = terms[index - 1];
        if (before) expect(collator.compare(before.sortKey, term.sortKey)).toBeLessThanOrEqual(0);
      }
    }
  });

  it('are each in the index under their commune and those that they serve', () => {
    const terms = made.communeIndex.flatMap((letter) => letter.terms);
    const placed = made.entries.filter(({ commune }) => commune !== undefined);
    expect(placed.length).toBeGreaterThan(0);
    for (const { anchor, commune, serves = [] } of placed) {
      for (const name of [commune as string, ...serves]) {
        const found = terms.filter(({ text }) => text === indexForm(name));
        expect(found.some(({ anchors }) => anchors.includes(anchor))).toBe(true);
      }
    }
    for (const { anchors } of terms) expect(anchors).toEqual(anchors.toSorted());
  });

  it('give the same directory in any order', () => {
    const shuffled = services.toReversed();
    expect(directory(shuffled, { group }).sections).toEqual(made.sections);
  });
});
