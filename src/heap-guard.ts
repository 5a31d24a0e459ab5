import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this, the engine's own way is the faster one. */
const quietBytes = 280e6;
/** Memory may grow by this much over what was in use after the last collection. */
const growth = 1.15;

let collect: (() => void) | null = null;
let lastUsed = 0;

/**
 * Frees memory that is no longer used, when a long run has gathered much of it: left to itself the
 * engine lets a heap of 300 MB grow to three times that before it looks. To be called now and then.
 */
export function guardHeap(): void {
  const { heapUsed } = process.memoryUsage();
  if (heapUsed < Math.max(quietBytes, lastUsed * growth)) return;
  collect ??= openCollector();
  collect();
  lastUsed = process.memoryUsage().heapUsed;
}

/** The engine gives its collector away only under a flag, which may be set while it runs. */
function openCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
