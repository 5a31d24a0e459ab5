import { everywhere, kind, kinds } from './catalogue.mjs';
import {
  accessOf,
  addressOf,
  contactsOf,
  positionOf,
  streetLine,
  timesOf,
} from './particulars.mjs';
import { createRandom } from './random.mjs';
import { sources } from './sources.mjs';
import { describe, freshName } from './wording.mjs';

const origins = ['entrance', 'building', 'address', 'address', 'street'];

/** Writes features one by one: a given service, one drawn by chance, a body that serves all. */
export class FeatureWriter {
  features = [];
  #random;
  #communes;
  #rings;
  #ranks = new Map();
  #names = new Set();
  #drawable = new Map();

  constructor(communes, contours, seed) {
    this.#random = createRandom(seed);
    this.#communes = communes.map((commune) => ({ ...commune, pull: commune.population ** 0.75 }));
    this.#rings = new Map(
      contours.features.map((one) => [one.properties.code, one.geometry.coordinates[0]]),
    );
  }

  /** One service of a kind in a place. */
  service(wanted, place, given = {}) {
    const random = this.#random;
    const name = given.name ?? freshName(random, wanted, place, this.#names);
    const description = given.description ?? describe(random, wanted, place);
    const turn = this.features.length;
    this.#add(this.#nextId(place, wanted.type), wanted, place, {
      name,
      types: [wanted.type],
      address: addressOf(random, wanted, place),
      positionOrigin: random.pick(origins),
      ...(given.serves && { serves: given.serves }),
      ...contactsOf(random, wanted, { name, turn }),
      ...timesOf(random, wanted, place),
      ...(description && { description }),
      ...accessOf(random, wanted),
      ...(wanted.audience && { audience: { fr: wanted.audience } }),
      source: sources[wanted.source],
    });
  }

  /** One service of a kind in a commune that is big enough for it. */
  somewhere(wanted) {
    const able = this.#communes.filter((commune) => commune.population >= wanted.least);
    if (able.length > 0)
      this.service(
        wanted,
        this.#random.weighted(able, (one) => one.pull),
      );
  }

  /** One service of any kind anywhere. */
  anything() {
    const place = this.#random.weighted(this.#communes, (commune) => commune.pull);
    this.service(
      this.#random.weighted(this.#kindsOf(place), (one) => one.weight),
      place,
    );
  }

  /** A body that serves every commune, wherever it stands. */
  body([type, name, text], place) {
    const outside = !this.#rings.has(place.code);
    const serves = outside ? this.#communes.map((commune) => commune.code) : undefined;
    const wanted = kind(type, 0, 0, {
      ...{ phone: 1, mail: 0.8, web: 0.9, wheelchair: 0.9, hours: 'bureau' },
      source: 'departement',
    });
    this.service(wanted, place, { name, serves, description: text && { fr: text } });
  }

  /** A hand-written case; see edge-cases.mjs. */
  edge({ id, place, types, name, lines, ...rest }) {
    const { source = 'epci', nowhere, noInsee, seat: _seat, commune: _commune, ...given } = rest;
    this.#names.add(`${place.code} ${name}`);
    const address = {
      lines: lines ?? [streetLine(this.#random)],
      postcode: place.postcode,
      commune: place.name,
      ...(!noInsee && { insee: place.code }),
    };
    const origin = nowhere ? {} : { positionOrigin: 'address' };
    const properties = { name, types, address, ...origin, ...given, source: sources[source] };
    this.#add(`cas-${id}`, { nowhere }, place, properties);
  }

  #add(id, wanted, place, properties) {
    const position = wanted.nowhere
      ? undefined
      : positionOf(this.#random, wanted, place, this.#rings.get(place.code));
    const coordinates = position && [position.longitude, position.latitude];
    const geometry = coordinates ? { type: 'Point', coordinates } : null;
    this.features.push({ type: 'Feature', id, geometry, properties });
  }

  #nextId(place, type) {
    const key = `${place.code}-${type}`;
    const rank = (this.#ranks.get(key) ?? 0) + 1;
    this.#ranks.set(key, rank);
    return `${key}-${rank}`;
  }

  #kindsOf(place) {
    const known = this.#drawable.get(place.code);
    if (known) return known;
    const able = [...everywhere, ...kinds].filter(
      (one) => one.weight > 0 && place.population >= one.least,
    );
    this.#drawable.set(place.code, able);
    return able;
  }
}
