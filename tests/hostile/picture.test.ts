import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bookletText } from '../build/town.ts';
import { attempt, expectMade, expectPolite } from './hostile-town.ts';

const withCover = (name: string, bytes: string | Uint8Array) =>
  attempt({ 'livret.yaml': bookletText(`cover: { image: ${name} }`), [name]: bytes });

function blank(width: number, height: number) {
  const background = { r: 200, g: 30, b: 30, alpha: 0.5 };
  return sharp({ create: { width, height, channels: 4, background }, limitInputPixels: false });
}

const png = await blank(40, 30).png().toBuffer();
const jpeg = await blank(40, 30).flatten().jpeg().toBuffer();

/** The bytes with those of the middle replaced. */
function spoilt(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0xaa, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20);
  return copy;
}

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="40">${inside}<rect width="20" height="20" fill="red"/></svg>`;

describe('a picture', () => {
  test.each([
    ['PNG with transparency', 'a.png', png],
    ['PNG named .jpg', 'a.jpg', png],
    ['JPEG named .png', 'a.png', jpeg],
  ])('%s is printed', async (_, name, bytes) => {
    const ran = await withCover(name, bytes);
    expectMade(ran);
    expect(ran.codes).not.toContain('boxes/image-unreadable');
    expect(String(ran.files['livret.pdf'])).toContain('/Subtype/Image');
  });

  test.each([
    ['empty', 'a.png', Buffer.alloc(0)],
    ['of a page of the web', 'a.png', '<html><script>alert(1)</script></html>'],
    ['a corrupt PNG', 'a.png', spoilt(png)],
    ['a PNG cut short', 'a.png', png.subarray(0, 60)],
    ['a JPEG cut to its head', 'a.jpg', jpeg.subarray(0, 100)],
    ['a broken drawing', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect'],
  ])('%s is left out and said, or drawn as far as it goes', async (_, name, bytes) => {
    const ran = await withCover(name, bytes);
    expectPolite(ran);
    if (ran.code === 1) return expect(Object.keys(ran.files)).toEqual([]);
    expectMade(ran);
    const isDrawn = String(ran.files['livret.pdf']).includes('/Subtype/Image');
    expect(isDrawn || ran.codes.includes('boxes/image-unreadable')).toBe(true);
  });

  test('of 12,000 x 12,000 points is refused, not decoded', async () => {
    const bytes = await blank(12_000, 12_000).png({ compressionLevel: 1 }).toBuffer();
    const before = process.memoryUsage().rss;
    expectMade(await withCover('a.png', bytes), 'boxes/image-unreadable');
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  });

  test('that asks for other pictures gets none', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/x.png`;
    const inside = `<image href="${url}" width="9" height="9"/><image xlink:href="${url}" width="9" height="9"/><image href="file:///etc/passwd" width="9" height="9"/><style>@import url(${url});</style><script>fetch("${url}")</script>`;
    expectMade(await withCover('a.svg', svg(inside)));
    await new Promise((closed) => server.close(closed));
    expect(asked).toBe(0);
  });

  test.each([
    ['entities that multiply', bombOfEntities()],
    [
      'a file of the machine',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text y="9">&x;</text>')}`,
    ],
    ['uses that multiply', svg(bombOfUses(22))],
    ['an immense size', svg('').replace('width="60" height="40"', 'width="1e9" height="1e9"')],
    ['no size', svg('').replace('width="60" height="40"', '')],
    ['a size below zero', svg('').replace('width="60"', 'width="-60"')],
  ])('drawn with %s ends in time', async (_, text) => {
    const ran = await withCover('a.svg', text);
    expectPolite(ran);
    expect([0, 1]).toContain(ran.code);
    expect(String(ran.files['livret.pdf'] ?? '')).not.toContain('root:');
  });
});

function bombOfEntities(): string {
  const entities = [...'bcdefghij'].map(
    (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`,
  );
  return `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${entities.join('')}]>${svg('<text y="9">&j;</text>')}`;
}

function bombOfUses(depth: number): string {
  const groups = Array.from({ length: depth }, (_, at) => {
    const use = `<use href="#g${at}"/>`;
    return `<g id="g${at + 1}">${use}${use}</g>`;
  });
  return `<defs><rect id="g0" width="1" height="1"/>${groups.join('')}</defs><use href="#g${depth}"/>`;
}
