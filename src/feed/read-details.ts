import { quote } from '../diagnostics/quote.ts';
import { cleanDate } from './clean-date.ts';
import type { Report } from './fault.ts';
import type { PropertiesInput, SourceInput } from './feed-schema.ts';
import { type FieldContext, readLine, readLocalized } from './read-texts.ts';
import type { Accessibility, Closure, ServiceImage, Source } from './service.ts';

/** Dated closures; one whose dates cannot be read, or run backwards, is left out and said. */
export function readClosures(raw: PropertiesInput['closures'], report: Report): readonly Closure[] {
  const closures: Closure[] = [];
  for (const one of raw ?? []) {
    const from = cleanDate(one.from, 'closures.from', report);
    const to = one.to === undefined ? from : cleanDate(one.to, 'closures.to', report);
    if (from === undefined || to === undefined) continue;
    if (to < from) {
      sayBackwards(one.from, one.to ?? '', report);
      continue;
    }
    const reason =
      one.reason === undefined ? undefined : readLine(one.reason, 'closures.reason', report);
    closures.push({ from, to, ...(reason === undefined ? {} : { reason }) });
  }
  return closures;
}

function sayBackwards(from: string, to: string, report: Report): void {
  const [first, last] = [quote(from), quote(to)];
  report({
    code: 'backward-closure',
    field: 'closures',
    message: {
      fr: `La fermeture finit (${last.fr}) avant de commencer (${first.fr})\u00a0; elle est ignorée.`,
      en: `The closure ends (${last.en}) before it begins (${first.en}); it is ignored.`,
    },
  });
}

/** Accessibility; a wheelchair value that is none of the words known is left out and said. */
export function readAccessibility(
  raw: PropertiesInput['accessibility'],
  context: FieldContext,
): Accessibility | undefined {
  if (raw === undefined) return undefined;
  const notes = readLocalized(raw.notes, 'accessibility.notes', context);
  const wheelchair = readWheelchair(raw.wheelchair, context.report);
  if (notes === undefined && wheelchair === undefined) return undefined;
  return {
    ...(wheelchair === undefined ? {} : { wheelchair }),
    ...(notes === undefined ? {} : { notes }),
  };
}

const wheelchairWords: Readonly<Record<string, Accessibility['wheelchair']>> = {
  yes: 'yes',
  oui: 'yes',
  true: 'yes',
  vrai: 'yes',
  accessible: 'yes',
  limited: 'limited',
  limite: 'limited',
  limitee: 'limited',
  partiel: 'limited',
  partielle: 'limited',
  partiellement: 'limited',
  no: 'no',
  non: 'no',
  false: 'no',
  faux: 'no',
};

function readWheelchair(
  raw: string | number | boolean | undefined,
  report: Report,
): Accessibility['wheelchair'] {
  const written = String(raw ?? '').trim();
  if (written === '') return undefined;
  const word = written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (Object.hasOwn(wheelchairWords, word)) return wheelchairWords[word];
  const shown = quote(written);
  report({
    code: 'bad-wheelchair',
    field: 'accessibility.wheelchair',
    message: {
      fr: `${shown.fr} ne dit pas si un fauteuil roulant peut entrer\u00a0; cette indication est ignorée.`,
      en: `${shown.en} does not tell whether a wheelchair can come in; it is left out.`,
    },
    hint: { fr: 'Écrivez yes, limited ou no.', en: 'Write yes, limited or no.' },
  });
  return undefined;
}

/** Pictures by relative path or http(s) URL; others are left out and said. */
export function readImages(
  raw: PropertiesInput['images'],
  context: FieldContext,
): readonly ServiceImage[] {
  const images: ServiceImage[] = [];
  for (const one of raw ?? []) {
    const source = readLine(one.source, 'images.source', context.report);
    if (source === undefined || !isPicturePath(source)) {
      sayBadImage(one.source, context.report);
      continue;
    }
    const alt = readLocalized(one.alt, 'images.alt', context) ?? {};
    const credit =
      one.credit === undefined ? undefined : readLine(one.credit, 'images.credit', context.report);
    images.push({ source, alt, ...(credit === undefined ? {} : { credit }) });
  }
  return images;
}

function isPicturePath(source: string): boolean {
  if (/^https?:\/\//i.test(source)) return URL.canParse(source);
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(source);
}

function sayBadImage(source: string, report: Report): void {
  const shown = quote(source);
  report({
    code: 'bad-image',
    field: 'images.source',
    message: {
      fr: `L’image ${shown.fr} n’est pas utilisable\u00a0; elle n’est pas imprimée.`,
      en: `The picture ${shown.en} cannot be used; it is not printed.`,
    },
    hint: {
      fr: 'Donnez un chemin relatif au dossier du flux, ou une adresse https://.',
      en: 'Give a path relative to the feed’s folder, or an https:// address.',
    },
  });
}

/** The source, with the feed's own filling what the feature leaves out; undefined without a contributor. */
export function readSource(
  raw: SourceInput | undefined,
  fallback: Partial<Source>,
  report: Report,
): Source | undefined {
  if (raw === undefined)
    return fallback.contributor === undefined ? undefined : (fallback as Source);
  const own = ownSource(raw, report);
  const source = own.contributor === undefined ? { ...fallback, ...own } : own;
  return source.contributor === undefined ? undefined : (source as Source);
}

/** What is readable of a source, the contributor possibly missing. */
export function ownSource(raw: SourceInput, report: Report): Partial<Source> {
  const written = typeof raw === 'string' ? { contributor: raw } : raw;
  const source: { -readonly [K in keyof Source]?: Source[K] } = {};
  for (const key of ['contributor', 'dataset', 'licence', 'url'] as const) {
    const value = written[key];
    const line = typeof value === 'string' ? readLine(value, `source.${key}`, report) : undefined;
    if (line !== undefined) source[key] = line;
  }
  for (const key of ['date', 'checked'] as const) {
    const value = written[key];
    const date =
      typeof value === 'string' && value.trim() !== ''
        ? cleanDate(value, `source.${key}`, report)
        : undefined;
    if (date !== undefined) source[key] = date;
  }
  return source;
}
