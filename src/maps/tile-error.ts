import type { Message } from '../diagnostics/diagnostic.ts';

/** Why a tile could not be had, in words for the user; the URL is left out, since it may hold a key. */
export class TileError extends Error {
  readonly reason: Message;
  /** Whether asking again may help. */
  readonly mayPass: boolean;
  /** Seconds that the server asks us to wait. */
  readonly retryAfter: number | undefined;

  constructor(reason: Message, options: { mayPass?: boolean; retryAfter?: number } = {}) {
    super(reason.en);
    this.name = 'TileError';
    this.reason = reason;
    this.mayPass = options.mayPass ?? false;
    this.retryAfter = options.retryAfter;
  }
}
