/** A number as PDF writes it, rounded to 1/100 of its unit. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  if (!Number.isFinite(rounded)) throw new Error(`not a length for a PDF: ${value}`);
  return rounded === 0 ? '0' : String(rounded);
}

const printable = /^[\x20-\x7e]*$/;
const special = /[\\()]/g;

/** PDF/A lets a string have 32,767 bytes; two for each character, with some to spare. */
const mostCharacters = 16_000;

/** A text string: ASCII as it is, anything else in UTF-16 with its byte order mark; cut where PDF/A wants it. */
export function textString(whole: string): string {
  const text =
    whole.length <= mostCharacters
      ? whole
      : `${whole.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '')}\u2026`;
  if (printable.test(text)) return `(${text.replace(special, '\\$&')})`;
  let hex = '';
  for (let at = 0; at < text.length; at++) hex += hex4(text.charCodeAt(at));
  return `<FEFF${hex}>`;
}

/** A byte string of the UTF-8 form of a text: names of destinations, URIs. */
export function byteString(text: string): string {
  if (printable.test(text)) return `(${text.replace(special, '\\$&')})`;
  return `<${Buffer.from(text, 'utf8').toString('hex').toUpperCase()}>`;
}

/** A name; characters outside letters and digits are escaped. */
export function name(text: string): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return `/${bytes.replace(/[^A-Za-z0-9._+-]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** Four upper-case hexadecimal digits. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** An indirect reference. */
export function ref(id: number): string {
  return `${id} 0 R`;
}
