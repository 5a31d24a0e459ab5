import {
  type PdfDict,
  PdfName,
  PdfRef,
  PdfSyntaxError,
  PdfText,
  type PdfValue,
} from './pdf-values.ts';

/** An operator of a content stream, or a keyword of a file ("obj", "stream"). */
export class PdfKeyword {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

/** What ends an array, a dictionary or the bytes; never given to callers of value(). */
const closing = { array: new PdfKeyword(']'), dict: new PdfKeyword('>>'), end: new PdfKeyword('') };

const blank = 1;
const delimiter = 2;
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = blank;
for (const sign of '()<>[]{}/%') kinds[sign.charCodeAt(0)] = delimiter;

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads objects and keywords one after the other. */
export class PdfLexer {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next object or keyword; null at the end of the bytes is told apart by `ended`. */
  next(): PdfValue | PdfKeyword {
    return this.token();
  }

  get ended(): boolean {
    this.skipBlanks();
    return this.at >= this.bytes.length;
  }

  /** The next object; references are recognised. */
  value(): PdfValue {
    const token = this.token();
    if (token instanceof PdfKeyword) {
      throw new PdfSyntaxError(`"${token.word}" stands where an object should, at byte ${this.at}`);
    }
    return typeof token === 'number' ? this.maybeRef(token) : token;
  }

  skipBlanks(): void {
    const { bytes } = this;
    for (; this.at < bytes.length; this.at++) {
      const code = bytes[this.at] as number;
      if (code === 0x25) while (this.at < bytes.length && !isLineEnd(bytes[this.at])) this.at++;
      else if (kinds[code] !== blank) return;
    }
  }

  private token(): PdfValue | PdfKeyword {
    this.skipBlanks();
    const { bytes } = this;
    const code = bytes[this.at];
    if (code === undefined) return closing.end;
    switch (code) {
      case 0x2f:
        return this.nameToken();
      case 0x28:
        return this.literalString();
      case 0x5b:
        this.at += 1;
        return this.array();
      case 0x5d:
        this.at += 1;
        return closing.array;
      case 0x3c:
        if (bytes[this.at + 1] !== 0x3c) return this.hexString();
        this.at += 2;
        return this.dict();
      case 0x3e:
        this.at += 2;
        return closing.dict;
    }
    return this.word();
  }

  private word(): PdfValue | PdfKeyword {
    const start = this.at;
    const { bytes } = this;
    while (this.at < bytes.length && kinds[bytes[this.at] as number] === 0) this.at++;
    if (this.at === start) throw new PdfSyntaxError(`unexpected byte ${bytes[start]} at ${start}`);
    const word = bytes.toString('latin1', start, this.at);
    const first = word.charCodeAt(0);
    // Digits, sign or point.
    if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2e || first === 0x2b) {
      const value = Number(word);
      if (!Number.isNaN(value)) return value;
    }
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    return new PdfKeyword(word);
  }

  /** "12 0 R" is a reference; "12 0" is two numbers. */
  private maybeRef(first: number): PdfValue {
    const { bytes } = this;
    const back = this.at;
    let at = back;
    while (kinds[bytes[at] as number] === blank) at++;
    const start = at;
    while ((bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at++;
    if (at === start) return first;
    while (kinds[bytes[at] as number] === blank) at++;
    const isRef =
      bytes[at] === 0x52 && (at + 1 >= bytes.length || kinds[bytes[at + 1] as number] !== 0);
    if (!isRef) return first;
    this.at = at + 1;
    return new PdfRef(first);
  }

  private array(): readonly PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      const token = this.token();
      if (token === closing.array) return values;
      if (token instanceof PdfKeyword) throw new PdfSyntaxError(`"${token.word}" in an array`);
      values.push(typeof token === 'number' ? this.maybeRef(token) : token);
    }
  }

  private dict(): PdfDict {
    const dict = new Map<string, PdfValue>();
    for (;;) {
      const key = this.token();
      if (key === closing.dict) return dict;
      if (!(key instanceof PdfName))
        throw new PdfSyntaxError(`a key is no name, at byte ${this.at}`);
      dict.set(key.name, this.value());
    }
  }

  private nameToken(): PdfName {
    this.at += 1;
    const start = this.at;
    const { bytes } = this;
    while (this.at < bytes.length && kinds[bytes[this.at] as number] === 0) this.at++;
    const raw = bytes.toString('latin1', start, this.at);
    if (!raw.includes('#')) return new PdfName(raw);
    const decoded = raw.replace(/#([0-9a-f]{2})/gi, (_: string, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return new PdfName(decoded);
  }

  private hexString(): PdfText {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw new PdfSyntaxError(`a string has no end, at byte ${this.at}`);
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return new PdfText(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
  }

  private literalString(): PdfText {
    const { bytes } = this;
    const out: number[] = [];
    let depth = 0;
    for (; this.at < bytes.length; this.at++) {
      const code = bytes[this.at] as number;
      if (code === 0x5c) {
        this.at += 1;
        this.escape(out);
        continue;
      }
      if (code === 0x28) depth += 1;
      if (code === 0x29) depth -= 1;
      if (depth === 0) {
        this.at += 1;
        return new PdfText(Buffer.from(out.slice(1)));
      }
      out.push(code);
    }
    throw new PdfSyntaxError('a string has no end');
  }

  /** At the character behind a backslash; leaves `at` on the last one read. */
  private escape(out: number[]): void {
    const { bytes } = this;
    const letter = bytes.toString('latin1', this.at, this.at + 1);
    const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', this.at, this.at + 3));
    if (octal) {
      out.push(Number.parseInt(octal[0], 8) & 0xff);
      this.at += octal[0].length - 1;
    } else if (letter === '\r' || letter === '\n') {
      if (letter === '\r' && bytes[this.at + 1] === 10) this.at += 1;
    } else out.push(escapes[letter] ?? (bytes[this.at] as number));
  }
}

function isLineEnd(code: number | undefined): boolean {
  return code === 10 || code === 13;
}
