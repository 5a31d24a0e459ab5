import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchContent } from './bench-content.ts';

/** What one whole process took. */
export interface Measure {
  readonly entries: number;
  readonly pages: number;
  /** Wall time of the whole process, start-up included. */
  readonly seconds: number;
  readonly peakMB: number;
  readonly pdfBytes: number;
  readonly stages: readonly { readonly name: string; readonly ms: number }[];
}

/** Makes a directory's content in a folder of its own, builds it `runs` times, gives the median run. */
export async function measure(
  prepare: (folder: string) => Promise<BenchContent>,
  runs: number,
): Promise<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'proximites-bench-'));
  try {
    const { booklet } = await prepare(folder);
    const measures: Measure[] = [];
    for (let run = 0; run < runs; run += 1)
      measures.push(await runOnce(booklet, join(folder, 'out')));
    measures.sort((a, b) => a.seconds - b.seconds);
    return measures[Math.floor(runs / 2)] as Measure;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runOnce(booklet: string, outDir: string): Promise<Measure> {
  const script = fileURLToPath(new URL('./run-once.js', import.meta.url));
  const since = performance.now();
  const output = await outputOf(script, [booklet, outDir]);
  const seconds = (performance.now() - since) / 1000;
  const said = JSON.parse(output) as Omit<Measure, 'seconds' | 'pdfBytes'>;
  const { size } = await stat(join(outDir, 'bench.pdf'));
  return { ...said, seconds, pdfBytes: size };
}

function outputOf(script: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`exit code ${code}`)),
    );
  });
}
