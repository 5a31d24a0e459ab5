import type { Colour } from './computed-style.ts';
import { splitAtCommas, type ValueToken } from './value-token.ts';

/** Red, green, blue, 0 to 255. */
type Channels = readonly [number, number, number];

/** Colour names of CSS that sheets may use. */
export const namedColours: Readonly<Record<string, Colour>> = {
  black: '#000000',
  white: '#ffffff',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  red: '#ff0000',
  maroon: '#800000',
  orange: '#ffa500',
  yellow: '#ffff00',
  gold: '#ffd700',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  teal: '#008080',
  navy: '#000080',
  blue: '#0000ff',
  purple: '#800080',
  fuchsia: '#ff00ff',
  brown: '#a52a2a',
};

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrastRatio(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever reads best on the colour: always at least 4.5:1. */
export function contrastColour(background: Colour): Colour {
  const white = contrastRatio(background, '#ffffff');
  return white >= contrastRatio(background, '#000000') ? '#ffffff' : '#000000';
}

/** The colour with `share` (0 to 1) of `a`, the rest of `b`, mixed in sRGB. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  const [first, second] = [channels(a), channels(b)];
  return hex(first.map((value, i) => value * share + (second[i] as number) * (1 - share)));
}

/** The grey as light as the colour. */
export function toGrey(colour: Colour): Colour {
  const y = luminance(colour);
  const value = 255 * (y <= 0.0031308 ? 12.92 * y : 1.055 * y ** (1 / 2.4) - 0.055);
  return hex([value, value, value]);
}

/** The colour that a value names; undefined when it is none we know. */
export function parseColour(
  tokens: readonly ValueToken[],
  currentColour: Colour,
): Colour | undefined {
  const [token, ...more] = tokens;
  if (token === undefined || more.length > 0) return undefined;
  if (token.kind === 'hash') return parseHex(token.text);
  if (token.kind === 'call') return parseCall(token.name, token.args, currentColour);
  if (token.kind !== 'word') return undefined;
  const word = token.text.toLowerCase();
  return word === 'currentcolor' ? currentColour : ownColour(word);
}

function ownColour(word: string): Colour | undefined {
  return Object.hasOwn(namedColours, word) ? namedColours[word] : undefined;
}

function parseHex(digits: string): Colour | undefined {
  const text = digits.toLowerCase();
  if (/^[0-9a-f]{6}$/.test(text)) return `#${text}`;
  return /^[0-9a-f]{3}$/.test(text) ? `#${text.replace(/./g, '$&$&')}` : undefined;
}

function parseCall(
  name: string,
  args: readonly ValueToken[],
  currentColour: Colour,
): Colour | undefined {
  if (name === 'rgb') return parseRgb(args);
  if (name === 'contrast-color') {
    const background = parseColour(args, currentColour);
    return background === undefined ? undefined : contrastColour(background);
  }
  return name === 'color-mix' ? parseMix(args, currentColour) : undefined;
}

function parseRgb(args: readonly ValueToken[]): Colour | undefined {
  const values = args.filter((token) => token.kind !== 'sign' || token.text !== ',');
  if (values.length !== 3) return undefined;
  const numbers = values.map((token) => {
    if (token.kind === 'number') return token.value;
    return token.kind === 'percent' ? (token.value * 255) / 100 : Number.NaN;
  });
  return numbers.some(Number.isNaN) ? undefined : hex(numbers);
}

function parseMix(args: readonly ValueToken[], currentColour: Colour): Colour | undefined {
  const [space, ...parts] = splitAtCommas(args);
  const words = space?.map((token) => (token.kind === 'word' ? token.text.toLowerCase() : ''));
  if (words?.join(' ') !== 'in srgb' || parts.length !== 2) return undefined;
  const [a, b] = parts.map((part) => parseShare(part, currentColour));
  if (!a?.colour || !b?.colour) return undefined;
  const first = a.share ?? 1 - (b.share ?? 0.5);
  const second = b.share ?? 1 - first;
  const total = first + second;
  return total > 0 && first >= 0 && second >= 0
    ? mix(a.colour, b.colour, first / total)
    : undefined;
}

function parseShare(
  tokens: readonly ValueToken[],
  currentColour: Colour,
): { readonly colour: Colour | undefined; readonly share: number | undefined } {
  const percent = tokens.find((token) => token.kind === 'percent');
  const rest = tokens.filter((token) => token !== percent);
  const share = percent?.kind === 'percent' ? percent.value / 100 : undefined;
  return { colour: parseColour(rest, currentColour), share };
}

function channels(colour: Colour): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hex(values: readonly number[]): Colour {
  const digits = values.map((value) =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

/** WCAG relative luminance, 0 to 1. */
function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
