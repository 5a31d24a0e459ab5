import { deflate, type ZlibOptions } from 'node:zlib';

/**
 * A window of 16 kB covers a page; the default one costs more to allocate for each of a thousand
 * pages than it saves.
 */
const settings: ZlibOptions = { level: 6, windowBits: 14, memLevel: 7 };
/** More at once only fight for memory: one thread compresses while the main one paints. */
const maxActive = 3;
/** Bytes that may wait before the painter does. */
const maxWaiting = 8 * 1024 * 1024;

interface Job {
  readonly bytes: Uint8Array;
  readonly done: (error: Error | null, result: Buffer) => void;
}

/** Compresses streams on other threads, few at a time; each result depends on its own bytes only. */
export class Deflater {
  private readonly queue: Job[] = [];
  private next = 0;
  private active = 0;
  private waiting = 0;

  deflate(bytes: Uint8Array): Promise<Uint8Array> {
    this.waiting += bytes.length;
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, result: Buffer) => {
        this.active -= 1;
        this.waiting -= bytes.length;
        this.start();
        if (error) reject(error);
        else resolve(result);
      };
      this.queue.push({ bytes, done });
      this.start();
    });
  }

  /** Lets finished work be taken up; waits while too much is queued, so that memory stays flat. */
  async breathe(): Promise<void> {
    do await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.waiting > maxWaiting);
  }

  private start(): void {
    const job = this.queue[this.next];
    if (!job || this.active >= maxActive) return;
    this.active += 1;
    this.next += 1;
    if (this.next === this.queue.length) {
      this.queue.length = 0;
      this.next = 0;
    }
    deflate(job.bytes, settings, job.done);
  }
}
