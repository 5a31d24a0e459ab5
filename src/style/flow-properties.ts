import { parseColour } from './colour.ts';
import type { BorderSide, Break, Colour, ContentPart, TrackSize } from './computed-style.ts';
import { contentForms, contentValue, stringSetValue } from './content-parts.ts';
import { lengthOf, lengthOrPercentOf, type ValueContext } from './length.ts';
import {
  keyword,
  keywordLonghand,
  length,
  longhand,
  type ParseValue,
  wholeNumber,
} from './property.ts';
import { loneWord, type ValueToken } from './value-token.ts';

/** A rule between columns; colour null: the text's. */
export interface ColumnRule {
  readonly width: number;
  readonly style: BorderSide['style'];
  readonly colour: Colour | null;
}

const breakSynonyms: Readonly<Record<string, Break>> = {
  always: 'page',
  left: 'verso',
  right: 'recto',
  'avoid-page': 'avoid',
  'avoid-column': 'avoid',
};

const breakBetween = keywordLonghand<Break>(
  ['auto', 'avoid', 'column', 'page', 'recto', 'verso'],
  {
    appliesTo: 'blocks',
    note: ['coupure avant ou après le bloc', 'break before or after the block'],
  },
  breakSynonyms,
);

const gapValue: ParseValue<number | 'normal'> = (tokens, context) =>
  loneWord(tokens) === 'normal' ? 'normal' : length(tokens, context);

/** Properties of columns, tracks, breaks and generated matter. */
export const flowProperties = {
  'column-count': longhand(
    'auto | 1–12',
    [1, 'auto'],
    (tokens, context) => (loneWord(tokens) === 'auto' ? 1 : wholeNumber(1, 12)(tokens, context)),
    { appliesTo: 'blocks', note: ['nombre de colonnes', 'number of columns'] },
  ),
  'column-gap': longhand<number | 'normal'>('normal | <length>', ['normal', 'normal'], gapValue, {
    appliesTo: 'columns',
    note: [
      'blanc entre colonnes ; normal : 1em, ou 0 dans une grille',
      'space between columns; normal: 1em, or 0 in a grid',
    ],
  }),
  'column-rule': longhand<ColumnRule>(
    'none | <length> solid | dashed | dotted <colour>',
    [{ width: 0, style: 'none', colour: null }, 'none'],
    parseColumnRule,
    { appliesTo: 'columns', note: ['filet entre colonnes', 'rule between columns'] },
  ),
  'column-span': keywordLonghand<'none' | 'all'>(['none', 'all'], {
    appliesTo: 'blocks',
    note: ['all : sur toutes les colonnes', 'all: across all columns'],
  }),
  'column-fill': keywordLonghand<'balance' | 'auto'>(['balance', 'auto'], {
    appliesTo: 'columns',
    note: ['équilibrer la dernière page ou non', 'balance the last page or not'],
  }),
  'grid-template-columns': longhand<readonly TrackSize[]>(
    'none | (<length> | <percent> | <number>fr | auto)+',
    [[], 'none'],
    parseTracks,
    {
      appliesTo: 'grids',
      note: ['largeur des pistes ; repeat(n, …)', 'width of tracks; repeat(n, …)'],
    },
  ),
  'row-gap': longhand<number | 'normal'>('normal | <length>', ['normal', 'normal'], gapValue, {
    appliesTo: 'grids',
    note: ['blanc entre les rangées', 'space between rows'],
  }),
  'align-items': keywordLonghand<'start' | 'center' | 'end' | 'baseline'>(
    ['start', 'center', 'end', 'baseline'],
    { appliesTo: 'grids', note: ['alignement dans la hauteur', 'alignment in height'] },
    { 'flex-start': 'start', 'flex-end': 'end' },
  ),
  'break-before': breakBetween,
  'break-after': breakBetween,
  'break-inside': keywordLonghand<'auto' | 'avoid'>(
    ['auto', 'avoid'],
    { appliesTo: 'blocks', note: ['avoid : garder d’un seul tenant', 'avoid: keep in one piece'] },
    { 'avoid-page': 'avoid', 'avoid-column': 'avoid' },
  ),
  page: longhand<string>('auto | <name>', ['auto', 'auto'], parsePageName, {
    appliesTo: 'blocks',
    note: ['modèle de page, défini par @page <name>', 'page master, defined by @page <name>'],
  }),
  content: longhand<{ readonly parts: readonly ContentPart[] | null }>(
    `none | (${contentForms})+`,
    [{ parts: null }, 'none'],
    contentValue,
    {
      appliesTo: 'generated',
      note: ['texte de ::before, ::after et des marges', 'text of ::before, ::after and margins'],
    },
  ),
  'string-set': longhand<
    readonly { readonly name: string; readonly value: readonly ContentPart[] }[]
  >('none | <name> (<string> | attr(<name>) | content())+, …', [[], 'none'], stringSetValue, {
    note: [
      'texte courant que string() reprend en haut ou en bas de page',
      'running text that string() repeats at the head or foot of pages',
    ],
  }),
  'bookmark-level': longhand(
    'none | 0–6',
    [0, 'none'],
    (tokens, context) => (loneWord(tokens) === 'none' ? 0 : wholeNumber(0, 6)(tokens, context)),
    { appliesTo: 'blocks', note: ['niveau dans le plan du PDF', 'level in the PDF’s outline'] },
  ),
  continued: longhand<{ readonly text: string | null }>(
    'none | <string>',
    [{ text: null }, 'none'],
    (tokens) => {
      const [token, ...more] = tokens;
      if (loneWord(tokens) === 'none') return { text: null };
      return token?.kind === 'string' && more.length === 0 ? { text: token.text } : undefined;
    },
    {
      appliesTo: 'blocks',
      note: [
        'titre répété, suivi de ce texte, en haut d’une colonne qui continue le groupe (propre à PROXIMITÉS)',
        'heading repeated, followed by this text, at the top of a column that continues the group (ours)',
      ],
    },
  ),
  filler: keywordLonghand<'none' | 'pages'>(['none', 'pages'], {
    appliesTo: 'blocks',
    note: [
      'pages : page de remplissage, à la fin de <body>, imprimée s’il manque des pages (propre à PROXIMITÉS)',
      'pages: filler at the end of <body>, printed when pages are missing (ours)',
    ],
  }),
};

