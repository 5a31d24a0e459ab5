import { pointsPer } from '../geometry/geometry.ts';
import type { Colour, LengthOrPercent } from './computed-style.ts';
import { isSign, splitAtCommas, type ValueToken } from './value-token.ts';

/** What relative values are relative to. */
export interface ValueContext {
  /** Font size of the element, pt (of its parent, for font-size itself). */
  readonly em: number;
  /** Font size of the root, pt. */
  readonly rem: number;
  /** What `currentcolor` means. */
  readonly colour: Colour;
}

/** Units that sheets may use. */
export const lengthUnits: readonly string[] = [...Object.keys(pointsPer), 'em', 'rem'];

/** A length in pt; undefined when the token is none. */
export function lengthOf(token: ValueToken | undefined, context: ValueContext): number | undefined {
  const quantity = token && quantityOf(token, context);
  if (quantity?.unit === 'pt') return quantity.value;
  return quantity?.unit === 'number' && quantity.value === 0 ? 0 : undefined;
}

/** A length or a percentage; undefined when the token is neither. */
export function lengthOrPercentOf(
  token: ValueToken | undefined,
  context: ValueContext,
): LengthOrPercent | undefined {
  const quantity = token && quantityOf(token, context);
  if (quantity?.unit === '%') return { unit: '%', value: quantity.value };
  const value = lengthOf(token, context);
  return value === undefined ? undefined : { unit: 'pt', value };
}

/** A plain number, calc() included; undefined when the token is none. */
export function numberOf(token: ValueToken | undefined, context: ValueContext): number | undefined {
  const quantity = token && quantityOf(token, context);
  return quantity?.unit === 'number' ? quantity.value : undefined;
}

interface Quantity {
  readonly unit: 'pt' | '%' | 'number';
  readonly value: number;
}

function quantityOf(token: ValueToken, context: ValueContext): Quantity | undefined {
  const quantity = rawQuantity(token, context);
  return quantity && Number.isFinite(quantity.value) ? quantity : undefined;
}

function rawQuantity(token: ValueToken, context: ValueContext): Quantity | undefined {
  switch (token.kind) {
    case 'number':
      return { unit: 'number', value: token.value };
    case 'percent':
      return { unit: '%', value: token.value };
    case 'dimension':
      return dimension(token.value, token.unit, context);
    case 'group':
      return sum(token.args, context);
    case 'call':
      return callQuantity(token.name, token.args, context);
    default:
      return undefined;
  }
}

function callQuantity(
  name: string,
  args: readonly ValueToken[],
  context: ValueContext,
): Quantity | undefined {
  if (name === 'calc') return sum(args, context);
  if (name !== 'max' && name !== 'min') return undefined;
  const [first, ...others] = splitAtCommas(args).map((part) => sum(part, context));
  if (!first || others.some((other) => other?.unit !== first.unit)) return undefined;
  const values = [first, ...others].map((quantity) => quantity?.value ?? Number.NaN);
  return { unit: first.unit, value: name === 'max' ? Math.max(...values) : Math.min(...values) };
}

function dimension(value: number, unit: string, context: ValueContext): Quantity | undefined {
  if (unit === 'em') return { unit: 'pt', value: value * context.em };
  if (unit === 'rem') return { unit: 'pt', value: value * context.rem };
  if (!Object.hasOwn(pointsPer, unit)) return undefined;
  return { unit: 'pt', value: value * pointsPer[unit as keyof typeof pointsPer] };
}

/** `+` and `-` over products, left to right. */
function sum(tokens: readonly ValueToken[], context: ValueContext): Quantity | undefined {
  let total: Quantity | undefined;
  let sign = 1;
  let start = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token !== undefined && !isSign(token, '+') && !isSign(token, '-')) continue;
    const term = product(tokens.slice(start, i), context);
    if (term === undefined || (total !== undefined && total.unit !== term.unit)) return undefined;
    total = { unit: term.unit, value: (total?.value ?? 0) + sign * term.value };
    sign = isSign(token, '-') ? -1 : 1;
    start = i + 1;
  }
  return total;
}

/** `*` and `/` left to right; at most one factor bears a unit, never a divisor. */
function product(tokens: readonly ValueToken[], context: ValueContext): Quantity | undefined {
  const [first, ...rest] = tokens;
  let total = first && quantityOf(first, context);
  for (let i = 0; i < rest.length && total !== undefined; i += 2) {
    const factor = rest[i + 1];
    const quantity: Quantity | undefined = factor && quantityOf(factor, context);
    total = quantity && combine(total, quantity, rest[i]);
  }
  return total;
}

function combine(a: Quantity, b: Quantity, sign: ValueToken | undefined): Quantity | undefined {
  if (isSign(sign, '/')) {
    return b.unit === 'number' && b.value !== 0 ? { ...a, value: a.value / b.value } : undefined;
  }
  if (!isSign(sign, '*') || (a.unit !== 'number' && b.unit !== 'number')) return undefined;
  return { unit: a.unit === 'number' ? b.unit : a.unit, value: a.value * b.value };
}
