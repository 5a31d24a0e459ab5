import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import {
  bookletText,
  type Feature,
  feedText,
  filesOf,
  manyServices,
  townFolder,
} from '../build/town.ts';
import { type Ran, runLine } from '../cli/fake-terminal.ts';

/** A run on hostile input: what it gave, and where. */
export interface Attempt extends Ran {
  readonly folder: string;
  /** Files of `out`; empty when nothing was written. */
  readonly files: Readonly<Record<string, Buffer>>;
  /** Codes of the diagnostics of the report, when there is one. */
  readonly codes: readonly string[];
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Longest that any input may take, ms. */
const patience = 10_000;

/** Builds a town of a few sound services, some of its files replaced by hostile ones. */
export function attempt(files: Files): Promise<Attempt> {
  const sound = { 'livret.yaml': bookletText(), 'feed.geojson': feedText(manyServices(4)) };
  return attemptIn(townFolder({ ...sound, ...files }));
}

/** Builds a town whose feed holds these services. */
export function attemptFeed(
  features: readonly Feature[],
  ...lines: readonly string[]
): Promise<Attempt> {
  return attempt({ 'livret.yaml': bookletText(...lines), 'feed.geojson': feedText(features) });
}

export async function attemptIn(
  folder: string,
  argv: readonly string[] = ['build', 'livret.yaml', '--out', 'out'],
): Promise<Attempt> {
  const start = performance.now();
  const ran = await runLine(argv, { folder });
  expect(performance.now() - start).toBeLessThan(patience);
  const out = join(folder, 'out');
  const files = existsSync(out) ? filesOf(out) : {};
  const report = Object.keys(files).find((name) => name.endsWith('.report.json'));
  const { diagnostics = [] } = report ? JSON.parse(String(files[report])) : {};
  return { ...ran, folder, files, codes: diagnostics.map(({ code }: { code: string }) => code) };
}

/** The input is at fault: said in words, exit code 1, nothing written. */
export function expectRefused(ran: Attempt, ...words: readonly (string | RegExp)[]): void {
  expectPolite(ran);
  expect(ran.code, ran.err).toBe(1);
  expect(ran.out).toBe('');
  expect(ran.err).toMatch(/ {2}erreur {2}/);
  expect(ran.err).toContain('Rien n’a été écrit.');
  for (const word of words) expect(ran.err).toMatch(word);
  expect(Object.keys(ran.files)).toEqual([]);
}

/** The edition was made, with these codes in its report. */
export function expectMade(ran: Attempt, ...codes: readonly string[]): void {
  expectPolite(ran);
  expect(ran.code, ran.err).toBe(0);
  expect(Object.keys(ran.files)).toEqual([
    ...['livret.geojson', 'livret.pdf', 'livret.report.json'],
  ]);
  for (const code of codes) expect(ran.codes).toContain(code);
}

/** No stack trace, nothing left unsaid, no control character for the terminal. */
export function expectPolite({ out, err }: Pick<Ran, 'out' | 'err'>): void {
  expect(err).not.toMatch(/^\s+at .*:\d+/m);
  expect(err).not.toMatch(/est propre|\bundefined\b|\bNaN\b|\[object|\bTypeError\b/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
  expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
}
