import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiagnosticList, InputError } from '../../src/diagnostics/diagnostic.ts';
import { parseFeed } from '../../src/feed/read-feed.ts';
import { importBytes, runCsvImport } from '../../src/importers/import-csv.ts';
import { parseMapping } from '../../src/importers/read-mapping.ts';
import { loadTypology } from '../../src/typology/load-typology.ts';

const typology = loadTypology();
const base = `id: { columns: code, prefix: x- }
name: nom
types: mairie
source: { contributor: Région }
`;

function run(mapping: string, table: string | Buffer) {
  const sink = new DiagnosticList();
  const bytes = typeof table === 'string' ? Buffer.from(table) : table;
  const result = importBytes(bytes, parseMapping(mapping, 'm.yaml'), typology, {
    file: 't.csv',
    sink,
  });
  return { ...result, said: sink.all, codes: sink.all.map((one) => one.code) };
}

/** The first service of a one-row table whose mapping has the lines given. */
function one(lines: string, table: string) {
  return run(`${base}${lines}\n`, table).services[0];
}

function thrown(mapping: string, table: string) {
  try {
    run(mapping, table);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
}

describe('values', () => {
  const table = 'code;nom;a;b;c\n1;Mairie;12 rue X;; BP 3 \n';
  it.each([
    ['a', '12 rue X'],
    ["'{a}, {c}'", '12 rue X, BP 3'],
    ["'{b}'", undefined],
    ['[b, c]', 'BP 3'],
    ['{ join: [a, b, c], separator: " / " }', '12 rue X / BP 3'],
    ['{ constant: 7 }', '7'],
    ['{ column: a, capture: "rue (.)" }', 'X'],
    ['{ column: a, remove: "^\\\\d+ " }', 'rue X'],
    ['{ column: c, values: { BP 3: boîte } }', 'boîte'],
    ['{ column: a, values: { BP 3: boîte } }', '12 rue X'],
    ['{ column: a, values: { BP 3: boîte }, default: autre }', 'autre'],
    ['{ column: c, values: { BP 3: null } }', undefined],
    ['{ column: a, when: { c: BP 3 } }', '12 rue X'],
    ['{ column: a, when: { c: [x, y] } }', undefined],
    ['{ column: a, when: { b: { empty: true }, c: { matches: "^BP" } } }', '12 rue X'],
    ['{ column: a, when: { c: { not: BP 3 } } }', undefined],
    ['{ first: [b, { constant: z }] }', 'z'],
  ])('%s', (rule, text) => {
    expect(one(`notes: ${rule}`, table)?.notes?.fr).toBe(text);
  });

  it('takes a repeated commune off the end, never part of a street', () => {
    const lines = (street: string, commune: string) =>
      one(
        'address: { lines: { column: a, withoutEnd: b } }',
        `code;nom;a;b\n1;M;"${street}";"${commune}"\n`,
      )?.address.lines;
    expect(lines('3 rue du Prieuré CHATEAUGIRON', 'Châteaugiron')).toEqual(['3 rue du Prieuré']);
    expect(lines('Grand Rue, Saint-Vulbas', 'SAINT VULBAS')).toEqual(['Grand Rue']);
    expect(lines("Boulevard de l'Isle d'Abeau", "L'Isle-d'Abeau")).toEqual([
      "Boulevard de l'Isle d'Abeau",
    ]);
    expect(lines('Lieu-dit SAINT-SYMPHORIEN', 'Saint-Symphorien')).toEqual([
      'Lieu-dit SAINT-SYMPHORIEN',
    ]);
    expect(lines('rue DE RENNES', 'Rennes')).toEqual(['rue DE RENNES']);
    expect(lines('Entrée de Nomexy', 'NOMEXY')).toEqual(['Entrée de Nomexy']);
  });
});

describe('fields', () => {
  it('fills every field of a service', () => {
    const mapping = `id: { columns: [code, site], prefix: x- }
name: '{nom} {site}'
types: { column: genre, values: { E: [ecole-maternelle, ecole-elementaire], C: college } }
address: { lines: [rue, cs], postcode: cp, commune: { column: ville, case: commune }, insee: insee, officialCommune: true }
position: { pair: geo, origin: { column: precision, values: { Rue: street }, default: unknown } }
serves: communes
phones: [{ number: tel, label: Accueil }, { number: tel2, cost: 'gratuit' }]
emails: mail
websites: web
hours: { monday: lu, tuesday: ma, saturday: sa, publicHolidays: { constant: fermé } }
description: { fr: texte, en: texten }
notes: { constant: Sur rendez-vous }
audience: public
accessibility: { wheelchair: { column: pmr, values: { oui: yes, non: no } } }
source: { contributor: 'Région ({cp})', date: { column: maj, date: DD.MM.YYYY } }
status: { column: etat, values: { O: open, F: closed } }
`;
    const table = `code;site;nom;genre;rue;cs;cp;ville;insee;geo;precision;communes;tel;tel2;mail;web;lu;ma;sa;texte;texten;public;pmr;maj;etat
1;A;École;E;2 rue X;BP 1;1500;AMBERIEU-EN-BUGEY;1004;"45,95 ; 5,34";Rue;01004 01033;0261910001 / 0639980002;0800123456;a@example.fr;www.example.fr;9h-12h;9h-12h;sur rdv;Texte;Text;3-6 ans;oui;01.02.2026;O
`;
    const { services, codes } = run(mapping, table);
    expect(services).toEqual([
      {
        id: 'x-1-A',
        name: 'École A',
        types: ['ecole-maternelle', 'ecole-elementaire'],
        address: {
          lines: ['2 rue X', 'BP 1'],
          postcode: '01500',
          commune: 'Ambérieu-en-Bugey',
          insee: '01004',
        },
        position: { longitude: 5.34, latitude: 45.95, origin: 'street' },
        serves: ['01004', '01033'],
        phones: [
          { number: '02 61 91 00 01', label: 'Accueil' },
          { number: '06 39 98 00 02', label: 'Accueil' },
          { number: '0 800 123 456', cost: 'gratuit' },
        ],
        emails: [{ address: 'a@example.fr' }],
        websites: [{ url: 'https://www.example.fr' }],
        openingHours: 'Mo-Tu 09:00-12:00; Sa "sur rdv"; PH off',
        closures: [],
        images: [],
        description: { fr: 'Texte', en: 'Text' },
        notes: { fr: 'Sur rendez-vous' },
        audience: { fr: '3-6 ans' },
        accessibility: { wheelchair: 'yes' },
        source: { contributor: 'Région (1500)', date: '2026-02-01' },
        status: 'open',
      },
    ]);
    expect(codes).toEqual(['import/odd-hours-words', 'feed/lost-zero', 'feed/lost-zero']);
  });

  it('reads longitude and latitude from two columns, decimal commas included', () => {
    const rule = 'position: { longitude: x, latitude: y }';
    expect(one(rule, 'code;nom;x;y\n1;M;"-1,5";48,1\n')?.position).toEqual({
      longitude: -1.5,
      latitude: 48.1,
      origin: 'unknown',
    });
    const { services, codes } = run(`${base}${rule}\n`, 'code;nom;x;y\n1;M;est;48\n2;N;;\n');
    expect(services.map((service) => service.position)).toEqual([undefined, undefined]);
    expect(codes).toEqual(['import/bad-coordinates']);
  });

  it('understands the French words for a wheelchair', () => {
    const { services, codes } = run(
      `${base}accessibility: { wheelchair: pmr }\n`,
      'code;nom;pmr\n1;A;OUI\n2;B;partiel\n3;C;?\n4;D;\n',
    );
    expect(services.map(({ accessibility }) => accessibility?.wheelchair)).toEqual([
      'yes',
      'limited',
      undefined,
      undefined,
    ]);
    expect(codes).toEqual(['feed/bad-wheelchair']);
  });

  it('reads several types from one cell', () => {
    const mapping = base.replace('types: mairie\n', 'types: {column: type}\n');
    const table = 'code;nom;type\n1;A;gymnase | salle des fêtes\n2;B;"Crèche; pharmacie"\n';
    const { services } = run(mapping, table);
    expect(services.map(({ types }) => types)).toEqual([
      ['gymnase', 'salle-des-fetes'],
      ['creche', 'pharmacie'],
    ]);
  });

  it('gives the types of the first rule that has any', () => {
    const rules = `types:
  - when: { a: 1, b: { not: '' } }
    types: lycee
  - column: genre
    values: { C: college }
  - when: { a: 1 }
    types: ecole-primaire
`;
    const mapping = base.replace('types: mairie\n', rules);
    const { services, refused } = run(
      mapping,
      'code;nom;a;b;genre\n1;A;1;x;C\n2;B;1;;C\n3;C;1;;Z\n4;D;0;;Z\n',
    );
    expect(services.map((service) => service.types[0])).toEqual([
      'lycee',
      'college',
      'ecole-primaire',
    ]);
    expect(refused).toMatchObject([{ row: 5, id: 'x-4', reason: 'invalid' }]);
    expect(refused[0]?.message.fr).toContain('il n’a pas de type');
  });
});

describe('rows', () => {
  it('makes of every row a service, a refused or a filtered row', () => {
    const table = 'code;nom;etat\n1;A;O\n1;B;O\n2;;O\n;C;O\n3;D;F\n4;E;O;de trop\n5;"F;O\n6;G;O\n';
    const { services, refused, filtered, said } = run(`${base}where: { etat: O }\n`, table);
    expect(services.map((service) => service.id)).toEqual(['x-1', 'x-6']);
    expect(refused.map(({ row, line, reason }) => [row, line, reason])).toEqual([
      [3, 3, 'duplicate-id'],
      [4, 4, 'invalid'],
      [5, 5, 'invalid'],
      [7, 7, 'unreadable'],
      [8, 8, 'unreadable'],
    ]);
    expect(filtered).toEqual([{ row: 6, id: 'x-3', name: 'D' }]);
    for (const { row, message } of refused) {
      expect(said.some((one) => one.where.row === row && one.message.fr === message.fr)).toBe(true);
    }
  });

  it('tells rows of one id apart by another column, whatever their order', () => {
    const mapping = base.replace('prefix: x-', 'prefix: x-, distinguish: nom');
    const ids = (table: string) =>
      run(mapping, table)
        .services.map((service) => service.id)
        .sort();
    const expected = ['x-1-annexe-de-brece', 'x-1-ecole', 'x-2'];
    expect(ids('code;nom\n1;École\n1;Annexe de Brécé\n2;Z\n')).toEqual(expected);
    expect(ids('code;nom\n2;Z\n1;Annexe de Brécé\n1;École\n')).toEqual(expected);
  });

  it('reads windows-1252 and says so', () => {
    const { services, codes } = run(base, Buffer.from('code;nom\n1;Br\xe9c\xe9\n', 'latin1'));
    expect(services[0]?.name).toBe('Brécé');
    expect(codes).toEqual(['import/encoding-guessed']);
  });

  it('says when no row gave a service', () => {
    expect(run(base, 'code;nom\n').codes).toEqual(['import/nothing']);
  });
});

describe('faults of the mapping', () => {
  it('names once a column that two readings want', () => {
    const found = thrown(base, 'code;Nom du service\n1;A\n');
    expect(found.map(({ where }) => where.field)).toEqual(['name']);
  });

  it('names every column that the table lacks, with line, column and the nearest', () => {
    const found = thrown(
      `${base}emails: mails\naddress: { postcode: '{cp}' }\n`,
      'code;nom;mail\n1;A;x\n',
    );
    expect(
      found.map(({ code, where, hint }) => [code, where.line, where.column, hint?.en]),
    ).toEqual([
      ['mapping/unknown-column', 6, 22, 'Its columns are: code, nom, mail'],
      ['mapping/unknown-column', 5, 9, 'Did you mean “mail”?'],
    ]);
  });

  it('names a type that the typology lacks, and a wrong expression', () => {
    expect(thrown(base.replace('mairie', 'mairei'), 'code;nom\n1;A\n')).toMatchObject([
      {
        code: 'mapping/unknown-type',
        where: { line: 3, column: 8 },
        hint: { en: 'Did you mean “mairie”?' },
      },
    ]);
    const found = thrown(`${base}notes: { column: nom, capture: '(' }\n`, 'code;nom\n1;A\n');
    expect(found[0]).toMatchObject({ code: 'mapping/bad-pattern', where: { line: 5 } });
  });

  it.each([
    ['notes: { column: nom, capture: "^((a+)+)$" }', 'notes.capture'],
    ['notes: { column: nom, remove: "^(a|a)*$" }', 'notes.remove'],
    ['where: { nom: { matches: "^((a+)+)$" } }', 'where.nom.matches'],
  ])('stops on a pattern that would never end: %s', (rule, field) => {
    const found = thrown(`${base}${rule}\n`, `code;nom\n1;${'a'.repeat(40)}!\n`);
    expect(found).toMatchObject([{ code: 'mapping/slow-pattern', where: { line: 5, field } }]);
    expect(found[0]?.message.fr).toContain('aaa!\u00a0»');
  });
});

describe('runCsvImport', () => {
  it('gives a feed that is read back without a word', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    const [file, mapping] = [join(folder, 't.csv'), join(folder, 'm.yaml')];
    writeFileSync(file, 'code;nom;maj\n1;Mairie;2026-01-02\n2;;2026-01-03\n3;Annexe;2026-01-01\n');
    writeFileSync(
      mapping,
      `title: Mairies\n${base.replace('Région }', 'Région, date: { column: maj } }')}`,
    );
    const result = await runCsvImport({ file, mapping }, typology, new DiagnosticList());
    rmSync(folder, { recursive: true });
    expect(result).toMatchObject({ imported: 2, filtered: 0, refused: [{ row: 3 }] });
    const sink = new DiagnosticList();
    const { feed } = parseFeed(result.text, 'f', typology, sink);
    expect(feed).toMatchObject({ title: 'Mairies', date: '2026-01-02' });
    expect(feed.services.map((service) => service.name)).toEqual(['Mairie', 'Annexe']);
    expect(sink.all).toEqual([]);
  });
});
