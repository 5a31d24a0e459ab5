import type { LineCounter, YAMLError } from 'yaml';
import type { Diagnostic, Message } from '../diagnostics/diagnostic.ts';

interface Explanation {
  readonly message: Message;
  readonly hint: Message;
}

const quotes: Explanation = {
  message: { fr: 'Un guillemet manque.', en: 'A quotation mark is missing.' },
  hint: {
    fr: 'Fermez le texte par le même guillemet (" ou \') que celui qui l’ouvre.',
    en: 'Close the text with the same quotation mark (" or \') that opens it.',
  },
};
const colons: Explanation = {
  message: {
    fr: 'Cette ligne contient deux fois «\u00a0:\u00a0» ou n’est pas à sa place.',
    en: 'This line has “: ” twice, or is misplaced.',
  },
  hint: {
    fr: 'Mettez entre guillemets "…" un texte qui contient «\u00a0:\u00a0», et alignez les lignes d’une même rubrique.',
    en: 'Put a text that contains “: ” between quotation marks, and align the lines of one section.',
  },
};
const indent: Explanation = {
  message: {
    fr: 'Le décalage de cette ligne, ou un crochet «\u00a0[\u00a0» «\u00a0{\u00a0» non fermé, empêche de lire la suite.',
    en: 'The indentation of this line, or an unclosed “[” or “{”, prevents reading further.',
  },
  hint: {
    fr: 'Décalez de deux espaces ce qui dépend de la rubrique du dessus, et fermez chaque crochet.',
    en: 'Indent by two spaces what belongs to the section above, and close every bracket.',
  },
};
const tabs: Explanation = {
  message: { fr: 'Une tabulation décale cette ligne.', en: 'A tab indents this line.' },
  hint: { fr: 'Remplacez-la par des espaces.', en: 'Replace it with spaces.' },
};
const twice: Explanation = {
  message: { fr: 'Cette clé est écrite deux fois.', en: 'This key is written twice.' },
  hint: { fr: 'Gardez une seule des deux lignes.', en: 'Keep one of the two lines.' },
};
const documents: Explanation = {
  message: {
    fr: 'Le fichier contient plusieurs livrets séparés par «\u00a0---\u00a0».',
    en: 'The file holds several booklets separated by “---”.',
  },
  hint: { fr: 'Écrivez un livret par fichier.', en: 'Write one booklet per file.' },
};
const other: Explanation = {
  message: {
    fr: 'Cette ligne n’est pas écrite selon les règles de YAML.',
    en: 'This line does not follow the rules of YAML.',
  },
  hint: {
    fr: 'Écrivez «\u00a0clé: valeur\u00a0», une par ligne, et les textes délicats entre guillemets "…".',
    en: 'Write “key: value”, one per line, and put unusual text between quotation marks.',
  },
};

const tooDeep: Explanation = {
  message: {
    fr: 'Trop de crochets sont emboîtés les uns dans les autres.',
    en: 'Too many brackets are nested in one another.',
  },
  hint: {
    fr: 'Un livret n’a jamais plus de quelques niveaux\u00a0: écrivez les valeurs en clair.',
    en: 'A booklet never has more than a few levels: write the values plainly.',
  },
};

const explanations: Readonly<Record<string, Explanation>> = {
  MISSING_CHAR: quotes,
  BLOCK_AS_IMPLICIT_KEY: colons,
  MULTILINE_IMPLICIT_KEY: colons,
  IMPOSSIBLE: colons,
  BAD_INDENT: indent,
  TAB_AS_INDENT: tabs,
  DUPLICATE_KEY: twice,
  MULTIPLE_DOCS: documents,
  RESOURCE_EXHAUSTION: tooDeep,
};

const codes: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'spec/duplicate-key',
  RESOURCE_EXHAUSTION: 'spec/too-complex',
};

/** A syntax error of YAML or JSON, said plainly, with its line and column. */
export function explainYaml(error: YAMLError, file: string, lines: LineCounter): Diagnostic {
  const { line, col } = lines.linePos(error.pos[0]);
  const known = explanations[error.code];
  const { message, hint } = known ?? other;
  return {
    severity: 'error',
    code: codes[error.code] ?? 'spec/syntax',
    where: { file, line: Math.max(1, line), column: Math.max(1, col) },
    message: known ? message : { fr: message.fr, en: `${message.en} (${error.message})` },
    hint,
  };
}
