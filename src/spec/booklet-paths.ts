import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import type { Message } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote, quoteAny } from '../diagnostics/quote.ts';
import { resourcePath } from '../resources.ts';
import type { Problem, Reading } from './schema-pieces.ts';

const pictureKinds = ['.jpg', '.jpeg', '.png', '.svg', '.webp', '.gif', '.tif', '.tiff', '.avif'];
const mostPictureBytes = 100_000_000;

/** Absolute path of a feed or contours file given beside the booklet; its reader says if it is missing. */
export function resolveFile(text: string, folder: string): Reading<string> {
  const problem = foreignAddress(text);
  return problem ? { problem } : { value: resolve(folder, forwardSlashes(text)) };
}

/** Absolute path of a picture that exists in the booklet's folder or in the one that holds it. */
export function resolvePicture(text: string, folder: string): Reading<string> {
  const foreign = foreignAddress(text);
  if (foreign) return { problem: foreign };
  const path = resolve(folder, forwardSlashes(text));
  const found = realPath(path);
  if (!isInside(path, allowedRoot(folder))) return { problem: outside(text) };
  if (found === undefined) return { problem: missingPicture(text, folder) };
  if (!isInside(found, allowedRoot(realPath(folder) ?? folder))) return { problem: outside(text) };
  const stats = statSync(found);
  if (!stats.isFile()) return { problem: notAFile(text, stats) };
  if (!pictureKinds.includes(extname(path).toLowerCase())) return { problem: notAPicture(text) };
  if (stats.size === 0 || stats.size > mostPictureBytes) {
    return { problem: pictureSize(text, stats.size) };
  }
  return { value: path };
}

/** Name of a shipped template, or absolute path of a template folder of the user's own. */
export function resolveTemplate(text: string, folder: string): Reading<string> {
  const shipped = shippedTemplates();
  if (shipped.includes(text)) return { value: text };
  const isPath = /[\\/]/u.test(text) || text.startsWith('.');
  if (!isPath) return { problem: unknownTemplate(text, shipped) };
  const foreign = foreignAddress(text);
  if (foreign) return { problem: foreign };
  const path = resolve(folder, forwardSlashes(text));
  if (isFolder(path)) return { value: path };
  return {
    problem: {
      code: 'template-not-found',
      message: say(text, 'n’est pas un dossier de modèle.', 'is not a template folder.'),
      hint: {
        fr: 'Donnez un dossier qui existe, depuis celui du livret, par exemple ./mon-modele.',
        en: 'Give a folder that exists, from the booklet’s own, for instance ./my-template.',
      },
    },
  };
}

/** Names of the templates that ship, in order. */
export function shippedTemplates(): readonly string[] {
  const folder = resourcePath('templates');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The folder that holds the booklet's, so that a town may keep ../logos; never the root of a disk. */
function allowedRoot(folder: string): string {
  const parent = dirname(folder);
  return parent === parse(folder).root ? folder : parent;
}

/** A path typed on Windows works elsewhere too. */
function forwardSlashes(text: string): string {
  return text.replaceAll('\\', '/');
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function foreignAddress(text: string): Problem | undefined {
  const isAddress = /^[a-z][a-z0-9+.-]+:/iu.test(text) || text.startsWith('\\\\');
  if (!isAddress && !text.startsWith('//')) return undefined;
  return {
    code: 'path-address',
    message: say(text, 'n’est pas un fichier du disque.', 'is not a file on disk.'),
    hint: {
      fr: 'Copiez le fichier à côté du livret et donnez son nom.',
      en: 'Copy the file beside the booklet and give its name.',
    },
  };
}

function outside(text: string): Problem {
  return {
    code: 'path-outside',
    message: say(text, 'est hors du dossier du livret.', 'is outside the booklet’s folder.'),
    hint: {
      fr: 'Copiez l’image à côté du livret, ou dans un dossier voisin (../logos/…).',
      en: 'Copy the picture beside the booklet, or to a neighbouring folder (../logos/…).',
    },
  };
}

function missingPicture(text: string, folder: string): Problem {
  const near = nearestWord(text, picturesIn(dirname(resolve(folder, text)), folder));
  return {
    code: 'picture-not-found',
    message: say(text, 'est introuvable.', 'cannot be found.'),
    hint: near
      ? { fr: `Vouliez-vous dire ${quote(near).fr}\u00a0?`, en: `Did you mean ${quote(near).en}?` }
      : {
          fr: 'Donnez le chemin de l’image depuis le dossier du livret.',
          en: 'Give the path of the picture from the booklet’s folder.',
        },
  };
}

function picturesIn(folder: string, from: string): readonly string[] {
  if (!isFolder(folder)) return [];
  try {
    return readdirSync(folder)
      .filter((name) => pictureKinds.includes(extname(name).toLowerCase()))
      .slice(0, 500)
      .map((name) => relative(from, join(folder, name)));
  } catch {
    return [];
  }
}

function notAFile(text: string, stats: Stats): Problem {
  const french = stats.isDirectory() ? 'est un dossier.' : 'n’est pas un fichier ordinaire.';
  const english = stats.isDirectory() ? 'is a folder.' : 'is not a regular file.';
  return { code: 'picture-not-a-file', message: say(text, french, english), hint: pictureHint };
}

function notAPicture(text: string): Problem {
  return {
    code: 'picture-kind',
    message: say(text, 'n’est pas une image reconnue.', 'is not a known kind of picture.'),
    hint: pictureHint,
  };
}

const pictureHint: Message = {
  fr: 'Donnez une image .jpg, .png ou .svg.',
  en: 'Give a .jpg, .png or .svg picture.',
};

function pictureSize(text: string, bytes: number): Problem {
  const most = mostPictureBytes / 1_000_000;
  return {
    code: 'picture-size',
    message: say(text, `pèse ${bytes} octets.`, `has ${bytes} bytes.`),
    hint: {
      fr: `Donnez une image qui n’est pas vide et ne dépasse pas ${most}\u00a0Mo.`,
      en: `Give a picture that is not empty and has at most ${most} MB.`,
    },
  };
}

function unknownTemplate(text: string, shipped: readonly string[]): Problem {
  const near = nearestWord(text, shipped);
  const names = near ? [near] : shipped;
  return {
    code: 'unknown-template',
    message: say(text, 'n’est pas un modèle fourni.', 'is not a shipped template.'),
    hint: {
      fr: `Écrivez ${quoteAny(names).fr}, ou le chemin de votre dossier (./${text.slice(0, 40)}).`,
      en: `Write ${quoteAny(names).en}, or the path of your folder (./${text.slice(0, 40)}).`,
    },
  };
}

function say(value: string, french: string, english: string): Message {
  const quoted = quote(value);
  return { fr: `${quoted.fr} ${french}`, en: `${quoted.en} ${english}` };
}
