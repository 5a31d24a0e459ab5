import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MapRequest } from './map-request.ts';
import type { TileClient } from './tile-client.ts';
import type { TileError } from './tile-error.ts';
import * as warnings from './warnings.ts';

/** What is learnt at one map and used at the next. */
export class MapRun {
  /** By the options that it was made with. */
  readonly clients = new Map<string, TileClient>();
  readonly #failures = new Map<string, { request: MapRequest; error: TileError; ids: string[] }>();
  readonly #said = new Set<string>();

  /** Keeps a map without its tiles, to be reported with the others that lack them for that reason. */
  fail(request: MapRequest, error: TileError): void {
    const known = this.#failures.get(error.reason.en);
    if (known) known.ids.push(request.id);
    else this.#failures.set(error.reason.en, { request, error, ids: [request.id] });
  }

  /** Reports what holds for all the maps at its first one only. */
  once(request: MapRequest, diagnostic: Diagnostic): void {
    if (this.#said.has(diagnostic.code)) return;
    this.#said.add(diagnostic.code);
    request.sink.report(diagnostic);
  }

  reportFailures(): void {
    for (const { request, error, ids } of this.#failures.values())
      request.sink.report(warnings.tilesMissing(error.reason, ids));
  }
}
