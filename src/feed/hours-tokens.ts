/** The text is outside the grammar that the fast parser reads. */
export class HoursSyntaxError extends Error {}

const token = /\s*(?:("[^"]*")|(24\/7)|(\d{1,2}:\d{2})|(\d+)|([A-Za-z]+)|(\|\||[;,\-+[\]/:]))/y;
const longest = 2000;

/** The words of an opening_hours text, read from left to right, lower case. */
export class HoursTokens {
  readonly #words: string[] = [];
  position = 0;

  constructor(text: string) {
    const source = text
      .slice(0, longest)
      .replace(/[\u2010-\u2015]/g, '-')
      .trim();
    if (source === '' || text.length > longest) throw new HoursSyntaxError('empty or too long');
    token.lastIndex = 0;
    while (token.lastIndex < source.length) {
      const at = token.lastIndex;
      const match = token.exec(source);
      if (!match) throw new HoursSyntaxError(`"${source.slice(at, at + 20)}"`);
      this.#words.push(match[1] ?? match[0].trim().toLowerCase());
    }
  }

  get atEnd(): boolean {
    return this.position >= this.#words.length;
  }

  /** The next word when it is made of letters. */
  word(): string | undefined {
    const next = this.#words[this.position];
    return next !== undefined && /^[a-z]/.test(next) ? next : undefined;
  }

  get isClock(): boolean {
    return /^\d{1,2}:/.test(this.#words[this.position] ?? '');
  }

  get isNumber(): boolean {
    return /^\d+$/.test(this.#words[this.position] ?? '');
  }

  get isYear(): boolean {
    return /^(?:19|20)\d\d$/.test(this.#words[this.position] ?? '');
  }

  skip(): void {
    this.position++;
  }

  /** Steps over the word if it is the next one. */
  take(word: string): boolean {
    if (this.#words[this.position] !== word) return false;
    this.position++;
    return true;
  }

  /** Whether the next word is `word` and the one after it passes. */
  isBefore(word: string, passes: (next: string) => boolean): boolean {
    if (this.#words[this.position] !== word) return false;
    return passes(this.#words[this.position + 1] ?? '');
  }

  takeNumber(): number {
    if (!this.isNumber) throw this.unexpected();
    return Number(this.#words[this.position++]);
  }

  /** Minutes from midnight, up to 48:00. */
  takeClock(): number {
    const [hours, minutes] = (this.#words[this.position++] as string).split(':').map(Number);
    const total = (hours as number) * 60 + (minutes as number);
    if ((minutes as number) > 59 || total > 2880) throw this.unexpected();
    return total;
  }

  takeComment(): string | undefined {
    const next = this.#words[this.position];
    if (next === undefined || !next.startsWith('"')) return undefined;
    this.position++;
    const comment = next.slice(1, -1).trim();
    return comment === '' ? undefined : comment;
  }

  unexpected(): HoursSyntaxError {
    const next = this.#words[this.position];
    return new HoursSyntaxError(next === undefined ? 'unexpected end' : `unexpected "${next}"`);
  }
}
