import { dirname, resolve } from 'node:path';
import {
  type Diagnostic,
  DiagnosticList,
  type DiagnosticSink,
  InputError,
} from '../diagnostics/diagnostic.ts';
import { bookletSchema } from './booklet-schema.ts';
import type { BookletSpec } from './booklet-spec.ts';
import { checkPage } from './check-page.ts';
import { checkPaths } from './check-paths.ts';
import { explainIssue } from './explain-issue.ts';
import { checkFit, toFit } from './fit-schema.ts';
import { mendCodes } from './mend-codes.ts';
import { readSource } from './read-source.ts';
import { readWritten, type WrittenFile } from './read-written.ts';
import { toSpec } from './to-spec.ts';

/** Maps whose keys are the user's own words. */
const freeMaps: ReadonlySet<string> = new Set(['organisation.theme-colours']);

/**
 * Reads a booklet file (YAML or JSON). Everything wrong with it is reported in one pass, in the
 * order of the file, and if there is an error an InputError with all of it is thrown.
 */
export function readBooklet(file: string, sink: DiagnosticSink): BookletSpec {
  const absolute = resolve(file);
  const found = new DiagnosticList();
  try {
    const spec = read(absolute, found);
    report(found.all, sink);
    return spec;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const all = inOrder(once([...found.all, ...error.diagnostics]));
    report(all, sink);
    throw new InputError(all);
  }
}

function read(file: string, found: DiagnosticList): BookletSpec {
  const written = readWritten(file, readSource(file), freeMaps, found);
  if (typeof written.root === 'string' || Array.isArray(written.root)) {
    throw new InputError([notABooklet(written)]);
  }
  const mended = mendCodes(written, found);
  const reading = bookletSchema.safeParse(mended.root, { jitless: true });
  for (const issue of reading.error?.issues ?? []) {
    for (const diagnostic of explainIssue(issue, mended)) found.report(diagnostic);
  }
  const paths = checkPaths(mended, dirname(file), found);
  checkPage(mended, found);
  if (reading.data)
    checkFit(toFit(reading.data.fit), reading.data.output?.multiple ?? 1, mended, found);
  if (found.hasErrors || !reading.data) throw new InputError(found.all);
  return toSpec(reading.data, paths, mended, found);
}

function report(diagnostics: readonly Diagnostic[], sink: DiagnosticSink): void {
  for (const diagnostic of diagnostics) sink.report(diagnostic);
}

/** A parser may say the same of one place twice. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const rank = ({ where }: Diagnostic) => (where.line ?? 0) * 100_000 + (where.column ?? 0);
  return [...diagnostics].sort((one, other) => rank(one) - rank(other));
}

function notABooklet(written: WrittenFile): Diagnostic {
  return {
    severity: 'error',
    code: 'spec/not-a-booklet',
    where: { file: written.file, line: 1 },
    message: {
      fr: 'Ce fichier ne contient pas de livret\u00a0: aucune ligne «\u00a0clé: valeur\u00a0».',
      en: 'This file holds no booklet: it has no “key: value” line.',
    },
    hint: {
      fr: 'Commencez par «\u00a0titre: …\u00a0», ou faites un livret par «\u00a0proximites init\u00a0».',
      en: 'Begin with “title: …”, or make a booklet with “proximites init”.',
    },
  };
}
