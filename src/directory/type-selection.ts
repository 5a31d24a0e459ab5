import type { Diagnostic, DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote, quoteAny } from '../diagnostics/quote.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { ServiceType, Typology } from '../typology/typology.ts';

/** Whether a booklet prints a type. */
export interface TypeSelection {
  prints(type: ServiceType): boolean;
}

/** What a list of words resolves to. */
interface ReadWords {
  readonly ids: ReadonlySet<string>;
  readonly errors: readonly Diagnostic[];
}

/** Reads the words of themes, categories and types; those nobody knows are in `errors`. */
export function readTypeSelection(
  spec: BookletSpec,
  typology: Typology,
  sink: DiagnosticSink,
): { readonly selection: TypeSelection; readonly errors: readonly Diagnostic[] } {
  const included = readWords(spec.select.include, 'types.include', { spec, typology, sink });
  const excluded = readWords(spec.select.exclude, 'types.exclude', { spec, typology, sink });
  const all = spec.select.include.length === 0;
  return {
    selection: {
      prints: ({ id }) => (all || included.ids.has(id)) && !excluded.ids.has(id),
    },
    errors: [...included.errors, ...excluded.errors],
  };
}

interface Context {
  readonly spec: BookletSpec;
  readonly typology: Typology;
  readonly sink: DiagnosticSink;
}

function readWords(words: readonly string[], field: string, context: Context): ReadWords {
  const ids = new Set<string>();
  const errors: Diagnostic[] = [];
  for (const word of words) {
    const types = typesOfWord(word, field, context);
    if (Array.isArray(types)) for (const { id } of types) ids.add(id);
    else errors.push(types as Diagnostic);
  }
  return { ids, errors };
}

function typesOfWord(
  word: string,
  field: string,
  { spec, typology, sink }: Context,
): ServiceType[] | Diagnostic {
  const theme = typology.type(word) ? undefined : typology.resolveTheme(word);
  if (theme) return typology.types.filter((type) => type.theme === theme.id);
  const category = typology.type(word) ? undefined : typology.resolveCategory(word);
  if (category) return typology.types.filter((type) => type.category === category.id);
  const where = { file: spec.file, field, id: word };
  const found = typology.resolveType(word);
  if (found.kind === 'ambiguous') return ambiguousWord(word, found.types, where);
  if (found.kind === 'unknown') return unknownWord(word, found.nearest, { where, typology });
  if (found.replaced) sink.report(replacedWord(word, found.replaced, found.type, where));
  return [found.type];
}

function ambiguousWord(
  word: string,
  types: readonly ServiceType[],
  where: Diagnostic['where'],
): Diagnostic {
  const said = quote(word);
  const list = types.map(({ label, id }) => `${label.singular} (${id})`).join(', ');
  return {
    severity: 'error',
    code: 'directory/ambiguous-type',
    where,
    message: {
      fr: `${said.fr} peut désigner plusieurs types\u00a0: ${list}.`,
      en: `${said.en} may be several types: ${list}.`,
    },
    hint: { fr: 'Écrivez l’identifiant du type.', en: 'Write the id of the type.' },
  };
}

function unknownWord(
  word: string,
  nearest: readonly ServiceType[],
  { where, typology }: { where: Diagnostic['where']; typology: Typology },
): Diagnostic {
  const said = quote(word);
  const groups = [...typology.themes, ...typology.categories].map(({ label }) => label);
  const group = nearestWord(word, groups);
  const near = [...(group ? [group] : []), ...nearest.map(({ label }) => label.singular)];
  const proposed = quoteAny(near.slice(0, 4));
  return {
    severity: 'error',
    code: 'directory/unknown-type',
    where,
    message: {
      fr: `Aucun thème, aucune catégorie, aucun type ne répond à ${said.fr}.`,
      en: `No theme, category or type answers to ${said.en}.`,
    },
    hint:
      near.length > 0
        ? {
            fr: `Vouliez-vous dire ${proposed.fr}\u00a0?`,
            en: `Did you mean ${proposed.en}?`,
          }
        : {
            fr: 'Cherchez le mot avec «\u00a0proximites list types\u00a0».',
            en: 'Look for the word with “proximites list types”.',
          },
  };
}

function replacedWord(
  word: string,
  replaced: ServiceType,
  type: ServiceType,
  where: Diagnostic['where'],
): Diagnostic {
  const said = quote(word);
  return {
    severity: 'info',
    code: 'directory/replaced-type',
    where,
    message: {
      fr: `${said.fr} s’appelle aujourd’hui ${quote(type.label.singular).fr}. ${replaced.successor?.note ?? ''}`.trim(),
      en: `${said.en} is now called ${quote(type.label.singular).en}.`,
    },
  };
}
