import { describe, expect, test } from 'vitest';
import { runLine } from './fake-terminal.ts';

describe('list', () => {
  test('finds types by their words, whatever the accents', async () => {
    const { code, out } = await runLine(['list', 'types', 'ecole', 'elementaire']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ecole-elementaire\s+École élémentaire\s/mu);
  });

  test('says what a type of 2008 became', async () => {
    const { out } = await runLine(['list', 'types', 'anpe', '--json']);
    const [first] = JSON.parse(out) as { id: string; detail: string }[];
    expect(first?.detail).toMatch(/^devenu france-travail \(\d{4}\)$/u);
  });

  test('finds places by name, code and postcode, leading zeros kept', async () => {
    const { out } = await runLine(['list', 'territories', '01000', '--json']);
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ id: '01053', name: 'Bourg-en-Bresse' }),
    );
    expect((await runLine(['list', 'territories', 'Redon'])).out).toMatch(/^35236\s+Redon\s/mu);
  });

  test('lists the five themes with their categories, and the templates', async () => {
    const { out } = await runLine(['list', 'themes', '--json']);
    const ids = (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
    expect(ids.filter((id) => !id.includes('/'))).toHaveLength(5);
    expect(ids).toContain('services-publics/justice');
    expect((await runLine(['list', 'themes', 'justice'])).out).toMatch(
      /^services-publics\/justice/u,
    );
    expect((await runLine(['list', 'templates'])).out).toMatch(
      /^annuaire +Annuaire des services +par thème/mu,
    );
    expect((await runLine(['list', 'templates', 'directory', '--lang', 'en'])).out).toMatch(
      /^annuaire .*\n$/u,
    );
  });

  test('says that the specimen is no template to fill in', async () => {
    const { out } = await runLine(['list', 'templates', 'échantillons']);
    expect(out).toMatch(/^specimen +Cahier d’échantillons .*pas pour un livret\n$/u);
  });

  test('nothing found is said apart, and is no fault', async () => {
    const { code, out, err } = await runLine(['list', 'types', 'xyzzy']);
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('Rien ne répond à «\u00a0xyzzy\u00a0».\n');
    expect((await runLine(['list', 'types', 'xyzzy', '--json'])).out).toBe('[]\n');
  });
});

describe('schema', () => {
  test('prints the JSON Schema, or where it is', async () => {
    const { code, out } = await runLine(['schema', 'booklet']);
    expect(code).toBe(0);
    expect(JSON.parse(out).properties.titre.description).toContain('Titre');
    const { out: path } = await runLine(['schema', 'booklet', '--path']);
    expect(path).toMatch(/booklet\.schema\.json\n$/u);
  });
});
