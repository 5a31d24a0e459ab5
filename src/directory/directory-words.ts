/** Words that a directory prints of itself, not found in the typology or the register. */
export interface DirectoryWords {
  /** Section of entries whose commune is not known. */
  readonly noCommune: string;
  readonly noEpci: string;
  readonly noDepartement: string;
}

const french: DirectoryWords = {
  noCommune: 'Commune non précisée',
  noEpci: 'Hors intercommunalité',
  noDepartement: 'Autres départements',
};

const wordsByLanguage: Readonly<Record<string, DirectoryWords>> = {
  fr: french,
  en: {
    noCommune: 'Commune not stated',
    noEpci: 'Outside any intercommunality',
    noDepartement: 'Other départements',
  },
};

/** Words of a document's language (BCP 47 tag), French where there are none. */
export function directoryWords(language: string): DirectoryWords {
  return wordsByLanguage[language.split('-')[0] as string] ?? french;
}
