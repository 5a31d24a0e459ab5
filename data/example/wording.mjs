import { atCommune, capital, hamlets, ofCommune, ofHamlet, pools } from './words.mjs';

const range = /^n:(\d+)-(\d+)$/u;

/** Writes a pattern of the catalogue out for a place; one text never draws the same word twice. */
export function fill(random, pattern, place, hamlet) {
  const used = new Set();
  const text = pattern.replace(/\{([^}]+)\}/gu, (_, key) => {
    let word = draw(random, key, place, hamlet);
    for (let attempt = 0; used.has(word) && attempt < 5; attempt++) {
      word = draw(random, key, place, hamlet);
    }
    used.add(word);
    return word;
  });
  return capital(text.replaceAll('~', '\u00a0'));
}

/** A name that the place does not have yet; numbered when chance finds none. */
export function freshName(random, kind, place, names) {
  const claim = (name) => {
    const key = `${place.code} ${name}`;
    if (names.has(key)) return false;
    names.add(key);
    return true;
  };
  for (let attempt = 0; attempt < 8; attempt++) {
    const name = fill(random, random.pick(kind.names), place, random.pick(hamlets));
    if (claim(name)) return name;
  }
  const name = fill(random, kind.names[0], place, random.pick(hamlets));
  for (let rank = 2; ; rank++) {
    if (claim(`${name} (${rank})`)) return `${name} (${rank})`;
  }
}

/** The description by language, with the same numbers; a text of `en` says what that of `fr` does. */
export function describe(random, kind, place) {
  const choices = kind.fr ?? [''];
  const chosen = random.whole(0, choices.length - 1);
  if (choices[chosen] === '') return undefined;
  const numbers = new Map();
  const steady = {
    ...random,
    whole(least, most) {
      const key = `${least}-${most}`;
      if (!numbers.has(key)) numbers.set(key, random.whole(least, most));
      return numbers.get(key);
    },
  };
  const texts = { fr: choices[chosen], en: kind.en?.[chosen], de: kind.de?.[chosen] };
  const written = Object.entries(texts).filter(([, pattern]) => pattern !== undefined);
  return Object.fromEntries(
    written.map(([language, pattern]) => [language, fill(steady, pattern, place)]),
  );
}

function draw(random, key, place, hamlet) {
  const bounds = range.exec(key);
  if (bounds) return String(random.whole(Number(bounds[1]), Number(bounds[2])));
  const firstName = () => random.pick([...pools.elle, ...pools.lui]);
  switch (key) {
    case 'de':
      return ofCommune(place.name);
    case 'a':
      return atCommune(place.name);
    case 'deHameau':
      return ofHamlet(hamlet);
    case 'prenom':
      return firstName();
    case 'dePrenom':
      return ofCommune(firstName());
    default:
      return random.pick(pools[key]);
  }
}
