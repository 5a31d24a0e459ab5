import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Diagnostic, InputError } from '../../src/diagnostics/diagnostic.ts';
import { loadFontLibrary } from '../../src/text/font-library.ts';
import { fontsFolder, library, plain, rulerFolder } from './shipped-faces.ts';

const rulerBytes = readFileSync(join(rulerFolder, 'ruler.ttf'));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proximites-fonts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function faultsOf(load: () => unknown): readonly Diagnostic[] {
  try {
    load();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
}

describe('face', () => {
  test.each([
    ['Source Sans 3', 400, 'normal', 'Source Sans 3/400/normal'],
    ['source sans 3', 500, 'normal', 'Source Sans 3/400/normal'],
    ['"Source Sans 3"', 300, 'italic', 'Source Sans 3/400/italic'],
    ['Source Sans 3', 650, 'normal', 'Source Sans 3/700/normal'],
    ['Source Sans 3', 900, 'italic', 'Source Sans 3/700/italic'],
    ['Source Serif 4', 700, 'italic', 'Source Serif 4/400/italic'],
    ['IBM Plex Sans Condensed', 600, 'italic', 'IBM Plex Sans Condensed/600/normal'],
    ['serif', 600, 'normal', 'Source Serif 4/600/normal'],
    ['sans-serif', 600, 'normal', 'Source Sans 3/600/normal'],
    ['No Such Font', 400, 'normal', 'Source Sans 3/400/normal'],
  ] as const)('%s %d %s is %s', (family, weight, style, id) => {
    expect(library.face({ families: [family], weight, style }).id).toBe(id);
  });

  test('takes the first family that is known', () => {
    const families = ['No Such Font', 'IBM Plex Sans Condensed', 'serif'];
    expect(library.face({ families, weight: 400, style: 'normal' }).family).toBe(
      'IBM Plex Sans Condensed',
    );
    expect(families.map((family) => library.knows?.(family))).toEqual([false, true, true]);
  });
});

describe('stack', () => {
  test('ends with the fallbacks, slanted before upright', () => {
    const stack = library.stack({ families: ['Source Serif 4'], weight: 400, style: 'italic' });
    expect(stack.map(({ id }) => id)).toEqual([
      'Source Serif 4/400/italic',
      'Source Sans 3/400/italic',
      'Noto Sans Symbols/400/normal',
      'Noto Sans Symbols 2/400/normal',
      'Source Sans 3/400/normal',
    ]);
  });

  test('is the same object for the same request', () => {
    const request = { families: ['serif'], weight: 400, style: 'normal' } as const;
    expect(library.stack({ ...request })).toBe(library.stack(request));
  });
});

describe('shapeWord', () => {
  const stack = library.stack({ families: ['Source Sans 3'], weight: 400, style: 'normal' });

  function pieces(word: string): string[] {
    return library
      .shapeWord(stack, word, plain)
      .map((run) => `${run.face.family}: ${run.text}${run.isSpace ? ' (blank)' : ''}`);
  }

  test('sets a word in one run, kept for the next time', () => {
    expect(pieces('bibliothèque')).toEqual(['Source Sans 3: bibliothèque']);
    expect(library.shapeWord(stack, 'bibliothèque', { ...plain })).toBe(
      library.shapeWord(stack, 'bibliothèque', plain),
    );
  });

  test('takes from the fallbacks what the first face lacks', () => {
    expect(pieces('☎\u202f02✉♿')).toEqual([
      'Noto Sans Symbols 2: ☎',
      'Source Sans 3: \u202f02',
      'Noto Sans Symbols 2: ✉♿',
    ]);
  });

  test('sets no-break spaces apart, for justification', () => {
    expect(pieces('n°\u00a05')).toEqual([
      'Source Sans 3: n°',
      'Source Sans 3: \u00a0 (blank)',
      'Source Sans 3: 5',
    ]);
  });

  test('composes accents and drops what cannot be seen', () => {
    expect(pieces('e\u0301cole')).toEqual(['Source Sans 3: école']);
    expect(pieces('a\u200d\ufe0fb\u202e\u0007c')).toEqual(['Source Sans 3: abc']);
    expect(pieces('\ufe0f')).toEqual([]);
  });

  test('reports what no font has, each time; letters leave a question mark, pictures nothing', () => {
    const own = loadFontLibrary({ folders: [fontsFolder] });
    const heard: string[] = [];
    own.onMissing((codePoint, text) => heard.push(`${codePoint.toString(16)} ${text}`));
    const any = own.stack({ families: ['serif'], weight: 400, style: 'normal' });
    const shown = (word: string): string =>
      own
        .shapeWord(any, word, plain)
        .map((run) => run.text)
        .join('');
    expect([shown('Fête🎉'), shown('東京'), shown('Fête🎉')]).toEqual(['Fête', '??', 'Fête']);
    expect(heard).toEqual(['1f389 Fête🎉', '6771 東京', '4eac 東京', '1f389 Fête🎉']);
  });

  test('never gives .notdef', () => {
    const own = loadFontLibrary({ folders: [fontsFolder] });
    const any = own.stack({ families: ['serif'], weight: 400, style: 'normal' });
    for (let code = 0x20; code < 0x3000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      for (const run of own.shapeWord(any, String.fromCodePoint(code), plain)) {
        expect([code, run.glyphs.includes(0)]).toEqual([code, false]);
      }
    }
  });
});

describe('fonts of a folder', () => {
  test('reads names from the files of a folder without a list', () => {
    const own = loadFontLibrary({ folders: [rulerFolder] });
    const face = own.face({ families: ['Ruler'], weight: 700, style: 'italic' });
    expect(face.id).toBe('Ruler/400/normal');
    expect([face.ascent, face.descent, face.capHeight, face.xHeight]).toEqual([0.8, 0.2, 0.7, 0.5]);
    expect(own.shapeWord([face], 'Éa\u202fé', plain)[0]?.advances).toEqual([
      1000, 1000, 1000, 1000,
    ]);
  });

  test('a later folder takes the place of the same face; sub-folders are read', () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'mine.ttf'), rulerBytes);
    const own = loadFontLibrary({ folders: [rulerFolder, folder, join(folder, 'absent')] });
    const face = own.face({ families: ['Ruler'], weight: 400, style: 'normal' });
    expect(face.file).toBe(join(folder, 'deep', 'mine.ttf'));
  });

  test('fallback families can be chosen', () => {
    const own = loadFontLibrary({ folders: [fontsFolder, rulerFolder], fallback: ['Ruler'] });
    const stack = own.stack({ families: ['serif'], weight: 400, style: 'normal' });
    expect(stack.map(({ family }) => family)).toEqual(['Source Serif 4', 'Ruler']);
  });

  test('WOFF, collections, broken and protected files are refused together, by name', () => {
    const forbidden = Buffer.from(rulerBytes);
    const records = 12;
    expect(forbidden.toString('latin1', records, records + 4)).toBe('OS/2');
    forbidden.writeUInt16BE(2, forbidden.readUInt32BE(records + 8) + 8);
    const files: Record<string, Buffer> = {
      'a.woff2': Buffer.from('wOF2 and more bytes'),
      'b.ttf': Buffer.from('<html>not a font</html>'),
      'c.ttf': rulerBytes.subarray(0, 9000),
      'd.ttf': forbidden,
      'e.ttc': Buffer.concat([Buffer.from('ttcf'), Buffer.alloc(60)]),
      'f.ttf': Buffer.alloc(0),
      'notes.txt': Buffer.from('no font at all'),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const faults = faultsOf(() => loadFontLibrary({ folders: [fontsFolder, folder] }));
    expect(faults.map(({ code, where }) => [where.file?.slice(folder.length + 1), code])).toEqual([
      ['a.woff2', 'text/font-woff'],
      ['b.ttf', 'text/font-broken'],
      ['c.ttf', 'text/font-broken'],
      ['d.ttf', 'text/font-licence'],
      ['e.ttc', 'text/font-collection'],
      ['f.ttf', 'text/font-broken'],
    ]);
    expect(faults[0]?.message.fr).toContain('«\u00a0a.woff2\u00a0»');
    expect(faults.every(({ hint, severity }) => severity === 'error' && hint !== undefined)).toBe(
      true,
    );
  });

  test('a font whose tables lie is refused at the start', () => {
    const lying = Buffer.from(rulerBytes);
    const at = lying.indexOf('cmap');
    const cmap = lying.readUInt32BE(at + 8);
    lying.writeUInt32BE(0x7fffffff, cmap + 4 + 4);
    lying.writeUInt32BE(0x7fffffff, cmap + 12 + 4);
    lying.writeUInt32BE(0x7fffffff, cmap + 20 + 4);
    writeFileSync(join(folder, 'lying.ttf'), lying);
    expect(faultsOf(() => loadFontLibrary({ folders: [folder] }))).toMatchObject([
      { code: 'text/font-broken', where: { file: join(folder, 'lying.ttf') } },
    ]);
  });

  test('a list is checked: its form, and each file that it names', () => {
    const list = join(folder, 'fonts.json');
    writeFileSync(list, '{ "faces": [');
    expect(faultsOf(() => loadFontLibrary({ folders: [folder] }))).toMatchObject([
      { code: 'text/font-list', where: { file: list } },
    ]);
    writeFileSync(list, '{ "faces": [{ "file": "x.ttf" }] }');
    expect(faultsOf(() => loadFontLibrary({ folders: [folder] }))).toMatchObject([
      { code: 'text/font-list' },
    ]);
    const faces = ['gone.ttf', 'cut.ttf'].map((file) => ({
      file,
      family: 'F',
      weight: 400,
      style: 'normal',
    }));
    writeFileSync(list, JSON.stringify({ faces }));
    writeFileSync(join(folder, 'cut.ttf'), rulerBytes.subarray(0, 9000));
    expect(faultsOf(() => loadFontLibrary({ folders: [folder] }))).toMatchObject([
      { code: 'text/font-broken', where: { file: join(folder, 'gone.ttf') } },
      { code: 'text/font-broken', where: { file: join(folder, 'cut.ttf') } },
    ]);
  });

  test('no font at all is an error', () => {
    expect(faultsOf(() => loadFontLibrary({ folders: [folder] }))).toMatchObject([
      { code: 'text/no-fonts' },
    ]);
  });
});
