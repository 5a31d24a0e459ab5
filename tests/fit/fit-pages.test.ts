import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, estimate } from '../../src/build.ts';
import { InputError } from '../../src/diagnostics/diagnostic.ts';
import { readPdf } from '../build/read-pdf.ts';
import {
  bookletText,
  buildIn,
  type Feature,
  feedText,
  manyServices,
  townFolder,
} from '../build/town.ts';

const services: readonly Feature[] = manyServices(60).map((feature, at) => ({
  ...feature,
  properties: {
    ...feature.properties,
    description: {
      fr: `Ce service rend bien des services, et le dit en plusieurs lignes. N° ${at}`,
    },
  },
}));

function town(...lines: readonly string[]): string {
  const livret = bookletText('index: non', ...lines);
  return townFolder({ 'livret.yaml': livret, 'feed.geojson': feedText(services) });
}

const trial = (folder: string, pages?: number) =>
  estimate({ booklet: join(folder, 'livret.yaml'), language: 'fr', pages });

describe('a real booklet', () => {
  test('reaches fewer pages without losing an entry, the same bytes twice', async () => {
    const natural = (await trial(town())).estimate;
    const asked = natural.pages - 2;
    const folder = town(`fit: ${asked}`);
    const { result, files } = await buildIn(folder);
    expect(result.report.pages).toBe(asked);
    expect(result.report.fit).toMatchObject({ pages: asked, natural: natural.pages });
    const kinds = result.report.fit?.steps.map(({ step }) => step);
    expect(kinds?.[0]).toBe('spacing');
    const pdf = await readPdf(files['livret.pdf'] as Buffer);
    expect(pdf.pages).toHaveLength(asked);
    const whole = pdf.pages.map(({ text }) => text).join(' ');
    for (const { properties } of services) expect(whole).toContain(String(properties.name));
    const again = await buildIn(folder);
    expect(again.files['livret.pdf']?.equals(files['livret.pdf'] as Buffer)).toBe(true);
  });

  test('reaches more pages with notes at the end, read once', async () => {
    const { pages } = (await trial(town())).estimate;
    const { result, files } = await buildIn(town(`ajuster: {pages: ${pages + 8}}`));
    expect(result.report.pages).toBe(pages + 8);
    const { fillers = 0, blanks } = result.report.fit ?? {};
    expect([fillers > 1, blanks]).toEqual([true, 0]);
    const pdf = await readPdf(files['livret.pdf'] as Buffer);
    const headings = pdf.pages.flatMap((page) => page.headings);
    expect(headings.filter((heading) => heading.includes('Notes'))).toHaveLength(1);
  });

  test('is refused below the floor, and nothing is written', async () => {
    const folder = town('fit: 4');
    const booklet = join(folder, 'livret.yaml');
    const outDir = join(folder, 'out');
    const failure = await build({ booklet, outDir, language: 'fr' }).catch((error) => error);
    expect(failure).toBeInstanceOf(InputError);
    const found = (failure as InputError).diagnostics.find(({ code }) => code === 'fit/too-long');
    expect(found?.where).toMatchObject({ file: booklet, line: 7, field: 'fit.pages' });
    expect(found?.message.fr).toMatch(/^4 pages ne suffisent pas/u);
  });
});

describe('an estimate', () => {
  test('has as many pages as the booklet built, in parts that add up', async () => {
    const folder = town('output: {multiple: 4}');
    const { estimate: found, title, diagnostics } = await trial(folder);
    const { result } = await buildIn(folder);
    expect(found.pages).toBe(result.report.pages);
    expect(found.entries).toBe(60);
    expect(title).toBe('Guide d’essai');
    expect(diagnostics).toEqual(result.diagnostics);
    const { parts } = found;
    expect(parts.reduce((sum, part) => sum + part.pages, 0)).toBe(found.pages);
    expect(parts.reduce((sum, part) => sum + (part.entries ?? 0), 0)).toBe(60);
    parts.forEach((part, index) => {
      const next = parts[index + 1];
      if (next) expect(part.from + part.pages).toBe(next.from);
    });
    expect(parts[0]).toEqual({ kind: 'cover', title: '', from: 1, pages: 1 });
    expect(found.setting).toMatchObject({ textSize: 8.6, columns: 2 });
  });

  test('tries a page count as the build would', async () => {
    const { pages } = (await trial(town())).estimate;
    const { estimate: found, diagnostics } = await trial(town(), pages - 2);
    const { result } = await buildIn(town(`fit: ${pages - 2}`));
    expect(found.pages).toBe(pages);
    expect(found.fit).toEqual(result.report.fit);
    expect(diagnostics[0]?.where).toEqual({ field: '--pages' });
  });

  test('says why a page count cannot be reached', async () => {
    const { estimate: found, diagnostics } = await trial(town(), 4);
    expect(found.fit).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['fit/too-long']);
  });

  test('refuses a page count that is no multiple', async () => {
    const failure = await trial(town('output: {multiple: 4}'), 6).catch((error) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as InputError).diagnostics[0]?.code).toBe('spec/fit-multiple');
  });

  test('counts communes that follow one another as one part', async () => {
    const { estimate: found } = await trial(town('group: commune'));
    const sections = found.parts.filter(({ kind }) => kind === 'section');
    expect(sections).toHaveLength(1);
    expect(sections[0]).toMatchObject({ title: 'Nantes – Vannes', entries: 60 });
    expect(found.parts.reduce((sum, part) => sum + part.pages, 0)).toBe(found.pages);
  });
});

test('a template that does not listen is said so', async () => {
  const folder = townFolder({
    'livret.yaml': bookletText('template: ./mien'),
    'feed.geojson': feedText(services),
    'mien/style.css': 'div { font-size: 10pt; line-height: 40pt }',
    'mien/booklet.hbs':
      '<html><body>{{#each sections}}{{#each groups}}{{#each entries}}<div id="{{anchor}}">{{name}}</div>{{/each}}{{/each}}{{/each}}</body></html>',
  });
  const { estimate: found, diagnostics } = await trial(folder, 2);
  expect(found.pages).toBeGreaterThan(2);
  expect(diagnostics.map(({ code }) => code)).toEqual(['fit/too-long', 'fit/deaf-template']);
});
