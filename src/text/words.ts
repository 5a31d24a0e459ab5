import { hyphenationPoints } from './hyphenation.ts';

/** A place where a word may be cut, before the UTF-16 unit `at`, with or without a hyphen. */
export interface BreakPoint {
  readonly at: number;
  readonly hyphen: boolean;
}

/** A word with the places where it may be cut, a blank, or a forced line end. */
export type TextToken =
  | { readonly kind: 'word'; readonly text: string; readonly points: readonly BreakPoint[] }
  | { readonly kind: 'space'; readonly text: ' ' }
  | { readonly kind: 'break' };

export interface WordOptions {
  readonly lang: string;
  readonly hyphens: 'none' | 'manual' | 'auto';
  /** True leaves every word whole. */
  readonly noWrap: boolean;
}

type WordToken = Extract<TextToken, { kind: 'word' }>;
type WordCache = Map<string, WordToken>;

const space: TextToken = Object.freeze({ kind: 'space', text: ' ' });
const lineEnd: TextToken = Object.freeze({ kind: 'break' });
const noPoints: readonly BreakPoint[] = Object.freeze([]);

/** Words kept per kind of options; a live preview must not grow for ever. */
const mostWords = 20_000;
const caches = new Map<string, WordCache>();

/**
 * Cuts text into words, blanks (a row of blanks is one) and forced line ends (line feed, U+2028,
 * U+2029). No-break spaces stay inside words; soft hyphens and zero-width spaces become points.
 */
export function splitWords(text: string, options: WordOptions): readonly TextToken[] {
  const cache = cacheFor(options);
  const tokens: TextToken[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const kind = blankKind(text.charCodeAt(i));
    if (kind === 0) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) pushWord(tokens, text.slice(start, i), cache, options);
    start = -1;
    if (kind === 2) tokens.push(lineEnd);
    else if (tokens.at(-1) !== space) tokens.push(space);
  }
  if (start >= 0) pushWord(tokens, start === 0 ? text : text.slice(start), cache, options);
  return tokens;
}

/** 0: part of a word; 1: a blank where a line may end; 2: a forced line end. */
function blankKind(code: number): 0 | 1 | 2 {
  if (code === 0x20 || code === 0x09) return 1;
  if (code === 0x0a || code === 0x0b || code === 0x0c) return 2;
  if (code === 0x0d) return 1;
  if (code < 0x1680) return 0;
  if (code === 0x2028 || code === 0x2029) return 2;
  const widthOfBlank = code >= 0x2000 && code <= 0x200a && code !== 0x2007;
  return widthOfBlank || code === 0x1680 || code === 0x205f || code === 0x3000 ? 1 : 0;
}

function cacheFor({ lang, hyphens, noWrap }: WordOptions): WordCache {
  const key = noWrap ? 'whole' : `${hyphens} ${lang}`;
  const known = caches.get(key);
  if (known !== undefined && known.size < mostWords) return known;
  const cache: WordCache = new Map();
  caches.set(key, cache);
  return cache;
}

function pushWord(tokens: TextToken[], raw: string, cache: WordCache, options: WordOptions): void {
  let token = cache.get(raw);
  if (token === undefined) {
    token = makeWord(raw, options);
    cache.set(raw, token);
  }
  if (token.text !== '') tokens.push(token);
}

const invisible = /[\u00ad\u200b\u2060\ufeff]/;

function makeWord(raw: string, options: WordOptions): WordToken {
  const { text, points: written } = invisible.test(raw)
    ? withoutInvisible(raw, options)
    : { text: raw, points: noPoints };
  if (options.noWrap || text.length < 4) return { kind: 'word', text, points: noPoints };
  if (isAddress(text)) return { kind: 'word', text, points: merge(written, addressPoints(text)) };
  const found = hardPoints(text);
  if (options.hyphens !== 'auto' || digit.test(text)) {
    return { kind: 'word', text, points: merge(written, found) };
  }
  // Where the author wrote soft hyphens, the patterns have no say.
  const soft = written.some((point) => point.hyphen);
  const auto = soft ? noPoints : patternPoints(text, options.lang);
  return { kind: 'word', text, points: merge(merge(written, found), auto) };
}

/** Takes out soft hyphens, zero-width spaces and joiners; the first two leave points. */
function withoutInvisible(
  raw: string,
  options: WordOptions,
): { text: string; points: readonly BreakPoint[] } {
  let text = '';
  const points: BreakPoint[] = [];
  for (const character of raw) {
    if (!invisible.test(character)) text += character;
    else if (text === '') continue;
    else if (character === '\u200b') points.push({ at: text.length, hyphen: false });
    else if (character === '\u00ad' && options.hyphens !== 'none') {
      points.push({ at: text.length, hyphen: true });
    }
  }
  return { text, points: points.filter((point) => point.at < text.length) };
}

const digit = /\d/;
const address =
  /^[(<«"“]?(?:(?:https?|ftp):\/\/|www\.|mailto:|[\w.+%-]+@[\w-]|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?]|[),;.]?$))/i;

/** True for web and mail addresses: they break at their own signs and never take a hyphen. */
function isAddress(text: string): boolean {
  if (!text.includes('.') && !text.includes('@')) return false;
  return address.test(text);
}

/** Least characters of an address on either side of a cut. */
const leastOfAddress = 3;

/** Before . ? & = _ - @ # % and after / or a colon's slashes: the sign shows that more follows. */
function addressPoints(text: string): readonly BreakPoint[] {
  const points: BreakPoint[] = [];
  for (let at = leastOfAddress; at <= text.length - leastOfAddress; at++) {
    const before = text[at - 1] as string;
    const after = text[at] as string;
    const cut =
      before === '/'
        ? after !== '/'
        : '.?&=_-@#%~+'.includes(after) && /[\p{L}\p{N}]/u.test(before);
    if (cut) points.push({ at, hyphen: false });
  }
  return points;
}

const hardSigns = /[-\u2010\u2013\u2014/]/;
const hardBreak = /(?<=[\p{L}\p{N}’')»]{2}[-\u2010\u2013/]|\u2014)(?=[\p{L}«(]{2}|[\p{L}][’'])/gu;

/** After a hyphen, a slash or a dash that stands between two real parts: Saint-|Flour, et/|ou. */
function hardPoints(text: string): readonly BreakPoint[] {
  if (!hardSigns.test(text)) return noPoints;
  const points: BreakPoint[] = [];
  for (const match of text.matchAll(hardBreak)) {
    if (match.index > 0) points.push({ at: match.index, hyphen: false });
  }
  return points;
}

const letters = /\p{L}{4,}/gu;

function patternPoints(text: string, lang: string): readonly BreakPoint[] {
  const points: BreakPoint[] = [];
  for (const match of text.matchAll(letters)) {
    for (const at of hyphenationPoints(match[0], lang)) {
      points.push({ at: match.index + at, hyphen: true });
    }
  }
  return points;
}

function merge(a: readonly BreakPoint[], b: readonly BreakPoint[]): readonly BreakPoint[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const taken = new Set(a.map((point) => point.at));
  return [...a, ...b.filter((point) => !taken.has(point.at))].sort((x, y) => x.at - y.at);
}
