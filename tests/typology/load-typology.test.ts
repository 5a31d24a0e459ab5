import { describe, expect, test } from 'vitest';
import { createTypology, loadTypology } from '../../src/typology/load-typology.ts';
import { successorOf } from '../../src/typology/successor-of.ts';
import type { ServiceType } from '../../src/typology/typology.ts';

const typology = loadTypology();

/** "found mairie", "found ddt <- dde", "ambiguous a, b" or "unknown a, b". */
function answer(word: string): string {
  const found = typology.resolveType(word);
  if (found.kind === 'ambiguous') return `ambiguous ${found.types.map((type) => type.id)}`;
  if (found.kind === 'unknown') return `unknown ${found.nearest.map((type) => type.id)}`;
  return `found ${found.type.id}${found.replaced ? ` <- ${found.replaced.id}` : ''}`;
}

describe('loadTypology', () => {
  test('reads the files once', () => {
    expect(loadTypology()).toBe(typology);
  });

  test('sorts types by theme, category and order', () => {
    expect(typology.themes.map((theme) => theme.id)).toEqual([
      'services-publics',
      'action-sociale-et-sante',
      'sports-et-loisirs',
      'enseignement-et-education',
      'vie-pratique',
    ]);
    const collective = typology.types.slice(0, 5).map((type) => type.id);
    expect(collective).toEqual([
      'prefecture',
      'sous-prefecture',
      'ambassade-ou-consulat',
      'mairie',
      'mairie-deleguee',
    ]);
  });
});

describe('resolveType', () => {
  test.each([
    ['mairie', 'found mairie'],
    ['MAIRIES', 'found mairie'],
    ['hôtel de ville', 'found mairie'],
    ['ecole elementaire', 'found ecole-elementaire'],
    ['Écoles maternelles', 'found ecole-maternelle'],
    ['CPAM', 'found cpam'],
    ["conseil de prud'hommes", 'found conseil-de-prud-hommes'],
    ['conseils de prud’hommes', 'found conseil-de-prud-hommes'],
    ['Office du tourisme', 'found office-de-tourisme'],
    ['hopitaux', 'found services-hospitaliers'],
    ['œuvres universitaires', 'found crous'],
    ['France services', 'found france-services'],
    ['Borne-de-recharge', 'found borne-de-recharge'],
    ['lycée', 'found lycee'],
  ])('%s: %s', (word, expected) => {
    expect(answer(word)).toBe(expected);
  });

  test.each([
    ['ANPE', 'found france-travail <- anpe'],
    ['assedic', 'found france-travail <- assedic'],
    ['DDE', 'found ddt <- dde'],
    ['DDAF', 'found ddt <- ddaf'],
    ['DRIRE', 'found dreal <- drire'],
    ['DIREN', 'found dreal <- diren'],
    ['DDASS', 'found agence-regionale-de-sante <- ddass'],
    ['TGI', 'found tribunal-judiciaire <- tribunal-de-grande-instance'],
    ["Tribunal d'instance (TI)", 'found tribunal-judiciaire <- tribunal-d-instance'],
    ['Conseil général', 'found conseil-departemental <- conseil-general'],
    ['CRAM', 'found carsat <- cram'],
    ['RAM', 'found relais-petite-enfance <- relais-d-assistantes-maternelles'],
  ])('%s is gone: %s', (word, expected) => {
    expect(answer(word)).toBe(expected);
  });

  test('a body that nothing replaced is still found, with a note', () => {
    expect(answer('Cabine téléphonique publique')).toBe('found cabine-telephonique');
    expect(typology.type('cabine-telephonique')?.note).toContain('2015');
  });

  test('the label of two categories finds the one service that took over both', () => {
    expect(answer('Centre des impôts fonciers et cadastre')).toBe(
      'found service-des-impots-fonciers <- centre-des-impots-fonciers-logement',
    );
    expect(answer('Economie et finances > Centre des impôts fonciers et cadastre')).toBe(
      'found service-des-impots-fonciers <- centre-des-impots-fonciers-finances',
    );
  });

  test('"école" alone is never read as the higher education of 2008', () => {
    const schools = 'ecole-maternelle,ecole-elementaire,ecole-primaire';
    expect(answer('école')).toBe(`ambiguous ${schools},ecole-d-enseignement-superieur`);
    expect(answer('Ecole')).toBe(`ambiguous ${schools},ecole-d-enseignement-superieur`);
    expect(answer("Etablissements d'enseignement supérieur/Ecole")).toBe(
      'found ecole-d-enseignement-superieur',
    );
    expect(answer('enseignement-superieur/Ecole')).toBe('found ecole-d-enseignement-superieur');
    expect(answer('Enseignement et éducation/Sports et loisirs/Ecole')).toBe('unknown ');
  });

  test.each([
    ['mairi', 'mairie'],
    ['piscinne', 'piscine'],
    ['bibliotéque', 'bibliotheque'],
    ['tresorerrie', 'service-de-gestion-comptable'],
    ['France servise', 'france-services'],
  ])('%s is unknown, %s is the nearest', (word, nearest) => {
    const found = typology.resolveType(word);
    expect(found.kind === 'unknown' && found.nearest[0]?.id).toBe(nearest);
  });

  test('nonsense, emptiness and a very long word find nothing', () => {
    expect(answer('')).toBe('unknown ');
    expect(answer('&')).toBe('unknown ');
    expect(answer('zzxqvw')).toBe('unknown ');
    expect(answer('__proto__')).toBe('unknown ');
    expect(answer('x'.repeat(100_000))).toBe('unknown ');
  });

  test('each type is found by its id and both labels', () => {
    const twins = new Set(typology.types.filter((type) => /fonciers-/.test(type.id)));
    for (const type of typology.types) {
      const today = successorOf(type, typology).id;
      const words = [type.id, ...(twins.has(type) ? [] : Object.values(type.label))];
      const expected = today === type.id ? `found ${today}` : `found ${today} <- ${type.id}`;
      for (const word of words) expect(answer(word), word).toBe(expected);
    }
  });

  test('each label of 2008 finds its type, but "Ecole"', () => {
    const lost = typology.types.filter(({ id, label2008 }) => {
      if (!label2008) return false;
      const found = typology.resolveType(label2008);
      return found.kind !== 'found' || (found.replaced ?? found.type).id !== id;
    });
    expect(lost.map((type) => type.id)).toEqual([
      'centre-des-impots-fonciers-finances',
      'ecole-d-enseignement-superieur',
    ]);
  });
});

