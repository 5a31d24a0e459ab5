/** How a text with misplaced capitals is mended. */
export type CaseRule = 'name' | 'street' | 'commune' | 'sentence';

const particles: ReadonlySet<string> = new Set(
  'à au aux bis d de des dit du en et l la le les lès lez ou par pour près quater sous sur ter un une'.split(
    ' ',
  ),
);

/** Nouns that names in capitals often hold, with the accents that capitals lost. */
const nouns = accentsOf(
  'académie allée cité château cimetière collège école église ésat étang étoile fée fête fêtes forêt frères hôpital ' +
    'hôtel lycée mère médiathèque marché métairie père résidence république rivière rivières salle théâtre unité vélo ' +
    'éducation élèves gare place',
);
/** Adjectives: small letters inside a name. */
const adjectives = accentsOf(
  'académique communal communale départemental départementale éducatif éducative élémentaire général intercommunal ' +
    'intercommunale maternelle médico municipal municipale primaire privé privée public publique régional régionale ' +
    'spécialisé spécialisée technique vétérinaire',
);

function accentsOf(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(' ').map((word) => [fold(word), word]));
}

const acronyms: ReadonlySet<string> = new Set(
  (
    'ADMR AFPA APF APAJH ASH BP BTS CAF CASNAV CCAS CFA CIAS CIO CLIC CMP CPAM CROUS CS DDT DSDEN EDEFS EEAP EHPAD EPCI ' +
    'EPSM EREA ESAT FJT HLM IA IEM IFSI IME IUT ITEP LEP LP MAM MARPA MFR MJC MSA MSAP PIAL PMI RAM RD RN RPI SAMU ' +
    'SDIS SESSAD SIVOM SIVU SMUR SNCF TER UE URSSAF USLD ZA ZAC ZAE ZI ZUP'
  ).split(' '),
);

const roman = /^(?:[IVX]{2,}|XX[IV]*)$/;

/** Mends the capitals of a text; `words` are whole words replaced as given, case counting. */
export function mendCase(
  text: string,
  rule: CaseRule,
  words: Readonly<Record<string, string>> = {},
): string {
  const shouting = isShouting(text);
  // "L ETOILE" lost its apostrophe where capitals were typed.
  const source = shouting ? text.replace(/\b([LD]) (?=[AEIOUYÉÈÊÎÔ])/g, "$1'") : text;
  const mended = source.replace(/[\p{L}\p{M}\p{N}.]+/gu, (word, offset: number) => {
    if (Object.hasOwn(words, word)) return words[word] as string;
    const isLone = !shouting && isAlone(source, offset, word);
    if (!shouts(word) || isLone || (rule !== 'street' && !shouting)) return word;
    return lowered(word, beginsName(source, offset, word));
  });
  if (rule === 'sentence') return capital(shouting ? mended.toLowerCase() : mended);
  return rule === 'commune' ? capital(mended) : mended;
}

/** A short word in capitals among others that are not: "d'AFN", "Wilson A", "D 968". */
function isAlone(text: string, offset: number, word: string): boolean {
  if (word.length === 1) return !/^['’]/.test(text.slice(offset + 1));
  if (word.length > 3 || particles.has(fold(word))) return false;
  const before = /(\p{L}+)[^\p{L}]+$/u.exec(text.slice(0, offset))?.[1] ?? '';
  const after = /^[^\p{L}]+(\p{L}+)/u.exec(text.slice(offset + word.length))?.[1] ?? '';
  return ![before, after].some((other) => other.length > 1 && shouts(other));
}

/** The first word, or the first of a hyphenated name: "LA-CHAPELLE-DU-LOU" after a street. */
function beginsName(text: string, offset: number, word: string): boolean {
  if (!/\p{L}/u.test(text.slice(0, offset))) return true;
  return text[offset + word.length] === '-' && text[offset - 1] === ' ';
}

/** A text of several words, or one long word, all in capitals; a short one alone is an acronym. */
function isShouting(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters === '' || letters !== letters.toUpperCase()) return false;
  return /\p{L}[\s'’-]+\p{L}/u.test(text) || letters.length > 6 || nouns.has(fold(text));
}

function shouts(word: string): boolean {
  return /\p{Lu}/u.test(word) && word === word.toUpperCase() && !/\d/.test(word);
}

function lowered(word: string, first: boolean): string {
  const plain = fold(word);
  if (acronyms.has(word.toUpperCase()) || (word.length > 1 && word.includes('.'))) return word;
  if (particles.has(plain) && !first) return plain;
  if (roman.test(word)) return word;
  const adjective = adjectives.get(plain);
  if (adjective !== undefined && !first) return adjective;
  const known = nouns.get(plain) ?? adjective;
  if (known !== undefined) return capital(known);
  if (word.length > 1 && word.length <= 5 && !/[AEIOUYÀÂÉÈÊËÎÏÔÛÙ]/.test(word)) {
    return word === 'ST' || word === 'STE' ? capital(word.toLowerCase()) : word;
  }
  return capital(word.toLowerCase());
}

function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
