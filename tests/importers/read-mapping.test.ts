import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InputError } from '../../src/diagnostics/diagnostic.ts';
import { mappingJsonSchema } from '../../src/importers/mapping-schema.ts';
import { parseMapping, readMapping } from '../../src/importers/read-mapping.ts';
import { resourcePath } from '../../src/resources.ts';

const good = `id: { columns: code }
name: nom
types: mairie
source: { contributor: Région }
`;

function faults(text: string) {
  try {
    parseMapping(text, 'm.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
}

describe('parseMapping', () => {
  it('reads a short mapping and finds its parts', () => {
    const mapping = parseMapping(good, 'm.yaml');
    expect(mapping.rules).toMatchObject({ name: 'nom', types: 'mairie' });
    expect(mapping.where(['source', 'contributor'])).toEqual({
      file: 'm.yaml',
      line: 4,
      column: 24,
      field: 'source.contributor',
    });
  });

  it('names line, column and the nearest known key', () => {
    expect(faults(`${good}adress: { lignes: rue }\n`)).toMatchObject([
      {
        code: 'mapping/unknown-key',
        where: { line: 5, column: 9, field: 'adress' },
        hint: { en: 'Did you mean “address”?' },
      },
    ]);
    expect(faults(`${good}address: { postcod: cp }\n`)[0]?.hint?.en).toBe(
      'Did you mean “postcode”?',
    );
    expect(faults(good.replace('nom', '{ colum: nom }'))[0]).toMatchObject({
      code: 'mapping/unknown-key',
      hint: { en: 'Did you mean “column”?' },
    });
  });

  it('says what is missing and what is of the wrong kind', () => {
    expect(faults('name: nom\n').map((one) => one.where.field)).toEqual(['id', 'types', 'source']);
    expect(faults(good.replace('mairie', '12'))[0]).toMatchObject({
      code: 'mapping/invalid',
      where: { line: 3, column: 8 },
    });
    expect(faults(`${good}position: { order: lon-lat }\n`)[0]?.message.fr).toContain(
      '«\u00a0lon-lat\u00a0»',
    );
  });

  it('places YAML faults and refuses aliases', () => {
    expect(faults('name: "nom\nid: x\n')[0]).toMatchObject({ code: 'mapping/syntax' });
    expect(faults('a: &a [x]\nb: [*a, *a]\n')[0]).toMatchObject({
      code: 'mapping/syntax',
      where: { line: 2, column: 5 },
    });
    expect(faults('')[0]?.code).toBe('mapping/invalid');
  });

  it('says that a file does not exist', async () => {
    await expect(readMapping('/nowhere/m.yaml')).rejects.toMatchObject({
      diagnostics: [{ code: 'mapping/unreadable' }],
    });
  });
});

describe('mapping.schema.json', () => {
  const file = resourcePath('data', 'schemas', 'mapping.schema.json');

  it('is in step with the code (UPDATE=1 rewrites it)', () => {
    const text = `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it.each(['education', 'france-services', 'covoiturage'])(
    'accepts the mapping of %s that ships',
    async (name) => {
      const path = resourcePath('data', 'mappings', `${name}.yaml`);
      const validate = new Ajv({ strict: false }).compile(mappingJsonSchema() as object);
      expect(validate(parse(readFileSync(path, 'utf8')))).toBe(true);
      expect((await readMapping(path)).rules.source.contributor).toBeTruthy();
    },
  );
});
