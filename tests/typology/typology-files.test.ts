import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { packageRoot, resourcePath } from '../../src/resources.ts';
import { loadTypology } from '../../src/typology/load-typology.ts';
import { wordKey } from '../../src/typology/word-key.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const printed = z.string().regex(/^[\p{Lu}](?!.*["'])(?!.* [ ;:!?]).*\S$/u);
const sentence = printed.regex(/\.$/);
const icon = z.string().regex(/^(maki|temaki):[a-z0-9_-]+$/);
const categoryId = z.string().regex(/^[a-z-]+\/[a-z-]+$/);

const category = z.strictObject({
  id: categoryId,
  theme: slug,
  label: printed,
  order: z.number().int().positive(),
});
const common = {
  id: slug,
  theme: slug,
  category: categoryId,
  subcategory: printed.optional(),
  label: z.strictObject({ singular: printed, plural: printed }),
  synonyms: z.array(z.string().min(2)),
  order: z.number().int().positive(),
  icon,
};
const type2008 = z.strictObject({
  ...common,
  label2008: z.string().min(3),
  origin: z.literal('2008'),
  successor: z
    .strictObject({ id: slug, year: z.number().int().min(2005).max(2026), note: sentence })
    .optional(),
  note: sentence.optional(),
});
const extensionType = z.strictObject({ ...common, origin: z.literal('extension') });
const theme = z.strictObject({
  id: slug,
  label: printed,
  order: z.number().int().positive(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  icon,
});

function readFile(name: string): unknown {
  return JSON.parse(readFileSync(resourcePath('data', 'typology', name), 'utf8'));
}

const typology = loadTypology();
const of2008 = typology.types.filter((type) => type.origin === '2008');
const inFileOrder = of2008.toSorted((a, b) => a.order - b.order);

describe('the files of data/typology', () => {
  test('themes.json has the shape of the contract', () => {
    const schema = z.strictObject({ themes: z.array(theme), categories: z.array(category) });
    expect(schema.safeParse(readFile('themes.json')).error).toBeUndefined();
  });

  test('types-2008.json has the shape of the contract', () => {
    const schema = z.strictObject({ types: z.array(type2008) });
    expect(schema.safeParse(readFile('types-2008.json')).error).toBeUndefined();
  });

  test('extension.json has the shape of the contract', () => {
    const schema = z.strictObject({
      categories: z.array(category),
      types: z.array(extensionType),
    });
    expect(schema.safeParse(readFile('extension.json')).error).toBeUndefined();
  });

  test('needs.json has the shape of the contract', () => {
    const word = z.string().regex(/^[\p{L}](?!.*["'])\S*( \S+)*$/u);
    const schema = z.strictObject({
      needs: z.array(
        z.strictObject({
          text: z.strictObject({ fr: printed, en: printed }),
          see: z.array(slug).min(1).max(6),
        }),
      ),
      neighbours: z.array(z.array(slug).min(2).max(4)),
      unprinted: z.array(word),
    });
    expect(schema.safeParse(readFile('needs.json')).error).toBeUndefined();
  });

  test('needs and neighbours name types of today, each need once', () => {
    const { needs = [], neighbours = [] } = typology;
    const named = [...needs.flatMap(({ see }) => see), ...neighbours.flat()];
    expect(named.filter((id) => typology.type(id) === undefined)).toEqual([]);
    expect(named.filter((id) => typology.type(id)?.successor)).toEqual([]);
    for (const language of ['fr', 'en']) {
      const words = needs.map(({ text }) => wordKey(text[language] ?? ''));
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
    for (const { see } of needs) expect(new Set(see).size).toBe(see.length);
  });

  test('each word kept out of the index is a synonym of a type', () => {
    const synonyms = new Set(typology.types.flatMap((type) => type.synonyms));
    expect(typology.unprinted?.filter((word) => !synonyms.has(word))).toEqual([]);
    expect(new Set(typology.unprinted).size).toBe(typology.unprinted?.length);
  });

  test('ids and orders are unique, each type stands in a category of its theme', () => {
    const ids = typology.types.map((type) => type.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(typology.types.map((type) => type.order)).size).toBe(ids.length);
    for (const type of typology.types) {
      expect(typology.category(type.category)?.theme, type.id).toBe(type.theme);
    }
    for (const one of typology.categories) {
      expect(one.id.startsWith(`${one.theme}/`), one.id).toBe(true);
    }
  });

  test('every category has a type, so that no heading of a booklet can stay empty', () => {
    const used = new Set(typology.types.map((type) => type.category));
    expect(typology.categories.filter((one) => !used.has(one.id))).toEqual([]);
  });

  test('each pictogram is a file of the set that it names', () => {
    const folders = { maki: '@mapbox/maki', temaki: '@rapideditor/temaki' };
    for (const { id, icon: name } of [...typology.types, ...typology.themes]) {
      const [set, file] = (name ?? '').split(':') as [keyof typeof folders, string];
      const path = `${packageRoot}/node_modules/${folders[set]}/icons/${file}.svg`;
      expect(existsSync(path), `${id}: ${name}`).toBe(true);
    }
  });

  test('theme colours are distinct and readable on white', () => {
    const colours = typology.themes.map((one) => one.colour ?? '');
    expect(new Set(colours).size).toBe(5);
    for (const colour of colours) expect(contrastOnWhite(colour), colour).toBeGreaterThan(4.5);
  });
});

describe('the list of 2008', () => {
  test('has 175 types: 88, 28, 27, 20 and 12 by theme', () => {
    const counts = typology.themes.map(
      (one) => of2008.filter((type) => type.theme === one.id).length,
    );
    expect(of2008).toHaveLength(175);
    expect(counts).toEqual([88, 28, 27, 20, 12]);
  });

  test('keeps each label letter for letter, in the order of the list', () => {
    const labels = inFileOrder.map((type) => `${type.label2008}\n`).join('');
    expect(createHash('sha256').update(labels).digest('hex')).toBe(
      '9632d06aafa96e97e84d435276e3d2905345331c22139b3ab67abc9e4af1ab29',
    );
  });

  test('keeps misspelt labels beside their mended forms', () => {
    const pairs = ['ecole-elementaire', 'kinesitherapeute', 'association-sanitaire-et-sociale'].map(
      (id) => [typology.type(id)?.label2008, typology.type(id)?.label.singular],
    );
    expect(pairs).toEqual([
      ['Ecole élémentaire', 'École élémentaire'],
      ['kinésithérapeute', 'Kinésithérapeute'],
      [
        'Association agrémentée du secteur sanitaire et social',
        'Association agréée du secteur sanitaire et social',
      ],
    ]);
  });

  test('has one label in two categories, as two records', () => {
    const twice = of2008.filter(
      (type) => type.label2008 === 'Centre des impôts fonciers et cadastre',
    );
    expect(twice.map((type) => type.category)).toEqual([
      'services-publics/logement-et-transport',
      'services-publics/economie-et-finances',
    ]);
    expect(new Set(of2008.map((type) => type.label2008)).size).toBe(174);
  });
});

const source = resourcePath('..', 'shared', 'typology', 'typology-2008.tsv');

describe.skipIf(!existsSync(source))(
  'the programme’s own file (left out where the shared folder is absent)',
  () => {
    test('has the same themes, categories, subcategories and labels', () => {
      const rows = readFileSync(source, 'utf8').trimEnd().split('\n').slice(1);
      const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      expect(inFileOrder.map((type) => type.label2008)).toEqual(
        rows.map((row) => row.split('\t')[3]),
      );
      expect(
        inFileOrder.map((type) => [
          typology.theme(type.theme)?.label,
          fold(type.subcategory ?? ''),
        ]),
      ).toEqual(rows.map((row) => [row.split('\t')[0], fold(row.split('\t')[2] ?? '')]));
    });
  },
);

/** WCAG contrast ratio of "#rrggbb" against white. */
function contrastOnWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
