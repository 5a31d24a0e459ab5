import type { Element } from '../markup/element.ts';
import { type ElementKind, matchesAlone, matchesKind } from './match-selector.ts';
import type { Compound, PlaceTest, Selector } from './selector.ts';

/** Where an element stands among the elements of its parent. */
export interface SiblingPlace {
  readonly first: boolean;
  readonly last: boolean;
  /** 0-based, elements only. */
  readonly index: number;
  /** The element before it, for `a + b`. */
  readonly previous?: Element | undefined;
}

/** Elements that no rule can tell apart but by their ancestors and their place. */
export interface StyledKind extends ElementKind {
  /** Unique, small. */
  readonly number: number;
  /** Inline style attribute, or ''. */
  readonly inlineStyle: string;
  /** The place tests that matter for it, in the order of the bits of a place number. */
  readonly tests: readonly PlaceTest[];
}

/** More place tests on one element than bits allow; the rest are not met. */
const maxTests = 20;

const noAttributes: ReadonlyMap<string, string> = new Map();

interface TagAndClasses {
  /** Attributes that some rule reads on such elements. */
  readonly watched: readonly string[];
  readonly plain: StyledKind;
  readonly byAttributes: Map<string, StyledKind>;
}

/** Finds the kind of each element: two lookups when no rule reads its attributes. */
export class ElementKinds {
  readonly #compounds: readonly Compound[];
  readonly #known = new Map<string, Map<readonly string[], TagAndClasses>>();
  #count = 0;

  constructor(selectors: readonly Selector[]) {
    this.#compounds = selectors.flatMap((selector) =>
      [selector.subject, ...selector.ancestors.map(({ compound }) => compound)].flatMap(withInner),
    );
  }

  of(element: Element): StyledKind {
    const { attributes } = element;
    const group = this.#group(element);
    const style =
      attributes.size > 1 || !attributes.has('class') ? attributes.get('style') : undefined;
    if (style === undefined && group.watched.length === 0) return group.plain;
    let key = style ?? '';
    for (const name of group.watched) {
      const value = attributes.get(name);
      if (value !== undefined) key += `\0${name}=${value}`;
    }
    if (key === '') return group.plain;
    const known = group.byAttributes.get(key);
    if (known) return known;
    const kind = this.#make(element, group.watched);
    group.byAttributes.set(key, kind);
    return kind;
  }

  /** The place number: which of the kind's tests the element meets. */
  placeNumber(kind: StyledKind, place: SiblingPlace): number {
    let number = 0;
    for (let bit = 0; bit < kind.tests.length; bit++) {
      if (this.#meets(kind.tests[bit] as PlaceTest, place)) number |= 1 << bit;
    }
    return number;
  }

  #meets(test: PlaceTest, place: SiblingPlace): boolean {
    switch (test.kind) {
      case 'first':
        return place.first;
      case 'last':
        return place.last;
      case 'nth':
        return isNth(place.index + 1, test.step, test.offset);
      case 'previous':
        return place.previous !== undefined && matchesAlone(test.compound, this.of(place.previous));
    }
  }

  #group(element: Element): TagAndClasses {
    let byClasses = this.#known.get(element.name);
    if (byClasses === undefined) {
      byClasses = new Map();
      this.#known.set(element.name, byClasses);
    }
    let group = byClasses.get(element.classes);
    if (group === undefined) {
      const watched = this.#watched(element);
      group = { watched, plain: this.#make(element, null), byAttributes: new Map() };
      byClasses.set(element.classes, group);
    }
    return group;
  }

  #watched({ name, classes }: Element): readonly string[] {
    const names = new Set<string>();
    for (const compound of this.#compounds) {
      if (compound.tag !== null && compound.tag !== name) continue;
      if (!compound.classes.every((one) => classes.includes(one))) continue;
      if (compound.id !== null) names.add('id');
      for (const test of compound.attributes) names.add(test.name);
    }
    return [...names].sort();
  }

  #make(element: Element, watched: readonly string[] | null): StyledKind {
    const seen = (watched ?? []).filter((name) => element.attributes.has(name));
    const attributes =
      seen.length === 0
        ? noAttributes
        : new Map(seen.map((name) => [name, element.attributes.get(name) as string]));
    const kind = {
      number: this.#count++,
      tag: element.name,
      classes: element.classes,
      id: attributes.get('id'),
      attributes,
      inlineStyle: watched === null ? '' : (element.attributes.get('style') ?? ''),
    };
    return { ...kind, tests: this.#tests(kind) };
  }

  #tests(kind: ElementKind): readonly PlaceTest[] {
    const tests = new Map<string, PlaceTest>();
    for (const compound of this.#compounds) {
      if (compound.places.length > 0 && matchesKind(compound, kind)) {
        for (const test of compound.places) tests.set(test.key, test);
      }
    }
    return [...tests.values()].slice(0, maxTests);
  }
}

/** A compound, those inside its `:not()`, and those of the element before it. */
function withInner(compound: Compound): readonly Compound[] {
  const previous = compound.places.flatMap((place) =>
    place.kind === 'previous' ? withInner(place.compound) : [],
  );
  return [compound, ...compound.not, ...previous];
}

function isNth(place: number, step: number, offset: number): boolean {
  const n = place - offset;
  return step === 0 ? n === 0 : n % step === 0 && n / step >= 0;
}
