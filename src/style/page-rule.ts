import type { Atrule, CssNode } from 'css-tree';
import type { DiagnosticSink, Where } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import type { MarginBoxName } from './computed-style.ts';
import type { Declaration } from './declaration.ts';
import { expandPage, type PagePart, pagePropertyNames, pageTable } from './page-properties.ts';
import { useInstead, warnIgnored, warnProperty, warnValue } from './style-warnings.ts';
import { tokensText, toTokens, usesVariables, type ValueToken } from './value-token.ts';

/** Which pages a rule is for. */
export interface PageSelector {
  /** Null: pages of every name. */
  readonly name: string | null;
  readonly side: 'recto' | 'verso' | null;
  readonly first: boolean;
}

/** A declaration of a page rule, checked unless it waits for variables. */
export type PageDeclaration =
  | { readonly kind: 'plain'; readonly parts: readonly PagePart[] }
  | { readonly kind: 'custom'; readonly name: string; readonly tokens: readonly ValueToken[] }
  | {
      readonly kind: 'deferred';
      readonly property: string;
      readonly tokens: readonly ValueToken[];
      readonly where: Where;
    };

/** An `@page` rule for one selector. */
export interface PageRule {
  readonly selector: PageSelector;
  readonly where: Where;
  readonly declarations: readonly PageDeclaration[];
  readonly marginBoxes: readonly {
    readonly name: MarginBoxName;
    readonly declarations: readonly Declaration[];
  }[];
}

interface PageReader {
  readonly sink: DiagnosticSink;
  readonly where: (node: CssNode) => Where;
  readonly declarations: (nodes: readonly CssNode[]) => Declaration[];
}

const marginBoxNames: readonly MarginBoxName[] = [
  'top-left',
  'top-center',
  'top-right',
  'bottom-left',
  'bottom-center',
  'bottom-right',
];

/** Reads an `@page` rule: one page rule per selector of its list. */
export function readPageRule(rule: Atrule, reader: PageReader): readonly PageRule[] {
  const declarations: PageDeclaration[] = [];
  const marginBoxes: { name: MarginBoxName; declarations: readonly Declaration[] }[] = [];
  for (const node of rule.block?.children.toArray() ?? []) {
    if (node.type === 'Declaration') {
      const declaration = readPageDeclaration(node, reader);
      if (declaration) declarations.push(declaration);
    } else if (node.type === 'Atrule') {
      const name = marginBoxNames.find((one) => one === node.name.toLowerCase());
      if (name === undefined) warnMarginBox(node.name, node, reader);
      else {
        const nodes = node.block?.children.toArray() ?? [];
        marginBoxes.push({ name, declarations: reader.declarations(nodes) });
      }
    }
  }
  const where = reader.where(rule);
  return readSelectors(rule, reader).map((selector) => ({
    selector,
    where,
    declarations,
    marginBoxes,
  }));
}

function readPageDeclaration(
  node: Extract<CssNode, { type: 'Declaration' }>,
  reader: PageReader,
): PageDeclaration | undefined {
  const { sink } = reader;
  const where = reader.where(node);
  const property = node.property.toLowerCase();
  const tokens = node.value.type === 'Raw' ? [] : toTokens(node.value.children);
  if (property.startsWith('--')) return { kind: 'custom', name: node.property, tokens };
  if (!pagePropertyNames.includes(property)) {
    warnProperty(sink, where, property, pagePropertyNames);
    return undefined;
  }
  if (usesVariables(tokens)) return { kind: 'deferred', property, tokens, where };
  const parts = expandPage(property, tokens, { em: 10, rem: 10, colour: '#000000' });
  if (parts) return { kind: 'plain', parts };
  warnValue(sink, where, {
    property,
    value: tokensText(tokens),
    accepted: pageTable[property]?.values ?? '',
  });
  return undefined;
}

const everyPage: PageSelector = { name: null, side: null, first: false };

function readSelectors(rule: Atrule, reader: PageReader): readonly PageSelector[] {
  const list = rule.prelude?.type === 'AtrulePrelude' ? rule.prelude.children.first : null;
  if (list?.type !== 'SelectorList') return rule.prelude === null ? [everyPage] : [];
  return list.children.toArray().flatMap((node) => {
    const selector = node.type === 'Selector' ? readSelector(node.children.toArray()) : undefined;
    if (selector) return [selector];
    warnIgnored(reader.sink, reader.where(rule), {
      code: 'style/unsupported-selector',
      fr: 'Ce sélecteur de @page n’est pas reconnu\u00a0: la règle est ignorée.',
      en: 'This @page selector is not supported: the rule is ignored.',
      hint: useInstead('@page <nom>:left, :right, :first'),
    });
    return [];
  });
}

function readSelector(parts: readonly CssNode[]): PageSelector | undefined {
  let selector = everyPage;
  for (const part of parts) {
    const pseudo = part.type === 'PseudoClassSelector' ? part.name.toLowerCase() : '';
    if (part.type === 'TypeSelector') selector = { ...selector, name: part.name };
    else if (pseudo === 'left' || pseudo === 'verso') selector = { ...selector, side: 'verso' };
    else if (pseudo === 'right' || pseudo === 'recto') selector = { ...selector, side: 'recto' };
    else if (pseudo === 'first') selector = { ...selector, first: true };
    else return undefined;
  }
  return selector;
}

function warnMarginBox(name: string, node: CssNode, reader: PageReader): void {
  const form = nearestWord(name, marginBoxNames);
  warnIgnored(reader.sink, reader.where(node), {
    code: 'style/unsupported-at-rule',
    fr: `La zone de marge @${name} n’est pas reconnue\u00a0: elle est ignorée.`,
    en: `The margin box @${name} is not supported: it is ignored.`,
    hint: useInstead(
      form === undefined ? marginBoxNames.map((one) => `@${one}`).join(', ') : `@${form}`,
    ),
  });
}
