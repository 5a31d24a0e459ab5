import type { AttributeTest, Compound, Selector } from './selector.ts';

/** What selectors can see of an element, its place among siblings apart. */
export interface ElementKind {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly id: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
}

/** An element in its chain of ancestors. */
export interface ElementChain {
  readonly parent: ElementChain | null;
  readonly kind: ElementKind;
  /** Keys of the place tests that it meets. */
  readonly places: ReadonlySet<string>;
}

/** Whether a selector matches an element. */
export function matchesSelector(selector: Selector, chain: ElementChain): boolean {
  return matchesCompound(selector.subject, chain) && matchesAncestors(selector, 0, chain.parent);
}

function matchesAncestors(selector: Selector, step: number, chain: ElementChain | null): boolean {
  const wanted = selector.ancestors[step];
  if (wanted === undefined) return true;
  for (let candidate = chain; candidate !== null; candidate = candidate.parent) {
    const found = matchesCompound(wanted.compound, candidate);
    if (found && matchesAncestors(selector, step + 1, candidate.parent)) return true;
    if (wanted.relation === 'child') return false;
  }
  return false;
}

function matchesCompound(compound: Compound, chain: ElementChain): boolean {
  if (compound.root && chain.parent !== null) return false;
  if (!matchesKind(compound, chain.kind)) return false;
  if (!compound.places.every((place) => chain.places.has(place.key))) return false;
  return !compound.not.some((one) => matchesCompound(one, chain));
}

/** Whether an element meets a compound's tests, places and `:not()` left aside. */
export function matchesKind(compound: Compound, kind: ElementKind): boolean {
  if (compound.tag !== null && compound.tag !== kind.tag) return false;
  if (compound.id !== null && compound.id !== kind.id) return false;
  for (const name of compound.classes) if (!kind.classes.includes(name)) return false;
  for (const test of compound.attributes) {
    if (!matchesAttribute(test, kind.attributes.get(test.name))) return false;
  }
  return true;
}

/** Whether the element before meets a compound: no places in it, so its kind is enough. */
export function matchesAlone(compound: Compound, kind: ElementKind): boolean {
  return matchesKind(compound, kind) && !compound.not.some((one) => matchesKind(one, kind));
}

function matchesAttribute(test: AttributeTest, value: string | undefined): boolean {
  if (value === undefined) return false;
  const wanted = test.value;
  switch (test.operator) {
    case null:
      return true;
    case '=':
      return value === wanted;
    case '~=':
      return value.split(/\s+/).includes(wanted);
    case '|=':
      return value === wanted || value.startsWith(`${wanted}-`);
    case '^=':
      return wanted !== '' && value.startsWith(wanted);
    case '$=':
      return wanted !== '' && value.endsWith(wanted);
    case '*=':
      return wanted !== '' && value.includes(wanted);
  }
}
