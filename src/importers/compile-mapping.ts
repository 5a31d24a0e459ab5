import { InputError } from '../diagnostics/diagnostic.ts';
import type { Report } from '../feed/fault.ts';
import type { RawFeature } from '../feed/service-reader.ts';
import { officialCommune } from './commune-names.ts';
import { compileHours } from './compile-hours.ts';
import { compilePosition } from './compile-position.ts';
import { compileTypes } from './compile-types.ts';
import { type CellReader, type CellTest, RuleCompiler, type RulePath } from './compile-value.ts';
import type { MappingRules, ValueRule } from './mapping-schema.ts';
import type { Mapping } from './read-mapping.ts';

/** A mapping made ready for the rows of one table. */
export interface RowMapper {
  /** Whether the row is asked for. */
  selects: CellTest;
  /** Id of a row before rows that share it are told apart. */
  idOf: CellReader;
  /** What is added to an id that several rows share. */
  distinction: CellReader;
  nameOf: CellReader;
  feature(id: string, cells: readonly string[], report: Report): RawFeature;
}

type FieldWriter = (cells: readonly string[], report: Report) => unknown;

/** Compiles a mapping against a header; an InputError names every column that is not there. */
export function compileMapping(mapping: Mapping, headers: readonly string[]): RowMapper {
  const compiler = new RuleCompiler(mapping, headers);
  const { rules } = mapping;
  const position = compilePosition(rules.position, compiler);
  const fields = compileFields(rules, compiler);
  const mapper: RowMapper = {
    selects: rules.where === undefined ? () => true : compiler.condition(rules.where, ['where']),
    idOf: compileId(rules, compiler),
    distinction: compileDistinction(rules, compiler),
    nameOf: compiler.value(rules.name, ['name']),
    feature: (id, cells, report) => {
      const properties: Record<string, unknown> = {};
      for (const [name, write] of fields) {
        const written = write(cells, report);
        if (!isNothing(written)) properties[name] = written;
      }
      const { geometry, origin } = position(cells, report);
      if (origin !== '') properties.positionOrigin = origin;
      return { id, geometry, properties };
    },
  };
  if (compiler.faults.length > 0) throw new InputError(compiler.faults);
  return mapper;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function compileId({ id }: MappingRules, compiler: RuleCompiler): CellReader {
  const columns = typeof id.columns === 'string' ? [id.columns] : id.columns;
  const readers = columns.map((column) => compiler.column(column, ['id', 'columns']));
  const prefix = id.prefix ?? '';
  return (cells) => {
    const parts = readers.map((read) => read(cells)).filter((part) => part !== '');
    return parts.length === 0 ? '' : prefix + parts.join('-');
  };
}

function compileDistinction({ id }: MappingRules, compiler: RuleCompiler): CellReader {
  if (id.distinguish === undefined) return () => '';
  const read = compiler.column(id.distinguish, ['id', 'distinguish']);
  return (cells) => slug(read(cells));
}

function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}

function compileFields(
  rules: MappingRules,
  compiler: RuleCompiler,
): readonly (readonly [string, FieldWriter])[] {
  const fields: [string, FieldWriter][] = [
    ['name', compiler.value(rules.name, ['name'])],
    ['types', compileTypes(rules.types, compiler)],
    ['address', compileAddress(rules.address, compiler)],
    ['phones', compilePhones(rules.phones, compiler)],
    ['emails', compileList(rules.emails, ['emails'], compiler)],
    ['websites', compileList(rules.websites, ['websites'], compiler)],
    ['openingHours', compileHours(rules.hours, compiler)],
    ['accessibility', compileAccessibility(rules.accessibility, compiler)],
    ['source', compileSource(rules.source, compiler)],
  ];
  for (const name of ['description', 'notes', 'audience'] as const) {
    fields.push([name, compileLocalized(rules[name], [name], compiler)]);
  }
  for (const name of ['serves', 'status'] as const) {
    const rule = rules[name];
    if (rule !== undefined) fields.push([name, compiler.value(rule, [name])]);
  }
  return fields;
}

