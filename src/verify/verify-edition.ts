import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Directory, Entry } from '../directory/directory.ts';
import { guardHeap } from '../heap-guard.ts';
import { PageTexts } from './page-text.ts';
import { PdfReader } from './pdf-reader.ts';
import { nameTreeEntries, type PageObject, pagesOf } from './pdf-trees.ts';
import { isDict, PdfName, PdfRef, PdfSyntaxError, PdfText, type PdfValue } from './pdf-values.ts';

/** The finished files and what they were made from. */
export interface Edition {
  readonly pdf: Uint8Array;
  /** Text of the GeoJSON feed. */
  readonly feed: string;
  readonly directory: Directory;
  /** Also read each name at its place; costs half of the time (20,000 entries: 1 s). On unless false. */
  readonly readNames?: boolean;
}

/**
 * Proves on the finished files that nothing was lost: each entry is reached in the PDF and is one
 * feature of the feed, the reverse holds, and no link leads nowhere. Gives what is wrong.
 */
export async function verifyEdition(edition: Edition): Promise<readonly Diagnostic[]> {
  return [...verifyPdf(edition), ...verifyFeed(edition)];
}

function verifyPdf({ pdf, directory, readNames = true }: Edition): readonly Diagnostic[] {
  try {
    const reader = new PdfReader(pdf);
    const pages = pagesOf(reader);
    const destinations = readDestinations(reader, pages);
    return [
      ...unreached(directory.entries, destinations),
      ...(readNames ? unreadNames(directory.entries, { reader, pages, destinations }) : []),
      ...unknownEntries(directory.entries, destinations),
      ...deadLinks(reader, { pages, destinations }),
    ];
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    return [unreadable(error.message)];
  }
}

/** Pages on which destinations stand, from 0; -1 when the file has no such page. */
type Destinations = ReadonlyMap<string, number>;

function readDestinations(reader: PdfReader, pages: readonly PageObject[]): Destinations {
  const numbers = new Map(pages.map((page, index) => [page.id, index]));
  const names = reader.dict(reader.catalog.get('Names'));
  const found = new Map<string, number>();
  for (const [name, value] of nameTreeEntries(reader, names?.get('Dests'))) {
    const resolved = reader.resolve(value);
    const [page] = isDict(resolved) ? reader.array(resolved.get('D')) : reader.array(resolved);
    found.set(name, page instanceof PdfRef ? (numbers.get(page.id) ?? -1) : -1);
  }
  return found;
}

function unreached(entries: readonly Entry[], destinations: Destinations): readonly Diagnostic[] {
  return entries
    .filter((entry) => (destinations.get(latin1(entry.anchor)) ?? -1) < 0)
    .map(({ service, anchor }) => ({
      severity: 'error',
      code: 'verify/entry-not-printed',
      where: { id: service.id },
      message: {
        fr: `La fiche «\u00a0${service.name}\u00a0» n’est pas dans le PDF (repère ${anchor}).`,
        en: `The entry "${service.name}" is not in the PDF (anchor ${anchor}).`,
      },
      hint: {
        fr: 'Vérifiez que le modèle imprime chaque fiche et pose son repère.',
        en: 'Check that the template prints every entry and sets its anchor.',
      },
    }));
}

interface ReadPdf {
  readonly reader: PdfReader;
  readonly pages: readonly PageObject[];
  readonly destinations: Destinations;
}

const pagesBetweenGuards = 32;

/** Entries whose name cannot be read where they are said to stand, or on the page that follows. */
function unreadNames(
  entries: readonly Entry[],
  { reader, pages, destinations }: ReadPdf,
): readonly Diagnostic[] {
  const texts = new PageTexts(reader, lettersOnly);
  const known = new Map<number, string>();
  const lettersOf = (index: number): string => {
    const page = pages[index];
    if (!page) return '';
    if (index % pagesBetweenGuards === 0) guardHeap();
    const letters = known.get(index) ?? texts.text(page);
    known.set(index, letters);
    return letters;
  };
  return entries
    .filter(({ anchor, service }) => {
      const page = destinations.get(latin1(anchor)) ?? -1;
      if (page < 0) return false;
      const name = lettersOnly(service.name);
      return (
        !lettersOf(page).includes(name) && !(lettersOf(page) + lettersOf(page + 1)).includes(name)
      );
    })
    .map(({ service, anchor }) => ({
      severity: 'warning',
      code: 'verify/name-not-read',
      where: { id: service.id },
      message: {
        fr: `Le nom «\u00a0${service.name}\u00a0» ne se lit pas à sa place dans le PDF (repère ${anchor}).`,
        en: `The name "${service.name}" cannot be read at its place in the PDF (anchor ${anchor}).`,
      },
      hint: {
        fr: 'Vérifiez que le modèle imprime le nom en entier, et que la police a tous ses caractères.',
        en: 'Check that the template prints the whole name and that the font has all its characters.',
      },
    }));
}

const notLetters = /[^\p{L}\p{N}]+/gu;

/** Letters and digits without accents, case, blanks and hyphens, which setting may change. */
function lettersOnly(text: string): string {
  return text.normalize('NFKD').replace(notLetters, '').toLowerCase();
}

