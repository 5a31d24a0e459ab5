import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lettersOnly, readPdf } from '../build/read-pdf.ts';
import {
  bookletText,
  type Feature,
  feedText,
  manyServices,
  service,
  townFolder,
} from '../build/town.ts';
import { attempt, attemptFeed, attemptIn, expectMade, expectRefused } from './hostile-town.ts';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

const feed = (text: string | Uint8Array) => attempt({ 'feed.geojson': text });
const one = (changes: Readonly<Record<string, unknown>>) =>
  attemptFeed([service('odd', 'Redon', changes), ...manyServices(2)]);

async function printed({ files }: { readonly files: Readonly<Record<string, Buffer>> }) {
  const { pages } = await readPdf(files['livret.pdf'] as Buffer);
  return pages.map(({ text }) => text).join(' ');
}

function features({ files }: { readonly files: Readonly<Record<string, Buffer>> }) {
  return JSON.parse(String(files['livret.geojson'])).features as readonly Feature[];
}

describe('a feed file', () => {
  test.each([
    ['empty', '', 'la fin du fichier'],
    ['of broken JSON', '{"type":"FeatureCollection","features":[{]}', /feed\.geojson:1:42/],
    ['cut short', feedText(manyServices(4)).slice(0, 500), /feed\.geojson:1:\d+/],
    ['that is not GeoJSON', '[]', 'FeatureCollection'],
    ['of 100,000 open brackets', '['.repeat(100_000), 'JSON valide'],
    ['without services', feedText([]), 'rien à imprimer'],
  ])('%s', async (_, text, word) => {
    expectRefused(await feed(text), word);
  });

  test('of bytes that are no text', async () => {
    expectRefused(await feed(Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x00, 0x22)), 'feed.geojson');
  });

  test('nested 100,000 levels deep in the place of services', async () => {
    const nest = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"type":"FeatureCollection","features":${nest}}`;
    expectRefused(await feed(text), 'rien à imprimer');
  });

  test('that is a folder', async () => {
    const folder = townFolder({ 'livret.yaml': bookletText() });
    mkdirSync(join(folder, 'feed.geojson'));
    expectRefused(await attemptIn(folder), 'dossier');
  });

  test('of 600 MB is not even read', async () => {
    const folder = townFolder({ 'livret.yaml': bookletText() });
    writeFileSync(join(folder, 'feed.geojson'), '');
    truncateSync(join(folder, 'feed.geojson'), 600 * 1024 * 1024);
    expectRefused(await attemptIn(folder), 'Mo');
  });

  test('with keys of prototypes changes no object', async () => {
    const keys =
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"features":[{"type":"Feature","id":"__proto__","geometry":null,"properties":{"__proto__":{"polluted":1},"constructor":"x","name":"Mairie du proto","types":["mairie"],"address":{"insee":"35236"},"description":{"__proto__":"x","fr":"y"},"source":{"contributor":"c"}}},';
    const ran = await feed(feedText(manyServices(2)).replace('"features":[', keys));
    expectMade(ran, 'feed/hostile-key');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(features(ran).map(({ id }) => id)).toContain('__proto__');
    expect(lettersOnly(await printed(ran))).toContain('mairieduproto');
  });
});

describe('services', () => {
  test('of one id: the first is printed, the second is listed', async () => {
    const twins = [service('a', 'Redon'), service('a', 'Rennes'), service('b', 'Redon')];
    const ran = await attemptFeed(twins);
    expectMade(ran, 'feed/duplicate-id');
    expect(features(ran).map(({ id }) => id)).toEqual(['a', 'b']);
    const report = JSON.parse(String(ran.files['livret.report.json']));
    expect(report.leftOut).toMatchObject([{ id: 'a', reason: 'duplicate-id' }]);
  });

  test.each([
    ['out of range', [200, 95], 'feed/position-out-of-range'],
    ['swapped', [47.65, -2.08], 'feed/position-swapped'],
    ['zero', [0, 0], 'feed/position-zero'],
    ['texts', ['2,5', 'NaN'], 'feed/bad-geometry'],
    ['none', [], 'feed/bad-geometry'],
  ])('with coordinates %s are printed without position, and said', async (_, at, code) => {
    const geometry = { type: 'Point', coordinates: at as number[] } as const;
    const ran = await attemptFeed([{ ...service('a', 'Redon'), geometry }]);
    expectMade(ran, code);
    expect(features(ran)[0]?.geometry).toBeNull();
  });

  test('with an infinite coordinate', async () => {
    const text = feedText(manyServices(2)).replace('-2.0845', '1e400');
    expectMade(await feed(text), 'feed/position-out-of-range');
  });

  test.each([
    ['name', { name: 'A'.repeat(100_000) }],
    ['name of many words', { name: 'Mot '.repeat(25_000) }],
    ['address line', { address: { lines: ['x'.repeat(100_000)], insee: '35236' } }],
    ['web address', { websites: [{ url: `https://example.fr/${'a'.repeat(100_000)}` }] }],
    ['description of a million characters', { description: { fr: 'mot '.repeat(250_000) } }],
  ])('with too long a %s are cut, and said', async (_, changes) => {
    const ran = await one(changes);
    expectMade(ran, 'feed/text-too-long');
    expect(features(ran)).toHaveLength(3);
  });

  test('with control, direction and broken characters lose them, and say so', async () => {
    const name = 'Mai\u0000rie \u0007de\u001b[31m \u202eRedon\ufffe \ud800x';
    const ran = await one({ name });
    expectMade(ran, 'feed/text-control', 'feed/text-direction', 'feed/text-broken');
    const [odd] = features(ran).filter(({ id }) => id === 'odd');
    expect(odd?.properties.name).toBe('Mairie de[31m Redon x');
    expect(await printed(ran)).toContain('Mairie de[31m Redon x');
  });

  test('with 20,000 marks on one letter', async () => {
    expectMade(await one({ name: `e${'\u0301'.repeat(20_000)}` }), 'feed/text-marks');
  });

  test('in other scripts, with emoji, are printed or said glyph by glyph, and kept whole in the feed', async () => {
    const name = 'École 中文 مرحبا 👨‍👩‍👧 ★ Ÿ œ';
    const ran = await one({ name });
    expectMade(ran, 'layout/missing-glyph');
    expect(features(ran).find(({ id }) => id === 'odd')?.properties.name).toBe(name);
    const text = await printed(ran);
    for (const word of ['École', '★', 'Ÿ', 'œ']) expect(text).toContain(word);
    const report = JSON.parse(String(ran.files['livret.report.json'])) as {
      diagnostics: readonly { code: string; message: string }[];
    };
    const missing = report.diagnostics.filter(({ code }) => code === 'layout/missing-glyph');
    expect(missing.map(({ message }) => message).join(' ')).toMatch(/U\+4E2D/);
  });

  test('with template text print it as it is', async () => {
    const name = '{{constructor}} {{> cover}} {{{x}}}';
    const ran = await one({ name, description: { fr: '{{#each this}}x{{/each}} {{title}}' } });
    expectMade(ran);
    const text = (await printed(ran)).replace(/\s+/g, ' ');
    expect(text).toContain(name);
    expect(text).toContain('{{#each this}}x{{/each}} {{title}}');
  });

  test('with markup print it as it is', async () => {
    const ran = await one({ name: '<b>Gras</b> & <img src=x>', notes: { fr: '&amp;&#x41;' } });
    expectMade(ran);
    const text = (await printed(ran)).replace(/\s+/g, ' ');
    expect(text).toContain('<b>Gras</b> & <img src=x>');
    expect(text).toContain('&amp;&#x41');
  });

  test('with the language of PDF in every field add nothing to the file', async () => {
    const text = 'x /A << /S /JavaScript /JS (app.alert) >> ) >> endobj';
    const hostile = service('odd', 'Redon', {
      name: text,
      address: { lines: [text, text], postcode: '35600', commune: text, insee: '35236' },
      phones: [{ number: '02 61 91 00 00', label: text, cost: text }],
      emails: [{ address: 'a@example.fr', label: text }],
      websites: [{ url: 'https://example.fr/)>>/JS(x)', label: text }],
      description: { fr: text },
      notes: { fr: text },
      audience: { fr: text },
      accessibility: { wheelchair: 'yes', notes: { fr: text } },
      closures: [{ from: '2026-07-01', to: '2026-07-02', reason: text }],
      source: { contributor: text, dataset: text, licence: text, url: 'https://example.fr/' },
    });
    const quoted = JSON.stringify(text);
    const ran = await attemptFeed(
      [hostile],
      `subtitle: ${quoted}`,
      `organisation: { name: ${quoted}, address: ${quoted} }`,
      `cover: { credit: ${quoted}, text: ${quoted} }`,
    );
    expectMade(ran);
    const { PDFDict, PDFDocument, PDFName, PDFRawStream } = await import('pdf-lib');
    const pdf = await PDFDocument.load(ran.files['livret.pdf'] as Buffer);
    const keys = new Set<string>();
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFRawStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) continue;
      for (const key of dict.keys()) keys.add(key.decodeText());
      expect(dict.get(PDFName.of('S'))?.toString()).not.toBe('/JavaScript');
    }
    for (const key of ['JS', 'JavaScript', 'OpenAction', 'AA', 'Launch']) {
      expect([...keys]).not.toContain(key);
    }
    expect((await printed(ran)).replace(/\s+/g, ' ')).toContain(text);
    if (hasQpdf) {
      const path = join(ran.folder, 'out/livret.pdf');
      expect(spawnSync('qpdf', ['--check', path]).status).toBe(0);
    }
  });

  test('with addresses that run something are printed without them', async () => {
    const urls = ['javascript:alert(1)', ' jav\tascript:alert(1)', 'data:text/html,x'];
    const ran = await one({
      websites: [...urls, 'file:///etc/passwd', 'vbscript:x'].map((url) => ({ url })),
      emails: [{ address: 'a@example.fr?bcc=b@example.fr' }, { address: 'x\r\nbcc: y@example.fr' }],
      phones: [{ number: 'javascript:alert(1)' }],
    });
    expectMade(ran, 'feed/bad-website', 'feed/bad-email');
    const pdf = await readPdf(ran.files['livret.pdf'] as Buffer);
    const urlsMade = pdf.pages.flatMap((page) => page.links.flatMap(({ url }) => url ?? []));
    expect(urlsMade.filter((url) => !/^(?:tel:\+?\d+|mailto:[^?\s]+|https?:)/.test(url))).toEqual(
      [],
    );
    expect(urlsMade.join(' ')).not.toMatch(/script|bcc|passwd|data:/);
  });

  test('with line ends in a name stand on one line', async () => {
    const ran = await one({ name: 'Mairie\r\nde\tRedon\u2028centre' });
    expectMade(ran);
    expect(features(ran).find(({ id }) => id === 'odd')?.properties.name).toBe(
      'Mairie de Redon centre',
    );
  });
});
