import { DiagnosticList, InputError } from '../../src/diagnostics/diagnostic.ts';
import type { Directory, Group, IndexLetter } from '../../src/directory/directory.ts';
import { type DirectoryInput, makeDirectory } from '../../src/directory/make-directory.ts';
import type { Service } from '../../src/feed/service.ts';
import type { BookletSpec } from '../../src/spec/booklet-spec.ts';
import type { Commune, Membership, Territory } from '../../src/territory/territory.ts';
import { createTypology } from '../../src/typology/load-typology.ts';
import type { ServiceType } from '../../src/typology/typology.ts';

function type(id: string, singular: string, plural: string, more: Partial<ServiceType> = {}) {
  const category = more.category ?? 'a/admin';
  return {
    id,
    theme: category.split('/')[0] as string,
    category,
    label: { singular, plural },
    origin: '2008' as const,
    synonyms: [],
    order: 10,
    ...more,
  };
}

/** Two themes, three categories, seven types of which one is gone. */
export const typology = createTypology({
  themes: [
    { id: 'a', label: 'Services publics', order: 1 },
    { id: 'b', label: 'Éducation', order: 2 },
  ],
  categories: [
    { id: 'a/admin', theme: 'a', label: 'Administration', order: 1 },
    { id: 'a/emploi', theme: 'a', label: 'Emploi', order: 2 },
    { id: 'b/ecoles', theme: 'b', label: 'Enseignement', order: 1 },
  ],
  types: [
    type('mairie', 'Mairie', 'Mairies', { synonyms: ['Hôtel de ville', 'Mairie annexe'] }),
    type('poste', 'Bureau de poste', 'Bureaux de poste', { order: 20 }),
    type('annexe', 'Annexe', 'Annexes', { order: 30 }),
    type('anpe', 'ANPE', 'ANPE', {
      category: 'a/emploi',
      successor: { id: 'france-travail', year: 2024, note: 'L’ANPE est devenue France Travail.' },
    }),
    type('france-travail', 'Agence France Travail', 'Agences France Travail', {
      category: 'a/emploi',
      order: 20,
    }),
    type('ecole', 'École primaire', 'Écoles primaires', { category: 'b/ecoles' }),
    type('lycee', 'Lycée', 'Lycées', { category: 'b/ecoles', order: 20 }),
  ],
});

const members = new Map<string, Commune>(
  [
    ['99001', 'Aubenoire', '35'],
    ['99002', 'Le Bourg', '35'],
    ['99003', 'Clairval', '44'],
  ].map(([code, name, departement]) => [
    code as string,
    { code, name, departement, region: '53', postcodes: [] } as Commune,
  ]),
);
const neighbour: Commune = {
  code: '99100',
  name: 'Voisine',
  departement: '44',
  region: '53',
  postcodes: [],
};

/** Three invented communes; positions east of 0° are inside, without a commune. */
export const territory: Territory = {
  name: 'Val d’Aube',
  communes: members,
  contours: [],
  locate({ insee, longitude }): Membership {
    const commune = members.get(insee ?? '');
    if (commune) return { kind: 'inside', commune };
    if (insee === neighbour.code) return { kind: 'outside' };
    if (longitude === undefined) return { kind: 'unplaced' };
    return { kind: longitude > 0 ? 'inside' : 'outside' };
  },
  commune: (code) => members.get(code) ?? (code === neighbour.code ? neighbour : undefined),
  epciOf: (code) => (code === '99003' ? undefined : { code: '999000001', name: 'Val d’Aube' }),
  departementOf: (code) =>
    members.get(code)?.departement === '44'
      ? { code: '44', name: 'Loire-Atlantique' }
      : { code: '35', name: 'Ille-et-Vilaine' },
};

/** A service of Aubenoire, a town hall unless said otherwise. */
export function service(id: string, name: string, more: Partial<Service> = {}): Service {
  return {
    id,
    name,
    types: ['mairie'],
    address: { lines: [], insee: '99001', commune: 'Aubenoire' },
    serves: [],
    phones: [],
    emails: [],
    websites: [],
    closures: [],
    images: [],
    source: { contributor: 'Commune d’Aubenoire' },
    status: 'open',
    ...more,
  };
}

/** Address in a commune. */
export function at(insee: string, postcode?: string): Pick<Service, 'address'> {
  return { address: { lines: [], insee, postcode } };
}

export function booklet(more: Partial<BookletSpec> = {}): BookletSpec {
  return {
    file: 'livret.yaml',
    language: 'fr',
    select: { include: [], exclude: [] },
    add: [],
    remove: [],
    group: 'theme',
    sort: 'name',
    ...more,
  } as BookletSpec;
}

/** Makes a directory that must give no other diagnostic than those expected. */
export function directory(
  services: readonly Service[],
  spec: Partial<BookletSpec> = {},
  more: Partial<DirectoryInput> & { readonly expected?: readonly string[] } = {},
): Directory {
  const sink = new DiagnosticList();
  const { expected = [], ...input } = more;
  const made = makeDirectory({
    services,
    spec: booklet(spec),
    typology,
    territory,
    sink,
    ...input,
  });
  const codes = sink.all.map(({ code }) => code);
  if (codes.join() !== expected.join()) throw new Error(JSON.stringify(sink.all, undefined, 1));
  return made;
}

/** The errors that stop a directory. */
export function errorsOf(services: readonly Service[], spec: Partial<BookletSpec> = {}) {
  const sink = new DiagnosticList();
  try {
    makeDirectory({ services, spec: booklet(spec), typology, territory, sink });
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error('the directory was made');
}

/** Headings and ids as an indented outline. */
export function outline(groups: readonly Group[], indent = ''): string[] {
  return groups.flatMap((group) => [
    `${indent}${group.title}`,
    ...group.entries.map(({ service: { id } }) => `${indent}  - ${id}`),
    ...outline(group.groups, `${indent}  `),
  ]);
}

/** Index lines as printed: "B | Bourg (Le) | e-0001 e-0002 | Ille-et-Vilaine", "M | Mairies | e-0001, voir aussi Annexes". */
export function indexLines(letters: readonly IndexLetter[] | undefined): string[] {
  return (letters ?? []).flatMap(({ letter, terms }) =>
    terms.map(({ text, anchors, detail, see, seeAlso }) => {
      const also = seeAlso ? `, voir aussi ${seeAlso.join(', ')}` : '';
      const target = see ? `voir ${see.join(', ')}` : anchors.join(' ') + also;
      return [letter, text, target, ...(detail ? [detail] : [])].join(' | ');
    }),
  );
}
