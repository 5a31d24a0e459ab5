import type { InputError, Message } from '../diagnostics/diagnostic.ts';
import { inputError } from '../diagnostics/diagnostic.ts';

const reasons: Readonly<Record<string, Message>> = {
  EACCES: { fr: 'les droits manquent', en: 'permission is missing' },
  EPERM: { fr: 'les droits manquent', en: 'permission is missing' },
  EROFS: { fr: 'le disque est en lecture seule', en: 'the disk is read-only' },
  ENOSPC: { fr: 'le disque est plein', en: 'the disk is full' },
  EDQUOT: { fr: 'votre quota de disque est atteint', en: 'your disk quota is reached' },
  ENOENT: { fr: 'il n’existe pas', en: 'it does not exist' },
  ENOTDIR: {
    fr: 'un nom du chemin n’est pas un dossier',
    en: 'a name in its path is not a folder',
  },
  EISDIR: { fr: 'c’est un dossier', en: 'it is a folder' },
  EFTYPE: { fr: 'ce n’est pas un fichier ordinaire', en: 'it is not a regular file' },
  EEXIST: { fr: 'il existe déjà', en: 'it exists already' },
  ENAMETOOLONG: { fr: 'son nom est trop long', en: 'its name is too long' },
  EMFILE: { fr: 'trop de fichiers sont ouverts', en: 'too many files are open' },
};

/** A refusal of the file system, said as a fault of the input; undefined for any other error. */
export function fileSystemError(error: unknown, file?: string): InputError | undefined {
  const { code = '', path } = error as NodeJS.ErrnoException;
  const reason = reasons[code];
  if (!(error instanceof Error) || reason === undefined) return undefined;
  return inputError({
    code: 'cli/file-system',
    where: { file: file ?? path },
    message: {
      fr: `Ce fichier ne peut pas être utilisé\u00a0: ${reason.fr} (${code}).`,
      en: `This file cannot be used: ${reason.en} (${code}).`,
    },
    hint: {
      fr: 'Choisissez un autre emplacement, ou faites corriger les droits.',
      en: 'Choose another place, or have the permissions put right.',
    },
  });
}
