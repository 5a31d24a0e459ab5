import type { Message } from '../diagnostics/diagnostic.ts';
import { lengthOf } from './length.ts';
import type { AppliesTo } from './property.ts';
import { isLonghand, type LonghandName, rowOf } from './property-table.ts';
import { isSign, loneWord, type ValueToken } from './value-token.ts';

/** A longhand and the tokens that a shorthand gives it. */
export type Part = readonly [name: LonghandName, tokens: readonly ValueToken[]];

/** A property that stands for several others. */
export interface Shorthand {
  readonly values: string;
  readonly longhands: readonly LonghandName[];
  readonly appliesTo: AppliesTo;
  readonly note: Message;
  /** The parts; undefined when the value is not one of those supported. */
  readonly expand: (tokens: readonly ValueToken[]) => readonly Part[] | undefined;
}

const edges = ['top', 'right', 'bottom', 'left'] as const;

/** Other names of a longhand: what people write, or what CSS called it before. */
export const aliases: Readonly<Record<string, LonghandName>> = {
  background: 'background-color',
  'list-style': 'list-style-type',
  'page-break-before': 'break-before',
  'page-break-after': 'break-after',
  'page-break-inside': 'break-inside',
  'text-decoration-line': 'text-decoration',
  'grid-row-gap': 'row-gap',
  'grid-column-gap': 'column-gap',
};

/** The shorthands of the subset, by name. */
export const shorthands: Readonly<Record<string, Shorthand>> = {
  margin: box('<length>{1,4}', (edge) => `margin-${edge}`, [
    'les quatre marges',
    'the four margins',
  ]),
  padding: box('<length>{1,4}', (edge) => `padding-${edge}`, [
    'les quatre blancs intérieurs',
    'the four paddings',
  ]),
  inset: box('(auto | <length> | <percent>){1,4}', (edge) => edge, [
    'distances aux quatre bords de la page',
    'distances from the four edges of the page',
  ]),
  'border-width': box('<length>{1,4}', (edge) => `border-${edge}-width`, [
    'épaisseur des quatre filets',
    'thickness of the four rules',
  ]),
  'border-style': box('(none | solid | dashed | dotted){1,4}', (edge) => `border-${edge}-style`, [
    'genre des quatre filets',
    'kind of the four rules',
  ]),
  'border-color': box('<colour>{1,4}', (edge) => `border-${edge}-color`, [
    'couleur des quatre filets',
    'colour of the four rules',
  ]),
  border: border(edges, ['les quatre filets', 'the four rules']),
  'border-top': border(['top'], ['filet du haut', 'top rule']),
  'border-right': border(['right'], ['filet de droite', 'right rule']),
  'border-bottom': border(['bottom'], ['filet du bas', 'bottom rule']),
  'border-left': border(['left'], ['filet de gauche', 'left rule']),
  columns: {
    values: 'auto | 1–12',
    longhands: ['column-count'],
    appliesTo: 'blocks',
    note: { fr: 'nombre de colonnes', en: 'number of columns' },
    expand: (tokens) => [['column-count', tokens]],
  },
  gap: {
    values: '<length>{1,2}',
    longhands: ['row-gap', 'column-gap'],
    appliesTo: 'grids',
    note: { fr: 'blancs entre rangées et entre colonnes', en: 'row and column gaps' },
    expand: ([row, column, ...more]) =>
      row === undefined || more.length > 0
        ? undefined
        : [
            ['row-gap', [row]],
            ['column-gap', [column ?? row]],
          ],
  },
  font: {
    values: 'italic? bold? <font-size>/<line-height>? <font-family>',
    longhands: [
      'font-style',
      'font-variant-caps',
      'font-weight',
      'font-size',
      'line-height',
      'font-family',
    ],
    appliesTo: 'text',
    note: { fr: 'la police en une ligne', en: 'the font in one line' },
    expand: expandFont,
  },
};

