import type { Message } from '../diagnostics/diagnostic.ts';

/** One element that templates may use. */
export interface ElementRule {
  readonly name: string;
  /** How it stands when no style sheet says otherwise; decides which blanks mean nothing. */
  readonly flow: 'block' | 'inline';
  /** Written without a closing tag. */
  readonly empty: boolean;
  /** Own attributes; the global ones are allowed everywhere. */
  readonly attributes: readonly string[];
  /** One line for the manual. */
  readonly note: Message;
}

/** Attributes allowed on every element, besides `data-*`. */
export const globalAttributes: readonly string[] = [
  'class',
  'id',
  'lang',
  'style',
  'title',
  'aria-label',
  'aria-hidden',
  'role',
];

type Row = readonly [
  names: string,
  flow: 'block' | 'inline',
  attributes: string,
  fr: string,
  en: string,
];

const rows: readonly Row[] = [
  ['html', 'block', '', 'racine du document', 'root of the document'],
  ['head title', 'block', '', 'non imprimé', 'not printed'],
  ['body', 'block', '', 'contenu imprimé', 'printed content'],
  ['header footer', 'block', '', 'tête ou pied d’une partie', 'head or foot of a part'],
  ['main', 'block', '', 'contenu principal', 'main content'],
  ['section', 'block', '', 'partie ou chapitre', 'part or chapter'],
  ['article', 'block', '', 'une fiche', 'one entry'],
  ['aside', 'block', '', 'encadré', 'side matter'],
  ['nav', 'block', '', 'sommaire ou index', 'contents or index'],
  ['div', 'block', '', 'bloc sans signification propre', 'block without a meaning of its own'],
  ['p', 'block', '', 'paragraphe', 'paragraph'],
  ['pre', 'block', '', 'texte dont les sauts de ligne comptent', 'text whose line breaks count'],
  ['blockquote', 'block', '', 'citation', 'quotation'],
  ['h1 h2 h3 h4 h5 h6', 'block', '', 'titre', 'heading'],
  ['ul', 'block', '', 'liste', 'list'],
  ['ol', 'block', 'start', 'liste numérotée', 'numbered list'],
  ['li', 'block', 'value', 'élément d’une liste', 'list item'],
  ['dl', 'block', '', 'liste de termes', 'list of terms'],
  ['dt', 'block', '', 'terme', 'term'],
  ['dd', 'block', '', 'ce qui est dit du terme', 'what is said of the term'],
  ['figure', 'block', '', 'image et sa légende', 'picture and its caption'],
  ['figcaption', 'block', '', 'légende d’une image', 'caption of a picture'],
  ['address', 'block', '', 'coordonnées', 'contact details'],
  ['table', 'block', '', 'tableau', 'table'],
  ['caption', 'block', '', 'titre d’un tableau', 'caption of a table'],
  ['thead', 'block', '', 'rangées répétées en haut de chaque page', 'rows repeated on each page'],
  ['tbody', 'block', '', 'rangées d’un tableau', 'rows of a table'],
  ['tr', 'block', '', 'rangée', 'row'],
  ['th', 'block', 'scope colspan rowspan', 'cellule de titre', 'header cell'],
  ['td', 'block', 'colspan rowspan', 'cellule', 'cell'],
  ['span', 'inline', '', 'morceau de texte', 'piece of text'],
  [
    'a',
    'inline',
    'href',
    'lien : #ancre, tel:, mailto:, http(s)',
    'link: #anchor, tel:, mailto:, http(s)',
  ],
  ['b strong', 'inline', '', 'texte en gras', 'bold text'],
  ['i em', 'inline', '', 'texte en italique', 'italic text'],
  ['small', 'inline', '', 'texte plus petit', 'smaller text'],
  ['sup', 'inline', '', 'exposant', 'superscript'],
  ['sub', 'inline', '', 'indice', 'subscript'],
  ['abbr', 'inline', '', 'abréviation, développée par title', 'abbreviation, expanded by title'],
  ['time', 'inline', 'datetime', 'date ou heure', 'date or time'],
];

const emptyRows: readonly Row[] = [
  ['br', 'inline', '', 'saut de ligne', 'line break'],
  ['hr', 'block', '', 'filet', 'rule'],
  [
    'img',
    'inline',
    'src alt width height',
    'image ; alt est obligatoire',
    'picture; alt is required',
  ],
  ['meta', 'block', 'charset name content', 'non imprimé', 'not printed'],
  ['leader', 'inline', 'pattern', 'points de conduite jusqu’au bord', 'leader dots up to the edge'],
  [
    'folio',
    'inline',
    'to',
    'numéro de page des ancres nommées par to (séparées par des blancs)',
    'page number of the anchors named by to (separated by blanks)',
  ],
  [
    'icon',
    'inline',
    'name alt',
    'pictogramme : maki:hospital, temaki:bench',
    'pictogram: maki:hospital, temaki:bench',
  ],
  ['map', 'block', 'ref alt', 'carte préparée, nommée par ref', 'prepared map, named by ref'],
  ['qr', 'inline', 'text alt', 'code QR du texte donné', 'QR code of the given text'],
];

function rulesOf(list: readonly Row[], empty: boolean): ElementRule[] {
  return list.flatMap(([names, flow, attributes, fr, en]) =>
    names.split(' ').map((name) => ({
      name,
      flow,
      empty,
      attributes: attributes === '' ? [] : attributes.split(' '),
      note: { fr, en },
    })),
  );
}

/** The elements that templates may use, by name: the whitelist and the manual. */
export const elementTable: ReadonlyMap<string, ElementRule> = new Map(
  [...rulesOf(rows, false), ...rulesOf(emptyRows, true)].map((rule) => [rule.name, rule]),
);

/** Whether an element may bear an attribute. */
export function allowsAttribute(element: string, attribute: string): boolean {
  if (globalAttributes.includes(attribute) || attribute.startsWith('data-')) return true;
  return elementTable.get(element)?.attributes.includes(attribute) ?? false;
}
