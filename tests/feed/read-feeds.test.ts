import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { readFeeds } from '../../src/feed/read-feeds.ts';
import { loadTypology } from '../../src/typology/load-typology.ts';

const typology = loadTypology();
let folder = '';

function written(name: string, ids: readonly string[]): string {
  const features = ids.map((id) => ({
    type: 'Feature',
    id,
    geometry: null,
    properties: { name: `Mairie ${id}`, types: ['mairie'], source: 'Région' },
  }));
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
  return file;
}

describe('readFeeds', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps the first of two services of one id, and says the other', async () => {
    const files = [written('a.geojson', ['1', '2']), written('b.geojson', ['2', '3'])];
    const sink = new DiagnosticList();
    const { services, refused } = await readFeeds(files, typology, sink);
    expect(services.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(refused.map(({ id, reason }) => [id, reason])).toEqual([['2', 'duplicate-id']]);
    expect(sink.all.map(({ code, where }) => [code, where.file])).toEqual([
      ['feed/duplicate-id', files[1]],
    ]);
    expect(sink.all[0]?.message.fr).toBe(
      'L’identifiant «\u00a02\u00a0» est déjà dans a.geojson\u00a0; ce service n’est pas repris une seconde fois.',
    );
  });

  it('stops when no feed is given', async () => {
    await expect(readFeeds([], typology, new DiagnosticList())).rejects.toMatchObject({
      diagnostics: [
        {
          code: 'feed/none',
          hint: { fr: expect.stringContaining('«\u00a0flux: services.geojson\u00a0»') },
        },
      ],
    });
  });
});
