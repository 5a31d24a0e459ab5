import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brief, readFile, readText, townFolder, withHead } from './booklet-folder.ts';

describe('faults of a booklet', () => {
  test('are all said in one pass, in the order of the file, with line, field and remedy', () => {
    const { spec, found } = readText(`titre: [a]
title: b
logo: x.png
pge: A5
page: {format: A55, marges: {haut: 90cm, foo: 1}}
types: {includ: [a]}
tri: taille
organisme: {couleur: inconnu, logo: ../../../etc/passwd}
modèle: anuaire
`);
    expect(spec).toBeUndefined();
    expect(brief(found)).toEqual([
      '1 spec/wrong-kind titre',
      '1 spec/missing-key territoire',
      '2 spec/duplicate-key title',
      '3 spec/unknown-key logo',
      '4 spec/unknown-key pge',
      '5 spec/page-size page.format',
      '5 spec/length page.marges.haut',
      '5 spec/unknown-key page.marges.foo',
      '6 spec/unknown-key types.includ',
      '7 spec/unknown-word tri',
      '8 spec/colour organisme.couleur',
      '8 spec/path-outside organisme.logo',
      '9 spec/unknown-template modèle',
    ]);
    for (const one of found) {
      expect(one.where.column, one.code).toBeGreaterThan(0);
      expect(one.hint?.fr, one.code).toBeTruthy();
      expect(one.hint?.en, one.code).toBeTruthy();
    }
  });

  test.each([
    ['pge: A5', '«\u00a0page\u00a0»'],
    ['couvertur: x', '«\u00a0couverture\u00a0»'],
    ['couleur: "#fff"', 'décalée sous «\u00a0organisme\u00a0»'],
    ['zzz: 1', 'Clés connues ici'],
    ['champs: [horairs]', '«\u00a0horaires\u00a0»'],
    ['modèle: anuaire', '«\u00a0annuaire\u00a0»'],
    ['édition: {date: 15/03/2026}', '2026-03-15'],
  ])('%s suggests %s', (line, hint) => {
    const { found } = readText(withHead(line));
    expect(found).toHaveLength(1);
    expect(found[0]?.hint?.fr).toContain(hint);
  });

  test.each([
    ['organisme: {couleur: "#zzzzzz"}', 'spec/colour'],
    ['organisme: {couleur: "#11223344"}', 'spec/colour'],
    ['organisme: {couleur: inconnu}', 'spec/colour'],
    ['organisme: {couleur: [NaN]}', 'spec/wrong-kind'],
    ['organisme: {couleurs-des-thèmes: {santé: rouge}}', 'spec/colour'],
    ['organisme: {site: "javascript:alert(1)"}', 'spec/website'],
    ['organisme: {site: "https://u:p@example.fr"}', 'spec/website'],
    ['organisme: {courriel: "a@example.fr?bcc=b"}', 'spec/email'],
    ['organisme: {téléphone: 12}', 'spec/phone'],
    ['page: 9999x10mm', 'spec/page-size'],
    ['page: NaN', 'spec/page-size'],
    ['page: {marges: 90}', 'spec/margins'],
    ['page: {marges: -1}', 'spec/length'],
    ['page: {marges: NaNmm}', 'spec/length'],
    ['page: {format: A6, marges: {gauche: 40, droite: 40}}', 'spec/margins'],
    ['langue: français', 'spec/language'],
    ['langue: x', 'spec/language'],
    ['édition: {date: 2026-02-30}', 'spec/date'],
    ['carte: "file:///{z}/{x}/{y}"', 'spec/map-base'],
    ['carte: "https://t.example.fr/{z}.png"', 'spec/map-base'],
    ['carte: "https://u:p@t.example.fr/{z}/{x}/{y}"', 'spec/map-base'],
    ['sortie: {fond-perdu: 1e9}', 'spec/number'],
    ['sortie: {fond-perdu: -1}', 'spec/number'],
    ['sortie: {multiple: 3}', 'spec/multiple'],
    ['sortie: {cahier: peut-être}', 'spec/yes-or-no'],
    ['flux: "https://example.fr/a.geojson"', 'spec/path-address'],
    ['flux: "\\\\\\\\hôte\\\\partage"', 'spec/path-address'],
    ['thèmes: {inclure: {a: b}}', 'spec/wrong-kind'],
    ['sous-titre: ""', 'spec/empty'],
    [`sous-titre: ${'x'.repeat(100_000)}`, 'spec/too-long'],
    ['sous-titre: !!js/function "x"', 'spec/yaml-tag'],
    ['__proto__: {x: 1}', 'spec/unknown-key'],
    ['constructor: {x: 1}', 'spec/unknown-key'],
    ['<<: {x: 1}', 'spec/unknown-key'],
    ['[a]: b', 'spec/unknown-key'],
    ['inconnu:', 'spec/unknown-key'],
    ['page: {format: A5, 3}', 'spec/unknown-key'],
  ])('%.60s is refused as %s, and alone', (line, code) => {
    const { spec, found } = readText(withHead(line));
    expect(spec).toBeUndefined();
    expect(found.map((one) => one.code)).toEqual([code]);
    expect(found[0]?.where.line).toBe(3);
    expect(found[0]?.message.fr.length).toBeLessThan(200);
  });

  test('a key named __proto__ changes no object', () => {
    readText(
      withHead('organisme: {couleurs-des-thèmes: {__proto__: "#123456"}}\n__proto__: {x: 1}'),
    );
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test('a title of 100,000 characters is quoted short', () => {
    const { found } = readText(`titre: ${'x'.repeat(100_000)}\nterritoire: A\n`);
    expect(brief(found)).toEqual(['1 spec/too-long titre']);
    expect(found[0]?.message.fr).toContain('100000 caractères');
  });

  test('characters that no page can show are removed, with a warning', () => {
    const { spec, found } = readText(
      'titre: "A\\x07b\\u202Ec & <b> e\\u0301"\nterritoire: Redon\n',
    );
    expect(spec?.title).toBe('Abc & <b> \u00e9');
    expect(brief(found)).toEqual(['1 spec/control-characters titre']);
    expect(found[0]?.severity).toBe('warning');
  });

  test('a map of one’s own without credit is a warning', () => {
    const { spec, found } = readText(withHead('carte: "https://t.example.fr/{z}/{x}/{y}.png"'));
    expect(brief(found)).toEqual(['3 spec/map-credit carte']);
    expect(spec?.map.base).toContain('{z}');
  });
});

describe('messages', () => {
  test('say a fault that the parser finds twice once', () => {
    const { found } = readText('titre: Essai: deux\nterritoire: A\nflux: f.geojson\n');
    expect(brief(found)).toEqual(['1 spec/syntax -']);
  });

  test('suggest the word of their own language', () => {
    const { found } = readText(withHead('champs: {exclure: [photos]}'));
    expect(found.map(({ hint }) => hint)).toEqual([
      {
        fr: 'Vouliez-vous écrire «\u00a0téléphones\u00a0»\u00a0?',
        en: 'Did you mean “phones”?',
      },
    ]);
  });
});

describe('files that are no booklet', () => {
  test.each([
    ['titre: "Guide\nterritoire: A', 'spec/syntax', 2],
    ['titre: Guide : la suite', 'spec/syntax', 1],
    ['titre: Guide\n\tpage: A5', 'spec/syntax', 2],
    ['titre: [a, b', 'spec/syntax', 1],
    ['{"titre": "A",, }', 'spec/syntax', 1],
    ['titre: A\ntitre: B\nterritoire: C', 'spec/duplicate-key', 2],
    ['titre: A\n---\ntitre: B', 'spec/syntax', 2],
    ['- a\n- b', 'spec/not-a-booklet', 1],
    ['bonjour', 'spec/not-a-booklet', 1],
  ])('%j is said as %s at line %i', (text, code, line) => {
    const { found } = readText(text);
    expect(found[0]?.code).toBe(code);
    expect(found[0]?.where.line).toBe(line);
    expect(found[0]?.severity).toBe('error');
  });

  test('an empty file lacks a title and a territory', () => {
    expect(brief(readText('').found)).toEqual([
      '1 spec/missing-key titre',
      '1 spec/missing-key territoire',
    ]);
  });

  test('alias bombs, loops and bottomless nesting stop quickly', () => {
    const level = (at: number) =>
      `  - &a${at} [${Array(10)
        .fill(`*a${at - 1}`)
        .join(', ')}]`;
    const bomb = `bombe:\n  - &a0 [x]\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join('\n')}\n`;
    expect(readText(bomb).found[0]?.code).toBe('spec/too-complex');
    expect(readText('titre: &a [*a]\n').found[0]?.code).toBe('spec/too-complex');
    expect(readText(`titre: ${'['.repeat(100_000)}`).found[0]?.severity).toBe('error');
    const deep = `titre: ${'['.repeat(5000)}${']'.repeat(5000)}`;
    expect(readText(deep).found.map(({ code }) => code)).toContain('spec/too-complex');
    expect(readText(`titre: ${'['.repeat(60)}${']'.repeat(60)}`).found[0]?.code).toBe(
      'spec/too-complex',
    );
  });

  test('a plain alias is followed', () => {
    const { spec, found } = readText('titre: &t Guide\nsous-titre: *t\nterritoire: A\n');
    expect(found).toEqual([]);
    expect(spec?.subtitle).toBe('Guide');
  });

  test('missing, folder, too large, not UTF-8, device', () => {
    const town = townFolder({ 'grand.yaml': `titre: A # ${'x'.repeat(1_000_001)}` });
    expect(readFile(join(town, 'rien.yaml')).found[0]?.code).toBe('spec/not-found');
    expect(readFile(town).found[0]?.code).toBe('spec/not-a-file');
    expect(readFile(join(town, 'grand.yaml')).found[0]?.code).toBe('spec/too-large');
    expect(readText(Buffer.from('titre: \u00e9t\u00e9\n', 'latin1')).found[0]?.code).toBe(
      'spec/encoding',
    );
    expect(readText('\ufefftitre: A\nterritoire: B\n').spec?.title).toBe('A');
  });

  test.skipIf(process.platform === 'win32')('a device is not read', () => {
    expect(readFile('/dev/zero').found[0]?.code).toBe('spec/not-a-file');
  });
});

describe('pictures', () => {
  const logo = (path: string) => withHead(`organisme: {logo: ${JSON.stringify(path)}}`);
  const code = (path: string, files = {}) => readText(logo(path), files).found[0]?.code;

  test('stand in the folder of the booklet or in a neighbouring one', () => {
    expect(readText(logo('images/a.png'), { 'images/a.png': 'x' }).found).toEqual([]);
    expect(readText(logo('images\\a.png'), { 'images/a.png': 'x' }).found).toEqual([]);
    const { spec, found } = readText(logo('../logos/a.png'), { '../logos/a.png': 'x' });
    expect(found).toEqual([]);
    expect(spec?.organisation.logo).toBe(join(spec?.file ?? '', '../../logos/a.png'));
  });

  test.each([
    ['/etc/passwd', 'spec/path-outside'],
    ['../../x.png', 'spec/path-outside'],
    ['../../../../../../etc/passwd', 'spec/path-outside'],
    ['file:///etc/passwd', 'spec/path-address'],
    ['\\\\hôte\\partage\\a.png', 'spec/path-address'],
    ['//hôte/partage/a.png', 'spec/path-address'],
    ['https://example.fr/a.png', 'spec/path-address'],
    ['data:image/png;base64,AAAA', 'spec/path-address'],
    ['/dev/zero', 'spec/path-outside'],
    ['rien.png', 'spec/picture-not-found'],
    ['.', 'spec/picture-not-a-file'],
  ])('%s is refused', (path, expected) => {
    expect(code(path)).toBe(expected);
  });

  test('must be whole pictures', () => {
    expect(code('a.txt', { 'a.txt': 'x' })).toBe('spec/picture-kind');
    expect(code('a.png', { 'a.png': '' })).toBe('spec/picture-size');
    expect(code('dossier.png', { 'dossier.png/x': 'x' })).toBe('spec/picture-not-a-file');
  });

  test('a near name is suggested', () => {
    const { found } = readText(logo('images/phto.png'), { 'images/photo.png': 'x' });
    expect(found[0]?.hint?.fr).toContain('images/photo.png');
  });

  test('a link that leads out is refused, one that stays is not', () => {
    const town = townFolder({ 'livret.yaml': logo('lien.png'), 'a.png': 'x' });
    symlinkSync('/etc/hosts', join(town, 'lien.png'));
    expect(readFile(join(town, 'livret.yaml')).found[0]?.code).toBe('spec/path-outside');
    const other = townFolder({ 'livret.yaml': logo('lien.png'), 'a.png': 'x' });
    symlinkSync(join(other, 'a.png'), join(other, 'lien.png'));
    expect(readFile(join(other, 'livret.yaml')).found).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('a FIFO is refused without being opened', () => {
    const town = townFolder({ 'livret.yaml': logo('tube.png') });
    execFileSync('mkfifo', [join(town, 'tube.png')]);
    expect(readFile(join(town, 'livret.yaml')).found[0]?.code).toBe('spec/picture-not-a-file');
  });

  test('the cover may be a picture alone', () => {
    const { spec } = readText(withHead('couverture: a.jpg'), { 'a.jpg': 'x' });
    expect(spec?.cover.image).toBe(join(spec?.file ?? '', '../a.jpg'));
  });
});

describe('templates', () => {
  test('of the user’s own are folders that exist', () => {
    const town = townFolder({ 'livret.yaml': withHead('modèle: ./le-mien') });
    expect(readFile(join(town, 'livret.yaml')).found[0]?.code).toBe('spec/template-not-found');
    writeFileSync(join(town, 'le-mien'), 'x');
    expect(readFile(join(town, 'livret.yaml')).found[0]?.code).toBe('spec/template-not-found');
    const other = townFolder({ 'livret.yaml': withHead('modèle: ./le-mien') });
    mkdirSync(join(other, 'le-mien'));
    expect(readFile(join(other, 'livret.yaml')).spec?.template).toBe(join(other, 'le-mien'));
  });
});
