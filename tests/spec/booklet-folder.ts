import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Diagnostic, DiagnosticList, InputError } from '../../src/diagnostics/diagnostic.ts';
import type { BookletSpec } from '../../src/spec/booklet-spec.ts';
import { readBooklet } from '../../src/spec/read-booklet.ts';

/** A folder of a town, two levels below the temporary folder, removed when the test ends. */
export function townFolder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const outer = mkdtempSync(join(tmpdir(), 'proximites-'));
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
  const town = join(outer, 'region', 'town');
  mkdirSync(town, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(town, name)), { recursive: true });
    writeFileSync(join(town, name), content);
  }
  return town;
}

/** What reading a booklet gave: the spec, or nothing, and every diagnostic. */
export interface Outcome {
  readonly spec?: BookletSpec;
  readonly found: readonly Diagnostic[];
}

/** Reads a booklet written in a folder of its own. */
export function readText(
  text: string | Buffer,
  files: Readonly<Record<string, string | Buffer>> = {},
  name = 'livret.yaml',
): Outcome {
  return readFile(join(townFolder({ ...files, [name]: text }), name));
}

/** Reads a booklet file; an InputError must carry what the sink was told. */
export function readFile(file: string): Outcome {
  const sink = new DiagnosticList();
  try {
    return { spec: readBooklet(file, sink), found: sink.all };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (error.diagnostics.some((one, at) => one !== sink.all[at])) throw new Error('sink differs');
    return { found: sink.all };
  }
}

/** A booklet that has what it must, and more. */
export function withHead(more: string): string {
  return `titre: Guide\nterritoire: Redon\n${more}\n`;
}

/** "line code field" of each diagnostic. */
export function brief(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, where }) => `${where.line ?? '-'} ${code} ${where.field ?? '-'}`);
}
