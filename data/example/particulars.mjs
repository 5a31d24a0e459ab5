import { degrees, isInside } from './territory.mjs';
import { capital, hamlets, hours, slugOf, streets } from './words.mjs';

const linkWords = new Set('a au aux d de des du en et l la le les pour sur'.split(' '));

/** Postal address: street, hamlet or the place that the kind always stands at. */
export function addressOf(random, kind, place) {
  const extra = random.chance(0.06) ? ['Maison des services'] : [];
  return {
    lines: [...extra, lineOf(random, kind, place)],
    postcode: place.postcode,
    commune: place.name,
    insee: place.code,
  };
}

/** A street number and a street: "14 bis, rue du Moulin". */
export function streetLine(random) {
  return `${random.whole(1, 48)}${random.chance(0.06) ? ' bis' : ''}, ${random.pick(streets)}`;
}

/** A position around the place, inside its outline when it has one. */
export function positionOf(random, kind, place, ring) {
  const spread = kind.at === 'hamlet' ? 1.6 : 0.25 + Math.min(place.population, 9000) / 12000;
  for (let attempt = 0; attempt < 20; attempt++) {
    const around = degrees(place.x + random.bell() * spread, place.y + random.bell() * spread);
    if (!ring || isInside(ring, around.longitude, around.latitude)) return around;
  }
  return degrees(place.x, place.y);
}

/** Phone, e-mail and web site as often as the kind has them; numbers reserved for fiction. */
export function contactsOf(random, kind, { name, turn }) {
  const domain = `${hostOf(name)}.example.${random.chance(0.8) ? 'fr' : 'org'}`;
  const range = kind.mobile && random.chance(0.7) ? '06 39 98' : '04 65 71';
  const digits = String((turn * 7919) % 9000).padStart(4, '0');
  const number = `${range} ${digits.slice(0, 2)} ${digits.slice(2)}`;
  return {
    ...(random.chance(kind.phone) && { phones: [{ number }] }),
    ...(random.chance(kind.mail) && { emails: [{ address: `contact@${domain}` }] }),
    ...(random.chance(kind.web) && { websites: [{ url: `https://www.${domain}` }] }),
  };
}

/** Opening hours, nine times out of ten where the kind has some, and some winter closures. */
export function timesOf(random, kind, place) {
  const key = kind.type === 'mairie' && place.population > 1000 ? 'mairie' : kind.hours;
  const list = hours[key] ?? [];
  const known = list.length > 0 && random.chance(0.9);
  const closed = kind.source === 'commerces' && random.chance(0.06);
  return {
    ...(known && { openingHours: random.pick(list) }),
    ...(closed && {
      closures: [{ from: '2026-12-24', to: '2027-01-03', reason: 'Congés annuels' }],
    }),
  };
}

/** Access in a wheelchair, known three times out of four. */
export function accessOf(random, kind) {
  if (!random.chance(0.75)) return {};
  const wheelchair = random.chance(kind.wheelchair) ? 'yes' : random.pick(['limited', 'no']);
  if (wheelchair !== 'limited') return { accessibility: { wheelchair } };
  const notes = { fr: 'Sonnette à l’entrée, aide sur demande.' };
  return { accessibility: { wheelchair, notes } };
}

/** "Mairie de L’Haÿ-sur-Ambre" gives "mairie-hay": short, as people choose them. */
function hostOf(name) {
  const words = slugOf(name)
    .split('-')
    .filter((word) => !linkWords.has(word));
  const [first = 'lieu', ...rest] = words;
  return rest.reduce(
    (host, word) => (host.length + word.length < 20 ? `${host}-${word}` : host),
    first,
  );
}

function lineOf(random, kind, place) {
  if (kind.at === 'hamlet') return random.pick(hamlets);
  if (kind.place && random.chance(0.8)) return capital(kind.place);
  return place.population < 300 && random.chance(0.5) ? 'Le Bourg' : streetLine(random);
}
