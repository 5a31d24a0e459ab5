/** The stages of a build, in order. */
export type StageName =
  | 'spec'
  | 'typology'
  | 'feed'
  | 'territory'
  | 'directory'
  | 'maps'
  | 'markup'
  | 'boxes'
  | 'layout'
  | 'fit'
  | 'pdf'
  | 'verify'
  | 'write';

/** Times the stages of one run and says when each begins. */
export class Stopwatch {
  readonly #laps: { readonly name: StageName; readonly ms: number }[] = [];
  readonly #onStage: ((stage: StageName) => void) | undefined;
  #current: { readonly name: StageName; readonly since: number } | null = null;

  constructor(onStage?: (stage: StageName) => void) {
    this.#onStage = onStage;
  }

  /** Ends the stage that runs and begins the next one. */
  begin(name: StageName): void {
    this.#end();
    this.#current = { name, since: performance.now() };
    this.#onStage?.(name);
  }

  /** Whole milliseconds by stage. */
  stop(): readonly { readonly name: StageName; readonly ms: number }[] {
    this.#end();
    return this.#laps;
  }

  #end(): void {
    if (!this.#current) return;
    const ms = Math.round(performance.now() - this.#current.since);
    this.#laps.push({ name: this.#current.name, ms });
    this.#current = null;
  }
}
