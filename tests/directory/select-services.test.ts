import { describe, expect, it } from 'vitest';
import type { Service } from '../../src/feed/service.ts';
import { at, directory, errorsOf, service } from './directory-fixtures.ts';

const town = service('town', 'Mairie');

/** Reason for which the one service beside the town hall is left out; undefined when printed. */
function reason(more: Partial<Service>, spec = {}): string | undefined {
  const made = directory([town, service('x', 'Service', more)], spec);
  const printed = made.entries.some((entry) => entry.service.id === 'x');
  const leftOut = made.leftOut.filter(({ id }) => id === 'x');
  expect(leftOut.length + Number(printed)).toBe(1);
  return leftOut[0]?.reason;
}

describe('what is printed', () => {
  it('goes by territory', () => {
    expect(reason(at('99002'))).toBeUndefined();
    expect(reason(at('99100'))).toBe('outside-territory');
    expect(reason({ address: { lines: [] } })).toBe('not-placed');
    const position = { longitude: 1, latitude: 45, origin: 'address' as const };
    expect(reason({ address: { lines: [] }, position })).toBeUndefined();
    expect(reason({ address: { lines: [] }, position: { ...position, longitude: -1 } })).toBe(
      'outside-territory',
    );
  });

  it('goes by status', () => {
    expect(reason({ status: 'closed' })).toBe('status-closed');
    expect(reason({ status: 'planned' })).toBe('status-planned');
    expect(reason({ status: 'temporarily-closed' })).toBeUndefined();
  });

  it('goes by themes, categories and types, taken and left', () => {
    const select = (include: readonly string[], exclude: readonly string[] = []) => ({
      select: { include, exclude },
    });
    const school = { types: ['ecole'] };
    expect(reason(school, select(['mairie']))).toBe('type-not-selected');
    expect(reason(school, select(['mairie', 'education']))).toBeUndefined();
    expect(reason(school, select(['Mairies', 'ENSEIGNEMENT']))).toBeUndefined();
    expect(reason(school, select([], ['École primaire']))).toBe('type-not-selected');
    expect(reason(school, select(['mairie', 'b'], ['ecole']))).toBe('type-not-selected');
    expect(reason({ types: ['ecole', 'mairie'] }, select(['mairie']))).toBeUndefined();
    expect(reason({ types: ['unheard-of'] })).toBe('invalid');
  });

  it('goes by hand before all else but the status', () => {
    expect(reason({}, { remove: ['x'] })).toBe('removed-by-hand');
    expect(reason(at('99100'), { add: ['x'] })).toBeUndefined();
    const lycee = { types: ['lycee'] };
    const select = { include: ['mairie'], exclude: [] };
    expect(reason(lycee, { add: ['x'], select })).toBeUndefined();
    const closed = service('x', 'Service', { status: 'closed' });
    const expected = ['directory/added-but-left-out'];
    const made = directory([town, closed], { add: ['x'] }, { expected });
    expect(made.leftOut[0]?.reason).toBe('status-closed');
  });

  it('takes what serves a member commune, wherever it stands', () => {
    const made = directory([
      town,
      service('x', 'Permanence', { ...at('99100'), serves: ['99100', '99002', '99003'] }),
    ]);
    const entry = made.entries.find((each) => each.service.id === 'x');
    expect(entry?.commune).toBe('Voisine');
    expect(entry?.serves).toEqual(['Le Bourg', 'Clairval']);
    expect(made.entries.find((each) => each.service.id === 'town')).not.toHaveProperty('serves');
  });

  it('keeps the first of two services of one id', () => {
    const made = directory([town, service('town', 'Autre mairie')]);
    expect(made.entries.map((entry) => entry.service.name)).toEqual(['Mairie']);
    expect(made.leftOut).toMatchObject([{ id: 'town', reason: 'duplicate-id' }]);
  });

  it('lists what the feed refused', () => {
    const refused = [
      { id: 'bad', name: 'Cassé', reason: 'invalid' as const, message: { fr: 'f', en: 'e' } },
    ];
    expect(directory([town], {}, { refused }).leftOut).toEqual(refused);
  });

  it('says in both languages where and why', () => {
    const out = service('x', 'Service', { address: { lines: [], insee: '99100', commune: 'Là' } });
    const [left] = directory([town, out]).leftOut;
    expect(left?.message).toEqual({
      fr: 'Se trouve hors du territoire\u00a0: Là (99100).',
      en: 'Stands outside the territory: Là (99100).',
    });
  });
});

describe('types printed', () => {
  it('puts a service under its first type asked for, and reads old names as of today', () => {
    const select = { include: ['lycee', 'ecole'], exclude: [] };
    const both = service('x', 'Cité scolaire', { types: ['mairie', 'lycee', 'ecole'] });
    expect(directory([both], { select }).entries[0]?.typeLabels).toEqual([
      'Lycée',
      'École primaire',
    ]);
    const old = service('x', 'Agence', { types: ['anpe', 'france-travail'] });
    expect(directory([old]).entries[0]?.typeLabels).toEqual(['Agence France Travail']);
  });

  it('says what an old name of the booklet became', () => {
    const agency = service('x', 'Agence', { types: ['france-travail'] });
    const select = { include: ['ANPE'], exclude: [] };
    const expected = ['directory/replaced-type'];
    expect(directory([agency], { select }, { expected }).entries).toHaveLength(1);
  });
});

describe('mistakes', () => {
  it('gathers unknown words and ids, each with the nearest known one', () => {
    const errors = errorsOf([town], {
      select: { include: ['Marie', 'Educatoin'], exclude: ['xyzzyxyzzy'] },
      add: ['towm'],
      remove: ['nothing-like-it'],
    });
    expect(errors.map(({ code, where }) => [code, where.field])).toEqual([
      ['directory/unknown-type', 'types.include'],
      ['directory/unknown-type', 'types.include'],
      ['directory/unknown-type', 'types.exclude'],
      ['directory/unknown-id', 'add'],
      ['directory/unknown-id', 'remove'],
    ]);
    expect(errors[0]?.hint?.fr).toContain('Mairie');
    expect(errors[1]?.hint?.fr).toContain('Éducation');
    expect(errors[3]?.hint?.fr).toContain('«\u00a0town\u00a0»');
  });

  it('refuses an id both added and removed', () => {
    expect(errorsOf([town], { add: ['town'], remove: ['town'] })[0]?.code).toBe(
      'directory/added-and-removed',
    );
  });

  it('stops when nothing is left, and counts why', () => {
    const services = [
      service('a', 'A', at('99100')),
      service('b', 'B', at('99100')),
      service('c', 'C', { status: 'closed' }),
    ];
    const [error] = errorsOf(services);
    expect(error?.code).toBe('directory/empty');
    expect(error?.message.fr).toContain('3 services laissés de côté');
    expect(error?.message.fr).toContain('2 hors du territoire, 1 fermés définitivement');
    expect(errorsOf([])[0]?.message.en).toContain('the feed is empty');
  });
});
