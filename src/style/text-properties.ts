import { parseColour } from './colour.ts';
import type { Colour } from './computed-style.ts';
import { lengthOf, numberOf, type ValueContext } from './length.ts';
import { anyLength, keyword, keywordLonghand, length, longhand, wholeNumber } from './property.ts';
import { loneWord, splitAtCommas, type ValueToken } from './value-token.ts';

/** Line height as inherited: a multiple of the font size, or fixed, pt. */
export type LineHeight =
  | { readonly kind: 'factor'; readonly value: number }
  | { readonly kind: 'fixed'; readonly value: number };

/** Font size of a document whose sheets say nothing, pt. */
export const initialFontSize = 10;

/** Properties of text: most are inherited. */
export const textProperties = {
  'font-family': longhand<readonly string[]>(
    '<name>, <name>, …',
    [['sans-serif'], 'sans-serif'],
    parseFamilies,
    {
      inherited: true,
      appliesTo: 'text',
      note: ['polices, la première connue est prise', 'fonts, the first one known is taken'],
    },
  ),
  'font-size': longhand('<length> | <percent>', [initialFontSize, '10pt'], parseFontSize, {
    inherited: true,
    appliesTo: 'text',
    note: ['corps du texte ; em et % : de celui du parent', 'type size; em and %: of the parent’s'],
  }),
  'font-weight': longhand('normal | bold | 1–1000', [400, 'normal'], parseWeight, {
    inherited: true,
    appliesTo: 'text',
    note: [
      'graisse, la plus proche que la police ait',
      'weight, the nearest one that the font has',
    ],
  }),
  'font-style': keywordLonghand<'normal' | 'italic'>(
    ['normal', 'italic'],
    { inherited: true, appliesTo: 'text', note: ['romain ou italique', 'roman or italic'] },
    { oblique: 'italic' },
  ),
  'font-variant-caps': keywordLonghand(['normal', 'small-caps'], {
    inherited: true,
    appliesTo: 'text',
    note: ['petites capitales de la police', 'small capitals of the font'],
  }),
  'font-variant-numeric': keywordLonghand(['normal', 'tabular-nums'], {
    inherited: true,
    appliesTo: 'text',
    note: ['chiffres de même chasse, pour les colonnes', 'figures of one width, for columns'],
  }),
  'line-height': longhand<LineHeight>(
    'normal | <number> | <length> | <percent>',
    [{ kind: 'factor', value: 1.2 }, 'normal (1.2)'],
    parseLineHeight,
    {
      inherited: true,
      appliesTo: 'text',
      note: ['d’une ligne de base à l’autre', 'from one baseline to the next'],
    },
  ),
  'letter-spacing': longhand(
    'normal | <length>',
    [0, 'normal'],
    (tokens, context) => (loneWord(tokens) === 'normal' ? 0 : anyLength(tokens, context)),
    { inherited: true, appliesTo: 'text', note: ['interlettrage', 'space added between letters'] },
  ),
  color: longhand<Colour>(
    '<colour>',
    ['#000000', 'black'],
    (tokens, context) => parseColour(tokens, context.colour),
    { inherited: true, appliesTo: 'text', note: ['couleur du texte', 'colour of the text'] },
  ),
  'text-align': keywordLonghand<'left' | 'right' | 'center' | 'justify'>(
    ['left', 'right', 'center', 'justify'],
    { inherited: true, appliesTo: 'text', note: ['alignement des lignes', 'alignment of lines'] },
    { start: 'left', end: 'right' },
  ),
  'text-indent': longhand('<length>', [0, '0'], anyLength, {
    inherited: true,
    appliesTo: 'text',
    note: ['retrait de la première ligne', 'indent of the first line'],
  }),
  'text-transform': keywordLonghand<'none' | 'uppercase' | 'lowercase' | 'capitalize'>(
    ['none', 'uppercase', 'lowercase', 'capitalize'],
    { inherited: true, appliesTo: 'text', note: ['casse du texte', 'case of the text'] },
  ),
  hyphens: longhand<'none' | 'manual' | 'auto'>(
    'none | manual | auto',
    ['manual', 'manual'],
    keyword(['none', 'manual', 'auto']),
    {
      inherited: true,
      appliesTo: 'text',
      note: ['coupure des mots dans la langue du texte', 'hyphenation in the text’s language'],
    },
  ),
  'white-space': keywordLonghand<'normal' | 'nowrap' | 'pre-line'>(
    ['normal', 'nowrap', 'pre-line'],
    {
      inherited: true,
      appliesTo: 'text',
      note: [
        'nowrap : ne pas couper ; pre-line : garder les sauts de ligne (de <pre>)',
        'nowrap: do not break; pre-line: keep line breaks (of <pre>)',
      ],
    },
  ),
  widows: longhand('1–20', [2, '2'], wholeNumber(1, 20), {
    inherited: true,
    appliesTo: 'text',
    note: ['lignes au moins en haut d’une colonne', 'least lines at the top of a column'],
  }),
  orphans: longhand('1–20', [2, '2'], wholeNumber(1, 20), {
    inherited: true,
    appliesTo: 'text',
    note: ['lignes au moins au bas d’une colonne', 'least lines at the foot of a column'],
  }),
  'list-style-type': longhand<'none' | 'disc' | 'dash' | 'decimal'>(
    'none | disc | dash | decimal',
    ['disc', 'disc'],
    keyword(['none', 'disc', 'dash', 'decimal']),
    { inherited: true, appliesTo: 'lists', note: ['signe des éléments', 'mark of the items'] },
  ),
  'text-decoration': keywordLonghand(['none', 'underline'], {
    inherited: true,
    appliesTo: 'inline',
    note: ['soulignement', 'underline'],
  }),
  'vertical-align': keywordLonghand<'baseline' | 'super' | 'sub' | 'middle'>(
    ['baseline', 'super', 'sub', 'middle'],
    {
      appliesTo: 'inline',
      note: [
        'hauteur dans la ligne ; gardée par les éléments en ligne contenus',
        'height in the line; kept by the inline elements inside',
      ],
    },
  ),
};

