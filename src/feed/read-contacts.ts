import { cleanInsee, cleanPostcode } from './clean-code.ts';
import { cleanEmail, cleanWebsite, splitEmails } from './clean-link.ts';
import { cleanPhone, splitPhones } from './clean-phone.ts';
import type { Report } from './fault.ts';
import type { PropertiesInput } from './feed-schema.ts';
import { readLine } from './read-texts.ts';
import type { Address, Email, Phone, WebSite } from './service.ts';

const bareAddress = /^(.*?)[\s,]*\b(\d{5})\s+(\D.*)$/s;

/** Always a list, whether one, several or none were written. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** The address, codes mended and empty lines left out. */
export function readAddress(raw: PropertiesInput['address'], report: Report): Address {
  if (raw === undefined) return { lines: [] };
  if (typeof raw === 'string') return readBareAddress(raw, report);
  const address: { -readonly [K in keyof Address]: Address[K] } = {
    lines: readLines(listOf(raw.lines), report),
  };
  const postcode = textOf(raw.postcode);
  if (postcode !== undefined)
    address.postcode = cleanPostcode(postcode, 'address.postcode', report);
  const commune =
    raw.commune === undefined ? undefined : readLine(raw.commune, 'address.commune', report);
  if (commune !== undefined) address.commune = commune;
  const code = textOf(raw.insee);
  const insee = code === undefined ? undefined : cleanInsee(code, 'address.insee', report);
  if (insee !== undefined) address.insee = insee;
  return address;
}

function readBareAddress(raw: string, report: Report): Address {
  const match = bareAddress.exec(raw.trim());
  if (!match) return { lines: readLines(raw.split(/\r?\n/), report) };
  const commune = readLine(match[3] as string, 'address', report);
  return {
    lines: readLines((match[1] as string).split(/\r?\n/), report),
    postcode: match[2] as string,
    ...(commune === undefined ? {} : { commune }),
  };
}

function readLines(raw: readonly string[], report: Report): readonly string[] {
  const lines: string[] = [];
  for (const written of raw) {
    const line = readLine(written, 'address.lines', report);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

function textOf(raw: string | number | undefined): string | undefined {
  if (raw === undefined) return undefined;
  const text = String(raw).trim();
  return text === '' ? undefined : text;
}

/** Phone numbers in national form; a cell that holds several gives several. */
export function readPhones(raw: PropertiesInput['phones'], report: Report): readonly Phone[] {
  const phones: Phone[] = [];
  for (const one of listOf(raw)) {
    const { number, ...rest } = typeof one === 'object' ? one : { number: one };
    const written = readLine(String(number), 'phones.number', report);
    for (const part of written === undefined ? [] : splitPhones(written)) {
      const printed = cleanPhone(part, 'phones.number', report);
      if (printed === undefined || phones.some((other) => other.number === printed)) continue;
      phones.push({ number: printed, ...labels(rest, 'phones', report) });
    }
  }
  return phones;
}

function labels(
  raw: { readonly label?: string; readonly cost?: string },
  field: string,
  report: Report,
): { readonly label?: string; readonly cost?: string } {
  const label = raw.label === undefined ? undefined : readLine(raw.label, `${field}.label`, report);
  const cost = raw.cost === undefined ? undefined : readLine(raw.cost, `${field}.cost`, report);
  return { ...(label === undefined ? {} : { label }), ...(cost === undefined ? {} : { cost }) };
}

/** E-mail addresses; a text that holds several gives several. */
export function readEmails(raw: PropertiesInput['emails'], report: Report): readonly Email[] {
  const emails: Email[] = [];
  for (const one of listOf(raw)) {
    const { address, label } = typeof one === 'string' ? { address: one, label: undefined } : one;
    const written = readLine(address, 'emails.address', report);
    for (const part of written === undefined ? [] : splitEmails(written)) {
      const kept = cleanEmail(part, 'emails.address', report);
      if (kept === undefined || emails.some((other) => other.address === kept)) continue;
      emails.push({ address: kept, ...labels({ label }, 'emails', report) });
    }
  }
  return emails;
}

/** Web sites that may be linked. */
export function readWebsites(raw: PropertiesInput['websites'], report: Report): readonly WebSite[] {
  const sites: WebSite[] = [];
  for (const one of listOf(raw)) {
    const { url, label } = typeof one === 'string' ? { url: one, label: undefined } : one;
    const written = readLine(url, 'websites.url', report);
    const kept = written === undefined ? undefined : cleanWebsite(written, 'websites.url', report);
    if (kept === undefined || sites.some((other) => other.url === kept)) continue;
    sites.push({ url: kept, ...labels({ label }, 'websites', report) });
  }
  return sites;
}

/** INSEE codes of the communes served, each once. */
export function readServes(raw: PropertiesInput['serves'], report: Report): readonly string[] {
  const codes = new Set<string>();
  for (const one of listOf(raw)) {
    for (const part of String(one).split(/[\s,;|]+/)) {
      const insee = part === '' ? undefined : cleanInsee(part, 'serves', report);
      if (insee !== undefined) codes.add(insee);
    }
  }
  return [...codes];
}
