import { Worker } from 'node:worker_threads';
import { deflateSync, type ZlibOptions } from 'node:zlib';

/**
 * A window of 16 kB covers a page; the default one costs more to allocate for each of a thousand
 * pages than it saves.
 */
const settings: ZlibOptions = { level: 6, windowBits: 14, memLevel: 7 };
/** Waking another thread costs as much as a page: pages go over in groups of this many bytes. */
const batchBytes = 512 * 1024;
/** Below this, a thread takes longer to start than the work takes. */
const bytesWorthAThread = 2 * 1024 * 1024;
/** Bytes that the thread may lag behind before the painter waits for it. */
const maxLag = 8 * 1024 * 1024;

/** Runs from its text, because a source file has another name before and after compilation. */
const workerSource = `
const { parentPort, workerData } = require('node:worker_threads');
const { deflateSync } = require('node:zlib');
parentPort.on('message', (parts) => {
  const results = parts.map((part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    return new Uint8Array(deflateSync(bytes, workerData));
  });
  parentPort.postMessage(results, results.map(({ buffer }) => buffer));
});
`;

/** What a stream holds: text in Latin-1, or bytes. */
export type StreamContent = string | Uint8Array;

interface Job {
  readonly content: StreamContent;
  readonly done: (result: Uint8Array) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Compresses streams, in a second thread when there is much to do. The result depends on the bytes
 * alone, never on where it was made.
 */
export class Deflater {
  private batch: Job[] = [];
  private gathered = 0;
  private readonly sent: (readonly Job[])[] = [];
  private lag = 0;
  private worker: Worker | null = null;
  private wake: (() => void) | null = null;

  /** The compressed bytes come after flush() at the latest. */
  deflate(content: StreamContent): Promise<Uint8Array> {
    return new Promise((done, fail) => {
      this.batch.push({ content, done, fail });
      this.gathered += content.length;
      if (this.gathered >= (this.worker ? batchBytes : bytesWorthAThread)) this.send();
    });
  }

  /** Compresses what still waits. */
  flush(): void {
    if (this.worker) this.send();
    else for (const { content, done } of this.take()) done(deflateHere(content));
  }

  /** Waits while the thread lags far behind, so that memory stays flat. */
  async breathe(): Promise<void> {
    while (this.lag > maxLag) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Ends the thread; must be called, or the process would not end. */
  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private send(): void {
    const jobs = this.take();
    if (jobs.length === 0) return;
    this.worker ??= this.start();
    this.sent.push(jobs);
    this.lag += bytesOf(jobs);
    this.worker.postMessage(jobs.map(({ content }) => content));
  }

  private take(): readonly Job[] {
    const jobs = this.batch;
    this.batch = [];
    this.gathered = 0;
    return jobs;
  }

  private start(): Worker {
    const worker = new Worker(workerSource, { eval: true, workerData: settings });
    worker.on('message', (results: readonly Uint8Array[]) => this.receive(results));
    worker.on('error', (error: Error) => {
      for (const { fail } of this.sent.flat()) fail(error);
    });
    return worker;
  }

  private receive(results: readonly Uint8Array[]): void {
    const jobs = this.sent.shift() ?? [];
    this.lag -= bytesOf(jobs);
    for (const [index, { done }] of jobs.entries()) done(results[index] as Uint8Array);
    this.wake?.();
    this.wake = null;
  }
}

function bytesOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, { content }) => sum + content.length, 0);
}

function deflateHere(content: StreamContent): Uint8Array {
  return deflateSync(
    typeof content === 'string' ? Buffer.from(content, 'latin1') : content,
    settings,
  );
}