function unknownEntries(
  entries: readonly Entry[],
  destinations: Destinations,
): readonly Diagnostic[] {
  const anchors = new Set(entries.map((entry) => latin1(entry.anchor)));
  return [...destinations.keys()]
    .filter((name) => /^e-\d+$/.test(name) && !anchors.has(name))
    .map((name) => ({
      severity: 'error',
      code: 'verify/unknown-entry',
      where: { id: name },
      message: {
        fr: `Le PDF contient la fiche ${name}, qui n’est pas dans la sélection.`,
        en: `The PDF holds the entry ${name}, which was not selected.`,
      },
    }));
}

function deadLinks(
  reader: PdfReader,
  {
    pages,
    destinations,
  }: { readonly pages: readonly PageObject[]; readonly destinations: Destinations },
): readonly Diagnostic[] {
  const dead = new Map<string, number>();
  for (const [index, page] of pages.entries()) {
    for (const annotation of reader.array(page.dict.get('Annots'))) {
      const target = targetOf(reader, annotation);
      if (target !== null && (destinations.get(target) ?? -1) < 0 && !dead.has(target)) {
        dead.set(target, index + 1);
      }
    }
  }
  return [...dead].map(([bytes, page]) => {
    const target = Buffer.from(bytes, 'latin1').toString('utf8');
    return deadLink(target, page);
  });
}

function deadLink(target: string, page: number): Diagnostic {
  return {
    severity: 'error',
    code: 'verify/dead-link',
    where: { id: target },
    message: {
      fr: `Un lien de la page ${page} du PDF mène à «\u00a0${target}\u00a0», qui n’existe pas.`,
      en: `A link on page ${page} of the PDF leads to "${target}", which does not exist.`,
    },
    hint: {
      fr: 'Vérifiez l’ancre visée dans le modèle.',
      en: 'Check the anchor that the template links to.',
    },
  };
}

/** Name of the destination of a link inside the document; null for any other annotation. */
function targetOf(reader: PdfReader, annotation: PdfValue): string | null {
  const dict = reader.dict(annotation);
  if (!dict) return null;
  const action = reader.dict(dict.get('A'));
  const target = reader.resolve(action ? action.get('D') : dict.get('Dest'));
  if (target instanceof PdfText) return target.bytes.toString('latin1');
  return target instanceof PdfName ? target.name : null;
}

function verifyFeed({ feed, directory }: Edition): readonly Diagnostic[] {
  const ids = featureIds(feed);
  if (!ids) return [unreadableFeed()];
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const printed = new Map(directory.entries.map((entry) => [entry.service.id, entry]));
  const missing = directory.entries.filter((entry) => !counts.has(entry.service.id));
  const foreign = [...counts.keys()].filter((id) => !printed.has(id));
  const doubled = [...counts].filter(([, count]) => count > 1).map(([id]) => id);
  return [
    ...missing.map(({ service }) => missingFeature(service.id, service.name)),
    ...foreign.map(foreignFeature),
    ...doubled.map(doubledFeature),
  ];
}

function featureIds(feed: string): readonly string[] | null {
  try {
    const { features } = JSON.parse(feed) as { features?: readonly FeedFeature[] };
    return features?.map(({ id, properties }) => String(id ?? properties?.id)) ?? null;
  } catch {
    return null;
  }
}

interface FeedFeature {
  readonly id?: string;
  readonly properties?: { readonly id?: string } | null;
}

function missingFeature(id: string, name: string): Diagnostic {
  return {
    severity: 'error',
    code: 'verify/entry-not-in-feed',
    where: { id },
    message: {
      fr: `La fiche «\u00a0${name}\u00a0» est imprimée mais absente du flux.`,
      en: `The entry "${name}" is printed but missing from the feed.`,
    },
  };
}

function foreignFeature(id: string): Diagnostic {
  return {
    severity: 'error',
    code: 'verify/feature-not-printed',
    where: { id },
    message: {
      fr: `Le flux contient «\u00a0${id}\u00a0», qui n’est pas imprimé.`,
      en: `The feed holds "${id}", which is not printed.`,
    },
  };
}

function doubledFeature(id: string): Diagnostic {
  return {
    severity: 'error',
    code: 'verify/feature-twice',
    where: { id },
    message: {
      fr: `Le flux contient plusieurs fois «\u00a0${id}\u00a0».`,
      en: `The feed holds "${id}" more than once.`,
    },
  };
}

function unreadable(reason: string): Diagnostic {
  return {
    severity: 'error',
    code: 'verify/unreadable-pdf',
    where: {},
    message: {
      fr: `Le PDF produit ne peut pas être relu\u00a0: ${reason}.`,
      en: `The PDF that was made cannot be read back: ${reason}.`,
    },
  };
}

function unreadableFeed(): Diagnostic {
  return {
    severity: 'error',
    code: 'verify/unreadable-feed',
    where: {},
    message: {
      fr: 'Le flux produit n’est pas une collection GeoJSON lisible.',
      en: 'The feed that was made is not a readable GeoJSON collection.',
    },
  };
}

/** Names are compared as bytes. */
function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
