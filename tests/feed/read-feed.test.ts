import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiagnosticList, InputError } from '../../src/diagnostics/diagnostic.ts';
import { largestFeed, parseFeed, readFeed } from '../../src/feed/read-feed.ts';
import { loadTypology } from '../../src/typology/load-typology.ts';

const typology = loadTypology();
const minimal = { name: 'Mairie de Brécé', types: ['mairie'], source: 'Commune de Brécé' };

function feature(properties: object, rest: object = {}): object {
  return {
    type: 'Feature',
    id: 'm1',
    geometry: null,
    properties: { ...minimal, ...properties },
    ...rest,
  };
}

function read(features: readonly unknown[], members: object = {}) {
  const sink = new DiagnosticList();
  const text = JSON.stringify({ type: 'FeatureCollection', ...members, features });
  const { feed, refused } = parseFeed(text, 'feed.geojson', typology, sink);
  return {
    services: feed.services,
    feed,
    refused,
    said: sink.all,
    codes: sink.all.map((one) => one.code),
  };
}

describe('parseFeed', () => {
  it('fills in what a short feature leaves out', () => {
    expect(read([feature({})]).services).toEqual([
      {
        id: 'm1',
        name: 'Mairie de Brécé',
        types: ['mairie'],
        address: { lines: [] },
        serves: [],
        phones: [],
        emails: [],
        websites: [],
        closures: [],
        images: [],
        source: { contributor: 'Commune de Brécé' },
        status: 'open',
      },
    ]);
  });

  it.each([
    ['OUI', 'yes'],
    [' oui ', 'yes'],
    [true, 'yes'],
    ['yes', 'yes'],
    ['Limité', 'limited'],
    ['partiellement', 'limited'],
    ['Non', 'no'],
    [false, 'no'],
    ['', undefined],
  ])('reads the wheelchair value %j', (wheelchair, expected) => {
    const { services, codes } = read([feature({ accessibility: { wheelchair } })]);
    expect(services[0]?.accessibility?.wheelchair).toBe(expected);
    expect(codes).toEqual([]);
  });

  it.each(['peut-être', 3, 'constructor'])(
    'leaves out the wheelchair value %j, and says so',
    (wheelchair) => {
      const notes = 'Rampe';
      const { services, said } = read([feature({ accessibility: { wheelchair, notes } })]);
      expect(services[0]?.accessibility).toEqual({ notes: { fr: 'Rampe' } });
      expect(said).toMatchObject([
        {
          severity: 'warning',
          code: 'feed/bad-wheelchair',
          where: { id: 'm1', field: 'accessibility.wheelchair' },
        },
      ]);
      expect(said[0]?.message.fr).toContain(`«\u00a0${wheelchair}\u00a0»`);
    },
  );

  it('understands what a person writes by hand', () => {
    const { services, codes } = read([
      feature(
        {
          types: 'Mairie',
          address: '1, place de l’Église\n64760 Brécé-en-Brie',
          phones: '02 61 91 35 87 / 06 39 98 00 01',
          emails: 'accueil@example.fr',
          websites: 'www.example.fr',
          description: 'État civil.\nUrbanisme.',
          accessibility: { wheelchair: true },
          serves: '35016, 35050',
          openingHours: 'Mo-Fr 09:00-12:00',
          closures: [{ from: '2026-12-24' }],
        },
        { id: 12, geometry: { type: 'Point', coordinates: [-1.5, 48.1] } },
      ),
    ]);
    expect(services[0]).toMatchObject({
      id: '12',
      types: ['mairie'],
      address: { lines: ['1, place de l’Église'], postcode: '64760', commune: 'Brécé-en-Brie' },
      phones: [{ number: '02 61 91 35 87' }, { number: '06 39 98 00 01' }],
      emails: [{ address: 'accueil@example.fr' }],
      websites: [{ url: 'https://www.example.fr' }],
      description: { fr: 'État civil.\nUrbanisme.' },
      accessibility: { wheelchair: 'yes' },
      serves: ['35016', '35050'],
      position: { longitude: -1.5, latitude: 48.1, origin: 'unknown' },
      closures: [{ from: '2026-12-24', to: '2026-12-24' }],
    });
    expect(codes).toEqual([]);
  });

  it('takes null, empty lists and empty texts as absent', () => {
    const { services, codes } = read([
      feature({
        phones: null,
        emails: [],
        websites: '',
        openingHours: '',
        notes: { fr: ' ' },
        address: { postcode: null, lines: ['', null] },
      }),
    ]);
    expect(services[0]).toEqual(read([feature({})]).services[0]);
    expect(codes).toEqual([]);
  });

  it('gives lost zeros back and says where', () => {
    const { services, said } = read([feature({ address: { postcode: 1200, insee: 1033 } })]);
    expect(services[0]?.address).toEqual({ lines: [], postcode: '01200', insee: '01033' });
    expect(said.map((one) => [one.code, one.where.field, one.where.id])).toEqual([
      ['feed/lost-zero', 'address.postcode', 'm1'],
      ['feed/lost-zero', 'address.insee', 'm1'],
    ]);
  });

  it('follows a type of 2008 and says so once', () => {
    const { services, said } = read([
      feature({ types: ['ANPE, réseau local'] }),
      feature({ types: ['ANPE, réseau local'] }, { id: 'm2' }),
    ]);
    expect(services.map((one) => one.types)).toEqual([['france-travail'], ['france-travail']]);
    expect(said.map((one) => [one.severity, one.code])).toEqual([['info', 'feed/type-replaced']]);
  });

  it('drops an unknown type with the nearest, and refuses a service left with none', () => {
    const { services, refused, said } = read([
      feature({ types: ['mairie', 'bibliotheqe'] }),
      feature({ types: ['zzzz'] }, { id: 'm2' }),
      feature({ types: [] }, { id: 'm3' }),
    ]);
    expect(services.map((one) => one.types)).toEqual([['mairie']]);
    expect(said[0]).toMatchObject({ code: 'feed/unknown-type', severity: 'warning' });
    expect(said[0]?.hint?.fr).toContain('bibliotheque');
    expect(refused.map((one) => [one.id, one.reason])).toEqual([
      ['m2', 'invalid'],
      ['m3', 'invalid'],
    ]);
    expect(refused[0]?.message.fr).toBe(
      'Le service «\u00a0Mairie de Brécé\u00a0» est écarté\u00a0: aucun de ses types n’est connu («\u00a0zzzz\u00a0»).',
    );
  });

  it.each([
    [{ type: 'Feature', geometry: null, properties: minimal }, '#1', 'feed/missing-id'],
    [{ type: 'Feature', id: ' ', properties: minimal }, '#1', 'feed/missing-id'],
    [feature({ name: undefined }), 'm1', 'feed/invalid'],
    [feature({ name: ' \u0000 ' }), 'm1', 'feed/missing-name'],
    [feature({ name: ['x'] }), 'm1', 'feed/invalid'],
    [feature({ source: undefined }), 'm1', 'feed/missing-source'],
    [feature({ status: 'ouvert' }), 'm1', 'feed/invalid'],
    [feature({ phones: { numero: '3631' } }), 'm1', 'feed/invalid'],
    [feature({}, { properties: null }), 'm1', 'feed/invalid'],
    [feature({}, { type: 'Fiche' }), 'm1', 'feed/invalid'],
    [null, '#1', 'feed/missing-id'],
    ['x', '#1', 'feed/missing-id'],
  ])('refuses %j and goes on', (bad, id, code) => {
    const { services, refused, said } = read([bad, feature({}, { id: 'good' })]);
    expect(services.map((one) => one.id)).toEqual(['good']);
    expect(refused.map((one) => one.id)).toEqual([id]);
    expect(said.some((one) => one.code === code && one.where.id === id)).toBe(true);
  });

  it('names the field and quotes the value of an ill-formed feature', () => {
    const { said } = read([feature({ status: 'ouvert' })]);
    expect(said[0]?.where).toMatchObject({ field: 'status', line: 1 });
    expect(said[0]?.message.fr).toContain('«\u00a0ouvert\u00a0» n’est pas accepté ici');
    expect(read([feature({ phones: { numero: '3631' } })]).said[0]?.where.field).toBe(
      'phones.number',
    );
  });

  it('refuses the second of two equal ids', () => {
    const { services, refused } = read([feature({}), feature({ name: 'Autre' })]);
    expect(services.map((one) => one.name)).toEqual(['Mairie de Brécé']);
    expect(refused).toMatchObject([{ id: 'm1', name: 'Autre', reason: 'duplicate-id' }]);
  });

  it('says an unknown field once, with the nearest', () => {
    const { services, said } = read([
      feature({ phone: '3631', adress: {} }),
      feature({ phone: '3631' }, { id: 'm2' }),
    ]);
    expect(services).toHaveLength(2);
    expect(said.map((one) => [one.code, one.where.field])).toEqual([
      ['feed/unknown-field', 'phone'],
      ['feed/unknown-field', 'adress'],
    ]);
    expect(said[0]?.hint?.en).toBe('Did you mean “phones”?');
  });

  it('ignores keys that attack objects', () => {
    const sink = new DiagnosticList();
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":null,
      "properties":{"name":"A","types":["mairie"],"source":"S","__proto__":{"status":"closed"},"address":{"constructor":1}}}]}`;
    const { feed } = parseFeed(text, 'f', typology, sink);
    expect(feed.services[0]?.status).toBe('open');
    expect(sink.all.map((one) => one.code)).toEqual(['feed/hostile-key', 'feed/hostile-key']);
    expect(({} as { status?: string }).status).toBeUndefined();
  });

  it('refuses a feature nested beyond reason and reads the others', () => {
    const nest = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const good = JSON.stringify(feature({}, { id: 'good' }));
    const deep = `{"type":"Feature","id":"deep","geometry":null,"properties":{"name":"D","x":${nest}}}`;
    const text = `{"type":"FeatureCollection","features":[${deep},${good}]}`;
    const { feed, refused } = parseFeed(text, 'f', typology, new DiagnosticList());
    expect(refused.map((one) => one.id)).toEqual(['deep']);
    expect(feed.services.map((one) => one.id)).toEqual(['good']);
  });

  it('takes the source, language, title and date that the feed gives once', () => {
    const { feed } = read(
      [
        feature({ source: undefined, notes: 'Hello' }),
        feature({ source: { date: '2025-01-01' } }, { id: 'm2' }),
      ],
      {
        proximites: {
          title: 'Services',
          date: '2026-03-01',
          language: 'en',
          source: { contributor: 'Région', licence: 'Licence Ouverte 2.0', date: '2026-01-01' },
        },
      },
    );
    expect(feed).toMatchObject({ title: 'Services', date: '2026-03-01' });
    expect(feed.services[0]?.notes).toEqual({ en: 'Hello' });
    expect(feed.services[1]?.source).toEqual({
      contributor: 'Région',
      licence: 'Licence Ouverte 2.0',
      date: '2025-01-01',
    });
  });

  it('warns about another reference system', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } };
    expect(read([], { crs }).codes).toEqual(['feed/reference-system']);
  });

  it('gives the line of what it reports', () => {
    const sink = new DiagnosticList();
    const lines = ['a', 'b', 'c'].map((id) =>
      JSON.stringify(feature({ emails: id === 'b' ? 'x' : [] }, { id })),
    );
    parseFeed(
      `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}`,
      'f',
      typology,
      sink,
    );
    expect(sink.all.map((one) => one.where)).toEqual([
      { file: 'f', line: 3, id: 'b', field: 'emails.address' },
    ]);
  });

  it.each([
    ['{"type": "FeatureCollection", "features": [}', 'feed/bad-json', { line: 1, column: 44 }],
    ['[]', 'feed/not-a-collection', {}],
    ['null', 'feed/not-a-collection', {}],
    ['{"type":"Feature"}', 'feed/not-a-collection', {}],
    ['', 'feed/bad-json', { line: 1, column: 1 }],
  ])('stops on %j', (text, code, where) => {
    let thrown: unknown;
    try {
      parseFeed(text, 'f', typology, new DiagnosticList());
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).diagnostics[0]).toMatchObject({ code, where });
  });

  it('has both languages in every message', () => {
    const { said } = read([
      feature({
        name: `x${'\u0000'}`,
        emails: 'a',
        websites: 'javascript:1',
        phones: 'b',
        openingHours: 'c',
      }),
      feature({ source: undefined }, { id: 2 }),
    ]);
    expect(said.length).toBeGreaterThan(5);
    for (const { message } of said) {
      expect(message.fr).not.toBe(message.en);
      expect(message.fr).not.toMatch(/ [:;?!»]|« |'/);
    }
  });
});

describe('readFeed', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'feed-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function codeOf(file: string): Promise<string | undefined> {
    try {
      await readFeed(file, typology, new DiagnosticList());
      return undefined;
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics[0]?.code;
      throw error;
    }
  }

  it('reads a file with a byte order mark', async () => {
    const file = join(folder, 'bom.geojson');
    writeFileSync(
      file,
      `\ufeff${JSON.stringify({ type: 'FeatureCollection', features: [feature({})] })}`,
    );
    const { feed } = await readFeed(file, typology, new DiagnosticList());
    expect(feed.services.map((one) => one.name)).toEqual(['Mairie de Brécé']);
    expect(feed.file).toBe(file);
  });

  it('stops on a missing file, a folder, another encoding and a file too large', async () => {
    const latin = join(folder, 'latin.geojson');
    writeFileSync(latin, Buffer.from('{"name":"Br\xe9c\xe9"}', 'latin1'));
    const large = join(folder, 'large.geojson');
    writeFileSync(large, '');
    truncateSync(large, largestFeed + 1);
    expect(await codeOf(join(folder, 'none.geojson'))).toBe('feed/unreadable');
    expect(await codeOf(folder)).toBe('feed/unreadable');
    expect(await codeOf(latin)).toBe('feed/encoding');
    expect(await codeOf(large)).toBe('feed/too-large');
  });
});
