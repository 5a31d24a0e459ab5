import { describe, expect, it } from 'vitest';
import { searchTerritories } from '../../src/territory/search-territories.ts';

function first(words: string) {
  return searchTerritories(words)[0];
}

describe('searchTerritories', () => {
  it('puts the exact name first, then names that begin or hold the words', () => {
    const found = searchTerritories('redon');
    expect(found[0]).toEqual({
      kind: 'commune',
      code: '35236',
      name: 'Redon',
      detail: 'Ille-et-Vilaine, Redon Agglomération',
    });
    expect(found[1]).toMatchObject({ kind: 'epci', code: '243500741' });
    expect(found.map(({ name }) => name)).toContain('Saint-Nicolas-de-Redon');
  });

  it('takes words in any order, without accents', () => {
    expect(searchTerritories('nicolas redon').map(({ code }) => code)).toEqual(['44185']);
  });

  it('says what a former commune became', () => {
    expect(first('arbignieu')?.detail).toBe('devenue Arboys en Bugey (01015)');
    expect(first('01340')?.detail).toBe('devenue Arboys en Bugey (01015)');
  });

  it('finds codes and postcodes', () => {
    expect(first('35236')?.name).toBe('Redon');
    expect(searchTerritories('35600').map(({ code }) => code)).toEqual(['35013', '35236', '35294']);
    expect(searchTerritories('53').map(({ kind, name }) => [kind, name])).toEqual([
      ['region', 'Bretagne'],
      ['departement', 'Mayenne'],
    ]);
    expect(first('243500741')?.detail).toContain('31 communes, Ille-et-Vilaine');
  });

  it('lists régions and départements when no word is given', () => {
    const kinds = new Set(searchTerritories('').map(({ kind }) => kind));
    expect([...kinds]).toEqual(['region', 'departement']);
    expect(searchTerritories('xyzzy')).toEqual([]);
  });
});