function parsePageName(tokens: readonly ValueToken[]): string | undefined {
  const [token, ...more] = tokens;
  if (token?.kind !== 'word' || more.length > 0) return undefined;
  return token.text.toLowerCase() === 'auto' ? 'auto' : token.text;
}

const ruleStyle = keyword<BorderSide['style']>(['none', 'solid', 'dashed', 'dotted']);

function parseColumnRule(
  tokens: readonly ValueToken[],
  context: ValueContext,
): ColumnRule | undefined {
  let rule: ColumnRule = { width: 0.5, style: 'none', colour: null };
  if (tokens.length === 0 || tokens.length > 3) return undefined;
  for (const token of tokens) {
    const width = lengthOf(token, context);
    const style = ruleStyle([token], context);
    const colour = parseColour([token], context.colour);
    if (width !== undefined && width >= 0) rule = { ...rule, width };
    else if (style !== undefined) rule = { ...rule, style };
    else if (colour !== undefined) rule = { ...rule, colour };
    else return undefined;
  }
  return rule;
}

/** More tracks than any page holds. */
const maxTracks = 50;

function parseTracks(
  tokens: readonly ValueToken[],
  context: ValueContext,
): readonly TrackSize[] | undefined {
  if (loneWord(tokens) === 'none') return [];
  const tracks: TrackSize[] = [];
  for (const token of tokens) {
    const sizes = isRepeat(token) ? parseRepeat(token.args, context) : parseTrack(token, context);
    if (sizes === undefined) return undefined;
    tracks.push(...sizes);
  }
  return tracks.length > 0 && tracks.length <= maxTracks ? tracks : undefined;
}

function isRepeat(token: ValueToken): token is Extract<ValueToken, { kind: 'call' }> {
  return token.kind === 'call' && token.name === 'repeat';
}

function parseRepeat(
  [count, comma, ...rest]: readonly ValueToken[],
  context: ValueContext,
): readonly TrackSize[] | undefined {
  if (count?.kind !== 'number' || comma?.kind !== 'sign' || rest.some(isRepeat)) return undefined;
  const once = parseTracks(rest, context);
  const times = count.value;
  if (!once || !Number.isInteger(times) || times < 1 || times > maxTracks) return undefined;
  return Array.from({ length: times }, () => once).flat();
}

function parseTrack(token: ValueToken, context: ValueContext): readonly TrackSize[] | undefined {
  if (loneWord([token]) === 'auto') return [{ kind: 'auto' }];
  if (token.kind === 'dimension' && token.unit === 'fr') {
    return token.value > 0 ? [{ kind: 'fraction', share: token.value }] : undefined;
  }
  const size = lengthOrPercentOf(token, context);
  return size && size.value >= 0 ? [{ kind: 'fixed', size }] : undefined;
}
