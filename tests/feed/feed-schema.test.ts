import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { feedJsonSchema, propertiesSchema } from '../../src/feed/feed-schema.ts';
import { knownKeys } from '../../src/feed/known-keys.ts';
import { writeFeed } from '../../src/feed/write-feed.ts';
import { resourcePath } from '../../src/resources.ts';
import { randomServices } from './random-services.ts';

const file = resourcePath('data', 'schemas', 'feed.schema.json');

describe('feed.schema.json', () => {
  it('is in step with the code (UPDATE=1 rewrites it)', () => {
    const text = `${JSON.stringify(feedJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('accepts what we write and refuses what we refuse', () => {
    const validate = new Ajv({ strict: false }).compile(feedJsonSchema() as object);
    const identity = { id: 'a', title: 'b', date: '2026-01-01', digest: 'c' };
    const written = JSON.parse(writeFeed(randomServices(100, 11), identity));
    expect(validate(written)).toBe(true);
    written.features[3].properties.status = 'ouvert';
    expect(validate(written)).toBe(false);
  });

  it('documents each field in English and French', () => {
    for (const [name, field] of Object.entries(propertiesSchema.shape)) {
      const { title, description } = field.meta() ?? {};
      expect([name, typeof title, typeof description]).toEqual([name, 'string', 'string']);
    }
  });

  it('knows the keys that the reader knows', () => {
    expect([...(knownKeys[''] ?? [])].sort()).toEqual(Object.keys(propertiesSchema.shape).sort());
  });
});
