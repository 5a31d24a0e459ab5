/** U+202F, the fixed narrow space that French puts before high signs and inside numbers. */
const narrow = '\u202f';
const noBreak = '\u00a0';

/** Blanks that the rules may replace; line feeds are not among them. */
const blank = '[ \\t\\u00a0\\u2009\\u202f]';

const addressLike = /\S*(?:[:]\/\/|www\.|@)\S*/giu;

type Rule = readonly [pattern: RegExp, by: string | ((match: string) => string)];

/** Rules that only matter where a sign stands: most texts have one kind or none. */
interface RuleGroup {
  readonly sign: RegExp;
  readonly rules: readonly Rule[];
}

const narrowed = (match: string): string => match.replace(blanks, narrow);
const blanks = new RegExp(`${blank}+`, 'g');

const months =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const units =
  '%|‰|€|°C|km²|km|m²|m³|ha|cm|mm|m|kg|g|kWh|kW|kVA|V|A|L|l|t|ko|Mo|Go|h|min|s|ans?|euros?';
const titles = 'MM?\\.|Mmes?|Mlles?|Dr|Pr|Mgr';

/** In order: later rules find what earlier ones left. */
const groups: readonly RuleGroup[] = [
  {
    sign: /[;:!?]/,
    rules: [
      [rule(`${blank}+([;:!?]+)(?![\\p{L}\\p{N}/])`), `${narrow}$1`],
      [rule('(?<=[\\p{L}\\p{N})\\]»”"’…])([;!?]+)(?=$|[\\s»)\\]”"…])'), `${narrow}$1`],
      [rule('(?<=[\\p{L})\\]»”"])(:)(?=$|\\s)'), `${narrow}$1`],
    ],
  },
  {
    sign: /[«»‹›]/,
    rules: [
      [rule(`([«‹])${blank}*(?=\\S)`), `$1${narrow}`],
      [rule(`(?<=\\S)(?<![«‹])${blank}*([»›])`), `${narrow}$1`],
    ],
  },
  {
    sign: /\d[ \t\u00a0\u2009\u202f(]+\d/,
    rules: [
      // Telephone numbers by pairs or by threes, special, international; then thousands.
      [rule(`(?<!\\d)0\\d(?:${blank}\\d{2}){4}(?!\\d)`), narrowed],
      [rule(`(?<!\\d)0${blank}?8\\d{2}(?:${blank}\\d{2,3}){2,3}(?!\\d)`), narrowed],
      [rule(`\\+\\d{1,3}(?:${blank}?\\(0\\))?(?:${blank}?\\d{1,4}){3,6}(?!\\d)`), narrowed],
      [rule(`(?<![\\d.,])\\d{1,3}(?:${blank}\\d{3})+(?!\\d)`), narrowed],
    ],
  },
  {
    sign: /\d/,
    rules: [
      [rule(`(?<=\\d)${blank}+(?=(?:${units})(?![\\p{L}\\p{N}]))`), narrow],
      [rule('(?<=\\d)(?=[%‰€](?![\\p{L}\\p{N}]))'), narrow],
      [rule(`(?<=\\d${narrow}h)${blank}+(?=\\d{2}(?!\\d))`), narrow],
      [rule(`(?<![\\p{L}\\p{N}])([nN][°º]s?)${blank}*(?=\\d)`), `$1${noBreak}`],
      [rule(`(?<=(?<!\\d)(?:\\d{1,2}|1er))${blank}+(?=(?:${months})(?!\\p{L}))`, 'i'), noBreak],
    ],
  },
  {
    sign: new RegExp(`(?:${titles})${blank}`),
    rules: [[rule(`(?<=(?<![\\p{L}\\p{N}])(?:${titles}))${blank}+(?=\\p{Lu})`), noBreak]],
  },
];

function rule(source: string, flags = ''): RegExp {
  return new RegExp(source, `gu${flags}`);
}

/**
 * French spacing: U+202F before ; : ! ?, inside guillemets, in numbers and telephones, before
 * units; U+00A0 after "n°" and titles and in dates. Addresses of web and mail are left alone.
 * Applying it twice changes nothing; text of another language comes back as it is.
 */
export function applySpacing(text: string, lang: string): string {
  if (!isFrench(lang)) return text;
  const known = spaced.get(text);
  if (known !== undefined) return known;
  const result = spaceAround(text);
  if (spaced.size >= mostTexts) spaced.clear();
  if (text.length <= longestKept) spaced.set(text, result);
  return result;
}

/** Labels, hours and streets come back all the time: texts are kept, up to a length and a count. */
const spaced = new Map<string, string>();
const mostTexts = 10_000;
const longestKept = 200;

/** Leaves addresses of web and mail as they are. */
function spaceAround(text: string): string {
  if (!text.includes('@') && !text.includes('://') && !text.includes('www.')) return space(text);
  let result = '';
  let from = 0;
  for (const match of text.matchAll(addressLike)) {
    result += space(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + space(text.slice(from));
}

function space(text: string): string {
  let result = text;
  for (const { sign, rules } of groups) {
    if (!sign.test(result)) continue;
    for (const [pattern, by] of rules) {
      result = typeof by === 'string' ? result.replace(pattern, by) : result.replace(pattern, by);
    }
  }
  return result;
}

function isFrench(lang: string): boolean {
  return lang === 'fr' || lang.startsWith('fr-');
}

const straightApostrophe = /(?<=\p{L})'(?=[\p{L}\p{N}«])/gu;

/** Turns the typewriter's apostrophe between letters into ’ (l'école, aujourd'hui), in French. */
export function applyApostrophes(text: string, lang: string): string {
  if (!isFrench(lang) || !text.includes("'")) return text;
  return text.replace(straightApostrophe, '’');
}

/** A piece of text, raised or not. */
export interface OrdinalPart {
  readonly text: string;
  readonly superscript: boolean;
}

const ordinal =
  /(?<![\p{L}\p{N}.,'’-])(\d+|[IVXLCDM]+)(ers?|res?|ères?|èmes?|ièmes?|es|e|nde?s?|de?)(?![\p{L}\p{N}-])/gu;
const roman = /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** Parts ordinals from their endings: "XIXe siècle" gives "XIX", raised "e", " siècle". */
export function ordinalParts(text: string): readonly OrdinalPart[] {
  const parts: OrdinalPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ordinal)) {
    const [, base = '', ending = ''] = match;
    if (!isOrdinal(base, ending)) continue;
    const at = match.index + base.length;
    parts.push({ text: text.slice(from, at), superscript: false });
    parts.push({ text: ending, superscript: true });
    from = at + ending.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), superscript: false });
  return parts;
}

/** "Ce", "De", "Le", "Me", "Des" look like Roman ordinals and are words. */
function isOrdinal(base: string, ending: string): boolean {
  const first = base === '1' || base === 'I';
  if (/^(?:ers?|res?|ères?)$/.test(ending)) return first;
  if (/^(?:nde?s?|de?)$/.test(ending)) return base === '2';
  if (first) return false;
  if (/^\d/.test(base)) return true;
  return roman.test(base) && (base.length > 1 || base === 'V' || base === 'X');
}
