/** Language of what the user reads: messages, help, dates of the report. */
export type UserLanguage = 'fr' | 'en';

/** One message in both languages; French is the default one. */
export interface Message {
  readonly fr: string;
  readonly en: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Where a diagnostic points; every part is optional, lines, columns and rows count from 1. */
export interface Where {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Row of a table, the header being row 1. */
  readonly row?: number;
  /** Dotted path of the field, as the user writes it. */
  readonly field?: string;
  /** Id of the service, type, template ... concerned. */
  readonly id?: string;
}

/** Something the user should know; never thrown by itself (see InputError). */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable, lower case, `stage/what`: "feed/duplicate-id". */
  readonly code: string;
  readonly where: Where;
  readonly message: Message;
  /** What to do about it. */
  readonly hint?: Message;
}

/** Where the stages report; nothing is printed from inside a stage. */
export interface DiagnosticSink {
  report(diagnostic: Diagnostic): void;
}

/** A sink that keeps everything it was told, in order. */
export class DiagnosticList implements DiagnosticSink {
  readonly all: Diagnostic[] = [];

  report(diagnostic: Diagnostic): void {
    this.all.push(diagnostic);
  }

  get errors(): readonly Diagnostic[] {
    return this.all.filter((diagnostic) => diagnostic.severity === 'error');
  }

  get hasErrors(): boolean {
    return this.all.some((diagnostic) => diagnostic.severity === 'error');
  }
}

/** Thrown when the input is at fault and the stage cannot go on: exit code 1, no stack trace. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message.en).join('; '));
    this.name = 'InputError';
    this.diagnostics = diagnostics;
  }
}

/** Shortcut to stop a stage on one error. */
export function inputError(diagnostic: Omit<Diagnostic, 'severity'>): InputError {
  return new InputError([{ severity: 'error', ...diagnostic }]);
}
