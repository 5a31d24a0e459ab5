import { parseColour } from './colour.ts';
import type { BorderSide, Colour, ComputedStyle, LengthOrPercent } from './computed-style.ts';
import {
  anyLength,
  extent,
  keyword,
  keywordLonghand,
  length,
  longhand,
  offset,
  type ParseValue,
} from './property.ts';
import { loneWord } from './value-token.ts';

/** Reads a colour or `none` and `transparent`, which are null. */
export const colourOrNone: ParseValue<{ readonly colour: Colour | null }> = (tokens, context) => {
  const word = loneWord(tokens);
  if (word === 'none' || word === 'transparent') return { colour: null };
  const colour = parseColour(tokens, context.colour);
  return colour === undefined ? undefined : { colour };
};

const marginSide = longhand('<length>', [0, '0'], anyLength, {
  appliesTo: 'blocks',
  note: ['blanc autour ; peut être négatif', 'space around; may be negative'],
});

const paddingSide = longhand('<length>', [0, '0'], length, {
  appliesTo: 'blocks',
  note: ['blanc entre le bord et le contenu', 'space between the border and the content'],
});

/** Thickness of a border whose width is not said, pt. */
export const initialBorderWidth = 0.5;

const borderWidth = longhand('<length>', [initialBorderWidth, '0.5pt'], length, {
  appliesTo: 'blocks',
  note: ['épaisseur du filet', 'thickness of the rule'],
});

const borderStyle = keywordLonghand<BorderSide['style']>(['none', 'solid', 'dashed', 'dotted'], {
  appliesTo: 'blocks',
  note: ['genre de filet', 'kind of rule'],
});

const borderColour = longhand<Colour | null>(
  '<colour>',
  [null, 'currentcolor'],
  (tokens, context) => parseColour(tokens, context.colour),
  { appliesTo: 'blocks', note: ['couleur du filet', 'colour of the rule'] },
);

const placement = longhand<LengthOrPercent | 'auto'>(
  'auto | <length> | <percent>',
  ['auto', 'auto'],
  offset,
  {
    appliesTo: 'placed',
    note: [
      'distance au bord de la page ; outside et inside changent de côté au verso',
      'distance from the page’s edge; outside and inside change sides on a verso',
    ],
  },
);

const size = longhand<LengthOrPercent | 'auto'>(
  'auto | <length> | <percent>',
  ['auto', 'auto'],
  extent,
  { appliesTo: 'blocks', note: ['largeur ou hauteur', 'width or height'] },
);

/** Properties of boxes, placed or not. */
export const boxProperties = {
  display: longhand<ComputedStyle['display']>(
    'block | inline | list-item | grid | table | table-header-group | table-row-group | table-row | table-cell | table-caption | none',
    ['inline', 'inline'],
    keyword([
      'block',
      'inline',
      'list-item',
      'grid',
      'table',
      'table-header-group',
      'table-row-group',
      'table-row',
      'table-cell',
      'table-caption',
      'none',
    ]),
    { note: ['genre de boîte', 'kind of box'] },
  ),
  'margin-top': marginSide,
  'margin-right': marginSide,
  'margin-bottom': marginSide,
  'margin-left': marginSide,
  'padding-top': paddingSide,
  'padding-right': paddingSide,
  'padding-bottom': paddingSide,
  'padding-left': paddingSide,
  'border-top-width': borderWidth,
  'border-right-width': borderWidth,
  'border-bottom-width': borderWidth,
  'border-left-width': borderWidth,
  'border-top-style': borderStyle,
  'border-right-style': borderStyle,
  'border-bottom-style': borderStyle,
  'border-left-style': borderStyle,
  'border-top-color': borderColour,
  'border-right-color': borderColour,
  'border-bottom-color': borderColour,
  'border-left-color': borderColour,
  'border-radius': longhand('<length>', [0, '0'], length, {
    appliesTo: 'blocks',
    note: ['rayon des coins', 'radius of the corners'],
  }),
  'background-color': longhand<{ readonly colour: Colour | null }>(
    'none | transparent | <colour>',
    [{ colour: null }, 'transparent'],
    colourOrNone,
    { note: ['couleur de fond', 'background colour'] },
  ),
  width: size,
  height: size,
  'min-height': longhand('<length>', [0, '0'], length, {
    appliesTo: 'blocks',
    note: ['hauteur au moins', 'least height'],
  }),
  'object-fit': keywordLonghand<ComputedStyle['objectFit']>(['contain', 'cover', 'fill'], {
    appliesTo: 'images',
    note: [
      'contain : tout montrer ; cover : remplir en rognant',
      'contain: show all; cover: fill by cropping',
    ],
  }),
  position: keywordLonghand<ComputedStyle['position']>(['static', 'absolute', 'fixed'], {
    appliesTo: 'blocks',
    note: [
      'absolute : placé sur la page ; fixed : sur chaque page de la partie',
      'absolute: placed on the page; fixed: on each page of the section',
    ],
  }),
  top: placement,
  right: placement,
  bottom: placement,
  left: placement,
  outside: placement,
  inside: placement,
};
