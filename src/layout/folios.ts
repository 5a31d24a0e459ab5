/** Lower-case roman numeral of a positive whole number. */
export function romanNumeral(number: number): string {
  const steps: readonly [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = number;
  let numeral = '';
  for (const [value, letters] of steps) {
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  }
  return numeral;
}

/** A place to turn to: what is printed and the anchor that it leads to. */
export interface Locator {
  readonly text: string;
  readonly anchor: string;
}

export interface LocatedAnchor {
  readonly anchor: string;
  /** 0-based page. */
  readonly page: number;
  /** Folio as printed. */
  readonly folio: string;
}

/**
 * Merges the places of an index term: the main one (the first) stands first, the others follow in
 * page order, runs of neighbouring pages joined by an en dash ("12–14").
 */
export function mergeLocators(places: readonly LocatedAnchor[]): readonly Locator[] {
  const byPage = new Map<number, LocatedAnchor>();
  for (const place of places) if (!byPage.has(place.page)) byPage.set(place.page, place);
  const [main, ...others] = [...byPage.values()];
  if (!main) return [];
  const ordered = others.sort((a, b) => a.page - b.page);
  // The main place joins the run when it opens it; elsewhere it is named before the others.
  return ordered.every((place) => place.page > main.page)
    ? mergeRuns([main, ...ordered])
    : [{ text: main.folio, anchor: main.anchor }, ...mergeRuns(ordered)];
}

function mergeRuns(places: readonly LocatedAnchor[]): Locator[] {
  const locators: Locator[] = [];
  let start = 0;
  for (let index = 1; index <= places.length; index += 1) {
    const previous = places[index - 1] as LocatedAnchor;
    if (places[index]?.page === previous.page + 1) continue;
    const first = places[start] as LocatedAnchor;
    const text = first === previous ? first.folio : `${first.folio}–${previous.folio}`;
    locators.push({ text, anchor: first.anchor });
    start = index;
  }
  return locators;
}
