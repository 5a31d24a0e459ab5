import type { CellTest, RuleCompiler } from './compile-value.ts';
import type { MappingRules } from './mapping-schema.ts';

type TypeRules = MappingRules['types'];
type TypesOf = (cells: readonly string[]) => readonly string[];

/** Types of a row: those of the first rule that gives any. */
export function compileTypes(rule: TypeRules, compiler: RuleCompiler): TypesOf {
  const rules = Array.isArray(rule) ? rule : [rule];
  const readers = rules.map((one, index) =>
    compileRule(one, Array.isArray(rule) ? ['types', index] : ['types'], compiler),
  );
  return (cells) => {
    for (const read of readers) {
      const types = read(cells);
      if (types.length > 0) return types;
    }
    return [];
  };
}

type TypeRule = Exclude<TypeRules, readonly unknown[]>;

function compileRule(
  rule: TypeRule,
  path: readonly (string | number)[],
  compiler: RuleCompiler,
): TypesOf {
  if (typeof rule === 'string') return () => [rule];
  const holds: CellTest =
    rule.when === undefined ? () => true : compiler.condition(rule.when, [...path, 'when']);
  const constant = listed(rule.types);
  if (rule.column === undefined) return (cells) => (holds(cells) ? constant : []);
  const read = compiler.column(rule.column, [...path, 'column']);
  const { values } = rule;
  return (cells) => {
    if (!holds(cells)) return [];
    const cell = read(cells);
    if (values === undefined) return cell.trim() === '' ? constant : wordsOf(cell);
    return Object.hasOwn(values, cell) ? listed(values[cell]) : constant;
  };
}

/** Without a table of values, a cell holds words of the typology, some of which have a comma. */
function wordsOf(cell: string): readonly string[] {
  return cell
    .split(/[|;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function listed(words: string | readonly string[] | undefined): readonly string[] {
  if (words === undefined) return [];
  return typeof words === 'string' ? [words] : words;
}

/** Every type word that the rules may give, with its path, to be checked before the rows are read. */
export function typeWords(
  rule: TypeRules,
): readonly { readonly word: string; readonly path: readonly (string | number)[] }[] {
  const rules = Array.isArray(rule) ? rule : [rule];
  return rules.flatMap((one, index) => {
    const path = Array.isArray(rule) ? ['types', index] : ['types'];
    if (typeof one === 'string') return [{ word: one, path }];
    const values = Object.entries(one.values ?? {}).flatMap(([value, words]) => {
      return listed(words).map((word) => ({ word, path: [...path, 'values', value] }));
    });
    return [...listed(one.types).map((word) => ({ word, path: [...path, 'types'] })), ...values];
  });
}
