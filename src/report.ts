import type { Diagnostic, UserLanguage } from './diagnostics/diagnostic.ts';
import { type PlainDiagnostic, plainDiagnostic } from './diagnostics/print-diagnostics.ts';
import type { LeftOut } from './directory/directory.ts';
import type { EditionIdentity } from './feed/service.ts';
import type { FitOutcome } from './fit/fit-booklet.ts';

/** What a run says of itself: written as `<slug>.report.json`. */
export interface Report {
  readonly edition: EditionIdentity;
  readonly pages: number;
  readonly entries: number;
  /** How the page count that the booklet asks for was reached. */
  readonly fit?: FitOutcome;
  readonly leftOut: readonly {
    readonly id: string;
    readonly name: string;
    readonly reason: string;
    readonly message: string;
  }[];
  readonly diagnostics: readonly PlainDiagnostic[];
  readonly stages: readonly { readonly name: string; readonly ms: number }[];
  readonly files: readonly string[];
}

export interface ReportSources extends Omit<Report, 'leftOut' | 'diagnostics'> {
  readonly leftOut: readonly LeftOut[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The report of a run, its messages in the user's language. */
export function makeReport(sources: ReportSources, language: UserLanguage): Report {
  return {
    edition: sources.edition,
    pages: sources.pages,
    entries: sources.entries,
    fit: sources.fit,
    leftOut: sources.leftOut.map(({ id, name, reason, message }) => ({
      id,
      name,
      reason,
      message: message[language],
    })),
    diagnostics: sources.diagnostics.map((diagnostic) => plainDiagnostic(diagnostic, language)),
    stages: sources.stages,
    files: sources.files,
  };
}
