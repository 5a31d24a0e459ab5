import type { AttributeSelector, CssNode, Selector as SelectorNode } from 'css-tree';

/** A test of an attribute: present when `operator` is null. */
export interface AttributeTest {
  readonly name: string;
  readonly operator: '=' | '~=' | '^=' | '$=' | '*=' | '|=' | null;
  readonly value: string;
}

/** A test of the place among siblings. */
export type PlaceTest = {
  /** Equal for equal tests. */
  readonly key: string;
} & (
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  /** 1-based place = step × n + offset, n = 0, 1, 2 ... */
  | { readonly kind: 'nth'; readonly step: number; readonly offset: number }
  /** The sibling before it. */
  | { readonly kind: 'previous'; readonly compound: Compound }
);

/** Simple selectors that one element must meet together. */
export interface Compound {
  readonly tag: string | null;
  readonly classes: readonly string[];
  readonly id: string | null;
  readonly attributes: readonly AttributeTest[];
  readonly root: boolean;
  readonly places: readonly PlaceTest[];
  readonly not: readonly Compound[];
}

/** A selector read from right to left. */
export interface Selector {
  readonly subject: Compound;
  /** Ancestors that must be there, nearest first. */
  readonly ancestors: readonly {
    readonly relation: 'child' | 'descendant';
    readonly compound: Compound;
  }[];
  readonly pseudo: 'before' | 'after' | null;
  /** CSS specificity in one number: ids × 10⁶ + classes × 10³ + names. */
  readonly specificity: number;
}

/** Thrown inside this stage by what a selector may not say; `form` is the nearest supported one. */
export class UnsupportedSelector extends Error {
  readonly form: string;

  constructor(what: string, form: string) {
    super(what);
    this.form = form;
  }
}

interface Growing {
  tag: string | null;
  classes: string[];
  id: string | null;
  attributes: AttributeTest[];
  root: boolean;
  places: PlaceTest[];
  not: Compound[];
}

function emptyCompound(): Growing {
  return { tag: null, classes: [], id: null, attributes: [], root: false, places: [], not: [] };
}

/** Compiles one selector of a list; throws UnsupportedSelector. */
export function compileSelector(node: SelectorNode): Selector {
  const compounds: Growing[] = [emptyCompound()];
  const relations: ('child' | 'descendant')[] = [];
  let pseudo: Selector['pseudo'] = null;
  for (const part of node.children.toArray()) {
    const current = compounds[compounds.length - 1] as Growing;
    if (pseudo !== null) throw new UnsupportedSelector(`::${pseudo} …`, `::${pseudo}`);
    if (part.type === 'PseudoElementSelector') pseudo = readPseudo(part.name);
    else if (part.type !== 'Combinator') addSimple(current, part);
    else if (part.name === '+') {
      compounds[compounds.length - 1] = { ...emptyCompound(), places: [follows(current)] };
    } else {
      relations.push(relationOf(part.name));
      compounds.push(emptyCompound());
    }
  }
  const [subject, ...before] = compounds.reverse() as [Growing, ...Growing[]];
  relations.reverse();
  return {
    subject,
    ancestors: before.map((compound, i) => ({ relation: relations[i] as 'child', compound })),
    pseudo,
    specificity: compounds.reduce((sum, one) => sum + specificityOf(one), pseudo === null ? 0 : 1),
  };
}

function readPseudo(name: string): 'before' | 'after' {
  const lower = name.toLowerCase();
  if (lower === 'before' || lower === 'after') return lower;
  throw new UnsupportedSelector(`::${name}`, '::before, ::after');
}

function relationOf(name: string): 'child' | 'descendant' {
  if (name === ' ') return 'descendant';
  if (name === '>') return 'child';
  throw new UnsupportedSelector(name, 'a b, a > b, a + b');
}

