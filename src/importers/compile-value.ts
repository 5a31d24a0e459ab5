import {
  type Diagnostic,
  inputError,
  type Message,
  type Where,
} from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { dateReader } from './date-form.ts';
import { mendCase } from './letter-case.ts';
import type { ConditionRule, ValueRule, ValueSteps } from './mapping-schema.ts';
import { didYouMean, type Mapping } from './read-mapping.ts';
import { type PatternReader, watchedPattern } from './watched-pattern.ts';

/** What a compiled rule does with the cells of a row. */
export type CellReader = (cells: readonly string[]) => string;
export type CellTest = (cells: readonly string[]) => boolean;
export type RulePath = readonly (string | number)[];

const placeholder = /\{([^{}]+)\}/g;

/** Compiles rules against the header of a table; faults are gathered, to be said together. */
export class RuleCompiler {
  readonly faults: Diagnostic[] = [];
  readonly #mapping: Mapping;
  readonly #columns: ReadonlyMap<string, number>;

  constructor(mapping: Mapping, headers: readonly string[]) {
    this.#mapping = mapping;
    const columns = new Map<string, number>();
    headers.forEach((name, index) => {
      if (!columns.has(name)) columns.set(name, index);
    });
    this.#columns = columns;
  }

  /** A bare text is a column, or a template when it has braces. */
  value(rule: ValueRule, path: RulePath): CellReader {
    if (typeof rule === 'string') {
      return rule.includes('{') ? this.#template(rule, path) : this.column(rule, path);
    }
    return isList(rule) ? this.#first(rule, path) : this.#steps(rule, path);
  }

  /** A bare text is itself, its {columns} replaced. */
  text(rule: string | ValueSteps, path: RulePath): CellReader {
    return typeof rule === 'string' ? this.#template(rule, path) : this.#steps(rule, path);
  }

  column(name: string, path: RulePath): CellReader {
    const index = this.#columns.get(name.replace(/\s+/g, ' ').trim());
    if (index !== undefined) return (cells) => (cells[index] ?? '').trim();
    this.#fault(path, name);
    return () => '';
  }

  condition(rule: ConditionRule, path: RulePath): CellTest {
    const tests = Object.entries(rule).map(([name, wanted]) => {
      const read = this.column(name, [...path, name]);
      const passes = this.#cellTest(wanted, [...path, name]);
      return (cells: readonly string[]) => passes(read(cells));
    });
    return (cells) => tests.every((test) => test(cells));
  }

