import { quote } from '../diagnostics/quote.ts';
import type { Report } from './fault.ts';

const scheme = /^([a-z][a-z0-9+.-]*):/i;
const bareHost = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?:[/?#:].*)?$/u;
const mailbox =
  /^[^\s@<>()[\],;:"\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

/** A web address that may be printed and linked, "https://" added to a bare one; undefined when it is none. */
export function cleanWebsite(raw: string, field: string, report: Report): string | undefined {
  const text = raw.trim();
  const named = scheme.exec(text)?.[1]?.toLowerCase();
  const hostWithPort = named !== undefined && bareHost.test(text) && named.includes('.');
  if (named === undefined || hostWithPort) {
    if (bareHost.test(text) && URL.canParse(`https://${text}`))
      return withoutBlanks(`https://${text}`);
  } else if ((named === 'http' || named === 'https') && isWebAddress(text)) {
    return withoutBlanks(text);
  }
  const shown = quote(text);
  report({
    code: 'bad-website',
    field,
    message: {
      fr: `L’adresse web ${shown.fr} n’est pas utilisable\u00a0; elle n’est pas imprimée.`,
      en: `The web address ${shown.en} cannot be used; it is not printed.`,
    },
    hint: {
      fr: 'Seules les adresses en http:// ou https:// sont acceptées, par exemple https://www.example.fr.',
      en: 'Only http:// and https:// addresses are accepted, for example https://www.example.fr.',
    },
  });
  return undefined;
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^/\s@]+(?:[/?#]|$)/i.test(text)) return false;
  return URL.canParse(text) && bareHost.test(text.replace(/^https?:\/\//i, ''));
}

function withoutBlanks(address: string): string {
  return /[\s"<>]/.test(address) ? new URL(address).href : address;
}

/** The e-mail addresses that one text holds, parted by blanks, commas, semicolons or slashes. */
export function splitEmails(text: string): readonly string[] {
  if (!/[\s,;/]/.test(text)) return [text];
  const parts = text.split(/[\s,;/]+(?:-\s+)?/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => part.includes('@')) ? parts : [text];
}

/** An e-mail address lightly checked; undefined, and said, when it is none. */
export function cleanEmail(raw: string, field: string, report: Report): string | undefined {
  const text = raw.replace(/^mailto:/i, '').trim();
  if (mailbox.test(text) && text.length <= 254) return text;
  const shown = quote(raw);
  report({
    code: 'bad-email',
    field,
    message: {
      fr: `${shown.fr} n’est pas une adresse électronique\u00a0; elle n’est pas imprimée.`,
      en: `${shown.en} is not an e-mail address; it is not printed.`,
    },
  });
  return undefined;
}
