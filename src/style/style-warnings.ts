import type { DiagnosticSink, Message, Where } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { isLonghand, longhandNames, rowOf } from './property-table.ts';
import type { Sheet } from './read-sheet.ts';
import { aliases, shorthands } from './shorthands.ts';

/** What to write instead of words of CSS that a printed booklet has no use for. */
const substitutes: Readonly<Record<string, string>> = {
  float: 'position: absolute',
  flex: 'display: grid',
  'flex-direction': 'display: grid',
  'justify-content': 'grid-template-columns',
  'background-image': '<img> + position: absolute',
  'column-width': 'column-count',
  'font-variant': 'font-variant-caps / font-variant-numeric',
  'max-width': 'width',
  'min-width': 'width',
  'max-height': 'height',
  'grid-template': 'grid-template-columns',
  'word-break': 'hyphens',
  'overflow-wrap': 'hyphens',
  'margin-inline': 'margin-left, margin-right',
  'margin-block': 'margin-top, margin-bottom',
  'padding-inline': 'padding-left, padding-right',
  'padding-block': 'padding-top, padding-bottom',
};

/** Every property name that a sheet may use. */
export const propertyNames: readonly string[] = [
  ...longhandNames,
  ...Object.keys(shorthands),
  ...Object.keys(aliases),
];

/** Reports a property that is not in the table (of elements, or of pages). */
export function warnProperty(
  sink: DiagnosticSink,
  where: Where,
  name: string,
  known: readonly string[] = propertyNames,
): void {
  const written = quote(name);
  const instead = Object.hasOwn(substitutes, name) ? substitutes[name] : nearestWord(name, known);
  warn(sink, where, {
    code: 'style/unknown-property',
    message: {
      fr: `La propriété ${written.fr} n’est pas reconnue\u00a0: la déclaration est ignorée.`,
      en: `The property ${written.en} is not supported: the declaration is ignored.`,
    },
    ...(instead === undefined ? {} : { hint: useInstead(instead) }),
  });
}

/** Reports a value that the property does not take; `accepted` says those that it takes. */
export function warnValue(
  sink: DiagnosticSink,
  where: Where,
  given: { readonly property: string; readonly value: string; readonly accepted?: string },
): void {
  const { property, value, accepted = acceptedValues(property) } = given;
  const written = quote(value);
  warn(sink, where, {
    code: 'style/unsupported-value',
    message: {
      fr: `${property} n’accepte pas la valeur ${written.fr}\u00a0: la déclaration est ignorée.`,
      en: `${property} does not take the value ${written.en}: the declaration is ignored.`,
    },
    hint: valueHint(property, value, accepted),
  });
}

/** Reports anything else of a sheet that has no effect. */
export function warnIgnored(
  sink: DiagnosticSink,
  where: Where,
  ignored: {
    readonly code: string;
    readonly fr: string;
    readonly en: string;
    readonly hint?: Message;
  },
): void {
  warn(sink, where, {
    code: ignored.code,
    message: { fr: ignored.fr, en: ignored.en },
    ...(ignored.hint ? { hint: ignored.hint } : {}),
  });
}

/** The hint that names the supported form. */
export function useInstead(form: string): Message {
  return { fr: `Écrivez plutôt\u00a0: ${form}`, en: `Write instead: ${form}` };
}

function warn(
  sink: DiagnosticSink,
  where: Where,
  diagnostic: { readonly code: string; readonly message: Message; readonly hint?: Message },
): void {
  sink.report({ severity: 'warning', where, ...diagnostic });
}

/** Values of a property in words: "none | solid | dashed". */
export function acceptedValues(property: string): string {
  const name = aliases[property] ?? property;
  if (isLonghand(name)) return rowOf(name).values;
  return Object.hasOwn(shorthands, name) ? (shorthands[name]?.values ?? '') : '';
}

const valueSubstitutes: Readonly<Record<string, string>> = {
  'display flex': 'grid',
  'display inline-block': 'inline',
  'display inline-flex': 'grid',
  'position relative': 'static',
  'position sticky': 'fixed',
  'white-space pre': 'pre-line',
  'white-space pre-wrap': 'pre-line',
  'list-style-type square': 'disc',
  'list-style-type circle': 'disc',
};

function valueHint(property: string, value: string, accepted: string): Message {
  const words = accepted.split(/[^a-z-]+/).filter((word) => word.length > 2);
  const key = `${aliases[property] ?? property} ${value}`;
  const nearest = Object.hasOwn(valueSubstitutes, key)
    ? valueSubstitutes[key]
    : nearestWord(value, words);
  const list = {
    fr: `Valeurs reconnues\u00a0: ${accepted}.`,
    en: `Supported values: ${accepted}.`,
  };
  if (nearest === undefined) return list;
  const near = useInstead(`${property}: ${nearest}`);
  return { fr: `${near.fr}. ${list.fr}`, en: `${near.en}. ${list.en}` };
}

/** Reports a variable without a value. */
export function warnUnknownVariable(
  sink: DiagnosticSink,
  where: Where,
  given: { readonly property: string; readonly value: string },
): void {
  const written = quote(given.value);
  warn(sink, where, {
    code: 'style/unknown-variable',
    message: {
      fr: `${given.property}\u00a0: une variable de ${written.fr} n’a pas de valeur, la déclaration est ignorée.`,
      en: `${given.property}: a variable of ${written.en} has no value, the declaration is ignored.`,
    },
    hint: {
      fr: 'Donnez-lui une valeur dans :root, ou une de secours\u00a0: var(--nom, valeur).',
      en: 'Give it a value in :root, or a fallback: var(--name, value).',
    },
  });
}

/** Reports the page names that are used and that no `@page` rule defines. */
export function warnUnknownPages(sheets: readonly Sheet[], sink: DiagnosticSink): void {
  const defined = new Set<string>(['auto', 'initial', 'inherit', 'unset']);
  for (const { pages } of sheets) {
    for (const { selector } of pages) if (selector.name !== null) defined.add(selector.name);
  }
  for (const { rules } of sheets) {
    for (const declaration of rules.flatMap((rule) => rule.declarations)) {
      if (declaration.kind !== 'plain') continue;
      for (const [name, [token]] of declaration.parts) {
        if (name !== 'page' || token?.kind !== 'word' || defined.has(token.text)) continue;
        defined.add(token.text);
        warnUnknownPage(sink, token.text, defined);
      }
    }
  }
}

function warnUnknownPage(sink: DiagnosticSink, name: string, defined: ReadonlySet<string>): void {
  const written = quote(name);
  const nearest = nearestWord(
    name,
    [...defined].slice(4).filter((one) => one !== name),
  );
  warn(
    sink,
    { field: 'page' },
    {
      code: 'style/unknown-page',
      message: {
        fr: `Aucune règle @page ne définit la page ${written.fr}\u00a0: elle a l’aspect ordinaire.`,
        en: `No @page rule defines the page ${written.en}: it looks like any other.`,
      },
      hint: useInstead(`@page ${nearest ?? name} { … }`),
    },
  );
}
