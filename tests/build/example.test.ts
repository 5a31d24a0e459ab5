import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildResult, build } from '../../src/build.ts';
import { indexForm } from '../../src/directory/index-form.ts';
import { resourcePath } from '../../src/resources.ts';
import { loadTypology } from '../../src/typology/load-typology.ts';
import { lettersOnly, type ReadPage, type ReadPdf, readPdf } from './read-pdf.ts';
import type { Feature } from './town.ts';
import { filesOf } from './town.ts';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
const hasGhostscript = spawnSync('gs', ['--version']).status === 0;

const booklet = resourcePath('data/example/booklet.yaml');
const outDir = mkdtempSync(join(tmpdir(), 'proximites-example-'));
let result: BuildResult;
let files: Readonly<Record<string, Buffer>>;
let pdf: ReadPdf;
let feed: {
  readonly proximites: Readonly<Record<string, unknown>>;
  readonly features: readonly Feature[];
};

beforeAll(async () => {
  result = await build({ booklet, outDir, language: 'fr' });
  files = filesOf(outDir);
  pdf = await readPdf(files['booklet.pdf'] as Buffer);
  feed = JSON.parse(String(files['booklet.geojson']));
});

afterAll(() => rmSync(outDir, { recursive: true, force: true }));

/** Anchors are numbered in the order of the feed, which is that of the pages. */
function anchorOf(at: number): string {
  return `e-${String(at + 1).padStart(4, '0')}`;
}

function pageOf(destination: string): ReadPage {
  return pdf.pages[pdf.destinations.get(destination) ?? -1] as ReadPage;
}

/** Text of the pages from one place to the page before another. */
function textBetween(from: string, to: string): string {
  const pages = pdf.pages.slice(pdf.destinations.get(from), pdf.destinations.get(to));
  return pages.map(({ text }) => text).join(' ');
}

/** Page numbers printed after a line of an index, ranges spelled out; blanks were taken away. */
function numbersAfter(line: string, index: string): readonly number[] {
  const numbers: number[] = [];
  for (let at = index.indexOf(line); at >= 0; at = index.indexOf(line, at + 1)) {
    const [list] = /^[\d,–-]*/.exec(index.slice(at + line.length)) ?? [''];
    for (const range of list.split(',')) {
      const [from = 0, to = from] = range.split(/[–-]/).map(Number);
      for (let number = from; number <= to; number += 1) numbers.push(number);
    }
  }
  return numbers;
}

