import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brief, readText, withHead } from './booklet-folder.ts';

const mm = 72 / 25.4;

describe('a booklet', () => {
  test('of three lines is filled in with defaults', () => {
    const { spec, found } = readText('titre: Guide\nterritoire: Redon\nflux: a.geojson\n');
    expect(found).toEqual([]);
    expect(spec).toEqual({
      file: spec?.file,
      slug: 'livret',
      title: 'Guide',
      subtitle: undefined,
      edition: {},
      language: 'fr',
      territory: { include: ['Redon'], exclude: [] },
      select: { include: [], exclude: [] },
      feeds: [join(spec?.file ?? '', '..', 'a.geojson')],
      add: [],
      remove: [],
      template: 'annuaire',
      page: { size: { width: 148 * mm, height: 210 * mm } },
      fields: [
        'type',
        'address',
        'phones',
        'emails',
        'websites',
        'hours',
        'closures',
        'description',
        'notes',
        'accessibility',
        'audience',
      ],
      group: 'theme',
      sort: 'name',
      cover: {},
      organisation: { themeColours: {} },
      index: { names: true, communes: true, types: true },
      map: { base: 'none' },
      output: { bleed: 0, imposed: false, attachFeed: true, multiple: 1 },
    });
  });

  test('with every key, in French and in English, reads the same', () => {
    const files = { 'a.jpg': 'x', 'logo.svg': 'x' };
    const french = readText(
      `Titre: Guide
Sous titre: Pour tous
nom-de-fichier: guide
édition: {nom: Édition 2026, date: 2026-01-31}
langue: fr-fr
territoire: {nom: Ici, inclure: [Redon, {epci: "243500741"}], exclure: ["35001"], rayon: {longitude: "-2,1", latitude: 47.6, km: 12}, contours: c.geojson}
thèmes: {inclure: [a], exclure: [b]}
types: [c]
flux: [f.geojson, ../g.geojson]
modèle: annuaire
page: {format: A4 paysage, marges: {haut: 1cm, intérieur: "20,5 mm"}}
champs: [horaires, adresse]
tri: code-postal
regrouper: intercommunalité
ajouter: [x1]
retirer: [x2, x3]
couverture: {image: a.jpg, crédit: Moi, texte: Bonjour}
organisme: {nom: Mairie, logo: logo.svg, adresse: 1 rue A, téléphone: 01 99 00 00 01, courriel: a@example.fr, site: www.example.fr, couleur: "#1A2", couleurs-des-thèmes: {Santé et social: "#112233"}}
index: {noms: non, services: non}
carte: {fond: "https://t.example.fr/{z}/{x}/{y}.png", crédit: Tuiles}
sortie: {fond-perdu: "3,5", cahier: oui, joindre le flux: non, multiple: 4}
`,
      files,
      'l.yaml',
    );
    const english = readText(
      `title: Guide
subtitle: Pour tous
slug: guide
edition: {name: Édition 2026, date: "2026-01-31"}
language: fr-FR
territory: {name: Ici, include: [Redon, {epci: 243500741}], exclude: [35001], radius: {longitude: -2.1, latitude: 47.6, km: 12}, contours: c.geojson}
themes: {include: a, exclude: b}
types: c
feed: [f.geojson, ../g.geojson]
template: annuaire
page: {format: A4-landscape, margins: {top: 10, left: 20.5}}
fields: [address, hours]
sort: postcode
group: epci
add: x1
remove: [x2, x3]
cover: {image: a.jpg, credit: Moi, text: Bonjour}
organisation: {name: Mairie, logo: logo.svg, address: 1 rue A, phone: 01 99 00 00 01, email: a@example.fr, website: "https://www.example.fr", colour: "#11aa22", theme-colours: {sante-et-social: "#112233"}}
index: {names: false, types: false}
map: {base: "https://t.example.fr/{z}/{x}/{y}.png", credit: Tuiles}
output: {bleed: 3.5, imposed: true, attach-feed: no, multiple: 4}
`,
      files,
      'l.yaml',
    );
    expect(french.found.map(({ message }) => message.fr)).toEqual([]);
    const plain = (value: unknown) => JSON.stringify(value).replaceAll(/"[^"]*\/region\//gu, '"');
    expect(plain(french.spec)).toBe(plain(english.spec));
    expect(french.spec?.territory.radius).toEqual({ longitude: -2.1, latitude: 47.6, km: 12 });
    expect(french.spec?.page.size.width).toBeCloseTo(297 * mm);
    expect(french.spec?.page.margins?.left).toBeCloseTo(20.5 * mm);
    expect(french.spec?.fields).toEqual(['address', 'hours']);
    expect(french.spec?.index).toEqual({ names: false, communes: true, types: false });
  });

  test('in JSON reads like one in YAML', () => {
    const { spec, found } = readText(
      '{\n\t"titre": "Guide \\u00e9",\n\t"territoire": ["35236"],\n\t"index": true, "sous-titre": null\n}',
      {},
      'guide-2026.json',
    );
    expect(found).toEqual([]);
    expect(spec?.title).toBe('Guide é');
    expect(spec?.slug).toBe('guide-2026');
    expect(spec?.territory.include).toEqual(['35236']);
  });

  test('keeps codes and ids letter for letter, quoted or not', () => {
    const { spec, found } = readText(
      'titre: 2026\nterritoire: [01000, 01, 2A, 2A004, "01033", 200000123]\najouter: [0123, 1e5, 0x1F, 12345678901234567890]\n',
    );
    expect(found).toEqual([]);
    expect(spec?.title).toBe('2026');
    expect(spec?.territory.include).toEqual(['01000', '01', '2A', '2A004', '01033', '200000123']);
    expect(spec?.add).toEqual(['0123', '1e5', '0x1F', '12345678901234567890']);
  });

  test('a code that lost its zero is given it back, with a warning at its line', () => {
    const { spec, found } = readText(
      'titre: A\nterritoire:\n  inclure:\n    - 1033\n    - {departement: 1}\n  commune: 1004\n',
    );
    expect(brief(found)).toEqual([
      '4 spec/lost-zero territoire.inclure[1]',
      '5 spec/lost-zero territoire.inclure[2].departement',
      '6 spec/lost-zero territoire.commune',
    ]);
    expect(found[0]?.severity).toBe('warning');
    expect(found[0]?.message.fr).toContain('«\u00a01033\u00a0»');
    expect(spec?.territory.include).toEqual(['01033', { departement: '01' }, { commune: '01004' }]);
  });

  test('an empty value counts as not written', () => {
    const { spec, found } = readText(withHead('sous-titre:\nthèmes: []\nflux: ~\ncouverture:'));
    expect(found).toEqual([]);
    expect(spec?.feeds).toEqual([]);
    expect(spec?.cover).toEqual({});
  });

  test('an edition may be a name or a day', () => {
    expect(readText(withHead('édition: 2026')).spec?.edition).toEqual({ name: '2026' });
    expect(readText(withHead('édition: 2026-03-01')).spec?.edition).toEqual({ date: '2026-03-01' });
  });

  test('fields may be left out instead of listed', () => {
    const { spec } = readText(withHead('champs: {exclure: [horaires, remarques]}'));
    expect(spec?.fields).not.toContain('hours');
    expect(spec?.fields).not.toContain('source');
    expect(spec?.fields).toContain('description');
    expect(readText(withHead('champs: [source]')).spec?.fields).toEqual(['source']);
  });

  test('contours make the map an outline unless it says otherwise', () => {
    const head = 'titre: A\nterritoire: {commune: Redon, contours: c.geojson}\n';
    expect(readText(head).spec?.map).toEqual({ base: 'outline' });
    expect(readText('titre: A\nterritoire: {polygone: p.geojson}').spec?.map.base).toBe('outline');
    expect(readText(`${head}carte: aucune\n`).spec?.map).toEqual({ base: 'none' });
  });

  test('a slug is made safe, and said', () => {
    const slugOf = (slug: string) => readText(withHead(`slug: ${JSON.stringify(slug)}`));
    expect(slugOf('Guide d’été').spec?.slug).toBe('guide-d-ete');
    expect(brief(slugOf('Guide d’été').found)).toEqual(['3 spec/slug slug']);
    expect(slugOf('../../x').spec?.slug).toBe('x');
    expect(slugOf('-rf').spec?.slug).toBe('rf');
    expect(slugOf('CON').spec?.slug).toBe('livret-con');
    expect(slugOf('«»').spec?.slug).toBe('livret');
    expect(slugOf('a'.repeat(150)).spec?.slug).toHaveLength(80);
    expect(slugOf('guide').found).toEqual([]);
  });
});
