import { foldWord } from '../diagnostics/nearest.ts';

/**
 * Keys of a booklet file: the canonical one, then the French one that the manual shows, then other
 * spellings that people write. Accents, capitals, blanks and hyphens are ignored on reading.
 */
export const keyWords: Readonly<Record<string, readonly string[]>> = {
  title: ['titre'],
  subtitle: ['sous-titre'],
  slug: ['nom-de-fichier'],
  edition: ['édition'],
  language: ['langue', 'lang'],
  territory: ['territoire'],
  themes: ['thèmes', 'theme', 'thème'],
  types: ['types', 'services'],
  feed: ['flux', 'feeds', 'source', 'sources'],
  template: ['modèle', 'gabarit'],
  page: ['page'],
  fields: ['champs'],
  sort: ['tri'],
  group: ['regrouper', 'regroupement'],
  add: ['ajouter'],
  remove: ['retirer'],
  cover: ['couverture'],
  organisation: ['organisme', 'organization'],
  index: ['index'],
  map: ['carte'],
  output: ['sortie'],
  name: ['nom'],
  date: ['date'],
  include: ['inclure'],
  exclude: ['exclure'],
  commune: ['commune'],
  epci: ['epci', 'intercommunalité'],
  departement: ['département', 'department'],
  region: ['région'],
  radius: ['rayon'],
  longitude: ['longitude'],
  latitude: ['latitude'],
  km: ['km'],
  polygon: ['polygone'],
  contours: ['contours'],
  format: ['format'],
  margins: ['marges'],
  top: ['haut'],
  right: ['droite', 'extérieur', 'outside'],
  bottom: ['bas'],
  left: ['gauche', 'intérieur', 'inside'],
  image: ['image', 'photo'],
  credit: ['crédit'],
  text: ['texte'],
  logo: ['logo'],
  address: ['adresse'],
  phone: ['téléphone'],
  email: ['courriel', 'e-mail', 'mail'],
  website: ['site', 'site-web'],
  colour: ['couleur', 'color'],
  'theme-colours': ['couleurs-des-thèmes', 'theme-colors'],
  names: ['noms'],
  communes: ['communes'],
  base: ['fond'],
  bleed: ['fond-perdu'],
  imposed: ['cahier', 'imposé'],
  'attach-feed': ['joindre-le-flux'],
  multiple: ['multiple'],
  fit: ['ajuster', 'ajustement'],
  pages: ['pages'],
  'at-least': ['au-moins', 'minimum'],
  'at-most': ['au-plus', 'maximum'],
  floor: ['corps-minimal', 'plancher'],
};

const keysByFold = foldTable(keyWords);

/** The canonical key that a written key stands for; undefined when there is none. */
export function canonicalKey(written: string): string | undefined {
  return keysByFold.get(foldWord(written));
}

/** The key as shown to a French reader. */
export function frenchKey(key: string): string {
  return keyWords[key]?.[0] ?? key;
}

/** Words of a closed list by canonical word: the French one first. */
export type WordList<Word extends string> = Readonly<Record<Word, readonly string[]>>;

export const fieldWords = {
  type: ['type'],
  address: ['adresse'],
  phones: ['téléphones', 'téléphone', 'phone'],
  emails: ['courriels', 'courriel', 'email'],
  websites: ['sites', 'site', 'website', 'sites-web'],
  hours: ['horaires'],
  closures: ['fermetures'],
  description: ['description'],
  notes: ['remarques'],
  accessibility: ['accessibilité'],
  audience: ['public'],
  source: ['source', 'sources'],
} as const;

export const sortWords = {
  name: ['nom'],
  commune: ['commune'],
  postcode: ['code-postal'],
} as const;

export const groupWords = {
  theme: ['thème'],
  commune: ['commune'],
  epci: ['intercommunalité'],
  departement: ['département'],
} as const;

export const colourWords = {
  full: ['complète', 'toutes', 'colour', 'couleur'],
  grey: ['gris', 'niveaux-de-gris', 'gray'],
  'ink-saving': ['économe', 'économe-en-encre'],
} as const;

export const mapWords = {
  none: ['aucune', 'aucun', 'non', 'no', 'false'],
  outline: ['contours', 'contour'],
  ign: ['ign'],
} as const;

export const trueWords: readonly string[] = ['true', 'oui', 'yes', 'vrai'];
export const falseWords: readonly string[] = ['false', 'non', 'no', 'faux'];

/** The canonical word meant by a written one, whatever its capitals and accents. */
export function readWord<Word extends string>(
  words: WordList<Word>,
  written: string,
): Word | undefined {
  const folded = foldWord(written);
  const canonical = Object.keys(words) as Word[];
  return canonical.find((word) =>
    [word, ...words[word]].some((spelling) => foldWord(spelling) === folded),
  );
}

function foldTable(
  words: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [canonical, spellings] of Object.entries(words)) {
    for (const spelling of [canonical, ...spellings]) table.set(foldWord(spelling), canonical);
  }
  return table;
}
