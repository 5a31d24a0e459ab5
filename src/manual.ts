import type { UserLanguage } from './diagnostics/diagnostic.ts';
import type { BookletView } from './markup/booklet-view.ts';
import { elementTable, globalAttributes } from './markup/element-table.ts';
import { templateFunctions } from './markup/template-functions.ts';
import { describeProperties, type PropertyDescription } from './style/describe-properties.ts';

/** What templates may write: the tables that the engine itself reads, in words. */
export interface Manual {
  readonly properties: readonly PropertyDescription[];
  readonly elements: readonly ElementDescription[];
  /** Attributes that every element may bear. */
  readonly globalAttributes: readonly string[];
  readonly functions: readonly FunctionDescription[];
}

/** Elements of one kind: their names joined by commas. */
export interface ElementDescription {
  readonly name: string;
  readonly flow: 'block' | 'inline';
  readonly attributes: readonly string[];
  readonly note: string;
}

/** One function that templates may call. */
export interface FunctionDescription {
  readonly name: string;
  readonly takes: string;
  readonly note: string;
}

/** The view with the manual of the subset, which is made only when a template asks for it. */
export function withManual(view: BookletView): BookletView & { readonly manual: Manual } {
  return {
    ...view,
    get manual() {
      return makeManual(view.lang.startsWith('fr') ? 'fr' : 'en');
    },
  };
}

function makeManual(language: UserLanguage): Manual {
  return {
    properties: describeProperties(language),
    elements: describeElements(language),
    globalAttributes,
    functions: Object.entries(templateFunctions).map(([name, { takes, note }]) => ({
      name,
      takes,
      note: note[language],
    })),
  };
}

/** Elements that share a note stand on one line, as the table has them. */
function describeElements(language: UserLanguage): ElementDescription[] {
  const lines = new Map<string, ElementDescription>();
  for (const { name, flow, attributes, note } of elementTable.values()) {
    const known = lines.get(note[language]);
    lines.set(note[language], {
      name: known ? `${known.name}, ${name}` : name,
      flow,
      attributes,
      note: note[language],
    });
  }
  return [...lines.values()];
}