describe('successors', () => {
  test('each exists, ends at a type of today and tells its year and its name', () => {
    const gone = typology.types.filter((type) => type.successor);
    expect(gone).toHaveLength(39);
    for (const type of gone) {
      const today = successorOf(type, typology);
      expect(today.successor, type.id).toBeUndefined();
      expect(today.theme, type.id).toBe(type.theme);
      expect(type.successor?.note, type.id).toContain(String(type.successor?.year));
    }
  });

  test('one that is missing or runs in a circle is a fault of the files', () => {
    const circle = createTypology({
      themes: [{ id: 't', label: 'T', order: 1 }],
      categories: [{ id: 't/c', theme: 't', label: 'C', order: 1 }],
      types: [typeTo('aa', 'bb'), typeTo('bb', 'aa'), typeTo('cc', 'dd')],
    });
    expect(() => circle.resolveType('aa')).toThrow('circle');
    expect(() => circle.resolveType('cc')).toThrow('unknown successor of cc: dd');
  });
});

describe('themes and categories', () => {
  test('are found by id and by label, case and accents ignored', () => {
    expect(typology.resolveTheme('VIE PRATIQUE')?.id).toBe('vie-pratique');
    expect(typology.resolveTheme('action sociale et sante')?.id).toBe('action-sociale-et-sante');
    expect(typology.resolveTheme('justice')).toBeUndefined();
    expect(typology.resolveCategory('accueil')).toBeUndefined();
    expect(typology.resolveCategory('justice')?.id).toBe('services-publics/justice');
    expect(typology.resolveCategory('Equipements sportifs')?.id).toBe(
      'sports-et-loisirs/equipements-sportifs',
    );
    expect(typology.resolveCategory('Vie pratique/Se restaurer')?.id).toBe(
      'vie-pratique/se-restaurer',
    );
    expect(typology.resolveCategory('Services publics/Se restaurer')).toBeUndefined();
    expect(typology.resolveCategory('vie-pratique/quotidien')?.label).toBe('Au quotidien');
  });

  test('a category label that two themes share finds neither', () => {
    const shared = createTypology({
      themes: ['a', 'b'].map((id, order) => ({ id, label: id, order })),
      categories: ['a', 'b'].map((theme) => ({
        id: `${theme}/divers`,
        theme,
        label: 'Divers',
        order: 1,
      })),
      types: [],
    });
    expect(shared.resolveCategory('Divers')).toBeUndefined();
    expect(shared.resolveCategory('b/divers')?.theme).toBe('b');
  });
});

function typeTo(id: string, successor: string): ServiceType {
  return {
    id,
    theme: 't',
    category: 't/c',
    label: { singular: id, plural: id },
    origin: '2008',
    successor: { id: successor, year: 2010, note: 'Un essai.' },
    synonyms: [],
    order: 1,
  };
}
