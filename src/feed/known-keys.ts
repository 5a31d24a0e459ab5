/** Keys that each object of a feature may have; others are kept out and said. */
export const knownKeys: Readonly<Record<string, ReadonlySet<string>>> = {
  '': keys(
    'name types address positionOrigin serves phones emails websites openingHours closures description notes accessibility audience images source status',
  ),
  address: keys('lines postcode commune insee'),
  phones: keys('number label cost'),
  emails: keys('address label'),
  websites: keys('url label'),
  closures: keys('from to reason'),
  accessibility: keys('wheelchair notes'),
  images: keys('source alt credit'),
  source: keys('contributor dataset licence url date checked'),
};

function keys(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Calls back for each unknown key of a feature's properties, "address.postcod". */
export function eachUnknownKey(
  properties: Readonly<Record<string, unknown>>,
  found: (path: string, known: ReadonlySet<string>) => void,
): void {
  visit('', properties, found);
  for (const name of Object.keys(knownKeys)) {
    const value = name === '' ? undefined : properties[name];
    if (typeof value !== 'object' || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'object' && one !== null && !Array.isArray(one)) visit(name, one, found);
    }
  }
}

function visit(
  name: string,
  value: object,
  found: (path: string, known: ReadonlySet<string>) => void,
): void {
  const known = knownKeys[name] as ReadonlySet<string>;
  for (const key of Object.keys(value)) {
    if (!known.has(key)) found(name === '' ? key : `${name}.${key}`, known);
  }
}
