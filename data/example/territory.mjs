import { createRandom, seedOf } from './random.mjs';

/** Invented: none of these names is that of a commune of France (a test checks it). */
const named = [
  ['Ambreval', 8240, '99100', 0, 0],
  ['Cœurval', 2310, '99110', 7, 3.5],
  ['L’Haÿ-sur-Ambre', 1870, '99120', -6, 2.5],
  ['La Ferté-Ambroise', 1420, '99130', 2.5, -6.5],
  ['Chastelmire', 960, '99140', 1.5, 7],
  ['Saint-Floribert-les-Étangs', 780, '99150', -5, -5],
  ['Montfalan', 610, '99110', 9, -3.5],
  ['Les Aubiers-d’Ambre', 540, '99120', -12, -1.5],
  ['Rochebrande', 430, '99140', -5.5, 9],
  ['Sainte-Ysolde-en-Naude', 320, '99140', 9, 10],
  ['Noirétang', 210, '99150', -12, -8],
  ['Vallorme-le-Haut', 145, '99110', 14, 4],
];

const beginnings = ['Am', 'Bru', 'Cham', 'Dor', 'Escla', 'Fara', 'Galu', 'Hau', 'Isa', 'Jon'];
const middles = ['bre', 'di', 'ge', 'lo', 'mi', 'nau', 'quel', 'ran', 'sau', 'ver'];
const endings = ['bert', 'court', 'don', 'fontaine', 'gnac', 'lande', 'mont', 'rive', 'val', 'zac'];
const tails = ['', '', '', '-le-Haut', '-sur-Ambre', '-en-Naude', '-les-Étangs', '-d’Orvel'];

const centre = { longitude: 3, latitude: 46.4 };
const degreesPerKm = { longitude: 0.01303, latitude: 0.008993 };

/** The intercommunality that publishes the example. */
export const epci = { code: '999900012', nom: 'Communauté de communes des Trois Vallées d’Ambre' };

/** The neighbouring town and the seat of the région, outside the territory; x, y in kilometres. */
export const seat = {
  code: '99950',
  name: 'Grandrivaz',
  postcode: '99500',
  population: 41200,
  x: 23,
  y: 13,
};
export const regionSeat = {
  code: '99960',
  name: 'Belorme',
  postcode: '99600',
  population: 187000,
  x: -71,
  y: 58,
};

/** Communes with their site: the 12 named ones, then as many made-up ones as asked for. */
export function createCommunes(count, seed) {
  const random = createRandom(seed ^ 0x5eed);
  const communes = named.slice(0, count).map(([name, population, postcode, x, y], index) => ({
    code: String(99001 + index),
    name,
    population,
    postcode,
    x,
    y,
  }));
  const names = new Set(named.map(([name]) => name));
  for (let index = named.length; index < Math.min(count, 899); index++) {
    const reach = 4.6 * Math.sqrt(index + 0.5);
    const angle = index * 2.399963;
    communes.push({
      code: String(99001 + index),
      name: inventName(random, names),
      population: Math.round(120 + 2400 * random.next() ** 3),
      postcode: `99${random.whole(160, 499)}`,
      x: reach * Math.cos(angle) + random.bell() * 0.5,
      y: reach * Math.sin(angle) + random.bell() * 0.5,
    });
  }
  return communes.map((commune) => ({ ...commune, ...degrees(commune.x, commune.y) }));
}

/** Outlines of the communes: cells around their sites with borders drawn as rivers are. */
export function createContours(communes) {
  const outline = outerBorder(communes.length);
  return {
    type: 'FeatureCollection',
    name: epci.nom,
    proximites: { note: 'Territoire inventé : aucune de ces communes n’existe.' },
    features: communes.map((commune) => ({
      type: 'Feature',
      properties: {
        code: commune.code,
        nom: commune.name,
        population: commune.population,
        codesPostaux: [commune.postcode],
        departement: '99',
        epci: epci.code,
        nom_epci: epci.nom,
      },
      geometry: { type: 'Polygon', coordinates: [ring(cell(commune, communes, outline))] },
    })),
  };
}

/** Whether a position, in degrees, stands inside the ring. */
export function isInside(ringOfCell, longitude, latitude) {
  let inside = false;
  for (let index = 1; index < ringOfCell.length; index++) {
    const [x1, y1] = ringOfCell[index - 1];
    const [x2, y2] = ringOfCell[index];
    const crosses = y1 > latitude !== y2 > latitude;
    if (crosses && longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Degrees of a place given in kilometres from the centre, to about a metre. */
export function degrees(x, y) {
  return {
    longitude: round(centre.longitude + x * degreesPerKm.longitude),
    latitude: round(centre.latitude + y * degreesPerKm.latitude),
  };
}

function inventName(random, taken) {
  for (;;) {
    const middle = random.chance(0.5) ? random.pick(middles) : '';
    const word = random.pick(beginnings) + middle + random.pick(endings);
    const name = (random.chance(0.2) ? 'Saint-' : '') + word + random.pick(tails);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function outerBorder(count) {
  const [width, height] =
    count <= named.length ? [18, 14] : [1, 1].map(() => 4.6 * Math.sqrt(count) + 2);
  const random = createRandom(seedOf(`border ${count}`));
  return Array.from({ length: 18 }, (_, index) => {
    const angle = (index / 18) * 2 * Math.PI;
    const reach = 0.92 + random.next() * 0.16;
    return [1 + width * reach * Math.cos(angle), 1 + height * reach * Math.sin(angle)];
  });
}

/** The part of the outline that is nearer to this site than to any other. */
function cell(site, sites, outline) {
  let corners = outline;
  for (const other of sites) {
    if (other === site) continue;
    const nearer = ([x, y]) =>
      (x - site.x) ** 2 + (y - site.y) ** 2 - (x - other.x) ** 2 - (y - other.y) ** 2;
    corners = clip(corners, nearer);
  }
  return corners.map(([x, y]) => [x.toFixed(6), y.toFixed(6)].map(Number));
}

function clip(corners, distance) {
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length];
    const [here, there] = [distance(corner), distance(next)];
    const kept = here <= 0 ? [corner] : [];
    if (here <= 0 === there <= 0) return kept;
    const share = here / (here - there);
    return [...kept, corner.map((value, axis) => value + share * (next[axis] - value))];
  });
}

function ring(corners) {
  const points = corners.flatMap((corner, index) =>
    border(corner, corners[(index + 1) % corners.length]).slice(0, -1),
  );
  const positions = points.map(([x, y]) => Object.values(degrees(x, y)));
  return [...positions, positions[0]];
}

/** The winding border between two corners, the same whichever way it is walked. */
function border(from, to) {
  const forward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
  const [start, end] = forward ? [from, to] : [to, from];
  const random = createRandom(seedOf(`${start} ${end}`));
  const points = [...wind(start, end, 4, random), end];
  return forward ? points : points.toReversed();
}

function wind(from, to, depth, random) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (depth === 0 || Math.hypot(dx, dy) < 0.25) return [from];
  const shift = random.bell() * 0.075;
  const middle = [(from[0] + to[0]) / 2 - dy * shift, (from[1] + to[1]) / 2 + dx * shift];
  return [...wind(from, middle, depth - 1, random), ...wind(middle, to, depth - 1, random)];
}

function round(value) {
  return Math.round(value * 1e5) / 1e5;
}