function follows(compound: Growing): PlaceTest {
  if (compound.places.length > 0 || compound.not.some((one) => one.places.length > 0)) {
    throw new UnsupportedSelector('… + … + …, :first-child + …', 'a + b');
  }
  return { key: `previous ${JSON.stringify(compound)}`, kind: 'previous', compound };
}

function addSimple(compound: Growing, node: CssNode): void {
  switch (node.type) {
    case 'TypeSelector':
      if (node.name !== '*') compound.tag = node.name.toLowerCase();
      break;
    case 'ClassSelector':
      compound.classes.push(node.name);
      break;
    case 'IdSelector':
      compound.id = node.name;
      break;
    case 'AttributeSelector':
      compound.attributes.push(readAttribute(node));
      break;
    case 'PseudoClassSelector':
      addPseudoClass(compound, node.name.toLowerCase(), node.children?.toArray() ?? []);
      break;
    default:
      throw new UnsupportedSelector(node.type, 'p, .class, #id, [attr]');
  }
}

const operators = ['=', '~=', '^=', '$=', '*=', '|='] as const;

function readAttribute(node: AttributeSelector): AttributeTest {
  const name = node.name.name.toLowerCase();
  if (node.flags !== null)
    throw new UnsupportedSelector(`[${name} ${node.flags}]`, `[${name}="…"]`);
  const operator = operators.find((one) => one === node.matcher) ?? null;
  const { value } = node;
  const text = value?.type === 'String' ? value.value : (value?.name ?? '');
  return { name, operator, value: text };
}

const pseudoForms = ':first-child, :last-child, :nth-child(…), :not(…), :root';

function addPseudoClass(compound: Growing, name: string, args: readonly CssNode[]): void {
  if (name === 'root') compound.root = true;
  else if (name === 'first-child' || name === 'only-child')
    compound.places.push({ key: 'first', kind: 'first' });
  else if (name === 'before' || name === 'after')
    throw new UnsupportedSelector(`:${name}`, `::${name}`);
  else if (name === 'nth-child') compound.places.push(readNth(args));
  else if (name === 'not') compound.not.push(...readNot(args));
  else if (name !== 'last-child') throw new UnsupportedSelector(`:${name}`, pseudoForms);
  if (name === 'last-child' || name === 'only-child')
    compound.places.push({ key: 'last', kind: 'last' });
}

function readNth([node]: readonly CssNode[]): PlaceTest {
  if (node?.type !== 'Nth' || node.selector) {
    throw new UnsupportedSelector(':nth-child(… of …)', ':nth-child(2n + 1)');
  }
  const { nth } = node;
  const named = nth.type === 'Identifier';
  const step = named ? 2 : Number(nth.a ?? 0);
  const offset = named ? Number(nth.name === 'odd') : Number(nth.b ?? 0);
  return { key: `nth ${step} ${offset}`, kind: 'nth', step, offset };
}

function readNot([list]: readonly CssNode[]): Compound[] {
  if (list?.type !== 'SelectorList') throw new UnsupportedSelector(':not()', ':not(.class)');
  return list.children.toArray().map((one) => {
    const compound = emptyCompound();
    const parts = one.type === 'Selector' ? one.children.toArray() : [];
    if (parts.length === 0 || parts.some((part) => part.type === 'Combinator')) {
      throw new UnsupportedSelector(':not(a b)', ':not(.class)');
    }
    for (const part of parts) addSimple(compound, part);
    if (compound.not.length > 0) throw new UnsupportedSelector(':not(:not())', ':not(.class)');
    return compound;
  });
}

function specificityOf(compound: Compound): number {
  const { tag, classes, id, attributes, root, places, not } = compound;
  const plain = places.filter((place) => place.kind !== 'previous');
  const ids = id === null ? 0 : 1;
  const middle = classes.length + attributes.length + plain.length + (root ? 1 : 0);
  let total = ids * 1e6 + middle * 1e3 + (tag === null ? 0 : 1);
  for (const place of places) if (place.kind === 'previous') total += specificityOf(place.compound);
  return total + Math.max(0, ...not.map(specificityOf));
}
