const marks = /[\u0300-\u036f]+/g;
const separators = /[^a-z0-9\n]+/g;
const outerSpaces = /^ | $/gm;
const saintShort = /\bst(es?|s)?\b/g;
const onRiver = /\bs\/ */g;
const abbreviated = /\bst/;

/** The form under which two spellings of a place meet: case, accents, hyphens and "St" ignored; line ends kept. */
export function foldName(text: string): string {
  const folded = text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(onRiver, 'sur ')
    .replace(separators, ' ')
    .replace(outerSpaces, '');
  return abbreviated.test(folded) ? folded.replace(saintShort, 'saint$1') : folded;
}

/** The name with the curly apostrophe of printed French: the register has the typewriter's. */
export function typographic(name: string): string {
  return name.replaceAll("'", '’');
}

/** The spelling itself, only case and the kind of apostrophe and of hyphen ignored. */
export function softFold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[\s-]+/g, ' ')
    .trim();
}
