import { describe, expect, test } from 'vitest';
import { townFolder } from '../build/town.ts';
import { runLine } from '../cli/fake-terminal.ts';
import { expectPolite } from './hostile-town.ts';

const mapping = `title: Essai
id: { columns: code }
name: nom
types: mairie
address: { insee: insee }
source: { contributor: Essai }
`;
const table = 'code;nom;insee\n1;Mairie;01004\n2;École;35236\n';

async function importing(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = townFolder({ 'm.yaml': mapping, 't.csv': table, ...files });
  const start = performance.now();
  const argv = ['import', 'csv', 't.csv', '--mapping', 'm.yaml', '--out', 'f.geojson', '--json'];
  const ran = await runLine(argv, { folder });
  expect(performance.now() - start).toBeLessThan(10_000);
  expectPolite(ran);
  const { readFileSync, existsSync } = await import('node:fs');
  const file = `${folder}/f.geojson`;
  const features = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).features : undefined;
  return { ...ran, said: JSON.parse(ran.out), features };
}

async function expectRefused(files: Readonly<Record<string, string | Uint8Array>>, word: RegExp) {
  const { code, said, features } = await importing(files);
  expect(code, JSON.stringify(said)).toBe(1);
  expect(said.ok).toBe(false);
  expect(said.diagnostics.map(({ message }: { message: string }) => message).join('\n')).toMatch(
    word,
  );
  expect(features).toBeUndefined();
}

function names(features: readonly { properties: { name: string } }[]): readonly string[] {
  return features.map(({ properties }) => properties.name);
}

describe('a table', () => {
  test('that is sound keeps its leading zeros', async () => {
    const { code, features } = await importing({});
    expect(code).toBe(0);
    expect(names(features)).toEqual(['Mairie', 'École']);
    expect(features[0].properties.address.insee).toBe('01004');
  });

  test.each([
    ['that is empty', '', /vide|en-tête/],
    ['of a header only', 'code;nom;insee\n', /ligne/],
    ['whose quote is never closed', 'code;nom;insee\n1;"Mairie;01004\n', /guillemet/],
    ['without the columns of its mapping', 'a;b\n1;2\n', /nom|code/],
    [
      'of bytes that are no text',
      Uint8Array.from({ length: 4000 }, (_, at) => (at * 7) % 256),
      /./,
    ],
  ])('%s', async (_, text, word) => {
    await expectRefused({ 't.csv': text }, word);
  });

  test.each([
    ['Latin-1', Buffer.from(table, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
  ])('in %s is read with its accents', async (_, bytes) => {
    const { code, features } = await importing({ 't.csv': bytes });
    expect(code).toBe(0);
    expect(names(features)).toEqual(['Mairie', 'École']);
  });

  test('with rows of other lengths, double ids and NULs loses none without saying', async () => {
    const rows = [
      '3',
      '4;Trop;35236;de;cellules',
      '1;Double;35236',
      '5;Nu\0l;35236',
      ';Sans code;',
    ];
    const { code, said, features } = await importing({ 't.csv': `${table}${rows.join('\n')}\n` });
    expect(code).toBe(0);
    const kept = features.length;
    expect(kept + said.refused.length).toBe(7);
    expect(names(features).join(' ')).not.toContain('\0');
  });

  test('with a column of prototypes changes no object', async () => {
    const text = 'code;nom;insee;__proto__;constructor\n1;Mairie;01004;x;y\n';
    const { code, features } = await importing({ 't.csv': text });
    expect(code).toBe(0);
    expect(names(features)).toEqual(['Mairie']);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test('with a cell of a million characters loses that row alone, and says so', async () => {
    const text = `code;nom;insee\n1;${'x'.repeat(1_000_000)};01004\n2;Mairie;01004\n`;
    const { code, said, features } = await importing({ 't.csv': text });
    expect(code).toBe(0);
    expect(names(features)).toEqual(['Mairie']);
    expect(said.refused.map(({ line }: { line: number }) => line)).toEqual([2]);
  });

  test('with a cell of a hundred thousand characters cuts it, and says so', async () => {
    const text = `code;nom;insee\n1;${'x'.repeat(100_000)};01004\n`;
    const { code, said, features } = await importing({ 't.csv': text });
    expect(code).toBe(0);
    expect(features[0].properties.name.length).toBeLessThan(1000);
    expect(said.diagnostics.length).toBeGreaterThan(0);
  });

  test('with formulas keeps them as text', async () => {
    const text = 'code;nom;insee\n1;"=HYPERLINK(""http://example.fr"")";01004\n';
    const { features } = await importing({ 't.csv': text });
    expect(names(features)).toEqual(['=HYPERLINK("http://example.fr")']);
  });
});

describe('a mapping', () => {
  test.each([
    ['of broken YAML', 'name: [a\n b: {', /./],
    ['that is empty', '', /./],
    ['with an unknown key', `${mapping}nmae: nom\n`, /nmae/],
    ['of an unknown type', mapping.replace('mairie', 'miarie'), /miarie/],
    ['of references that multiply', `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n${mapping}`, /./],
    [
      'with a pattern that is none',
      mapping.replace('name: nom', 'name: { column: nom, capture: "(" }'),
      /\(/,
    ],
  ])('%s', async (_, text, word) => {
    await expectRefused({ 'm.yaml': text }, word);
  });
});
