const combiningMarks = /\p{M}+/gu;
const separators = /[^a-z0-9]+/g;
const articles = new Set(['d', 'de', 'des', 'du', 'l', 'la', 'le', 'les', 'et']);

/** A word in lower-case ASCII, words parted by one space: "L’Haÿ & Œuvres" gives "l hay oeuvres". */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(separators, ' ')
    .trim();
}

/** The key under which a word is found: folded, in the singular, articles left out. */
export function wordKey(word: string): string {
  const words = foldWord(word).split(' ');
  const kept = words.filter((part) => !articles.has(part));
  return (kept.length > 0 ? kept : words).map(singular).join(' ');
}

function singular(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  return word.endsWith('s') || word.endsWith('x') ? word.slice(0, -1) : word;
}
