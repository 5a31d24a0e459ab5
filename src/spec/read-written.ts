import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
} from 'yaml';
import type { Diagnostic, DiagnosticSink, Where } from '../diagnostics/diagnostic.ts';
import { inputError } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { canonicalKey } from './booklet-words.ts';
import { cleanText } from './clean-text.ts';
import { explainYaml } from './explain-yaml.ts';

/** What a file says: texts, lists and maps; numbers stay as they are written, so that codes keep their zeros. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written | undefined };

/** Where something stands in the file, and its path with the keys as the user wrote them. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly field: string;
  /** True for text between quotes. */
  readonly quoted?: boolean;
}

/** A file once read: its values by canonical key and the place of each by canonical path. */
export interface WrittenFile {
  readonly file: string;
  readonly root: Written;
  readonly places: ReadonlyMap<string, Place>;
}

/** Most nodes that a booklet may have, aliases followed: stops alias bombs. */
const mostNodes = 20_000;
/** Each alias is looked for in the whole document. */
const mostAliases = 200;

interface Walk {
  readonly file: string;
  readonly sink: DiagnosticSink;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly places: Map<string, Place>;
  /** Paths of maps whose keys are the user's own words. */
  readonly freeMaps: ReadonlySet<string>;
  nodes: number;
  aliases: number;
}

interface Path {
  readonly canonical: readonly (string | number)[];
  readonly written: string;
}

/** Reads YAML or JSON (which is YAML 1.2) into plain values, keys made canonical; syntax errors stop. */
export function readWritten(
  file: string,
  source: string,
  freeMaps: ReadonlySet<string>,
  sink: DiagnosticSink,
): WrittenFile {
  const lines = new LineCounter();
  const document = parse(file, source, lines);
  const errors = document.errors.map((error) => explainYaml(error, file, lines));
  if (errors.length > 0) throw inputErrors(errors.slice(0, 20), sink);
  const walk: Walk = {
    file,
    sink,
    document,
    lines,
    places: new Map(),
    freeMaps,
    nodes: 0,
    aliases: 0,
  };
  const root = readNode(document.contents, { canonical: [], written: '' }, walk) ?? {};
  return { file, root, places: walk.places };
}

/** Key of `places` for a path of keys and positions. */
export function placeKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('\u0000');
}

function inputErrors(errors: readonly Diagnostic[], sink: DiagnosticSink): Error {
  for (const error of errors) sink.report(error);
  const [first, ...rest] = errors as [Diagnostic, ...Diagnostic[]];
  const stop = inputError(first);
  return rest.length === 0 ? stop : Object.assign(stop, { diagnostics: errors });
}