  #cellTest(wanted: ConditionRule[string], path: RulePath): (cell: string) => boolean {
    if (typeof wanted !== 'object') return (cell) => cell === String(wanted);
    if (Array.isArray(wanted)) {
      const words = new Set(wanted.map(String));
      return (cell) => words.has(cell);
    }
    const { not, matches, empty } = wanted;
    const refused = new Set(
      (Array.isArray(not) ? not : not === undefined ? [] : [not]).map(String),
    );
    const pattern =
      matches === undefined ? undefined : this.#pattern(matches, [...path, 'matches']);
    return (cell) =>
      !refused.has(cell) &&
      (pattern === undefined || pattern(cell) !== null) &&
      (empty === undefined || empty === (cell === ''));
  }

  #template(text: string, path: RulePath): CellReader {
    const readers = [...text.matchAll(placeholder)].map((match) =>
      this.column(match[1] as string, path),
    );
    if (readers.length === 0) return () => text;
    const pieces = text.split(placeholder).filter((_, index) => index % 2 === 0);
    return (cells) => {
      const values = readers.map((read) => read(cells));
      if (values.every((value) => value === '')) return '';
      const filled = pieces.map((piece, index) => piece + (values[index] ?? '')).join('');
      return filled.replace(/ {2,}/g, ' ').trim();
    };
  }

  #first(rules: readonly ValueRule[], path: RulePath): CellReader {
    const readers = rules.map((rule, index) => this.value(rule, [...path, index]));
    return (cells) => {
      for (const read of readers) {
        const text = read(cells);
        if (text !== '') return text;
      }
      return '';
    };
  }

  #steps(rule: ValueSteps, path: RulePath): CellReader {
    const read = this.#origin(rule, path);
    const holds =
      rule.when === undefined ? undefined : this.condition(rule.when, [...path, 'when']);
    const steps = this.#changes(rule, path);
    const none = rule.default ?? '';
    return (cells) => {
      if (holds !== undefined && !holds(cells)) return '';
      let text = read(cells);
      for (const change of steps) text = change(text, cells);
      return text === '' ? none : text;
    };
  }

  #origin(rule: ValueSteps, path: RulePath): CellReader {
    if (rule.column !== undefined) return this.column(rule.column, [...path, 'column']);
    if (rule.template !== undefined) return this.#template(rule.template, [...path, 'template']);
    if (rule.first !== undefined) return this.#first(rule.first, [...path, 'first']);
    if (rule.join !== undefined) {
      const readers = rule.join.map((one, index) => this.value(one, [...path, 'join', index]));
      const separator = rule.separator ?? ' ';
      return (cells) =>
        readers
          .map((read) => read(cells))
          .filter((text) => text !== '')
          .join(separator);
    }
    const constant = String(rule.constant ?? '');
    return () => constant;
  }

  #changes(
    rule: ValueSteps,
    path: RulePath,
  ): readonly ((text: string, cells: readonly string[]) => string)[] {
    const changes: ((text: string, cells: readonly string[]) => string)[] = [];
    const { capture, remove, withoutEnd, values, date } = rule;
    if (capture !== undefined) {
      const pattern = this.#pattern(capture, [...path, 'capture']);
      changes.push((text) => {
        const match = pattern(text);
        return (match?.[1] ?? match?.[0] ?? '').trim();
      });
    }
    if (remove !== undefined) {
      const pattern = this.#pattern(remove, [...path, 'remove']);
      changes.push((text) => {
        const match = pattern(text);
        if (match === null) return text.trim();
        return (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim();
      });
    }
    if (withoutEnd !== undefined) {
      const read = this.value(withoutEnd, [...path, 'withoutEnd']);
      changes.push((text, cells) => withoutEnding(text, read(cells)));
    }
    if (values !== undefined) changes.push(valueChange(values, rule.default));
    if (date !== undefined) changes.push(dateReader(date));
    const letterCase = rule.case;
    if (letterCase !== undefined) {
      const words = this.#mapping.rules.words ?? {};
      changes.push((text) => mendCase(text, letterCase, words));
    }
    return changes;
  }

  #pattern(source: string, path: RulePath): PatternReader {
    const where = this.#mapping.where(path);
    const shown = quote(source);
    try {
      return watchedPattern(source, (text) => slowPattern(where, shown, quote(text)));
    } catch {
      const message = {
        fr: `L’expression régulière ${shown.fr} n’est pas correcte.`,
        en: `The regular expression ${shown.en} is not correct.`,
      };
      this.faults.push({ severity: 'error', code: 'mapping/bad-pattern', where, message });
      return () => null;
    }
  }

  #fault(path: RulePath, name: string): void {
    const shown = quote(name);
    const near = nearestWord(name, this.#columns.keys());
    const where = this.#mapping.where(path);
    // The name of a service is also read apart from it, for the list of refused rows.
    const said = this.faults.some(
      (fault) => fault.where.field === where.field && fault.message.en.includes(shown.en),
    );
    if (said) return;
    this.faults.push({
      severity: 'error',
      code: 'mapping/unknown-column',
      where,
      message: {
        fr: `Le tableau n’a pas de colonne ${shown.fr}.`,
        en: `The table has no column ${shown.en}.`,
      },
      hint: near === undefined ? knownColumns([...this.#columns.keys()]) : didYouMean(near),
    });
  }
}

function slowPattern(where: Where, pattern: Message, text: Message): Error {
  return inputError({
    code: 'mapping/slow-pattern',
    where,
    message: {
      fr: `L’expression régulière ${pattern.fr} demande trop de temps sur le texte ${text.fr}.`,
      en: `The regular expression ${pattern.en} takes too long on the text ${text.en}.`,
    },
    hint: {
      fr: 'N’y répétez pas ce qui se répète déjà, comme dans (a+)+.',
      en: 'Do not repeat in it what is repeated already, as in (a+)+.',
    },
  });
}

/** Headers shown when none resembles the one asked for. */
const mostColumns = 20;

function knownColumns(columns: readonly string[]): Message {
  const shown = columns.slice(0, mostColumns).map((column) => column.slice(0, 40));
  const list = `${shown.join(', ')}${columns.length > mostColumns ? ' …' : ''}`;
  return { fr: `Ses colonnes sont\u00a0: ${list}`, en: `Its columns are: ${list}` };
}

function isList(rule: ValueRule): rule is readonly ValueRule[] {
  return Array.isArray(rule);
}

function valueChange(
  values: NonNullable<ValueSteps['values']>,
  otherwise: string | undefined,
): (text: string) => string {
  return (text) => {
    if (Object.hasOwn(values, text)) return String(values[text] ?? '');
    return otherwise ?? text;
  };
}

/** Takes a repeated place name off the end, never the name of the street itself ("Boulevard de l'Isle"). */
function withoutEnding(text: string, ending: string): string {
  const wanted = lettersOf(ending);
  if (wanted === '' || !lettersOf(text).endsWith(wanted)) return text;
  // The shortest tail with the same letters: "3 rue du Prieuré CHATEAUGIRON", "Châteaugiron".
  for (let at = text.length - 1; at > 0; at--) {
    if (lettersOf(text.slice(at)) !== wanted) continue;
    const kept = text.slice(0, at);
    const bare = kept.replace(/[\s,.;–-]+$/, '');
    return isApart(kept, bare, text.slice(at)) ? bare : text;
  }
  return text;
}

function isApart(kept: string, bare: string, tail: string): boolean {
  if (/[,.;–]\s*$|\s-\s*$/.test(kept)) return true;
  const isShouted = tail === tail.toUpperCase() && bare !== bare.toUpperCase();
  const endsInName = !/(?:^|[\s'’])(?:de|du|des|d|la|le|les|l|à|au|aux|en|sur|sous)$/i.test(bare);
  return /\s$/.test(kept) && isShouted && endsInName && bare.split(/\s+/).length >= 3;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toLowerCase();
}
