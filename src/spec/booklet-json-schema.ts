import { z } from 'zod';
import { bookletSchema } from './booklet-schema.ts';
import { frenchKey } from './booklet-words.ts';

type JsonSchema = { [key: string]: unknown };

/** The JSON Schema of a booklet file, keys in French and in English, for editors to complete and check. */
export function bookletJsonSchema(): JsonSchema {
  const generated = z.toJSONSchema(bookletSchema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      const schema = jsonSchema as JsonSchema;
      if (schema.json === undefined) return;
      delete schema.type;
      Object.assign(schema, schema.json);
      delete schema.json;
    },
  }) as JsonSchema;
  const { $schema, ...schema } = inBothLanguages(generated) as JsonSchema;
  return {
    $schema,
    title: 'Livret de proximites',
    description: 'Ce qu’il faut imprimer, pour quel territoire, et sous quelle forme.',
    ...schema,
  };
}

/** Each property once by its French key and once by its English one; a required one by either. */
function inBothLanguages(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inBothLanguages);
  if (typeof schema !== 'object' || schema === null) return schema;
  const mapped: JsonSchema = {};
  for (const [key, value] of Object.entries(schema)) {
    mapped[key] = isLiteral(key) ? value : inBothLanguages(value);
  }
  if (typeof mapped.properties !== 'object') return mapped;
  mapped.properties = bothKeys(mapped.properties as JsonSchema);
  const required = (mapped.required ?? []) as readonly string[];
  delete mapped.required;
  if (required.length > 0) mapped.allOf = required.map(oneOfItsKeys);
  return mapped;
}

function isLiteral(keyword: string): boolean {
  return keyword === 'enum' || keyword === 'examples' || keyword === 'required';
}

function bothKeys(properties: JsonSchema): JsonSchema {
  const both: JsonSchema = {};
  for (const [key, schema] of Object.entries(properties)) {
    for (const spelling of spellings(key)) both[spelling] = schema;
  }
  return both;
}

function oneOfItsKeys(key: string): JsonSchema {
  return { anyOf: spellings(key).map((spelling) => ({ required: [spelling] })) };
}

/** The French key, the same without accents, the English key. */
function spellings(key: string): readonly string[] {
  const french = frenchKey(key);
  const plain = french.normalize('NFD').replace(/[\u0300-\u036f]/gu, '');
  return [...new Set([french, plain, key])];
}
