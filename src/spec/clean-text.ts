const unprintable = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/gu;
const unprintableBesidesReturns = /\r\n?|[\ud800-\udfff]/gu;

/** Text without what no page can show (control, direction-override and orphan surrogate characters), in NFC. */
export function cleanText(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0;
  const cleaned = text
    .replace(unprintableBesidesReturns, (found) => {
      if (found.startsWith('\r')) return '\n';
      removed += 1;
      return '';
    })
    .replace(unprintable, () => {
      removed += 1;
      return '';
    });
  return { text: cleaned.normalize('NFC'), removed };
}

/** One line: runs of blanks and line breaks become one blank; no-break spaces are kept. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\n\u2028\u2029]+/gu, ' ').trim();
}
