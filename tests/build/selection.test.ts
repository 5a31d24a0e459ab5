import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/diagnostics/diagnostic.ts';
import type { ReadPdf } from './read-pdf.ts';
import { lettersOnly, readPdf } from './read-pdf.ts';
import {
  type Built,
  bookletText,
  buildIn,
  buildTown,
  type Feature,
  feedText,
  manyServices,
  service,
  townFolder,
} from './town.ts';

function ids({ files }: Built): readonly string[] {
  const { features } = JSON.parse(String(files['livret.geojson'])) as { features: Feature[] };
  return features.map(({ id }) => id);
}

function read({ files }: Built): Promise<ReadPdf> {
  return readPdf(files['livret.pdf'] as Buffer);
}

function textOf(pdf: ReadPdf): string {
  return pdf.pages.map(({ text }) => text).join('\n');
}

function leftOut({ result }: Built): readonly string[] {
  return result.report.leftOut.map(({ id, reason }) => `${id} ${reason}`).sort();
}

describe('what is printed', () => {
  const odd = [
    service('in', 'Redon', { name: 'Mairie retenue' }),
    service('pool', 'Redon', { name: 'Piscine écartée', types: ['piscine'] }),
    service('picked', 'Redon', { name: 'École choisie', types: ['ecole-primaire'] }),
    service('dropped', 'Redon', { name: 'Mairie retirée' }),
    service('closed', 'Redon', { name: 'Mairie fermée', status: 'closed' }),
    service('planned', 'Redon', { name: 'Mairie prévue', status: 'planned' }),
    service('far', 'Redon', {
      name: 'Mairie lointaine',
      address: { lines: [], postcode: '29200', commune: 'Brest', insee: '29019' },
    }),
    { ...service('lost', 'Redon', { name: 'Mairie perdue', address: {} }), geometry: null },
  ];

  test('is what was chosen, plus what was added, less what was removed', async () => {
    const built = await buildTown(odd, 'types: mairie', 'add: [picked]', 'remove: [dropped]');
    expect(ids(built)).toEqual(['in', 'picked']);
    expect(leftOut(built)).toEqual([
      'closed status-closed',
      'dropped removed-by-hand',
      'far outside-territory',
      'lost not-placed',
      'planned status-planned',
      'pool type-not-selected',
    ]);
    const text = textOf(await read(built));
    expect(text).toContain('Mairie retenue');
    expect(text).toContain('École choisie');
    expect(text).not.toMatch(/écartée|retirée|fermée|prévue|lointaine|perdue/);
  });

  test('can be one service, on its own page', async () => {
    const built = await buildTown([service('only', 'Redon', { name: 'Mairie seule' })]);
    const pdf = await read(built);
    expect(pdf.pages[pdf.destinations.get('e-0001') ?? -1]?.text).toContain('Mairie seule');
    expect(built.result.report).toMatchObject({ entries: 1, leftOut: [] });
  });

  test('cannot be nothing, and the message says why', async () => {
    await expect(buildTown(odd, 'types: aéroport')).rejects.toMatchObject({
      diagnostics: expect.arrayContaining([
        expect.objectContaining({ severity: 'error', message: expect.anything() }),
      ]),
    });
  });

  test('says fields only when they are asked for', async () => {
    const full = service('f', 'Redon', {
      name: 'Mairie complète',
      emails: [{ address: 'mairie@example.fr' }],
      websites: [{ url: 'https://mairie.example.fr/' }],
      openingHours: 'Mo 08:30-12:00',
      description: { fr: 'Une description.' },
      notes: { fr: 'Une remarque.' },
      audience: { fr: 'Un public.' },
      accessibility: { wheelchair: 'yes' },
    });
    const marks: Readonly<Record<string, RegExp>> = {
      phones: /02 61 91 00 00/,
      emails: /mairie@example\.fr/,
      websites: /mairie\.example\.fr(?!@)/,
      hours: /8 h 30–12 h/,
      description: /Une description/,
      notes: /Une remarque/,
      audience: /Un public/,
      accessibility: /fauteuil roulant/,
      address: /1, rue du Test/,
    };
    const spaced = (text: string) => text.replace(/\s/g, ' ');
    const whole = spaced(textOf(await read(await buildTown([full]))));
    for (const [field, mark] of Object.entries(marks)) expect(whole, field).toMatch(mark);
    for (const [field, mark] of Object.entries(marks)) {
      const built = await buildTown([full], `fields: { exclude: [${field}] }`);
      const text = spaced(textOf(await read(built)));
      if (field !== 'emails') expect(text, `without ${field}`).not.toMatch(mark);
      for (const [other, kept] of Object.entries(marks)) {
        if (other !== field) expect(text, `${other} without ${field}`).toMatch(kept);
      }
    }
  });
});

describe('groupings', () => {
  const chaptersBy: Readonly<Record<string, readonly string[]>> = {
    theme: ['Services publics', 'Action sociale et santé', 'Sports et loisirs'],
    commune: ['Nantes', 'Redon', 'Rennes', 'Vannes'],
    epci: ['Nantes Métropole', 'Redon Agglomération', 'Rennes Métropole', 'Golfe du Morbihan'],
    departement: ['Ille-et-Vilaine', 'Loire-Atlantique', 'Morbihan'],
  };

  test.each(Object.keys(chaptersBy))(
    'by %s print everything under their chapters',
    async (group) => {
      const features = manyServices(48);
      const built = await buildTown(features, `group: ${group}`);
      expect([...ids(built)].sort()).toEqual(features.map(({ id }) => id).sort());
      const pdf = await read(built);
      const titles = lettersOnly(pdf.outline.join(' '));
      const contents = lettersOnly(
        pdf.pages
          .slice(1, 4)
          .map(({ text }) => text)
          .join(' '),
      );
      for (const title of chaptersBy[group] ?? []) {
        expect(titles).toContain(lettersOnly(title));
        expect(contents).toContain(lettersOnly(title));
      }
      for (const { properties } of features) expect(textOf(pdf)).toContain(`${properties.name}`);
    },
  );

  test('a service stands in the chapter of its commune', async () => {
    const built = await buildTown(manyServices(16), 'group: commune');
    const { features } = JSON.parse(String(built.files['livret.geojson'])) as {
      features: Feature[];
    };
    const order = features.map(({ properties }) => (properties.address as Town).commune);
    expect([...new Set(order)]).toEqual(['Nantes', 'Redon', 'Rennes', 'Vannes']);
    expect(order).toEqual([...order].sort());
  });
});

