/** Finds the line of a feature by its id, reading on from the last one found. */
export class LineFinder {
  readonly #text: string;
  #offset = 0;
  #line = 1;
  #lost = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Line of `"id": <id>` at or after the last one asked for, from 1; undefined when it cannot be told. */
  lineOf(id: string | number): number | undefined {
    if (this.#lost) return undefined;
    const written = JSON.stringify(id).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(`"id"\\s*:\\s*${written}(?=\\s*[,}])`, 'g');
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#text);
    if (!match) {
      // A second search to the end for each diagnostic would make a bad file quadratic.
      this.#lost = true;
      return undefined;
    }
    this.#line += linesBetween(this.#text, this.#offset, match.index);
    this.#offset = match.index;
    return this.#line;
  }
}

function linesBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
    count++;
  return count;
}
