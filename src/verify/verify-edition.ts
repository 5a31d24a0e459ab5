import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Directory, Entry } from '../directory/directory.ts';
import { PdfReader } from './pdf-reader.ts';
import { nameTreeEntries, pagesOf } from './pdf-trees.ts';
import { isDict, PdfName, PdfRef, PdfSyntaxError, PdfText, type PdfValue } from './pdf-values.ts';

/** The finished files and what they were made from. */
export interface Edition {
  readonly pdf: Uint8Array;
  /** Text of the GeoJSON feed. */
  readonly feed: string;
  readonly directory: Directory;
}

/**
 * Proves on the finished files that nothing was lost: each entry is reached in the PDF and is one
 * feature of the feed, the reverse holds, and no link leads nowhere. Gives what is wrong.
 */
export async function verifyEdition(edition: Edition): Promise<readonly Diagnostic[]> {
  return [...verifyPdf(edition), ...verifyFeed(edition)];
}

function verifyPdf({ pdf, directory }: Edition): readonly Diagnostic[] {
  try {
    const reader = new PdfReader(pdf);
    const destinations = readDestinations(reader);
    return [
      ...unreached(directory.entries, destinations),
      ...unknownEntries(directory.entries, destinations),
      ...deadLinks(reader, destinations),
    ];
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    return [unreadable(error.message)];
  }
}

/** Names of the destinations, each with whether it leads to a page of the file. */
function readDestinations(reader: PdfReader): ReadonlyMap<string, boolean> {
  const pages = new Set(pagesOf(reader).map((page) => page.id));
  const names = reader.dict(reader.catalog.get('Names'));
  const found = new Map<string, boolean>();
  for (const [name, value] of nameTreeEntries(reader, names?.get('Dests'))) {
    const resolved = reader.resolve(value);
    const [page] = isDict(resolved) ? reader.array(resolved.get('D')) : reader.array(resolved);
    found.set(name, page instanceof PdfRef && pages.has(page.id));
  }
  return found;
}

function unreached(
  entries: readonly Entry[],
  destinations: ReadonlyMap<string, boolean>,
): readonly Diagnostic[] {
  return entries
    .filter((entry) => destinations.get(latin1(entry.anchor)) !== true)
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

function unknownEntries(
  entries: readonly Entry[],
  destinations: ReadonlyMap<string, boolean>,
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
  destinations: ReadonlyMap<string, boolean>,
): readonly Diagnostic[] {
  const dead = new Map<string, number>();
  for (const [index, page] of pagesOf(reader).entries()) {
    for (const annotation of reader.array(page.dict.get('Annots'))) {
      const target = targetOf(reader, annotation);
      if (target !== null && !destinations.get(target) && !dead.has(target)) {
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
