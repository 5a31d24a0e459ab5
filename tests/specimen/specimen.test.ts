import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/build.ts';
import { elementTable } from '../../src/markup/element-table.ts';
import { templateFunctions } from '../../src/markup/template-functions.ts';
import { resourcePath } from '../../src/resources.ts';
import { describeProperties } from '../../src/style/describe-properties.ts';
import { checkPdf } from '../../src/verify/check-pdf.ts';
import { PageTexts } from '../../src/verify/page-text.ts';
import { PdfReader } from '../../src/verify/pdf-reader.ts';
import { type PageObject, pagesOf } from '../../src/verify/pdf-trees.ts';
import { lettersOnly, type ReadPage, type ReadPdf, readPdf } from '../build/read-pdf.ts';
import { difference, renderPage } from './page-picture.ts';

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
const hasPdftoppm = spawnSync('pdftoppm', ['-v']).status === 0;
const mayUpdate = process.env.UPDATE === '1';

const outDir = mkdtempSync(join(tmpdir(), 'proximites-specimen-'));
const file = join(outDir, 'specimen.pdf');
let result: BuildResult;
let pdf: ReadPdf;

beforeAll(async () => {
  result = await build({
    booklet: resourcePath('data/example/specimen.yaml'),
    outDir,
    language: 'fr',
  });
  pdf = await readPdf(readFileSync(file));
}, 120_000);

afterAll(() => rmSync(outDir, { recursive: true, force: true }));

