const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;
const longest = 80;

/** A safe base name for files: lower-case ASCII letters, digits and hyphens, at most 80 characters. */
export function slugify(text: string): string {
  const slug = text
    .slice(0, 400)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/gu, '');
  if (slug === '') return 'livret';
  return reserved.test(slug) ? `livret-${slug}` : slug;
}