function box(
  values: string,
  nameOf: (edge: string) => string,
  note: readonly [fr: string, en: string],
): Shorthand {
  const longhands = edges.map(nameOf).filter(isLonghand);
  if (longhands.length !== 4) throw new Error(`no longhands of ${nameOf('top')}`);
  return {
    values,
    longhands,
    appliesTo: values.startsWith('(auto') ? 'placed' : 'blocks',
    note: { fr: note[0], en: note[1] },
    expand: (tokens) => {
      const [top, right = top, bottom = top, left = right, ...more] = tokens;
      if (!top || !right || !bottom || !left || more.length > 0) return undefined;
      return [top, right, bottom, left].map(
        (token, i): Part => [longhands[i] as LonghandName, [token]],
      );
    },
  };
}

function border(sides: readonly string[], note: readonly [fr: string, en: string]): Shorthand {
  const names = (part: string) => sides.map((side) => `border-${side}-${part}`).filter(isLonghand);
  const [widths, styles, colours] = [names('width'), names('style'), names('color')];
  return {
    values: 'none | <length> (solid | dashed | dotted) <colour>',
    longhands: [...widths, ...styles, ...colours],
    appliesTo: 'blocks',
    note: { fr: note[0], en: note[1] },
    expand: (tokens) => {
      const parts = borderParts(tokens);
      if (!parts) return undefined;
      const give = (list: readonly LonghandName[], value: readonly ValueToken[]) =>
        list.map((name): Part => [name, value]);
      return [
        ...give(widths, parts.width),
        ...give(styles, parts.style),
        ...give(colours, parts.colour),
      ];
    },
  };
}

interface BorderParts {
  readonly width: readonly ValueToken[];
  readonly style: readonly ValueToken[];
  readonly colour: readonly ValueToken[];
}

/** A context in which every kind of value can be recognised. */
const anyContext = { em: 10, rem: 10, colour: '#000000' };
const initialWord: readonly ValueToken[] = [{ kind: 'word', text: 'initial' }];
const zero: readonly ValueToken[] = [{ kind: 'number', value: 0 }];

function borderParts(tokens: readonly ValueToken[]): BorderParts | undefined {
  const parts = { width: initialWord, style: initialWord, colour: initialWord };
  const seen = new Set<string>();
  if (tokens.length === 1 && tokens[0]?.kind === 'number' && tokens[0].value === 0) {
    return { ...parts, width: zero };
  }
  for (const token of tokens) {
    const kind = borderPartKind(token);
    if (kind === undefined || seen.has(kind)) return undefined;
    seen.add(kind);
    parts[kind] = [token];
  }
  return seen.size > 0 ? parts : undefined;
}

function borderPartKind(token: ValueToken): keyof BorderParts | undefined {
  if (rowOf('border-top-width').parse([token], anyContext) !== undefined) return 'width';
  if (rowOf('border-top-style').parse([token], anyContext) !== undefined) return 'style';
  return rowOf('border-top-color').parse([token], anyContext) ? 'colour' : undefined;
}

function expandFont(tokens: readonly ValueToken[]): readonly Part[] | undefined {
  const at = tokens.findIndex((token) => isSize(token));
  const size = tokens[at];
  if (size === undefined) return undefined;
  const before = tokens.slice(0, at).map(fontWord);
  let family = tokens.slice(at + 1);
  let lineHeight: readonly ValueToken[] = initialWord;
  if (isSign(family[0], '/')) {
    lineHeight = family.slice(1, 2);
    family = family.slice(2);
  }
  if (family.length === 0 || lineHeight.length === 0 || before.includes(undefined))
    return undefined;
  const reset: Part[] = [
    ['font-style', initialWord],
    ['font-variant-caps', initialWord],
    ['font-weight', initialWord],
  ];
  const given = before.filter((part): part is Part => part !== undefined && part !== 'normal');
  return [
    ...reset,
    ...given,
    ['font-size', [size]],
    ['line-height', lineHeight],
    ['font-family', family],
  ];
}

function isSize(token: ValueToken): boolean {
  return (
    token.kind === 'percent' ||
    (token.kind !== 'number' && lengthOf(token, anyContext) !== undefined)
  );
}

function fontWord(token: ValueToken): Part | 'normal' | undefined {
  if (loneWord([token]) === 'normal') return 'normal';
  for (const name of ['font-style', 'font-variant-caps', 'font-weight'] as const) {
    if (rowOf(name).parse([token], anyContext) !== undefined) return [name, [token]];
  }
  return undefined;
}
