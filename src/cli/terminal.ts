/** The only door to the outside of a command: what it reads of its surroundings and where it writes. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** A person is there to answer questions. */
  readonly canAsk: boolean;
  /** Standard error is a screen: progress may be shown. */
  readonly hasScreen: boolean;
  /** Escape sequences of colour are welcome on standard error. */
  readonly hasColour: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Working folder, absolute. */
  readonly folder: string;
}

/** The terminal of this process; a reader that closes a pipe early (head, less) is no error. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreBrokenPipe);
  const hasScreen = stderr.isTTY === true && env.TERM !== 'dumb';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    canAsk: stdin.isTTY === true && stdout.isTTY === true,
    hasScreen,
    hasColour: hasScreen && !env.NO_COLOR,
    environment: env,
    folder: process.cwd(),
  };
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
}
