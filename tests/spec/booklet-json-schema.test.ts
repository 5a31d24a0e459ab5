import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { resourcePath } from '../../src/resources.ts';
import { bookletJsonSchema } from '../../src/spec/booklet-json-schema.ts';

const file = resourcePath('data', 'schemas', 'booklet.schema.json');

function validate(yaml: string): boolean {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.validate(bookletJsonSchema(), parse(yaml));
}

describe('the JSON Schema of a booklet', () => {
  test('the file that ships is in step (UPDATE=1 rewrites it)', () => {
    const text = `${JSON.stringify(bookletJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('accepts French and English keys, with and without accents', () => {
    expect(validate('titre: A\nterritoire: Redon\nédition: {date: 2026-01-31}\n')).toBe(true);
    expect(validate('title: A\nterritory: [35236, {commune: Redon}]\nthemes: [a]\n')).toBe(true);
    expect(validate('titre: A\nterritoire: Redon\nedition: 2026\nmodele: annuaire\n')).toBe(true);
  });

  test('refuses what the reader refuses', () => {
    expect(validate('titre: A\n')).toBe(false);
    expect(validate('territoire: Redon\n')).toBe(false);
    expect(validate('titre: A\nterritoire: Redon\npge: A5\n')).toBe(false);
    expect(validate('titre: A\nterritoire: Redon\ntri: taille\n')).toBe(false);
    expect(validate('titre: A\nterritoire: Redon\norganisme: {couleur: bleu}\n')).toBe(false);
    expect(validate('titre: A\nterritoire: Redon\nsortie: {multiple: 3}\n')).toBe(false);
  });

  test('speaks French to the editor: every property has a description', () => {
    const without: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, inside] of Object.entries(schema)) {
        if (key === 'properties') {
          for (const [name, property] of Object.entries(inside as Record<string, object>)) {
            if (!('description' in property)) without.push(`${path}.${name}`);
          }
        }
        visit(inside, `${path}.${key}`);
      }
    };
    visit(bookletJsonSchema(), '');
    expect(without).toEqual([]);
  });
});
