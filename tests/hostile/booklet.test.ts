import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bookletText, feedText, manyServices, townFolder } from '../build/town.ts';
import { attempt, attemptIn, expectMade, expectPolite, expectRefused } from './hostile-town.ts';

const booklet = (text: string | Uint8Array) => attempt({ 'livret.yaml': text });

describe('a booklet file', () => {
  test('that is missing', async () => {
    expectRefused(await attemptIn(townFolder({})), 'livret.yaml', 'introuvable');
  });

  test('that is a folder', async () => {
    const ran = await attemptIn(townFolder({ 'livret.yaml/a': '' }));
    expectRefused(ran, 'livret.yaml', 'un dossier');
  });

  test('that is empty', async () => {
    expectRefused(await booklet(''), 'Il manque «\u00a0titre\u00a0»', 'territoire');
  });

  test('of broken YAML', async () => {
    expectRefused(await booklet('title: [a\n  b: {'), /livret\.yaml:2:\d+/, 'crochet');
  });

  test('of broken JSON', async () => {
    const folder = townFolder({ 'livret.json': '{"title": "x",' });
    const ran = await attemptIn(folder, ['build', 'livret.json', '--out', 'out']);
    expectRefused(ran, /livret\.json:1:\d+/);
  });

  test('of bytes that are no text', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7) % 256);
    expectRefused(await booklet(bytes), 'UTF-8');
  });

  test('of references that multiply', async () => {
    const lines = [...'bcdefghi'].map(
      (name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`,
    );
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...lines, 'title: *i'].join('\n');
    expectRefused(await booklet(bomb), 'répétitions');
  });

  test('with a YAML tag that runs code', async () => {
    const ran = await booklet(bookletText('subtitle: !!js/function "function(){}"'));
    expectRefused(ran, '!!js/function');
  });

  test('with keys of prototypes', async () => {
    const ran = await booklet(bookletText('__proto__: { polluted: 1 }', 'constructor: { x: 1 }'));
    expectRefused(ran, '__proto__', 'constructor');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ['an unknown type', bookletText('types: [miarie]'), 'miarie', 'Mairie'],
    [
      'an unknown territory',
      'title: x\nterritory: Nulleparville\nfeed: feed.geojson',
      'Nulleparville',
    ],
    ['an unknown key', bookletText('sousti: x'), 'sousti'],
    ['a colour that is none', bookletText('organisation: { colour: "#zzzzzz" }'), '#zzzzzz'],
    ['a list as colour', bookletText('organisation: { colour: [.nan] }'), 'liste'],
    ['margins larger than the page', bookletText('page: { format: A5, margins: 200 }'), 'marges'],
    ['a page of no size', bookletText('page: "0 x 210 mm"'), '0 x 210 mm'],
    ['a page of a kilometre', bookletText('page: "148 x 1000000 mm"'), '1000000'],
    ['a bleed below zero', bookletText('output: { bleed: -5 }'), '-5'],
    ['an empty selection', bookletText('types: [piscine]'), 'rien à imprimer'],
    ['an addition that no feed has', bookletText('add: [nobody]'), 'nobody'],
    ['a template that does not exist', bookletText('template: ./absent'), 'absent'],
    ['a feed that does not exist', bookletText().replace('feed.g', 'absent.g'), 'absent.geojson'],
    ['a title of 400 characters', bookletText(`subtitle: ${'a'.repeat(400)}`), '400'],
  ])('with %s', async (_, text, ...words) => {
    expectRefused(await booklet(text), ...words);
  });

  test.each([
    ['an absolute path', '/etc/passwd'],
    ['a path out of its folder', '../../../../etc/hostname.png'],
    ['an address', 'http://127.0.0.1/x.png'],
    ['an address of a file', 'file:///etc/passwd'],
    ['a share', '\\\\\\\\host\\\\share\\\\x.png'],
    ['a file that is missing', 'missing.png'],
    ['a device', '/dev/zero'],
    ['a NUL', 'a\\0b.png'],
  ])('whose picture is %s', async (_, path) => {
    expectRefused(await booklet(bookletText(`cover: { image: "${path}" }`)), 'livret.yaml');
  });

  test('whose picture is a link out of its folder', async () => {
    const folder = townFolder({
      'livret.yaml': bookletText('cover: { image: link.png }'),
      'feed.geojson': feedText(manyServices(2)),
    });
    symlinkSync('/etc/hostname', join(folder, 'link.png'));
    expectRefused(await attemptIn(folder), 'hors du dossier');
  });

  test('whose file name would leave the folder is named anew', async () => {
    const ran = await booklet(bookletText('slug: "../../evil"'));
    expectPolite(ran);
    expect(ran.code).toBe(0);
    expect(ran.codes).toContain('spec/slug');
    expect(Object.keys(ran.files)).toEqual(['evil.geojson', 'evil.pdf', 'evil.report.json']);
  });

  test.each(['CON', '-rf', '.', 'a\\0b', 'é à/b'])(
    'named %j gets files that exist',
    async (slug) => {
      const ran = await booklet(bookletText(`slug: "${slug}"`));
      expectPolite(ran);
      for (const name of Object.keys(ran.files)) {
        expect(name).toMatch(/^[a-z0-9][a-z0-9-]*\.(?:pdf|geojson|report\.json)$/);
        expect(name).not.toMatch(/^con\./);
      }
    },
  );

  test('with marks of markup and of PDF in its title', async () => {
    const title = '<b>Guide</b> & "x" ) >> <script>alert(1)</script> {{title}}';
    const ran = await booklet(bookletText().replace('Guide d’essai', JSON.stringify(title)));
    expectMade(ran);
    const { PDFDocument } = await import('pdf-lib');
    const pdf = await PDFDocument.load(ran.files['livret.pdf'] as Buffer);
    expect(pdf.getTitle()).toBe(title);
    const xmp = String(ran.files['livret.pdf']).match(/<\?xpacket[\s\S]*?<\?xpacket end/)?.[0];
    expect(xmp).toContain('&lt;b&gt;Guide&lt;/b&gt; &amp;');
  });
});
