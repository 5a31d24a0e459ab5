import type { Message } from '../diagnostics/diagnostic.ts';
import { type Edges, pageFormats, type Size } from '../geometry/geometry.ts';
import { colourOrNone } from './box-properties.ts';
import type { Colour, PageMaster } from './computed-style.ts';
import { lengthOf, type ValueContext } from './length.ts';
import { anyLength, keyword } from './property.ts';
import { loneWord, type ValueToken } from './value-token.ts';

/** One thing that a page rule sets; margins inside and outside change sides with the page. */
export type PagePart =
  | { readonly kind: 'size'; readonly size: Size | null }
  | {
      readonly kind: 'margin';
      readonly edge: keyof Edges | 'inside' | 'outside';
      readonly value: number;
    }
  | { readonly kind: 'background'; readonly colour: Colour | null }
  | { readonly kind: 'folio'; readonly style: PageMaster['folioStyle'] }
  | { readonly kind: 'folio-reset'; readonly reset: boolean };

/** A descriptor of `@page`, as the manual prints it. */
export interface PageProperty {
  readonly values: string;
  readonly initial: string;
  readonly note: Message;
}

const marginNote = (fr: string, en: string): PageProperty => ({
  values: '<length>',
  initial: '15mm',
  note: { fr, en },
});

const background: PageProperty = {
  values: 'none | <colour>',
  initial: 'none',
  note: {
    fr: 'couleur de toute la page, fond perdu compris',
    en: 'colour of the whole page, bleed included',
  },
};

/** Margin of a page whose sheets say nothing: 15 mm, in pt. */
export const initialPageMargin = (15 * 72) / 25.4;

/** The descriptors of `@page`, by name. */
export const pageTable: Readonly<Record<string, PageProperty>> = {
  size: {
    values: 'auto | A3 | A4 | A5 | A6 | <length>{1,2} | landscape | portrait',
    initial: 'auto',
    note: {
      fr: 'format des pages d’un nom ; pour les autres, celui du livret l’emporte',
      en: 'format of the pages of a name; for the others, the booklet’s wins',
    },
  },
  margin: { ...marginNote('les quatre marges', 'the four margins'), values: '<length>{1,4}' },
  'margin-top': marginNote('marge de tête', 'head margin'),
  'margin-right': marginNote('marge de droite', 'right margin'),
  'margin-bottom': marginNote('marge de pied', 'foot margin'),
  'margin-left': marginNote('marge de gauche', 'left margin'),
  'margin-inside': marginNote('marge du côté de la reliure', 'margin on the spine side'),
  'margin-outside': marginNote('marge du côté extérieur', 'margin on the outer side'),
  background,
  'background-color': background,
  folio: {
    values: 'decimal | lower-roman | none',
    initial: 'decimal',
    note: {
      fr: 'chiffres du folio (propre à PROXIMITÉS) ; none : la page compte, son folio ne s’imprime pas',
      en: 'numerals of the folio (ours); none: the page counts, its folio is not printed',
    },
  },
  'folio-reset': {
    values: 'false | true',
    initial: 'false',
    note: {
      fr: 'true : le folio repart de 1 à la première page de ce nom',
      en: 'true: the folio starts again at 1 on the first page of this name',
    },
  },
};

/** Names of the descriptors of `@page`. */
export const pagePropertyNames: readonly string[] = Object.keys(pageTable);

/** What a descriptor sets; undefined when its value is not one of those supported. */
export function expandPage(
  property: string,
  tokens: readonly ValueToken[],
  context: ValueContext,
): readonly PagePart[] | undefined {
  switch (property) {
    case 'size':
      return parseSize(tokens, context);
    case 'margin':
      return expandMargin(tokens, context);
    case 'background':
    case 'background-color': {
      const value = colourOrNone(tokens, context);
      return value && [{ kind: 'background', colour: value.colour }];
    }
    case 'folio': {
      const style = keyword(['decimal', 'lower-roman', 'none'] as const)(tokens, context);
      return style && [{ kind: 'folio', style }];
    }
    case 'folio-reset': {
      const word = keyword(['true', 'false'] as const)(tokens, context);
      return word && [{ kind: 'folio-reset', reset: word === 'true' }];
    }
    default:
      return expandOneMargin(property, tokens, context);
  }
}

function expandOneMargin(
  property: string,
  tokens: readonly ValueToken[],
  context: ValueContext,
): readonly PagePart[] | undefined {
  const value = anyLength(tokens, context);
  const edge = (['top', 'right', 'bottom', 'left', 'inside', 'outside'] as const).find(
    (one) => property === `margin-${one}`,
  );
  return edge === undefined || value === undefined || value < 0
    ? undefined
    : [{ kind: 'margin', edge, value }];
}

function expandMargin(
  tokens: readonly ValueToken[],
  context: ValueContext,
): readonly PagePart[] | undefined {
  const values = tokens.map((token) => lengthOf(token, context));
  const [top, right = top, bottom = top, left = right, ...more] = values;
  const all = [top, right, bottom, left];
  if (more.length > 0 || values.includes(undefined)) return undefined;
  const parts: PagePart[] = [];
  for (const [i, edge] of (['top', 'right', 'bottom', 'left'] as const).entries()) {
    const value = all[i];
    if (value === undefined || value < 0) return undefined;
    parts.push({ kind: 'margin', edge, value });
  }
  return parts;
}

function parseSize(
  tokens: readonly ValueToken[],
  context: ValueContext,
): readonly PagePart[] | undefined {
  if (loneWord(tokens) === 'auto') return [{ kind: 'size', size: null }];
  const isTurn = (token: ValueToken) => /^(landscape|portrait)$/.test(loneWord([token]) ?? '');
  const turn = tokens.find(isTurn);
  const rest = tokens.filter((token) => token !== turn);
  const size = rest.length === 0 ? pageFormats.a4 : (namedSize(rest) ?? lengthSize(rest, context));
  if (size === undefined || tokens.length === 0) return undefined;
  const turned = turn !== undefined && loneWord([turn]) === 'landscape';
  return [{ kind: 'size', size: turned ? { width: size.height, height: size.width } : size }];
}

function namedSize(tokens: readonly ValueToken[]): Size | undefined {
  const word = loneWord(tokens) ?? '';
  return Object.hasOwn(pageFormats, word) ? pageFormats[word] : undefined;
}

function lengthSize(tokens: readonly ValueToken[], context: ValueContext): Size | undefined {
  const [width, height = width, ...more] = tokens.map((token) => lengthOf(token, context));
  if (!width || !height || width <= 0 || height <= 0 || more.length > 0) return undefined;
  return { width, height };
}
