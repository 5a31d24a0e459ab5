import type { Diagnostic, Message } from '../diagnostics/diagnostic.ts';

/** What a finished PDF must respect, by the last part of the diagnostic's code. */
const rules = {
  unreadable: { fr: 'le fichier ne peut pas être relu', en: 'the file cannot be read' },
  header: {
    fr: 'l’en-tête n’est pas celui d’un PDF 1.7',
    en: 'the header is not that of a PDF 1.7',
  },
  encrypted: { fr: 'le fichier est chiffré', en: 'the file is encrypted' },
  'no-identifier': {
    fr: 'l’identifiant du fichier (ID) manque',
    en: 'the file identifier (ID) is missing',
  },
  'not-tagged': { fr: 'le document n’est pas balisé', en: 'the document is not tagged' },
  'no-language': {
    fr: 'la langue manque ou n’est pas valable',
    en: 'the language is missing or not valid',
  },
  'title-not-shown': {
    fr: 'le titre n’est pas affiché par le lecteur (DisplayDocTitle)',
    en: 'the title is not shown by readers (DisplayDocTitle)',
  },
  'no-metadata': { fr: 'les métadonnées XMP manquent', en: 'the XMP metadata are missing' },
  'broken-metadata': {
    fr: 'les métadonnées XMP sont mal formées',
    en: 'the XMP metadata are ill-formed',
  },
  'no-title': {
    fr: 'le titre manque dans les métadonnées',
    en: 'the title is missing from the metadata',
  },
  'no-claim': {
    fr: 'les métadonnées n’annoncent pas PDF/A-3a et PDF/UA-1',
    en: 'the metadata do not claim PDF/A-3a and PDF/UA-1',
  },
  'metadata-differ': {
    fr: 'les propriétés du fichier et les métadonnées XMP ne disent pas la même chose',
    en: 'the properties of the file and its XMP metadata differ',
  },
  'over-limit': {
    fr: 'un texte, un nom ou un nombre dépasse ce que PDF/A admet',
    en: 'a string, a name or a number is beyond what PDF/A allows',
  },
  'page-size': {
    fr: 'une page est plus petite ou plus grande que ce que PDF/A admet',
    en: 'a page is smaller or larger than PDF/A allows',
  },
  'bad-stream': {
    fr: 'un flux ne finit pas où il le dit, ou est hors du fichier',
    en: 'a stream does not end where it says, or is outside the file',
  },
  'bad-picture': {
    fr: 'une image ou un dessin a une propriété interdite',
    en: 'a picture or a drawing has a forbidden property',
  },
  'foreign-colour': {
    fr: 'une couleur n’est pas décrite par le profil du fichier',
    en: 'a colour is not described by the profile of the file',
  },
  'no-output-intent': { fr: 'le profil de couleur manque', en: 'the output intent is missing' },
  'forbidden-action': { fr: 'une action est interdite', en: 'an action is forbidden' },
  'unsafe-uri': {
    fr: 'un lien a un protocole non permis',
    en: 'a link has a scheme that is not allowed',
  },
  'forbidden-filter': { fr: 'un filtre de flux est interdit', en: 'a stream filter is forbidden' },
  'unknown-role': { fr: 'un type de structure est inconnu', en: 'a structure type is unknown' },
  'wrong-parent': {
    fr: 'un élément est mal placé dans la structure',
    en: 'an element is misplaced in the structure',
  },
  'broken-tree': {
    fr: 'un élément ne désigne pas son parent',
    en: 'an element does not point to its parent',
  },
  'empty-element': { fr: 'un élément de structure est vide', en: 'a structure element is empty' },
  'heading-order': { fr: 'un niveau de titre est sauté', en: 'a heading level is skipped' },
  'no-alt': {
    fr: 'une figure n’a pas de texte de remplacement',
    en: 'a figure has no alternate text',
  },
  'no-bounds': { fr: 'une figure n’a pas de cadre (BBox)', en: 'a figure has no bounds (BBox)' },
  'no-scope': { fr: 'une cellule d’en-tête n’a pas de portée', en: 'a header cell has no scope' },
  'uneven-table': {
    fr: 'les lignes d’un tableau n’ont pas le même nombre de colonnes',
    en: 'the rows of a table differ in columns',
  },
  'table-parts': {
    fr: 'un tableau a ses parties en double, mal placées, ou un en-tête sans corps',
    en: 'a table has doubled or misplaced parts, or a head without a body',
  },
  'cell-without-header': {
    fr: 'une cellule de tableau n’a pas d’en-tête',
    en: 'a table cell has no header',
  },
  'no-list-numbering': {
    fr: 'une liste n’a pas de ListNumbering',
    en: 'a list has no ListNumbering',
  },
  'link-without-area': {
    fr: 'un lien balisé n’a pas de zone cliquable',
    en: 'a tagged link has no clickable area',
  },
  'area-without-link': {
    fr: 'une zone cliquable n’est pas rattachée à un lien balisé',
    en: 'a clickable area belongs to no tagged link',
  },
  'area-wrong-page': {
    fr: 'une zone cliquable est rattachée à une autre page',
    en: 'a clickable area is attached to another page',
  },
  'no-link-area': {
    fr: 'une annotation n’est pas un lien',
    en: 'an annotation is not a link',
  },
  'no-contents': {
    fr: 'une zone cliquable n’a pas de description',
    en: 'a clickable area has no description',
  },
  'not-printable': {
    fr: 'une annotation n’a pas l’indicateur d’impression',
    en: 'an annotation lacks the print flag',
  },
  'dead-link': {
    fr: 'un lien mène à une destination qui n’existe pas',
    en: 'a link leads to a destination that does not exist',
  },
  'tab-order': {
    fr: 'l’ordre de tabulation ne suit pas la structure',
    en: 'the tab order does not follow the structure',
  },
  'unmarked-content': {
    fr: 'du contenu n’est ni balisé ni artefact',
    en: 'some content is neither tagged nor an artifact',
  },
  'nested-marks': {
    fr: 'des contenus balisés sont imbriqués ou mal fermés',
    en: 'marked contents are nested or badly closed',
  },
  'unbalanced-state': {
    fr: 'q et Q, ou BT et ET, ne se répondent pas',
    en: 'q and Q, or BT and ET, do not match',
  },
  'content-not-in-tree': {
    fr: 'un contenu balisé n’est dans aucun élément',
    en: 'a marked content is in no element',
  },
  'content-missing': {
    fr: 'un élément désigne un contenu qui n’est pas sur la page',
    en: 'an element names content that is not on the page',
  },
  'parent-tree': {
    fr: 'l’arbre des parents contredit la structure',
    en: 'the parent tree contradicts the structure',
  },
  'font-not-embedded': { fr: 'une police n’est pas incorporée', en: 'a font is not embedded' },
  'no-unicode': {
    fr: 'un caractère ne peut pas être extrait en texte',
    en: 'a character cannot be extracted as text',
  },
  'font-frame': {
    fr: 'une police est mal déclarée',
    en: 'a font is badly declared',
  },
  notdef: {
    fr: 'un caractère absent de la police est imprimé',
    en: 'a character that the font lacks is printed',
  },
  'wrong-width': {
    fr: 'une largeur de caractère diffère de la police',
    en: 'the width of a character differs from the font',
  },
  'name-order': {
    fr: 'un arbre de noms n’est pas trié par octets',
    en: 'a name tree is not sorted by bytes',
  },
  'outline-count': { fr: 'le nombre de signets est faux', en: 'the number of bookmarks is wrong' },
  'bad-attachment': {
    fr: 'un fichier joint est mal déclaré',
    en: 'an attached file is badly declared',
  },
  'broken-content': {
    fr: 'un flux de page contient un nombre ou un opérateur illisible',
    en: 'a page stream holds an unreadable number or operator',
  },
} satisfies Readonly<Record<string, Message>>;

/** Name of a rule: what follows "pdf/" in the code of its diagnostics. */
export type PdfRule = keyof typeof rules;

/** Every rule. */
export const pdfRules: readonly string[] = Object.keys(rules);

/** Says that a rule is broken; `detail` names the object, the value got or the page. */
export function broken(rule: PdfRule, detail: string): Diagnostic {
  const { fr, en } = rules[rule];
  return {
    severity: 'error',
    code: `pdf/${rule}`,
    where: { id: detail },
    message: { fr: `PDF\u00a0: ${fr} (${detail}).`, en: `PDF: ${en} (${detail}).` },
  };
}