function compileList(
  rule: ValueRule | readonly ValueRule[] | undefined,
  path: RulePath,
  compiler: RuleCompiler,
): FieldWriter {
  if (rule === undefined) return () => undefined;
  // A list is every one of its values here, where a value alone would take the first.
  const rules = Array.isArray(rule) ? (rule as readonly ValueRule[]) : [rule as ValueRule];
  const readers = rules.map((one, index) =>
    compiler.value(one, Array.isArray(rule) ? [...path, index] : path),
  );
  return (cells) => readers.map((read) => read(cells)).filter((text) => text !== '');
}

function compileAddress(rule: MappingRules['address'], compiler: RuleCompiler): FieldWriter {
  if (rule === undefined) return () => undefined;
  const lines = compileList(rule.lines, ['address', 'lines'], compiler);
  const one = (name: 'postcode' | 'commune' | 'insee'): CellReader => {
    const value = rule[name];
    return value === undefined ? () => '' : compiler.value(value, ['address', name]);
  };
  const [postcode, commune, insee] = [one('postcode'), one('commune'), one('insee')];
  return (cells, report) => {
    const name = commune(cells);
    const code = insee(cells);
    const official =
      rule.officialCommune === true && name !== '' ? officialCommune(name, code) : undefined;
    return filled({
      lines: lines(cells, report),
      postcode: postcode(cells),
      commune: official ?? name,
      insee: code,
    });
  };
}

function compilePhones(rule: MappingRules['phones'], compiler: RuleCompiler): FieldWriter {
  if (rule === undefined) return () => undefined;
  const rules = Array.isArray(rule) ? rule : [rule];
  const readers = rules.map((phone, index) => {
    const path = ['phones', index];
    const long = typeof phone === 'string' ? { number: phone } : phone;
    const number = compiler.value(long.number, [...path, 'number']);
    const label =
      'label' in long && long.label !== undefined
        ? compiler.text(long.label, [...path, 'label'])
        : () => '';
    const cost =
      'cost' in long && long.cost !== undefined
        ? compiler.text(long.cost, [...path, 'cost'])
        : () => '';
    return (cells: readonly string[]) => {
      return filled({ number: number(cells), label: label(cells), cost: cost(cells) });
    };
  });
  return (cells) =>
    readers.map((read) => read(cells)).filter((phone) => phone !== undefined && 'number' in phone);
}

function compileLocalized(
  rule: MappingRules['notes'],
  path: RulePath,
  compiler: RuleCompiler,
): FieldWriter {
  if (rule === undefined) return () => undefined;
  if (typeof rule === 'string' || Array.isArray(rule) || !isByLanguage(rule)) {
    return compiler.value(rule as ValueRule, path);
  }
  const readers = Object.entries(rule).map(([tag, value]) => {
    return [tag, compiler.value(value as ValueRule, [...path, tag])] as const;
  });
  return (cells) => filled(Object.fromEntries(readers.map(([tag, read]) => [tag, read(cells)])));
}

function isByLanguage(rule: object): boolean {
  return Object.keys(rule).every((key) => /^[a-z]{2,3}(?:-\w+)?$/.test(key));
}

function compileAccessibility(
  rule: MappingRules['accessibility'],
  compiler: RuleCompiler,
): FieldWriter {
  if (rule === undefined) return () => undefined;
  const path = ['accessibility'];
  const wheelchair =
    rule.wheelchair === undefined
      ? () => ''
      : compiler.value(rule.wheelchair, [...path, 'wheelchair']);
  const notes = compileLocalized(rule.notes, [...path, 'notes'], compiler);
  return (cells, report) => filled({ wheelchair: wheelchair(cells), notes: notes(cells, report) });
}

function compileSource(rule: MappingRules['source'], compiler: RuleCompiler): FieldWriter {
  const readers = Object.entries(rule).map(([name, text]) => {
    return [name, compiler.text(text, ['source', name])] as const;
  });
  return (cells) => filled(Object.fromEntries(readers.map(([name, read]) => [name, read(cells)])));
}

/** The object without its empty members; undefined when none is left. */
function filled(record: Readonly<Record<string, unknown>>): object | undefined {
  const kept = Object.entries(record).filter(([, value]) => !isNothing(value));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
