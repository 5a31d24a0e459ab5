import type { LocalizedText } from '../feed/service.ts';

/** The words that templates print besides the booklet's own: `{{t "contents"}}`. */
export const templateWords: Readonly<Record<string, LocalizedText>> = {
  contents: { fr: 'Sommaire', en: 'Contents' },
  indexOfNames: { fr: 'Index des noms', en: 'Index of names' },
  indexOfCommunes: { fr: 'Index des communes', en: 'Index of communes' },
  indexOfTypes: {
    fr: 'Index des services et des besoins',
    en: 'Index of services and needs',
  },
  index: { fr: 'Index', en: 'Index' },
  see: { fr: 'voir', en: 'see' },
  seeAlso: { fr: 'voir aussi', en: 'see also' },
  page: { fr: 'page', en: 'page' },
  pages: { fr: 'pages', en: 'pages' },
  continued: { fr: 'suite', en: 'continued' },
  colon: { fr: '\u00a0: ', en: ': ' },
  service: { fr: 'service', en: 'service' },
  services: { fr: 'services', en: 'services' },
  entry: { fr: 'fiche', en: 'entry' },
  entries: { fr: 'fiches', en: 'entries' },
  commune: { fr: 'commune', en: 'commune' },
  communes: { fr: 'communes', en: 'communes' },
  open: { fr: 'Ouvert', en: 'Open' },
  closed: { fr: 'Fermé', en: 'Closed' },
  closedForNow: { fr: 'Fermé temporairement', en: 'Temporarily closed' },
  openingHours: { fr: 'Horaires', en: 'Opening hours' },
  phone: { fr: 'Tél.', en: 'Tel.' },
  email: { fr: 'Courriel', en: 'E-mail' },
  website: { fr: 'Site', en: 'Website' },
  address: { fr: 'Adresse', en: 'Address' },
  access: { fr: 'Accessibilité', en: 'Accessibility' },
  wheelchairYes: { fr: 'Accessible en fauteuil roulant', en: 'Wheelchair accessible' },
  wheelchairLimited: {
    fr: 'Accès partiel en fauteuil roulant',
    en: 'Partly wheelchair accessible',
  },
  wheelchairNo: { fr: 'Non accessible en fauteuil roulant', en: 'Not wheelchair accessible' },
  audience: { fr: 'Public', en: 'For' },
  map: { fr: 'Carte', en: 'Map' },
  notes: { fr: 'Notes', en: 'Notes' },
  source: { fr: 'Source', en: 'Source' },
  sources: { fr: 'Sources', en: 'Sources' },
  licence: { fr: 'Licence', en: 'Licence' },
  dataOf: { fr: 'données du', en: 'data of' },
  printDate: { fr: 'Date d’impression', en: 'Date of printing' },
  dataDate: { fr: 'Date des données', en: 'Date of the data' },
  updatedOn: { fr: 'Mis à jour le', en: 'Updated on' },
  checkedOn: { fr: 'Vérifié le', en: 'Checked on' },
  colophon: { fr: 'À propos de cet annuaire', en: 'About this directory' },
  thisEdition: { fr: 'Cette édition', en: 'This edition' },
  editionId: { fr: 'Numéro d’édition', en: 'Edition number' },
  digest: { fr: 'Empreinte du contenu (SHA-256)', en: 'Digest of the content (SHA-256)' },
  sameFeed: {
    fr: 'Les mêmes fiches existent en données ouvertes, sous le même numéro d’édition.',
    en: 'The same entries exist as open data, under the same edition number.',
  },
  coverCredit: { fr: 'Image de couverture', en: 'Cover picture' },
  madeWith: {
    fr: 'Composé avec l’éditeur papier de PROXIMITÉS.',
    en: 'Typeset with the PROXIMITÉS paper editor.',
  },
  emergencyNumbers: { fr: 'Numéros d’urgence', en: 'Emergency numbers' },
  freeCall: { fr: 'appel gratuit', en: 'free call' },
  scanMe: { fr: 'À scanner', en: 'Scan me' },
};

/** A word in a language, else in English for a foreign one, else in French; undefined if unknown. */
export function templateWord(key: string, language: string): string | undefined {
  if (!Object.hasOwn(templateWords, key)) return undefined;
  const word = templateWords[key] as LocalizedText;
  const base = language.split('-')[0] as string;
  return (Object.hasOwn(word, base) ? word[base] : undefined) ?? word.en ?? word.fr;
}
