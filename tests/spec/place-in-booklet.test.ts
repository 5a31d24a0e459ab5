import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Diagnostic, Where } from '../../src/diagnostics/diagnostic.ts';
import { placeInBooklet } from '../../src/spec/place-in-booklet.ts';

const folder = mkdtempSync(join(tmpdir(), 'proximites-place-'));
const file = join(folder, 'livret.yaml');
writeFileSync(
  file,
  `titre: Guide
territoire:
  inclure: [Redon, Rodon]
flux: s.geojson
thèmes: [Vie pratiques]
types:
  exclure: [restorant]
retirer: [absent]
`,
);
afterAll(() => rmSync(folder, { recursive: true }));

function report(where: Where): Diagnostic {
  return { severity: 'error', code: 'x/y', where, message: { fr: '', en: '' } };
}

function place(where: Where): Where | undefined {
  return placeInBooklet([report(where)], file)[0]?.where;
}

describe('what later stages say of a booklet', () => {
  test.each([
    [{ field: 'territory.include[2]' }, 3, 20, 'territoire.inclure[2]'],
    [{ field: 'types.exclude', id: 'restorant' }, 7, 13, 'types.exclure[1]'],
    [{ field: 'types.include', id: 'Vie pratiques' }, 5, 10, 'thèmes[1]'],
    [{ field: 'remove', id: 'absent' }, 8, 11, 'retirer[1]'],
    [{ field: 'territory.polygon' }, 2, 1, 'territoire.polygone'],
  ])('%j stands at line %i, column %i', (where, line, column, field) => {
    expect(place({ file, ...where })).toMatchObject({ file, line, column, field });
  });

  test('is left as it is when it has a line, no key, or is of another file', () => {
    for (const where of [{ file, line: 9, field: 'types' }, { file }, { file: 'f', field: 'add' }])
      expect(place(where)).toBe(where);
  });

  test('is left as it is when the file is gone', () => {
    const gone = { file: join(folder, 'gone.yaml'), field: 'types' };
    expect(placeInBooklet([report(gone)], gone.file)[0]?.where).toBe(gone);
  });
});
