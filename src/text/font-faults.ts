import { basename } from 'node:path';
import type { Diagnostic, Message } from '../diagnostics/diagnostic.ts';
import type { FontFileFault } from './sfnt.ts';

type Fault = FontFileFault['fault'] | 'unreadable';

interface FaultText {
  readonly code: string;
  readonly message: (name: string, detail: string) => Message;
  readonly hint: Message;
}

const replaceFile: Message = {
  fr: 'Remplacez ce fichier par une police TrueType (.ttf) complète, ou retirez-le du dossier.',
  en: 'Replace this file by a complete TrueType font (.ttf), or take it out of the folder.',
};

const broken = (fr: string, en: string): FaultText => ({
  code: 'text/font-broken',
  message: (name, detail) => ({
    fr: `La police «\u00a0${name}\u00a0» est illisible\u00a0: ${fr} (${detail}).`,
    en: `The font "${name}" cannot be read: ${en} (${detail}).`,
  }),
  hint: replaceFile,
});

const texts: Readonly<Record<Fault, FaultText>> = {
  unreadable: broken('le fichier ne s’ouvre pas', 'the file does not open'),
  'not-a-font': broken('ce n’est pas un fichier de police', 'it is not a font file'),
  truncated: broken('le fichier est incomplet', 'the file is incomplete'),
  'missing-table': broken('il manque une table', 'a table is missing'),
  woff: {
    code: 'text/font-woff',
    message: (name) => ({
      fr: `La police «\u00a0${name}\u00a0» est au format WOFF, fait pour l’écran\u00a0: elle ne peut pas être incorporée au PDF.`,
      en: `The font "${name}" is in WOFF format, made for screens: it cannot be embedded in the PDF.`,
    }),
    hint: {
      fr: 'Demandez à l’éditeur de la police son fichier TrueType (.ttf) et mettez-le à la place.',
      en: 'Ask the maker of the font for its TrueType file (.ttf) and put it there instead.',
    },
  },
  collection: {
    code: 'text/font-collection',
    message: (name) => ({
      fr: `Le fichier «\u00a0${name}\u00a0» réunit plusieurs polices (TTC) et ne peut pas être utilisé tel quel.`,
      en: `The file "${name}" is a collection of fonts (TTC) and cannot be used as it is.`,
    }),
    hint: {
      fr: 'Fournissez un fichier .ttf par style.',
      en: 'Give one .ttf file for each style.',
    },
  },
  licence: {
    code: 'text/font-licence',
    message: (name) => ({
      fr: `La licence inscrite dans la police «\u00a0${name}\u00a0» interdit de l’incorporer à un document.`,
      en: `The licence written in the font "${name}" forbids embedding it in a document.`,
    }),
    hint: {
      fr: 'Choisissez une police libre (OFL), ou demandez une licence d’incorporation à l’éditeur.',
      en: 'Choose a free font (OFL), or ask its maker for a licence to embed it.',
    },
  },
};

/** Says why a font file cannot be used. */
export function fontFault(file: string, fault: Fault, detail: string): Diagnostic {
  const { code, message, hint } = texts[fault];
  return {
    severity: 'error',
    code,
    where: { file },
    message: message(basename(file), detail),
    hint,
  };
}

/** Says that a fonts.json is not as it should be. */
export function brokenList(file: string, detail: string): Diagnostic {
  return {
    severity: 'error',
    code: 'text/font-list',
    where: { file },
    message: {
      fr: `La liste de polices «\u00a0${basename(file)}\u00a0» est incorrecte (${detail}).`,
      en: `The list of fonts "${basename(file)}" is not valid (${detail}).`,
    },
    hint: {
      fr: 'Corrigez-la, ou supprimez-la\u00a0: les polices du dossier seront alors lues une à une.',
      en: 'Correct it, or delete it: the fonts of the folder will then be read one by one.',
    },
  };
}

/** Says that no folder holds a font. */
export function noFonts(folders: readonly string[]): Omit<Diagnostic, 'severity'> {
  const list = folders.join(', ');
  return {
    code: 'text/no-fonts',
    where: {},
    message: {
      fr: `Aucune police dans ${list === '' ? 'les dossiers donnés (aucun)' : `«\u00a0${list}\u00a0»`}.`,
      en: `No font in ${list === '' ? 'the folders given (none)' : `"${list}"`}.`,
    },
    hint: {
      fr: 'Réinstallez proximites, dont le dossier «\u00a0fonts\u00a0» contient les polices.',
      en: 'Install proximites again: its folder "fonts" holds the fonts.',
    },
  };
}
