import { readFileSync, type Stats, statSync } from 'node:fs';
import type { Diagnostic, InputError, Message } from '../diagnostics/diagnostic.ts';
import { inputError } from '../diagnostics/diagnostic.ts';

const mostBytes = 1_000_000;

/** The text of a booklet file: a regular file in UTF-8 of at most 1 MB; anything else stops. */
export function readSource(file: string): string {
  const stats = statOf(file);
  if (!stats.isFile()) {
    throw stop(file, 'spec/not-a-file', {
      message: {
        fr: stats.isDirectory()
          ? 'C’est un dossier, pas un livret.'
          : 'Ce n’est pas un fichier ordinaire.',
        en: stats.isDirectory()
          ? 'This is a folder, not a booklet.'
          : 'This is not a regular file.',
      },
      hint: { fr: 'Donnez le nom du fichier .yaml.', en: 'Give the name of the .yaml file.' },
    });
  }
  if (stats.size > mostBytes) {
    throw stop(file, 'spec/too-large', {
      message: {
        fr: `Ce fichier pèse ${stats.size} octets\u00a0; un livret en fait au plus ${mostBytes}.`,
        en: `This file has ${stats.size} bytes; a booklet has at most ${mostBytes}.`,
      },
      hint: {
        fr: 'Les services vont dans le flux (clé «\u00a0flux\u00a0»), pas dans le livret.',
        en: 'Services go into the feed (key “feed”), not into the booklet.',
      },
    });
  }
  return decode(file, readBytes(file));
}

function statOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw stop(file, 'spec/encoding', {
      message: {
        fr: 'Ce fichier n’est pas enregistré en UTF-8\u00a0: ses accents seraient perdus.',
        en: 'This file is not saved as UTF-8: its accents would be lost.',
      },
      hint: {
        fr: 'Enregistrez-le de nouveau en choisissant l’encodage UTF-8.',
        en: 'Save it again, choosing the UTF-8 encoding.',
      },
    });
  }
}

function unreadable(file: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return stop(file, 'spec/not-found', {
      message: { fr: 'Ce livret est introuvable.', en: 'This booklet cannot be found.' },
      hint: {
        fr: 'Vérifiez le nom, ou commencez un livret par «\u00a0proximites init\u00a0».',
        en: 'Check the name, or start a booklet with “proximites init”.',
      },
    });
  }
  return stop(file, 'spec/unreadable', {
    message: {
      fr: `Ce livret ne peut pas être lu (${code || String(error)}).`,
      en: `This booklet cannot be read (${code || String(error)}).`,
    },
    hint: { fr: 'Vérifiez vos droits sur ce fichier.', en: 'Check your rights on this file.' },
  });
}

function stop(
  file: string,
  code: string,
  words: { readonly message: Message; readonly hint: Message },
): InputError {
  const diagnostic: Omit<Diagnostic, 'severity'> = { code, where: { file }, ...words };
  return inputError(diagnostic);
}
