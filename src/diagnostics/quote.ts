import type { Message } from './diagnostic.ts';

const longest = 60;

/** A value as messages show it: one line, cut at 60 characters, between each language's quotes. */
export function quote(value: string): Message {
  const line = value.replace(/\s+/gu, ' ').trim();
  const characters = line.length > longest ? [...line.slice(0, longest * 4)] : [];
  const cut = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
  return { fr: `«\u00a0${cut}\u00a0»`, en: `“${cut}”` };
}

/** Several values quoted and joined: « a », « b » ou « c ». */
export function quoteAny(values: readonly string[]): Message {
  const quoted = values.map(quote);
  return {
    fr: join(
      quoted.map((one) => one.fr),
      'ou',
    ),
    en: join(
      quoted.map((one) => one.en),
      'or',
    ),
  };
}

function join(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}
