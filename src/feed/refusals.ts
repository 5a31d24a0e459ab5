import type { Message } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { describeIssue } from './schema-issue.ts';

/** Why a feature gives no service; messages are clauses that follow its name. */
export interface Why {
  readonly code: string;
  readonly field?: string;
  readonly message: Message;
  readonly hint?: Message;
}

/** The feature has no properties. */
export const missingProperties: Why = {
  code: 'invalid',
  field: 'properties',
  message: {
    fr: 'il manque le bloc «\u00a0properties\u00a0».',
    en: 'the “properties” block is missing.',
  },
};

/** Its properties are nested deeper than any feed needs. */
export const tooDeep: Why = {
  code: 'invalid',
  field: 'properties',
  message: {
    fr: 'les champs sont imbriqués trop profondément.',
    en: 'its fields are nested too deep.',
  },
};

/** It has no id. */
export const missingId: Why = {
  code: 'missing-id',
  field: 'id',
  message: { fr: 'il n’a pas d’identifiant.', en: 'it has no id.' },
  hint: {
    fr: 'Donnez à chaque service un «\u00a0id\u00a0» unique, qui ne change pas d’une édition à l’autre.',
    en: 'Give each service a unique “id” that stays the same in every edition.',
  },
};

/** It has no name. */
export const missingName: Why = {
  code: 'missing-name',
  field: 'name',
  message: { fr: 'il n’a pas de nom.', en: 'it has no name.' },
};

/** Nobody is named as its source. */
export const missingSource: Why = {
  code: 'missing-source',
  field: 'source.contributor',
  message: { fr: 'on ne sait pas qui a fourni la donnée.', en: 'nobody is named as its source.' },
  hint: {
    fr: 'Ajoutez «\u00a0source\u00a0» au service, ou une fois pour tout le flux dans "proximites": {"source": …}.',
    en: 'Add “source” to the service, or once for the whole feed in "proximites": {"source": …}.',
  },
};

/** Another service of the feed has this id. */
export function duplicateId(id: string): Why {
  const shown = quote(id);
  return {
    code: 'duplicate-id',
    field: 'id',
    message: {
      fr: `l’identifiant ${shown.fr} est déjà pris par un service du même flux.`,
      en: `the id ${shown.en} is already taken by a service of the same feed.`,
    },
  };
}

/** None of the words written is a type. */
export function noType(words: readonly string[]): Why {
  const shown = quote(words.join(', '));
  const none = words.length === 0;
  return {
    code: 'no-type',
    field: 'types',
    message: {
      fr: none ? 'il n’a pas de type.' : `aucun de ses types n’est connu (${shown.fr}).`,
      en: none ? 'it has no type.' : `none of its types is known (${shown.en}).`,
    },
    hint: {
      fr: 'La commande «\u00a0proximites list types\u00a0» donne les types de la typologie.',
      en: 'The command “proximites list types” gives the types of the typology.',
    },
  };
}

/** A field has not the shape that the schema asks for. */
export function invalidShape(
  issue: Parameters<typeof describeIssue>[0] | undefined,
  value: unknown,
): Why {
  if (issue === undefined) throw new Error('a failed parse has no issue');
  const { path, message } = describeIssue(issue, value);
  const field = path.join('.');
  return {
    code: 'invalid',
    field,
    message: {
      fr: `champ ${quote(field).fr}\u00a0: ${message.fr}`,
      en: `field ${quote(field).en}: ${message.en}`,
    },
  };
}