function fixture(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function pageIndex(destination: string): number {
  const index = pdf.destinations.get(destination);
  if (index === undefined) throw new Error(`no destination ${destination}`);
  return index;
}

function pageAt(destination: string): ReadPage {
  return pdf.pages[pageIndex(destination)] as ReadPage;
}

/** The text of a page with its soft hyphens, which pdf.js leaves out. */
function ownText(destination: string): string {
  const reader = new PdfReader(readFileSync(file));
  return new PageTexts(reader).text(pagesOf(reader)[pageIndex(destination)] as PageObject);
}

/** A page with those that follow it up to the next feature. */
function pagesFrom(destination: string, next: string): readonly ReadPage[] {
  return pdf.pages.slice(pageIndex(destination), pageIndex(next));
}

function textOf(pages: readonly ReadPage[]): string {
  return pages.map(({ text }) => text).join(' ');
}

describe('the specimen', () => {
  it('has the pages that it had: rewrite with UPDATE=1', async () => {
    const sizes = (await PDFDocument.load(readFileSync(file))).getPages().map((page) => {
      const { width, height } = page.getSize();
      return `${Math.round(width)} × ${Math.round(height)}`;
    });
    const list = pdf.pages
      .map(({ label, headings }, index) => {
        const titles = headings.map((heading) => heading.slice(1)).join(' | ');
        return `${index + 1}\t${label}\t${sizes[index]}\t${titles}`.trimEnd();
      })
      .join('\n');
    const expected = fixture('pages.expected');
    if (mayUpdate) writeFileSync(expected, `${list}\n`);
    expect(`${list}\n`).toBe(readFileSync(expected, 'utf8'));
  });

  it('is said to be made as it is meant, and nothing else', () => {
    const said = result.diagnostics.map(({ severity, code, where }) => [severity, code, where.id]);
    expect(said.filter(([severity]) => severity !== 'info')).toEqual([]);
    expect(said.filter(([, code]) => code === 'layout/keep-broken')).toEqual([
      ['info', 'layout/keep-broken', 'specimen-fiche-trop-haute'],
    ]);
    expect(said.filter(([, code]) => String(code).includes('glyph'))).toEqual([]);
  });

  it('is accessible, archivable and whole', () => {
    expect(checkPdf(readFileSync(file))).toEqual([]);
  });

  it.skipIf(!hasQpdf)('passes qpdf --check (left out when qpdf is absent)', () => {
    const { status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    expect([status, stdout.includes('No syntax or stream encoding errors')]).toEqual([0, true]);
  });
});

describe('page numbers', () => {
  it('lead from each link to the page whose folio is printed', () => {
    let checked = 0;
    for (const { links } of pdf.pages) {
      for (const [index, { dest, text }] of links.entries()) {
        // A link over two lines has two areas; its number is in the second.
        if (dest === undefined || links[index + 1]?.dest === dest) continue;
        const printed = /(\d+|[ivx]+)(?:–\d+)?\s*$/.exec(text)?.[1];
        expect([dest, printed]).toEqual([dest, pageAt(dest).label]);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(150);
  });

  it('are roman before the body, which begins again at 1 on a recto', () => {
    expect(pageAt('sommaire').label).toBe('i');
    expect(pageAt('formats').label).toBe('1');
    expect(pageIndex('formats') % 2).toBe(0);
  });

  it('are printed on the pages that they name', () => {
    for (const name of ['formats', 'page-a4', 'colonnes', 'bus', 'index-noms']) {
      expect(pageAt(name).margins.trim().split(' ').at(-1)).toBe(pageAt(name).label);
    }
  });
});

describe('pages and sides', () => {
  it('start a part on a recto, leaving the verso before it blank', () => {
    const recto = pageIndex('recto');
    expect(recto % 2).toBe(0);
    expect(pdf.pages[recto - 1]).toMatchObject({ text: '', margins: '' });
  });

  it('set the double page of photos on facing pages', () => {
    expect(pageIndex('photos') % 2).toBe(1);
    expect(pdf.pages[pageIndex('photos') + 1]?.text).toContain('Ambreval, le soir');
  });

  it('count a multiple of four, the last ones for notes', () => {
    expect(pdf.pages.length % 4).toBe(0);
    const after = pdf.pages.slice(pageIndex('index-communes') + 1);
    expect(after.length).toBeLessThan(4);
    for (const page of after) expect(page.text + page.margins).toContain('Notes');
  });
});

describe('columns', () => {
  it('have the number that is asked for, balanced', () => {
    const { pieces } = pageAt('colonnes');
    const lefts = new Set(pieces.map(({ x }) => Math.round(x)));
    // One for one column, two more for two, two for three, three for four.
    expect(lefts.size).toBe(7);
  });

  it('are crossed by a title, above what comes after it', () => {
    const { pieces } = pageAt('equilibre');
    const title = pieces.find(({ text }) => text.startsWith('Un titre qui traverse'));
    const above = pieces.filter(({ text }) => text.startsWith('Un annuaire'));
    expect(above.map(({ y }) => y > (title?.y ?? 0))).toContain(true);
    expect(above.map(({ y }) => y > (title?.y ?? 0))).toContain(false);
  });
});

describe('keeps', () => {
  it('repeat the heading of what continues, outside the reading order', () => {
    const page = pageAt('blocs-solidaires');
    expect(page.margins).toContain('Marchés (suite)');
    expect(page.text).not.toContain('Marchés (suite)');
  });

  it('leave a line alone only where the style allows it', () => {
    const { pieces } = pageAt('veuves');
    const lines = pieces.filter(({ text }) => text.startsWith('l’on danse encore'));
    // The same last line: at the top of the second column, then below its own paragraph.
    expect(lines).toHaveLength(2);
    expect(new Set(lines.map(({ x }) => Math.round(x))).size).toBe(2);
  });
});

describe('the directory', () => {
  it('has the first and last name of each page in its head', () => {
    const chapters = pdf.pages.slice(pageIndex('trop-haute') + 1, pageIndex('drapeau'));
    expect(chapters.length).toBeGreaterThan(5);
    for (const { headings, margins } of chapters) {
      const names = headings.flatMap((heading) =>
        heading.startsWith('H4 ') ? [heading.slice(3)] : [],
      );
      const guide = names[0] === names.at(-1) ? `${names[0]}` : `${names[0]} – ${names.at(-1)}`;
      expect(margins).toContain(guide);
    }
  });
});

describe('lines', () => {
  it('keep every word of justified and hyphenated text, in six languages', () => {
    const read = ownText('langues').replaceAll('\u00ad', '').replace(/\s+/g, ' ');
    const source = readFileSync(resourcePath('templates/specimen/partials/lines.hbs'), 'utf8');
    const written = [...source.matchAll(/<div lang="(\w+)"><h3[^>]*>[^<]*<\/h3><p>([^<]+)<\/p>/g)];
    expect(written.map(([, lang]) => lang)).toEqual(['fr', 'en', 'de', 'es', 'it', 'nl']);
    for (const [, , paragraph] of written) expect(read).toContain(paragraph);
  });

  it('hyphenate each language, and never what must stay whole', () => {
    const text = ownText('langues');
    expect(text.match(/\p{L}\u00ad\p{L}/gu)?.length).toBeGreaterThan(10);
    for (const whole of ['intercommunale', 'Châteauvieux-Montmorillon', 'départementale']) {
      expect(text).toContain(whole);
    }
  });

  it('keep justified text inside its column', () => {
    const { pieces } = pageAt('langues');
    const right = 420 - (12 * 72) / 25.4;
    for (const { x } of pieces) expect(x).toBeLessThan(right);
  });

  it('give French its spaces and leave what was typed in another language', () => {
    const { text } = pageAt('espaces');
    // Read back, every blank is a blank: what was typed without any has its own now.
    expect(text.split('Ouvert? Oui! Voici: midi; minuit.')).toHaveLength(2);
    expect(text.split('Ouvert ? Oui ! Voici : midi ; minuit.')).toHaveLength(4);
    expect(text).toContain("Il dit «bonjour» et s'en va. Il dit « bonjour » et s’en va.");
  });

  it('print signs and other alphabets by the fonts that have them', () => {
    const { text } = pageAt('signes');
    for (const sign of ['☎', '✉', '♿', 'Καλώς ήρθατε', 'Добро пожаловать', 'gęślą', 'İyi'])
      expect(text).toContain(sign);
  });
});

describe('tables', () => {
  it('repeat their header on the next page, read once, and lose no row', () => {
    const [first, second, ...more] = pagesFrom('bus', 'dechets') as [ReadPage, ReadPage];
    expect(more).toEqual([]);
    expect(second.margins).toContain('Arrêt');
    expect(second.text).not.toContain('Arrêt');
    const stops = ['Ambreval, gare', 'Les Aulnes, port', 'Rochemaure, lac', 'Le Breuil, carrefour'];
    for (const stop of stops) expect(textOf([first, second]).split(stop)).toHaveLength(3);
    expect(first.roles.Caption).toBe(2);
  });

  it('read every cell once, spanned or not', () => {
    const { text, roles } = pageAt('dechets');
    expect(text.match(/trimestre/g)).toHaveLength(2);
    expect(roles).toMatchObject({ Table: 1, TR: 8, TD: 18 });
  });
});

describe('blocks', () => {
  it('number lists, nested or not', () => {
    const { text } = pageAt('listes');
    const numbers = [...text.matchAll(/(\d+)\. \p{L}/gu)].map(([, number]) => number);
    expect(numbers).toEqual(['1', '2', '3', '1', '2', '9', '10', '20', '21']);
  });

  it('set labels and values on one baseline', () => {
    const { pieces } = pageAt('listes');
    const y = (start: string) => pieces.find(({ text }) => text.startsWith(start))?.y;
    expect(y('Accueil')).toBeCloseTo(y('du lundi au vendredi') ?? 0, 1);
  });

  it('set each paragraph beside its translation', () => {
    const { pieces } = pageAt('deux-langues');
    const y = (start: string) => pieces.find(({ text }) => text.startsWith(start))?.y;
    expect(y('Composez le 15')).toBeCloseTo(y('Dial 15') ?? 0, 1);
  });
});

describe('the manual of the subset', () => {
  it('names every property, with its values', () => {
    const text = lettersOnly(textOf(pagesFrom('proprietes', 'elements')));
    const rows = describeProperties('fr');
    expect(rows.length).toBeGreaterThan(60);
    for (const { name, values } of rows) {
      expect(text).toContain(lettersOnly(name));
      expect(text).toContain(lettersOnly(values));
    }
  });

  it('names every element and every function', () => {
    const elements = lettersOnly(textOf(pagesFrom('elements', 'fonctions')));
    for (const name of elementTable.keys()) expect(elements).toContain(lettersOnly(name));
    const functions = lettersOnly(textOf(pagesFrom('fonctions', 'index-noms')));
    for (const name of Object.keys(templateFunctions))
      expect(functions).toContain(lettersOnly(name));
  });
});

describe('the index', () => {
  it('merges neighbouring pages and sends from old names to new ones', () => {
    const { text } = pageAt('index-types');
    expect(text).toMatch(/Mairies\s*\d+–\d+/);
    expect(text).toContain('ANPE, voir Agences France Travail');
  });
});

describe.skipIf(!hasPdftoppm)('pictures of pages (left out when pdftoppm is absent)', () => {
  it.each([
    'couverture',
    'formats',
    'colonnes',
    'equilibre',
    'langues',
    'dechets',
    'encadres',
    'couleurs',
    'photos',
  ])('%s looks as it did: rewrite with UPDATE=1', async (name) => {
    const made = await renderPage(file, pageIndex(name) + 1);
    const expected = fixture(`images/${name}.png`);
    if (mayUpdate) writeFileSync(expected, made);
    const { mean, far } = await difference(made, readFileSync(expected));
    expect(mean).toBeLessThan(3);
    expect(far).toBeLessThan(0.02);
  });
});