function parse(file: string, source: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(source, {
      version: '1.2',
      schema: 'failsafe',
      prettyErrors: false,
      lineCounter,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw inputError(tooDeep(file));
  }
}

function readNode(node: unknown, path: Path, walk: Walk): Written | undefined {
  walk.nodes += 1;
  if (walk.nodes > mostNodes || path.canonical.length > 40) throw inputError(tooDeep(walk.file));
  if (isAlias(node)) {
    walk.aliases += 1;
    if (walk.aliases > mostAliases) throw inputError(tooDeep(walk.file));
    return readNode(node.resolve(walk.document), path, walk);
  }
  if (isMap(node)) return readMap(node.items as Pair[], path, walk);
  if (isSeq(node)) {
    const read = node.items.map((element, at) => {
      const inside = { canonical: [...path.canonical, at], written: `${path.written}[${at + 1}]` };
      notePlace(element, inside, walk);
      return readNode(element, inside, walk);
    });
    return read.filter((element) => element !== undefined);
  }
  return isScalar(node) ? readScalar(node, path, walk) : undefined;
}

function readScalar(
  node: { value: unknown; tag?: string; type?: string; range?: readonly number[] | null },
  path: Path,
  walk: Walk,
): string | undefined {
  const where = whereOf(node, path, walk);
  if (node.tag !== undefined && node.tag !== 'tag:yaml.org,2002:str') {
    walk.sink.report(forbiddenTag(node.tag, where));
    return undefined;
  }
  const source = String(node.value);
  if (node.type === 'PLAIN' && /^(?:|~|null)$/iu.test(source)) return undefined;
  const { text, removed } = cleanText(source);
  if (removed > 0) walk.sink.report(unprintable(removed, where));
  return text;
}

function readMap(pairs: readonly Pair[], path: Path, walk: Walk): Written {
  const values: Record<string, Written | undefined> = Object.create(null);
  const seen = new Map<string, string>();
  const free = walk.freeMaps.has(path.canonical.join('.'));
  for (const { key, value } of pairs) {
    const written = isScalar(key) ? cleanText(String(key.value)).text : '?';
    const canonical = free ? written : (canonicalKey(written) ?? written);
    const inside = {
      canonical: [...path.canonical, canonical],
      written: path.written === '' ? written : `${path.written}.${written}`,
    };
    const twin = seen.get(canonical);
    if (twin !== undefined) {
      walk.sink.report(writtenTwice(twin, written, whereOf(key, inside, walk)));
      continue;
    }
    seen.set(canonical, written);
    notePlace(key, inside, walk, value);
    // A key without a value is kept: an unknown one must be said.
    values[canonical] = readNode(value, inside, walk);
  }
  return values;
}

function notePlace(node: unknown, path: Path, walk: Walk, value: unknown = node): void {
  const { line, column } = positionOf(node, walk);
  const quoted = isScalar(value) && value.type !== 'PLAIN';
  walk.places.set(placeKey(path.canonical), { line, column, field: path.written, quoted });
}

function positionOf(node: unknown, walk: Walk): { line: number; column: number } {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  const { line, col } = walk.lines.linePos(range?.[0] ?? 0);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function whereOf(node: unknown, path: Path, walk: Walk): Where {
  return { file: walk.file, ...positionOf(node, walk), field: path.written };
}

function tooDeep(file: string): Omit<Diagnostic, 'severity'> {
  return {
    code: 'spec/too-complex',
    where: { file },
    message: {
      fr: `Ce fichier contient trop de niveaux ou de répétitions (plus de ${mostNodes} valeurs) pour un livret.`,
      en: `This file has too many levels or repetitions (over ${mostNodes} values) for a booklet.`,
    },
    hint: {
      fr: 'Écrivez les valeurs en clair, sans renvois «\u00a0&\u00a0» et «\u00a0*\u00a0» emboîtés.',
      en: 'Write the values plainly, without nested “&” and “*” references.',
    },
  };
}

function forbiddenTag(tag: string, where: Where): Diagnostic {
  const name = quote(tag.replace('tag:yaml.org,2002:', '!!'));
  return {
    severity: 'error',
    code: 'spec/yaml-tag',
    where,
    message: {
      fr: `L’étiquette YAML ${name.fr} n’est pas acceptée dans un livret.`,
      en: `The YAML tag ${name.en} is not allowed in a booklet.`,
    },
    hint: {
      fr: 'Retirez-la et gardez la valeur seule.',
      en: 'Remove it and keep the value alone.',
    },
  };
}

function unprintable(removed: number, where: Where): Diagnostic {
  return {
    severity: 'warning',
    code: 'spec/control-characters',
    where,
    message: {
      fr: `${removed} caractère(s) invisible(s) non imprimable(s) ont été retirés de ce texte.`,
      en: `${removed} invisible unprintable character(s) were removed from this text.`,
    },
  };
}

function writtenTwice(first: string, second: string, where: Where): Diagnostic {
  const [one, two] = [quote(first), quote(second)];
  return {
    severity: 'error',
    code: 'spec/duplicate-key',
    where,
    message: {
      fr: `${two.fr} est écrit deux fois (déjà donné par ${one.fr}).`,
      en: `${two.en} is written twice (already given by ${one.en}).`,
    },
    hint: { fr: 'Gardez une seule des deux lignes.', en: 'Keep one of the two lines.' },
  };
}
