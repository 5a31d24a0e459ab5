import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { communeRegister, communeToday } from '../../src/territory/commune-register.ts';
import { allEpcis, epciMembers, printedEpciName } from '../../src/territory/groupings.ts';

interface Raw {
  readonly code: string;
  readonly type: string;
  readonly departement: string;
  readonly region: string;
  readonly chefLieu?: string;
  readonly commune?: string;
  readonly anciensCodes?: readonly string[];
}

const require = createRequire(import.meta.url);
const file = require.resolve('@etalab/decoupage-administratif/data/communes.json');
const whole = JSON.parse(readFileSync(file, 'utf8')) as readonly Raw[];
const register = communeRegister();

describe('communeRegister', () => {
  it('leads every code of the file, former ones included, to a commune of today', () => {
    const current = new Map(
      whole.filter(({ type }) => type === 'commune-actuelle').map((raw) => [raw.code, raw]),
    );
    expect(current.size).toBeGreaterThan(34_000);
    const wrong = whole.flatMap((raw) => {
      const expected = current.has(raw.code) ? raw.code : (raw.chefLieu ?? raw.commune);
      const former = (raw.anciensCodes ?? []).map((code) => [code, raw.code] as const);
      return [[raw.code, expected] as const, ...former].filter(
        ([code, today]) => !current.has(code) && register.today(code)?.code !== today,
      );
    });
    // Shared between two communes when they were dissolved: their own line of the register wins.
    expect(wrong).toEqual([
      ['55273', '55245'],
      ['60455', '60054'],
    ]);
    expect(register.today('35236')?.name).toBe('Redon');
    expect(register.today('99999')).toBeUndefined();
  });

  it('opens for every code of the file and stays shut for invented ones', () => {
    const codes = whole.flatMap(({ code, anciensCodes = [] }) => [code, ...anciensCodes]);
    expect(codes.filter((code) => !communeToday(code))).toEqual([]);
    expect(communeToday('20004')?.code).toBe('2A004');
    expect(communeToday('99001')).toBeUndefined();
  });

  it('gives the communes of each département and région that a full reading gives', () => {
    for (const level of ['departement', 'region'] as const) {
      for (const code of ['01', '2A', '35', '84', '974', '75', '93']) {
        const expected = whole
          .filter((raw) => raw.type === 'commune-actuelle' && raw[level] === code)
          .map((raw) => raw.code);
        expect(register.inside(level, code).map((commune) => commune.code)).toEqual(expected);
      }
    }
  });

  it('knows arrondissements as parts of their city', () => {
    expect(register.today('13201')?.name).toBe('Marseille');
    expect(register.records('13201')[0]?.kind).toBe('arrondissement-municipal');
  });

  it('finds communes by postcode', () => {
    expect(register.withPostcode('35600').map(({ code }) => code)).toEqual([
      '35013',
      '35236',
      '35294',
    ]);
  });
});

describe('groupings', () => {
  it.each([
    ['CA Redon Agglomération', 'Redon Agglomération'],
    ['CC du Pays de Craon', 'Communauté de communes du Pays de Craon'],
    ["CU d'Alençon", 'Communauté urbaine d’Alençon'],
    ['Rennes Métropole', 'Rennes Métropole'],
    ['CA Vichy Communauté', 'Vichy Communauté'],
  ])('prints %s in full', (official, printed) => {
    expect(printedEpciName(official)).toBe(printed);
  });

  it('makes every EPCI of communes of today', () => {
    const lost = allEpcis().flatMap(({ code }) =>
      epciMembers(code).filter((member) => !register.today(member)),
    );
    expect(allEpcis().length).toBeGreaterThan(1_200);
    expect(lost).toEqual([]);
  });
});
