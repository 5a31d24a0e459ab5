import { type Diagnostic, inputError } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';

/** A table's text, and how its bytes were understood. */
export interface DecodedTable {
  readonly text: string;
  readonly encoding: string;
  /** Said when the encoding had to be guessed. */
  readonly guess?: Diagnostic;
}

/** Decodes a table: the encoding asked for, else by byte order mark, else UTF-8 if valid, else windows-1252. */
export function decodeTable(bytes: Uint8Array, file: string, asked?: string): DecodedTable {
  if (asked !== undefined) return { text: decodeAs(bytes, file, asked), encoding: asked };
  const marked = byteOrderMark(bytes) ?? utf16ByZeros(bytes);
  if (marked !== undefined) return { text: decodeAs(bytes, file, marked), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeWindows(bytes), encoding: 'windows-1252', guess: guessed(file) };
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without its mark: Latin text has a zero in every second byte. */
function utf16ByZeros(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 400);
  if (head.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? even++ : odd++;
  });
  if (odd > head.length / 3 && even === 0) return 'utf-16le';
  return even > head.length / 3 && odd === 0 ? 'utf-16be' : undefined;
}

function decodeAs(bytes: Uint8Array, file: string, encoding: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    const shown = quote(encoding);
    throw inputError({
      code: 'import/encoding',
      where: { file },
      message: {
        fr: `L’encodage ${shown.fr} n’est pas connu.`,
        en: `The encoding ${shown.en} is not known.`,
      },
      hint: {
        fr: 'Écrivez par exemple utf-8, utf-16le, windows-1252 ou macintosh.',
        en: 'Write for example utf-8, utf-16le, windows-1252 or macintosh.',
      },
    });
  }
  return decoder.encoding === 'windows-1252' ? decodeWindows(bytes) : decoder.decode(bytes);
}

/** Characters of windows-1252 from 0x80 to 0x9f; the five unused bytes stay control characters. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes windows-1252 as Latin-1, which loses “œ”, “’” and “€”. */
function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(
    /[\u0080-\u009f]/g,
    (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign,
  );
}

function guessed(file: string): Diagnostic {
  return {
    severity: 'info',
    code: 'import/encoding-guessed',
    where: { file },
    message: {
      fr: 'Le tableau n’est pas en UTF-8\u00a0; il est lu en windows-1252 (Latin-1).',
      en: 'The table is not in UTF-8; it is read as windows-1252 (Latin-1).',
    },
    hint: {
      fr: 'Si les accents sont faux, donnez «\u00a0csv: {encoding: … }\u00a0» dans la correspondance.',
      en: 'If accents are wrong, give “csv: {encoding: … }” in the mapping.',
    },
  };
}
