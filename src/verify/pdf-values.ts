/** An object of a PDF file. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfRef
  | PdfDict
  | PdfStream
  | readonly PdfValue[];

export class PdfName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A string, as bytes. */
export class PdfText {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** As a text string: UTF-16 with a mark, else Latin-1 (near enough to PDFDocEncoding). */
  get text(): string {
    const { bytes } = this;
    if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  }
}

export class PdfRef {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

export type PdfDict = ReadonlyMap<string, PdfValue>;

export class PdfStream {
  readonly dict: PdfDict;
  /** As stored in the file. */
  readonly raw: Buffer;

  constructor(dict: PdfDict, raw: Buffer) {
    this.dict = dict;
    this.raw = raw;
  }
}

/** Thrown when the bytes are not a PDF that can be read. */
export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError';
}

export function isDict(value: PdfValue): value is PdfDict {
  return value instanceof Map;
}

export function isArray(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}
