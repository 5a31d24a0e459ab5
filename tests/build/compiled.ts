import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { packageRoot } from '../../src/resources.ts';

/** What a process gave. */
export interface Ended {
  /** null when it had to be stopped. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How long a command may take, ms: beyond it is stopped. */
const patience = 20_000;

/**
 * Compiles the sources of today into a folder of their own before the tests of a file, and gives
 * the way to run the command line as a process.
 */
export function compiledCli(name: string) {
  // Inside the package, so that its resources and dependencies are found.
  const outDir = resolve(packageRoot, 'node_modules/.cache/proximites-tests', name);
  beforeAll(() => {
    const tsc = resolve(packageRoot, 'node_modules/typescript/bin/tsc');
    const project = resolve(packageRoot, 'tsconfig.build.json');
    execFileSync(process.execPath, [tsc, '-p', project, '--outDir', outDir]);
  });
  afterAll(() => rmSync(outDir, { recursive: true, force: true }));
  return (
    argv: readonly string[],
    options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
  ): Ended => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve(outDir, 'cli/main.js'), ...argv],
      {
        cwd: options.cwd,
        env: { ...process.env, ...options.env },
        timeout: patience,
        killSignal: 'SIGKILL',
        encoding: 'utf8',
      },
    );
    return { code: status, out: stdout, err: stderr };
  };
}
