import { readFile } from 'node:fs/promises';
import type { Document } from 'yaml';
import { isNode, LineCounter, parseDocument, visit } from 'yaml';
import {
  type Diagnostic,
  InputError,
  inputError,
  type Message,
  type Where,
} from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { describeIssue, type SchemaIssue } from '../feed/schema-issue.ts';
import { regularFileSize } from '../regular-file.ts';
import { type MappingRules, mappingSchema } from './mapping-schema.ts';

/** A mapping that was read, with the means to say where each part of it stands. */
export interface Mapping {
  readonly rules: MappingRules;
  /** Line and column of the part at a path. */
  where(path: readonly (string | number)[]): Where;
}

/** Reads a mapping file (YAML or JSON); an InputError names the line and column of each fault. */
export async function readMapping(file: string): Promise<Mapping> {
  let text: string;
  try {
    regularFileSize(file);
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
  return parseMapping(text, file);
}

/** Reads the text of a mapping; `file` is for messages. */
export function parseMapping(text: string, file: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map((error): Diagnostic => {
    const { line, col } = lines.linePos(error.pos[0]);
    return syntaxFault({ file, line, column: col }, error.message);
  });
  if (broken.length > 0) throw new InputError(broken);
  refuseAliases(document, file, lines);
  const where = (path: readonly (string | number)[]): Where =>
    placeOf(document, path, { file, lines });
  const written: unknown = document.toJS({ maxAliasCount: 0 });
  const parsed = mappingSchema.safeParse(written);
  if (parsed.success) return { rules: parsed.data, where };
  const issues = parsed.error.issues.map((issue) => describeIssue(issue, written));
  throw new InputError(issues.flatMap((issue) => faultsOf(issue, where)));
}

/** A mapping has no use for aliases, and a nest of them can fill the memory. */
function refuseAliases(document: Document, file: string, lines: LineCounter): void {
  visit(document, {
    Alias(_, node) {
      const at = lines.linePos(node.range?.[0] ?? 0);
      throw inputError(syntaxFault({ file, line: at.line, column: at.col }, 'alias'));
    },
  });
}

interface Place {
  readonly file: string;
  readonly lines: LineCounter;
}

function placeOf(
  document: Document,
  path: readonly (string | number)[],
  { file, lines }: Place,
): Where {
  const field = path.join('.');
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { file, line, column: col, ...(field === '' ? {} : { field }) };
  }
  return { file, line: 1, ...(field === '' ? {} : { field }) };
}

type PlaceFinder = (path: readonly (string | number)[]) => Where;

function faultsOf(issue: SchemaIssue, where: PlaceFinder): readonly Diagnostic[] {
  if (issue.unknownKeys.length === 0) {
    return [
      {
        severity: 'error',
        code: 'mapping/invalid',
        where: where(issue.path),
        message: issue.message,
      },
    ];
  }
  return issue.unknownKeys.map((key) => {
    const shown = quote(key);
    const near = nearestWord(key, keysAt(issue.path));
    return {
      severity: 'error',
      code: 'mapping/unknown-key',
      where: where([...issue.path, key]),
      message: {
        fr: `La clé ${shown.fr} n’est pas connue ici.`,
        en: `The key ${shown.en} is not known here.`,
      },
      ...(near === undefined ? {} : { hint: didYouMean(near) }),
    };
  });
}

/** "Did you mean …?" in both languages. */
export function didYouMean(word: string): Message {
  const shown = quote(word);
  return { fr: `Vouliez-vous dire ${shown.fr}\u00a0?`, en: `Did you mean ${shown.en}?` };
}

const keysByBlock: Readonly<Record<string, string>> = {
  csv: 'delimiter encoding',
  id: 'columns prefix distinguish',
  address: 'lines postcode commune insee officialCommune',
  position: 'longitude latitude pair order origin',
  source: 'contributor dataset licence url date checked',
  accessibility: 'wheelchair notes',
  hours: 'osm monday tuesday wednesday thursday friday saturday sunday publicHolidays',
  types: 'when types column values',
  phones: 'number label cost',
};
const valueKeys =
  'column template constant first join separator when capture remove withoutEnd values default date case';

function keysAt(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(mappingSchema.shape);
  const block =
    path.length === 1 || typeof path[1] === 'number' ? keysByBlock[String(path[0])] : undefined;
  return (block ?? valueKeys).split(' ');
}

function syntaxFault(where: Where, detail: string): Diagnostic {
  return {
    severity: 'error',
    code: 'mapping/syntax',
    where,
    message: {
      fr: 'Cette ligne n’est pas écrite selon les règles de YAML.',
      en: `This line does not follow the rules of YAML (${detail.split('\n')[0]}).`,
    },
    hint: {
      fr: 'Vérifiez le décalage des lignes, et mettez entre guillemets les textes qui contiennent\u00a0: # { } [ ] & *.',
      en: 'Check the indentation, and quote the texts that contain : # { } [ ] & *.',
    },
  };
}

function unreadable(file: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  const missing = code === 'ENOENT';
  return inputError({
    code: 'mapping/unreadable',
    where: { file },
    message: {
      fr: missing
        ? 'Le fichier de correspondance n’existe pas.'
        : `Le fichier de correspondance ne peut pas être lu (${code}).`,
      en: missing
        ? 'The mapping file does not exist.'
        : `The mapping file cannot be read (${code}).`,
    },
    hint: { fr: 'Vérifiez le chemin.', en: 'Check the path.' },
  });
}
