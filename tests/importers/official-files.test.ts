import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { parseFeed } from '../../src/feed/read-feed.ts';
import { runCsvImport } from '../../src/importers/import-csv.ts';
import { packageRoot, resourcePath } from '../../src/resources.ts';
import { loadTypology } from '../../src/typology/load-typology.ts';

const folder = `${packageRoot}/../shared/data`;
const typology = loadTypology();

async function imported(table: string, mapping: string) {
  const sink = new DiagnosticList();
  const files = {
    file: `${folder}/${table}`,
    mapping: resourcePath('data', 'mappings', `${mapping}.yaml`),
  };
  const result = await runCsvImport(files, typology, sink);
  const again = new DiagnosticList();
  const { feed, refused } = parseFeed(result.text, mapping, typology, again);
  expect([refused, again.all.filter((one) => one.code !== 'feed/text-garbled')]).toEqual([[], []]);
  const codes = [...new Set(sink.all.map((one) => one.code))].sort();
  return { ...result, codes, services: feed.services };
}

describe.skipIf(!existsSync(folder))(
  'official files (left out where ../shared/data is absent)',
  () => {
    it('imports the 996 schools of Ille-et-Vilaine', async () => {
      const { services, refused, filtered, codes } = await imported(
        'education/fr-en-annuaire-education-dep35-2023.csv',
        'education',
      );
      expect([services.length, refused.length, filtered, codes]).toEqual([996, 0, 0, []]);
      const count = (type: string) =>
        services.filter((service) => service.types[0] === type).length;
      expect(
        ['ecole-primaire', 'ecole-maternelle', 'ecole-elementaire', 'college'].map(count),
      ).toEqual([454, 112, 119, 117]);
      expect(
        services.every((service) => service.position && service.address.insee?.startsWith('35')),
      ).toBe(true);
      expect(services[0]).toMatchObject({
        id: 'uai-0350122T',
        name: 'École primaire publique les Lucioles',
      });
    });

    it('imports the 2,845 France services, odd hours said', async () => {
      const { services, refused, codes } = await imported(
        'services/france-services-2024.csv',
        'france-services',
      );
      expect([services.length, refused.length]).toEqual([2845, 0]);
      expect(codes).toEqual(['import/odd-hours-empty-span', 'import/odd-hours-overlap']);
      expect(
        services.filter((service) => /^(?:03|15|43|63)/.test(service.address.insee ?? '')),
      ).toHaveLength(102);
    });

    it('imports the 2,473 carpool places, communes spelt as they officially are', async () => {
      const { services, refused, codes } = await imported(
        'services/covoiturage-bnlc.csv',
        'covoiturage',
      );
      expect([services.length, refused.length, codes]).toEqual([2473, 0, ['feed/text-garbled']]);
      expect(services[0]?.address).toMatchObject({ commune: 'Ambérieu-en-Bugey', insee: '01004' });
      expect(services.filter((service) => service.status === 'closed')).toHaveLength(11);
    });
  },
);
