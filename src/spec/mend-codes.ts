import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { whereIs } from './explain-issue.ts';
import type { Written, WrittenFile } from './read-written.ts';

const codeKeys: ReadonlySet<string> = new Set([
  'include',
  'exclude',
  'commune',
  'departement',
  'region',
]);

/** Gives back the zero that a spreadsheet or a program took from a code: "1033" is read as "01033", and said. */
export function mendCodes(written: WrittenFile, sink: DiagnosticSink): WrittenFile {
  const root = written.root as Readonly<Record<string, Written>>;
  if (root.territory === undefined) return written;
  const territory = mend(root.territory, ['territory'], { written, sink });
  return { ...written, root: Object.assign(Object.create(null), root, { territory }) };
}

interface Mending {
  readonly written: WrittenFile;
  readonly sink: DiagnosticSink;
}

function mend(
  value: Written | undefined,
  path: readonly (string | number)[],
  mending: Mending,
): Written | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return mendCode(value, path, mending);
  if (Array.isArray(value)) {
    return value.map((element, at) => mend(element, [...path, at], mending) ?? element);
  }
  const mended: Record<string, Written | undefined> = Object.create(null);
  for (const [key, inside] of Object.entries(value)) {
    mended[key] = codeKeys.has(key) ? mend(inside, [...path, key], mending) : inside;
  }
  return mended;
}

function mendCode(
  value: string,
  path: readonly (string | number)[],
  { written, sink }: Mending,
): string {
  const code = value.trim();
  if (!/^(?:\d|\d{4})$/u.test(code)) return value;
  const whole = `0${code}`;
  const [got, read] = [quote(code), quote(whole)];
  sink.report({
    severity: 'warning',
    code: 'spec/lost-zero',
    where: whereIs(path, written),
    message: {
      fr: `Le code ${got.fr} a perdu son zéro\u00a0: il est lu comme ${read.fr}.`,
      en: `The code ${got.en} has lost its zero: it is read as ${read.en}.`,
    },
    hint: {
      fr: `Écrivez-le entre guillemets\u00a0: "${whole}".`,
      en: `Write it between quotation marks: "${whole}".`,
    },
  });
  return whole;
}
