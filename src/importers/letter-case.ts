/** How a text with misplaced capitals is mended. */
export type CaseRule = 'name' | 'street' | 'commune' | 'sentence';

const particles: ReadonlySet<string> = new Set(
  'à a au aux d de des du en et l la le les lès lez ou par pour près sous sur un une'.split(' '),
);

/** Words that names in capitals often hold, with the accents that capitals lost. */
const accented: ReadonlyMap<string, string> = new Map(
  (
    'académie annexe chalet château cimetière cité collège école église élémentaire ésat étang été fête fêtes ' +
    'forêt général hôpital hôtel ille intercommunal lycée maternelle médiathèque médico mairie marché municipal ' +
    'primaire privé privée public publique république résidence salle spécialisé technique télévision théâtre unité ' +
    'vélo vétérinaire élèves éducation éducatif éducative études foyer jardin parc parking gare place centre ' +
    'espace maison institut'
  )
    .split(' ')
    .map((word) => [fold(word), word]),
);

const acronyms: ReadonlySet<string> = new Set(
  (
    'ADMR AFPA APF APAJH ASH BP BTS CAF CASNAV CCAS CFA CIAS CIO CLIC CMP CPAM CROUS CS DDT DSDEN EDEFS EEAP EHPAD EPCI ' +
    'EPSM EREA ESAT FJT HLM IA IEM IFSI IME IUT ITEP LEP LP MAM MARPA MFR MJC MSA MSAP PIAL PMI RAM RD RN RPI SAMU ' +
    'SDIS SESSAD SIVOM SIVU SMUR SNCF TER UE URSSAF USLD ZA ZAC ZI ZUP'
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
  const mended = text.replace(/[\p{L}\p{M}\p{N}.]+/gu, (word, offset: number) => {
    if (Object.hasOwn(words, word)) return words[word] as string;
    if (!shouts(word)) return word;
    if (rule === 'street') return loneCapitals(word, isFirst(text, offset));
    return shouting ? loneCapitals(word, isFirst(text, offset)) : word;
  });
  if (rule === 'sentence') return capital(shouting ? mended.toLowerCase() : mended);
  return rule === 'commune' ? capital(mended) : mended;
}

/** A text of several words, or one long word, all in capitals; a short one alone is an acronym. */
function isShouting(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters === '' || letters !== letters.toUpperCase()) return false;
  return /\p{L}[\s'’-]+\p{L}/u.test(text) || letters.length > 6 || accented.has(fold(text));
}

function shouts(word: string): boolean {
  return /\p{Lu}/u.test(word) && word === word.toUpperCase() && !/\d/.test(word);
}

function isFirst(text: string, offset: number): boolean {
  return !/\p{L}/u.test(text.slice(0, offset));
}

function loneCapitals(word: string, first: boolean): string {
  const plain = fold(word);
  if (acronyms.has(word.toUpperCase()) || (word.length > 1 && word.includes('.'))) return word;
  if (particles.has(plain) && !first) return plain;
  if (roman.test(word)) return word;
  const isWord = accented.get(plain);
  if (isWord !== undefined) return first ? capital(isWord) : isWord;
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
