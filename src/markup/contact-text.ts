const narrow = '\u202f';

/** A phone number as printed, in groups held by narrow no-break spaces: "01 99 00 12 34". */
export function phoneText(number: string): string {
  const text = number.trim();
  const digits = nationalDigits(text);
  if (digits === undefined) return text.replace(/\s+/g, narrow);
  return groups(digits).join(narrow);
}

/** "tel:" link of a number; empty when what is given cannot be dialled. */
export function telHref(number: string): string {
  const text = number.trim();
  const digits = nationalDigits(text);
  if (digits === undefined) {
    const foreign = text.replace(/\(0\)/g, '').replace(/[\s().\-/\u00a0\u202f]/g, '');
    return /^\+\d{6,15}$/.test(foreign) ? `tel:${foreign}` : '';
  }
  return digits.length === 10
    ? `tel:${internationalPrefix(digits)}${digits.slice(1)}`
    : `tel:${digits}`;
}

/** "mailto:" link of an address; empty when it is none. */
export function mailHref(address: string): string {
  const text = address.trim();
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)) return '';
  return `mailto:${encodeURI(text).replace(/[?&#]/g, encodeURIComponent)}`;
}

/** A web address as printed: no scheme, no final slash. */
export function webLabel(url: string): string {
  return url
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
}

/** A web address as followed: https when no scheme is given; empty when it is not a web address. */
export function webHref(url: string): string {
  const text = url.trim();
  if (/^https?:\/\/[^\s"<>]+$/i.test(text)) return text;
  return /^[\w-]+(\.[\w-]+)+([/?#][^\s"<>]*)?$/.test(text) ? `https://${text}` : '';
}

/** Digits of a French number: ten, or the few of a short one; undefined for anything else. */
function nationalDigits(text: string): string | undefined {
  if (!/^[+(]?[\d\s().\-/\u00a0\u202f]+$/.test(text)) return undefined;
  const bare = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const national = bare.replace(/^(?:\+|00)33(?=[1-9]\d{8}$)/, '0');
  return /^(?:0[1-9]\d{8}|[13]\d{1,3}|116\d{3})$/.test(national) ? national : undefined;
}

function groups(digits: string): readonly string[] {
  if (/^08[0129]/.test(digits))
    return [digits.slice(0, 1), ...(digits.slice(1).match(/\d{3}/g) ?? [])];
  if (digits.length === 10 || digits.length === 4) return digits.match(/\d{2}/g) ?? [digits];
  return digits.length === 6 ? [digits.slice(0, 3), digits.slice(3)] : [digits];
}

/** Overseas départements have country codes of their own, after which their number is kept whole. */
function internationalPrefix(digits: string): string {
  if (/^06399/.test(digits)) return '+33';
  if (/^0(?:262|263|692|693|269|639)/.test(digits) && !/^02619/.test(digits)) return '+262';
  if (/^0(?:590|690|691)/.test(digits)) return '+590';
  if (/^0(?:594|694)/.test(digits)) return '+594';
  return /^0(?:596|696|697)/.test(digits) ? '+596' : '+33';
}
