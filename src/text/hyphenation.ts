import { createRequire } from 'node:module';

/** A node of the pattern trie of the `hyphen` package: children, a row of levels, or both. */
type TrieNode = TrieBranch | readonly [TrieBranch, number] | number;
interface TrieBranch {
  readonly [letter: string]: TrieNode;
}

interface Patterns {
  readonly levels: readonly (readonly number[])[];
  readonly trie: TrieBranch;
  readonly exceptions: ReadonlyMap<string, readonly number[]>;
  readonly left: number;
  readonly right: number;
}

/** Pattern file of each language, and the least letters kept before and after a hyphen. */
const languages: Readonly<Record<string, { file: string; left: number; right: number }>> = {
  fr: { file: 'fr', left: 2, right: 3 },
  en: { file: 'en-gb', left: 2, right: 3 },
  de: { file: 'de-1996', left: 2, right: 2 },
  es: { file: 'es', left: 2, right: 2 },
  it: { file: 'it', left: 2, right: 2 },
  nl: { file: 'nl', left: 2, right: 2 },
};

/** Longest word looked at: past it, it is no word of a language. */
const longest = 60;

const none: readonly number[] = [];
const loaded = new Map<string, Patterns | null>();
const requireFile = createRequire(import.meta.url);

/**
 * Where a word made of letters only may be hyphenated, as offsets in UTF-16 units, ascending.
 * Empty for languages without patterns, acronyms, and short words. Not cached: see splitWords.
 */
export function hyphenationPoints(word: string, lang: string): readonly number[] {
  const patterns = patternsFor(lang);
  if (patterns === null || word.length < patterns.left + patterns.right) return none;
  if (word.length > longest || word === word.toUpperCase()) return none;
  const lower = word.toLowerCase();
  if (lower.length !== word.length) return none;
  const known = patterns.exceptions.get(lower) ?? oddLevels(levelsOf(lower, patterns));
  return known.filter((at) => at >= patterns.left && at <= word.length - patterns.right);
}

function patternsFor(lang: string): Patterns | null {
  const known = loaded.get(lang);
  if (known !== undefined) return known;
  const language = languages[lang.slice(0, 2).toLowerCase()];
  const patterns = language === undefined ? null : readPatterns(language);
  loaded.set(lang, patterns);
  return patterns;
}

function readPatterns(language: { file: string; left: number; right: number }): Patterns {
  const [levels, trie, exceptions] = requireFile(`hyphen/patterns/${language.file}.js`) as [
    readonly (readonly number[])[],
    TrieBranch,
    Readonly<Record<string, readonly number[]>> | undefined,
  ];
  return {
    levels,
    trie,
    exceptions: new Map(Object.entries(exceptions ?? {})),
    left: language.left,
    right: language.right,
  };
}

/** Liang's algorithm: the highest level that a pattern gives before each letter. */
function levelsOf(lower: string, { trie, levels }: Patterns): Uint8Array {
  const dotted = `.${lower}.`;
  const found = new Uint8Array(dotted.length + 1);
  for (let start = 0; start < dotted.length; start++) {
    let branch: TrieBranch = trie;
    for (let end = start; end < dotted.length; end++) {
      const node: TrieNode | undefined = branch[dotted[end] as string];
      if (node === undefined) break;
      const row = typeof node === 'number' ? node : isPair(node) ? node[1] : -1;
      if (row >= 0) raise(found, start, levels[row] ?? none);
      if (typeof node === 'number') break;
      branch = isPair(node) ? node[0] : node;
    }
  }
  return found;
}

function isPair(node: TrieNode): node is readonly [TrieBranch, number] {
  return Array.isArray(node);
}

function raise(found: Uint8Array, start: number, row: readonly number[]): void {
  // The rows of a pattern that begins with the dot leave the dot out.
  const offset = start === 0 ? 1 : start;
  for (let i = 0; i < row.length; i++) {
    const level = row[i] as number;
    if (level > (found[offset + i] as number)) found[offset + i] = level;
  }
}

/** Level of the place before letter i of the word stands at i + 1, because of the dot. */
function oddLevels(found: Uint8Array): readonly number[] {
  const points: number[] = [];
  for (let i = 1; i < found.length - 2; i++) {
    if (((found[i] as number) & 1) === 1) points.push(i - 1);
  }
  return points;
}