function parseFamilies(tokens: readonly ValueToken[]): readonly string[] | undefined {
  const families: string[] = [];
  for (const part of splitAtCommas(tokens)) {
    const [first] = part;
    const words = part.map((token) => (token.kind === 'word' ? token.text : ''));
    if (first?.kind === 'string' && part.length === 1 && first.text !== '')
      families.push(first.text);
    else if (part.length > 0 && !words.includes('')) families.push(words.join(' '));
    else return undefined;
  }
  return families;
}

function parseFontSize(tokens: readonly ValueToken[], context: ValueContext): number | undefined {
  const [token, ...more] = tokens;
  const size =
    token?.kind === 'percent' ? (token.value / 100) * context.em : lengthOf(token, context);
  return size !== undefined && size > 0 && more.length === 0 ? size : undefined;
}

function parseWeight(tokens: readonly ValueToken[], context: ValueContext): number | undefined {
  const word = loneWord(tokens);
  if (word === 'normal') return 400;
  return word === 'bold' ? 700 : wholeNumber(1, 1000)(tokens, context);
}

function parseLineHeight(
  tokens: readonly ValueToken[],
  context: ValueContext,
): LineHeight | undefined {
  const [token] = tokens;
  if (loneWord(tokens) === 'normal') return { kind: 'factor', value: 1.2 };
  const factor = tokens.length === 1 ? numberOf(token, context) : undefined;
  if (factor !== undefined) return factor >= 0 ? { kind: 'factor', value: factor } : undefined;
  const value =
    token?.kind === 'percent' && tokens.length === 1
      ? (token.value / 100) * context.em
      : length(tokens, context);
  return value !== undefined && value >= 0 ? { kind: 'fixed', value } : undefined;
}
