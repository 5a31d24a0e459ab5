/** What was wrong with a text before it was cleaned. */
export type TextFault = 'control' | 'direction' | 'broken' | 'garbled' | 'marks' | 'length';

export interface CleanText {
  readonly text: string;
  readonly faults: readonly TextFault[];
}

/** Longest name, address line or label, in characters. */
export const longestLine = 300;
/** Longest description or note, in characters. */
export const longestText = 5000;

// Characters that need no work: printable ASCII, Latin letters, common signs; all NFC by themselves.
const plainLine =
  /^[\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]+(?:[ \u00a0\u202f][\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]+)*$/;
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const otherBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufff9-\ufffb]/g;
const directions = /[\u202a-\u202e\u2066-\u2069]/g;
const loneSurrogates = /\p{Surrogate}|\p{Noncharacter_Code_Point}|\ufffd/gu;
// UTF-8 that somebody read as windows-1252 and saved again: "Ã©", "â€™".
const garbled = /Ã[\u0080-\u00bfƒ‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00a0-\u00bf‚ƒ]/;
const tooManyMarks = /(\p{M}{8})\p{M}+/gu;

/** One line: NFC, breaks turned into spaces, control and direction characters gone, cut at `limit` characters. */
export function cleanLine(raw: string, limit: number = longestLine): CleanText {
  if (raw.length <= limit && isPlain(raw)) return { text: raw, faults: [] };
  const faults: TextFault[] = [];
  const safe = withoutHarm(raw.slice(0, roomFor(limit)).replace(lineBreaks, ' '), faults);
  return cut(safe.replace(/ {2,}/g, ' ').trim(), {
    limit,
    faults,
    longer: raw.length > roomFor(limit),
  });
}

/** Several lines: as `cleanLine`, line breaks kept as "\n", at most one blank line between paragraphs. */
export function cleanParagraphs(raw: string, limit: number = longestText): CleanText {
  if (raw.length <= limit && isPlain(raw)) return { text: raw, faults: [] };
  const faults: TextFault[] = [];
  const unified = raw.slice(0, roomFor(limit)).replace(otherBreaks, '\n').replaceAll('\t', ' ');
  const safe = withoutHarm(unified, faults)
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
  return cut(safe.trim(), { limit, faults, longer: raw.length > roomFor(limit) });
}

function isPlain(raw: string): boolean {
  return raw === '' || (plainLine.test(raw) && !garbled.test(raw));
}

/** Code units looked at before the cut: a hostile text of megabytes is not normalised whole. */
function roomFor(limit: number): number {
  return limit * 12 + 100;
}

function withoutHarm(text: string, faults: TextFault[]): string {
  let result = removed(text, controls, 'control', faults);
  result = removed(result, directions, 'direction', faults);
  result = removed(result, loneSurrogates, 'broken', faults);
  if (garbled.test(result)) faults.push('garbled');
  result = result.normalize('NFC');
  const thinner = result.replace(tooManyMarks, '$1');
  if (thinner !== result) faults.push('marks');
  return thinner;
}

function removed(text: string, pattern: RegExp, fault: TextFault, faults: TextFault[]): string {
  const result = text.replace(pattern, '');
  if (result !== text) faults.push(fault);
  return result;
}

interface Cut {
  readonly limit: number;
  readonly faults: TextFault[];
  readonly longer: boolean;
}

function cut(text: string, { limit, faults, longer }: Cut): CleanText {
  if (text.length <= limit && !longer) return { text, faults };
  const characters = [...text];
  if (characters.length <= limit && !longer) return { text, faults };
  return {
    text: `${characters
      .slice(0, limit - 1)
      .join('')
      .trimEnd()}…`,
    faults: [...faults, 'length'],
  };
}
