import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { resolved } from './territory-fixtures.ts';

const file = fileURLToPath(
  new URL(
    '../../../shared/data/education/fr-en-annuaire-education-dep35-2023.csv',
    import.meta.url,
  ),
);

interface School {
  readonly Code_commune: string;
  readonly latitude: string;
  readonly longitude: string;
}

describe.skipIf(!existsSync(file))('real schools (left out where the file is absent)', () => {
  const schools = () =>
    parse(readFileSync(file), { bom: true, columns: true, delimiter: ';' }) as readonly School[];

  it('all belong to Ille-et-Vilaine by the code of their commune', async () => {
    const territory = await resolved({ include: ['35'] });
    const kinds = schools().map(({ Code_commune: insee }) => territory.locate({ insee }).kind);
    expect(kinds).toHaveLength(996);
    expect(kinds.filter((kind) => kind !== 'inside')).toEqual([]);
  });

  it('belong to an EPCI as its members say', async () => {
    const territory = await resolved({ include: ['Redon Agglomération'] });
    const inside = schools().filter(
      ({ Code_commune: insee }) => territory.locate({ insee }).kind === 'inside',
    );
    const communes = new Set(inside.map(({ Code_commune: insee }) => insee));
    expect(communes.has('35236')).toBe(true);
    expect([...communes].every((code) => territory.epciOf(code)?.code === '243500741')).toBe(true);
    const outside = schools().filter(
      ({ Code_commune: insee }) => territory.locate({ insee }).kind === 'outside',
    );
    expect(inside.length + outside.length).toBe(996);
    expect(inside.length).toBeGreaterThan(20);
  });
});
