import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import {
  type PrintOptions,
  plainDiagnostic,
  printDiagnostics,
} from '../diagnostics/print-diagnostics.ts';
import type { CommandContext } from './command.ts';

/** Prints diagnostics for a person, on standard error; what is cut short is whole in --json, or in the report. */
export function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  { terminal, language }: CommandContext,
  limits: Pick<PrintOptions, 'most' | 'whole'> = { whole: '--json' },
): void {
  if (diagnostics.length === 0) return;
  const { hasColour: colour, folder } = terminal;
  terminal.err(printDiagnostics(diagnostics, { language, colour, folder, ...limits }));
}

/** Prints one JSON value, on standard output; the diagnostics in the user's language. */
export function showJson(
  value: Readonly<Record<string, unknown>>,
  diagnostics: readonly Diagnostic[],
  { terminal, language }: CommandContext,
): void {
  const plain = diagnostics.map((diagnostic) => plainDiagnostic(diagnostic, language));
  terminal.out(`${JSON.stringify({ ...value, diagnostics: plain }, null, 2)}\n`);
}
