import { relative } from 'node:path';
import type { Diagnostic, Severity, UserLanguage, Where } from './diagnostic.ts';

/** A diagnostic for machines: one language, plain strings. */
export interface PlainDiagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly where: Where;
  readonly message: string;
  readonly hint?: string;
}

export interface PrintOptions {
  readonly language: UserLanguage;
  /** Escape sequences for a terminal. */
  readonly colour?: boolean;
  /** Files are shown relative to this folder when that is shorter. */
  readonly folder?: string;
  /** Most diagnostics of one code that are shown; 20 if not given. */
  readonly most?: number;
  /** Where all of them are; the report if not given. */
  readonly whole?: 'report' | '--json';
}

const severityNames: Readonly<Record<Severity, Readonly<Record<UserLanguage, string>>>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'attention', en: 'warning' },
  info: { fr: 'note', en: 'note' },
};
const severityColours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

/** Diagnostics as a person reads them, in the order given, each ending with a line feed. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: PrintOptions,
): string {
  const most = options.most ?? 20;
  const totals = countByCode(diagnostics);
  const shown = new Map<string, number>();
  const lines: string[] = [];
  for (const diagnostic of diagnostics) {
    const key = groupKey(diagnostic);
    const rank = (shown.get(key) ?? 0) + 1;
    shown.set(key, rank);
    if (rank <= most) lines.push(...printOne(diagnostic, options));
    if (rank === most) lines.push(...printRest((totals.get(key) ?? 0) - most, options));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** A diagnostic in the shape of `--json` and of the report. */
export function plainDiagnostic(diagnostic: Diagnostic, language: UserLanguage): PlainDiagnostic {
  const { severity, code, where, message, hint } = diagnostic;
  const plain = { severity, code, where, message: message[language] };
  return hint ? { ...plain, hint: hint[language] } : plain;
}

/** "3 erreurs, 1 avertissement"; empty when there is neither. */
export function countDiagnostics(
  diagnostics: readonly Diagnostic[],
  language: UserLanguage,
): string {
  const count = (severity: Severity) => diagnostics.filter((d) => d.severity === severity).length;
  const names =
    language === 'fr'
      ? { error: 'erreur', warning: 'avertissement' }
      : { error: 'error', warning: 'warning' };
  return (['error', 'warning'] as const)
    .map((severity) => ({ name: names[severity], total: count(severity) }))
    .filter(({ total }) => total > 0)
    .map(({ name, total }) => `${total} ${name}${total > 1 ? 's' : ''}`)
    .join(', ');
}

function groupKey(diagnostic: Diagnostic): string {
  return `${diagnostic.severity} ${diagnostic.code}`;
}

function countByCode(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const key = groupKey(diagnostic);
    totals.set(key, (totals.get(key) ?? 0) + 1);
  }
  return totals;
}

function printOne(diagnostic: Diagnostic, options: PrintOptions): readonly string[] {
  const { language, colour = false } = options;
  const name = severityNames[diagnostic.severity][language];
  const severity = colour ? paint(name, severityColours[diagnostic.severity], true) : name;
  const place = printWhere(diagnostic.where, options);
  const where = place && colour ? paint(place, 1, false) : place;
  const first = [where, severity, harmless(diagnostic.message[language])]
    .filter(Boolean)
    .join('  ');
  if (!diagnostic.hint) return [first];
  return [first, `    → ${harmless(diagnostic.hint[language]).replaceAll('\n', '\n      ')}`];
}

function printWhere(where: Where, options: PrintOptions): string {
  const fr = options.language === 'fr';
  const parts: string[] = [];
  if (where.file !== undefined) {
    const position = where.line === undefined ? '' : `:${where.line}`;
    const column = position && where.column !== undefined ? `:${where.column}` : '';
    parts.push(`${shortPath(where.file, options.folder)}${position}${column}`);
  }
  if (where.row !== undefined) parts.push(`${fr ? 'ligne' : 'row'} ${where.row}`);
  if (where.id !== undefined) parts.push(`[${where.id}]`);
  if (where.field !== undefined && where.line === undefined) parts.push(where.field);
  return harmless(parts.join(' ')).replaceAll('\n', ' ');
}

function shortPath(file: string, folder: string | undefined): string {
  if (folder === undefined) return file;
  const short = relative(folder, file);
  return short !== '' && short.length < file.length ? short : file;
}

function printRest(count: number, { language, whole = 'report' }: PrintOptions): readonly string[] {
  if (count <= 0) return [];
  const place = {
    fr: { report: 'le rapport', '--json': '--json' },
    en: { report: 'the report', '--json': '--json' },
  };
  const see = place[language][whole];
  const more = language === 'fr' ? (count > 1 ? 'autres' : 'autre') : 'more';
  return [
    language === 'fr'
      ? `    … et ${count} ${more} (voir ${see})`
      : `    … and ${count} ${more} (see ${see})`,
  ];
}

function paint(text: string, code: number, bold: boolean): string {
  return `\u001b[${bold ? '1;' : ''}${code}m${text}\u001b[0m`;
}

/** Values quoted in messages come from outside: no escape sequence of theirs reaches a terminal. */
function harmless(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