describe('files', () => {
  test('are the PDF, the feed and the report, and nothing else', () => {
    expect(Object.keys(files)).toEqual(['booklet.geojson', 'booklet.pdf', 'booklet.report.json']);
    expect(result.files).toEqual(
      ['booklet.pdf', 'booklet.geojson', 'booklet.report.json'].map((name) => join(outDir, name)),
    );
  });

  test('agree on the edition', () => {
    const { edition } = result.report;
    expect(edition).toEqual({
      id: `booklet-2026-11-15-${edition.digest.slice(0, 8)}`,
      title: 'Guide pratique des services',
      date: '2026-11-15',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(feed.proximites).toMatchObject({ edition });
  });

  test('have a report that says at least what it must', () => {
    const report = JSON.parse(String(files['booklet.report.json']));
    expect(report).toEqual(JSON.parse(JSON.stringify(result.report)));
    expect(report).toMatchObject({
      pages: pdf.pages.length,
      entries: feed.features.length,
      files: ['booklet.pdf', 'booklet.geojson', 'booklet.report.json'],
    });
    for (const one of report.leftOut) {
      expect(one).toEqual({
        id: expect.stringMatching(/./),
        name: expect.any(String),
        reason: expect.stringMatching(/^[a-z-]+$/),
        message: expect.stringMatching(/\p{L}.{8}/u),
      });
    }
    for (const one of report.diagnostics) {
      expect(one).toMatchObject({
        severity: expect.stringMatching(/^(?:warning|info)$/),
        code: expect.stringMatching(/^[a-z]+\/[a-z0-9-]+$/),
        where: expect.any(Object),
        message: expect.any(String),
      });
    }
    expect(report.stages.map(({ name }: { name: string }) => name)).toEqual([
      ...['spec', 'typology', 'feed', 'territory', 'directory', 'maps', 'markup'],
      ...['boxes', 'layout', 'pdf', 'verify', 'write'],
    ]);
    for (const { ms } of report.stages) expect(ms).toBeGreaterThanOrEqual(0);
  });

  test('account for every service of the source: printed or left out, never both', () => {
    const source = JSON.parse(readFileSync(resourcePath('data/example/feed.geojson'), 'utf8'));
    const given = source.features.map(({ id }: Feature) => id);
    const printed = feed.features.map(({ id }) => id);
    const leftOut = result.report.leftOut.map(({ id }) => id);
    expect([...printed, ...leftOut].sort()).toEqual([...given].sort());
    expect(leftOut).toContain('99001-commission-departementale-de-conciliation-1');
  });
});

describe('the PDF read back by pdf.js', () => {
  test('has the language, the title and its feed attached', () => {
    expect(pdf.language).toBe('fr');
    expect(pdf.title).toBe('Guide pratique des services');
    expect([...pdf.attachments.keys()]).toEqual(['booklet.geojson']);
    const attached = Buffer.from(pdf.attachments.get('booklet.geojson') as Uint8Array);
    expect(attached.equals(files['booklet.geojson'] as Buffer)).toBe(true);
  });

  test('has the name of each entry on the page of its destination, in reading order', () => {
    const lost = feed.features.filter(({ properties }, at) => {
      const page = pdf.destinations.get(anchorOf(at)) ?? -1;
      return !lettersOnly(pdf.pages[page]?.text ?? '').includes(lettersOnly(`${properties.name}`));
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
    const entries = [...pdf.destinations.keys()].filter((name) => /^e-\d+$/.test(name));
    expect(entries).toHaveLength(feed.features.length);
    const pages = feed.features.map((_, at) => pdf.destinations.get(anchorOf(at)) as number);
    expect(pages).toEqual([...pages].sort((one, other) => one - other));
  });

  test('has each name once among the headings', () => {
    const titles = pdf.pages.flatMap((page) => page.headings);
    const headings = titles.map((title) => lettersOnly(title.slice('H1 '.length)));
    const names = feed.features.map(({ properties }) => lettersOnly(`${properties.name}`));
    const wrong = feed.features.filter((_, at) => {
      const name = names[at] as string;
      const alike = names.filter((other) => other === name);
      const numbered = names.flatMap((other, number) =>
        other === name ? `${number + 1}${name}` : [],
      );
      return (
        headings.filter((heading) => [name, ...numbered].includes(heading)).length !== alike.length
      );
    });
    expect(wrong.map(({ properties }) => properties.name)).toEqual([]);
  });

  test('has contents whose numbers are those of the pages that they lead to', () => {
    const lines = pdf.pages.slice(0, 6).flatMap((page) => page.links.filter((link) => link.dest));
    expect(lines.length).toBeGreaterThan(35);
    const printed = lines.map(({ text }) => /\d+$/.exec(text.trim())?.[0]);
    expect(printed).toEqual(lines.map(({ dest }) => pageOf(dest as string).label));
    for (const { dest, text } of lines) {
      const title = lettersOnly(text.replace(/\d+\s*$/, ''));
      expect(lettersOnly(pageOf(dest as string).text)).toContain(title);
    }
  });

  test('has index numbers that are those of the pages where the entries stand', () => {
    const index = textBetween('index-noms', 'index-communes').replace(/\s+/g, '');
    const wrong = feed.features.filter(({ properties }, at) => {
      const form = indexForm(`${properties.name}`);
      const { commune } = properties.address as { commune?: string };
      const printed = [form, `${form}, ${commune}`].flatMap((line) =>
        numbersAfter(line.replace(/\s+/g, ''), index),
      );
      return !printed.includes(Number(pageOf(anchorOf(at)).label));
    });
    expect(wrong.map(({ properties }) => properties.name)).toEqual([]);
  });

  test('has an index of services whose numbers are those of the pages where the entries stand', () => {
    const index = textBetween('index-services', 'index-noms').replace(/\s+/g, '');
    const typology = loadTypology();
    const wrong = feed.features.flatMap(({ properties }, at) => {
      const page = Number(pageOf(anchorOf(at)).label);
      return (properties.types as readonly string[]).filter((id) => {
        const found = typology.resolveType(id);
        const label = found.kind === 'found' ? found.type.label.plural : id;
        return !numbersAfter(label.replace(/\s+/g, ''), index).includes(page);
      });
    });
    expect(wrong).toEqual([]);
  });

  test('refers needs and old names to services, and services to their neighbours', () => {
    const index = textBetween('index-services', 'index-noms').replace(/\s+/g, ' ');
    expect(index).toContain('Carte d’identité, voir Mairies, Espaces France services');
    expect(index).toContain('ANPE, voir Agences France Travail');
    expect(index).toMatch(
      /Écoles maternelles [\d–, ]+voir aussi Écoles élémentaires, Écoles primaires/u,
    );
  });

  test('gives the cover no folio, and counts it', () => {
    expect(pdf.pages.slice(0, 3).map(({ label }) => label)).toEqual(['', '2', '3']);
  });

  test('has index lines that lead to entries', () => {
    const first = pdf.destinations.get('index-noms') as number;
    const index = pdf.pages.slice(first, pdf.destinations.get('colophon'));
    const links = index.flatMap((page) => page.links);
    expect(links.length).toBeGreaterThanOrEqual(2 * feed.features.length);
    const wrong = links.filter(({ dest, text }) => pageOf(dest ?? '')?.label !== text.trim());
    expect(wrong).toEqual([]);
  });

  test('calls, writes and opens the addresses that it prints', () => {
    const links = pdf.pages.flatMap((page) => page.links);
    const schemes = new Set(links.flatMap(({ url }) => url?.replace(/:.*/, '') ?? []));
    expect([...schemes].sort()).toEqual(['https', 'mailto', 'tel']);
    const urls = new Set(links.map(({ url }) => url));
    for (const { properties } of feed.features) {
      const { phones, emails, websites } = properties as Contacts;
      for (const { number } of phones ?? []) {
        const plain = number.replace(/\s/g, '');
        const international = plain.replace(/^0(?=[1-9]\d{8}$)/, '+33');
        expect([...urls]).toContain(`tel:${international}`);
      }
      for (const { address } of emails ?? []) expect([...urls]).toContain(`mailto:${address}`);
      for (const { url } of websites ?? []) expect([...urls]).toContain(url);
    }
  });

  test('leads from every link to somewhere', () => {
    const dead = pdf.pages
      .flatMap((page) => page.links)
      .filter(({ dest, url }) => (dest === undefined ? !url : !pdf.destinations.has(dest)));
    expect(dead).toEqual([]);
  });

  test('has headings that never skip a level, the title alone at the first', () => {
    const levels = pdf.pages
      .flatMap((page) => page.headings)
      .map((heading) => Number(heading.slice(1, 2)));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    const skipped = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
    expect(skipped).toEqual([]);
  });

  test('has roles for lists, links, figures and contents', () => {
    const roles = new Set(pdf.pages.flatMap((page) => Object.keys(page.roles)));
    for (const role of ['Document', 'L', 'LI', 'P', 'Link', 'Figure', 'TOC', 'TOCI']) {
      expect([...roles]).toContain(role);
    }
  });

  test('has an outline of its chapters, and of their categories below them', () => {
    // Pages for notes come after all, as many as are left over.
    const chapters = pdf.outline.filter((title) => !title.startsWith(' ') && title !== 'Notes');
    expect(chapters).toEqual([
      'Numéros d’urgence',
      'Sommaire',
      '1 Services publics',
      '2 Action sociale et santé',
      '3 Sports et loisirs',
      '4 Enseignement et éducation',
      '5 Vie pratique',
      'Index des services et des besoins',
      'Index des noms',
      'Index des communes',
      'À propos de cet annuaire',
    ]);
    expect(pdf.outline).toContain('  Établissements scolaires');
  });

  test('says in its colophon which edition it is and where the data come from', () => {
    const page = pdf.destinations.get('colophon') as number;
    const colophon = pdf.pages
      .slice(page)
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, '');
    expect(colophon).toContain(result.report.edition.id);
    expect(colophon).toContain(result.report.edition.digest);
    const contributors = feed.features.map(
      ({ properties }) => (properties.source as { contributor: string }).contributor,
    );
    for (const name of new Set(contributors)) {
      expect(lettersOnly(colophon)).toContain(lettersOnly(name));
    }
  });

  test('has pages in multiples of four, as its booklet asks', () => {
    expect(pdf.pages.length % 4).toBe(0);
  });
});

interface Contacts {
  readonly phones?: readonly { readonly number: string }[];
  readonly emails?: readonly { readonly address: string }[];
  readonly websites?: readonly { readonly url: string }[];
}

describe('other judges', () => {
  test.skipIf(!hasQpdf)('qpdf finds nothing to say (left out without qpdf)', () => {
    const path = join(outDir, 'booklet.pdf');
    expect(spawnSync('qpdf', ['--check', path]).status).toBe(0);
  });

  test.skipIf(!hasGhostscript)('Ghostscript runs every page (left out without gs)', () => {
    const path = join(outDir, 'booklet.pdf');
    const options = ['-q', '-dPDFSTOPONERROR', '-dNOPAUSE', '-dBATCH', '-sDEVICE=nullpage', path];
    expect(String(execFileSync('gs', options))).toBe('');
  });

  test('holds no action but links', () => {
    const text = (files['booklet.pdf'] as Buffer).toString('latin1');
    expect(text).not.toMatch(/\/(?:JavaScript|JS|Launch|OpenAction|AA|SubmitForm|GoToR)\b/);
  });
});

test('an edition is written over the one before', async () => {
  writeFileSync(join(outDir, 'booklet.pdf'), 'earlier');
  await build({ booklet, outDir, language: 'en' });
  const again = filesOf(outDir);
  expect(Object.keys(again)).toEqual(Object.keys(files));
  expect(again['booklet.pdf']?.equals(files['booklet.pdf'] as Buffer)).toBe(true);
  expect(again['booklet.geojson']?.equals(files['booklet.geojson'] as Buffer)).toBe(true);
});