interface Town {
  readonly commune: string;
}

describe('a template of one’s own', () => {
  test('replaces one partial and keeps the rest', async () => {
    const folder = townFolder({
      'livret.yaml': bookletText('template: ./mine'),
      'feed.geojson': feedText(manyServices(6)),
      'mine/partials/colophon.hbs':
        '<section class="colophon"><h2 id="colophon">Mentions à nous</h2><p>{{edition.id}}</p></section>',
      'mine/style.css': '.name { font-size: 14pt; line-height: 17pt; }',
    });
    const built = await buildIn(folder);
    const pdf = await read(built);
    const headings = pdf.pages.flatMap((page) => page.headings);
    expect(headings).toContain('H2 Mentions à nous');
    expect(headings).toContain('H2 Sommaire');
    expect(headings).not.toContain('H2 À propos de cet annuaire');
    expect(built.result.report.diagnostics).toEqual([]);
    const plain = await buildTown(manyServices(6));
    const size = (one: ReadPdf) =>
      one.pages[one.destinations.get('e-0001') ?? -1]?.pieces.find(({ text }) =>
        text.includes('numéro'),
      )?.size;
    expect(size(pdf)).toBeCloseTo(14);
    expect(size(await read(plain))).toBeCloseTo(9.3);
  });

  test('that loses entries is found out, and nothing is written', async () => {
    const folder = townFolder({
      'livret.yaml': bookletText('template: ./mine'),
      'feed.geojson': feedText(manyServices(6)),
      'mine/partials/group.hbs': '<section id="{{anchor}}"><h3>{{title}}</h3></section>',
    });
    const stopped = await buildIn(folder).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(InputError);
    const { diagnostics } = stopped as InputError;
    const lost = diagnostics.filter(({ code }) => code === 'verify/entry-not-printed');
    expect(lost.map(({ where }) => where.id)).toEqual(['s-1', 's-2', 's-3', 's-4', 's-5', 's-6']);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('files for printers', () => {
  test('a bleed gives a second file, its boxes around the trimmed page', async () => {
    const { files } = await buildTown(manyServices(12), 'output: { bleed: 5 }');
    expect(Object.keys(files)).toContain('livret-imprimeur.pdf');
    const { PDFDocument } = await import('pdf-lib');
    const pages = (await PDFDocument.load(files['livret-imprimeur.pdf'] as Buffer)).getPages();
    const plain = (await PDFDocument.load(files['livret.pdf'] as Buffer)).getPages();
    expect(pages).toHaveLength(plain.length);
    const mm = 72 / 25.4;
    for (const page of pages) {
      const [trim, bleed, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()];
      expect(trim.width).toBeCloseTo(148 * mm, 1);
      expect(trim.height).toBeCloseTo(210 * mm, 1);
      expect(bleed.x).toBeCloseTo(trim.x - 5 * mm, 1);
      expect(bleed.width).toBeCloseTo(158 * mm, 1);
      expect(bleed.height).toBeCloseTo(220 * mm, 1);
      expect(media.width).toBeGreaterThan(bleed.width);
    }
  });

  test('an imposed file has two pages on each side of its sheets', async () => {
    const { files } = await buildTown(manyServices(12), 'output: { imposed: yes, multiple: 4 }');
    const { PDFDocument } = await import('pdf-lib');
    const sides = (await PDFDocument.load(files['livret-a-plier.pdf'] as Buffer)).getPages();
    const plain = (await PDFDocument.load(files['livret.pdf'] as Buffer)).getPages();
    expect(plain.length % 4).toBe(0);
    expect(sides).toHaveLength(plain.length / 2);
    for (const side of sides) {
      expect(side.getWidth()).toBeCloseTo(2 * (plain[0]?.getWidth() ?? 0), 1);
      expect(side.getHeight()).toBeCloseTo(plain[0]?.getHeight() ?? 0, 1);
    }
  });

  test('the page is as large as the booklet says', async () => {
    const { files } = await buildTown(manyServices(4), 'page: A4');
    const { PDFDocument } = await import('pdf-lib');
    const [page] = (await PDFDocument.load(files['livret.pdf'] as Buffer)).getPages();
    expect(page?.getWidth()).toBeCloseTo(595.28, 1);
    expect(page?.getHeight()).toBeCloseTo(841.89, 1);
  });

  test('the feed is attached unless the booklet says no', async () => {
    const without = await read(await buildTown(manyServices(4), 'output: { attach-feed: no }'));
    expect([...without.attachments.keys()]).toEqual([]);
    const built = await buildTown(manyServices(4), 'output: { attach-feed: yes }');
    const attached = (await read(built)).attachments.get('livret.geojson') as Uint8Array;
    expect(Buffer.from(attached).equals(built.files['livret.geojson'] as Buffer)).toBe(true);
  });
});
