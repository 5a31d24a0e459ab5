import { describe, expect, it } from 'vitest';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { contentDigest } from '../../src/feed/digest.ts';
import { parseFeed } from '../../src/feed/read-feed.ts';
import type { Service } from '../../src/feed/service.ts';
import { writeFeed, writeImportedFeed } from '../../src/feed/write-feed.ts';
import { loadTypology } from '../../src/typology/load-typology.ts';
import { randomServices } from './random-services.ts';

const typology = loadTypology();
const identity = { id: 'brece-2026', title: 'Guide de Brécé', date: '2026-01-31', digest: 'abc' };
const service: Service = {
  id: 'm1',
  name: 'Mairie',
  types: ['mairie'],
  address: { lines: [], insee: '35042' },
  position: { latitude: 48.12345678, longitude: -1.5, origin: 'address' },
  serves: [],
  phones: [{ label: 'Accueil', number: '02 61 91 35 87' }],
  emails: [],
  websites: [],
  closures: [],
  notes: { fr: 'Oui', en: 'Yes' },
  images: [],
  source: { contributor: 'Commune' },
  status: 'open',
};

describe('writeFeed', () => {
  it('writes one feature per line, keys in a fixed order, 6 decimals, nothing empty', () => {
    expect(writeFeed([service], identity)).toBe(
      [
        '{"type":"FeatureCollection","proximites":{"edition":{"id":"brece-2026","title":"Guide de Brécé","date":"2026-01-31","digest":"abc"}},"features":[',
        '{"type":"Feature","id":"m1","geometry":{"type":"Point","coordinates":[-1.5,48.123457]},"properties":{"name":"Mairie","types":["mairie"],"address":{"insee":"35042"},"positionOrigin":"address","phones":[{"number":"02 61 91 35 87","label":"Accueil"}],"notes":{"en":"Yes","fr":"Oui"},"source":{"contributor":"Commune"},"status":"open"}}',
        ']}',
        '',
      ].join('\n'),
    );
  });

  it('writes an empty feed that is JSON', () => {
    expect(JSON.parse(writeFeed([], identity)).features).toEqual([]);
  });

  it('is read back as it was, 400 services of all shapes', () => {
    const services = randomServices(400, 7);
    const sink = new DiagnosticList();
    const { feed, refused } = parseFeed(writeFeed(services, identity), 'f', typology, sink);
    expect(sink.all).toEqual([]);
    expect(refused).toEqual([]);
    expect(feed.services).toEqual(services);
    expect(feed).toMatchObject({ title: 'Guide de Brécé', date: '2026-01-31' });
  });

  it('writes the same bytes after a round trip', () => {
    const text = writeFeed(randomServices(50, 3), identity);
    const { feed } = parseFeed(text, 'f', typology, new DiagnosticList());
    expect(writeFeed(feed.services, identity)).toBe(text);
  });

  it('gives an imported feed its title and date, and no edition', () => {
    const text = writeImportedFeed([service], { title: 'Écoles', date: '2026-01-01' });
    expect(JSON.parse(text).proximites).toEqual({ title: 'Écoles', date: '2026-01-01' });
  });
});

describe('contentDigest', () => {
  it('is SHA-256 in hex, the same whatever the order of services and of keys', () => {
    const services = randomServices(30, 5);
    const digest = contentDigest(services);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(contentDigest([...services].reverse())).toBe(digest);
    const { id, ...rest } = services[0] as Service;
    expect(contentDigest([{ ...rest, id }, ...services.slice(1)])).toBe(digest);
  });

  it('changes with any text', () => {
    expect(contentDigest([{ ...service, name: 'Mairie ' }])).not.toBe(contentDigest([service]));
    expect(contentDigest([])).not.toBe(contentDigest([service]));
  });

  it('does not change below what the feed writes', () => {
    const near = { latitude: 48.12345699, longitude: -1.5, origin: 'address' } as const;
    expect(contentDigest([{ ...service, position: near }])).toBe(contentDigest([service]));
  });
});
