import type { UserLanguage } from '../diagnostics/diagnostic.ts';

/** A sentence of yargs and ours, with its plural where yargs counts. */
type Words = Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;

const french: Words = {
  'Show help': 'Afficher cette aide',
  'Show version number': 'Afficher le numéro de version',
  'Positionals:': 'Arguments\u00a0:',
  'Commands:': 'Commandes\u00a0:',
  'Options:': 'Options\u00a0:',
  'Examples:': 'Exemples\u00a0:',
  'default:': 'par défaut\u00a0:',
  'choices:': 'choix\u00a0:',
  string: 'texte',
  boolean: 'oui ou non',
  array: 'liste',
  required: 'obligatoire',
  'Unknown argument: %s': {
    one: 'Argument inconnu\u00a0: %s',
    other: 'Arguments inconnus\u00a0: %s',
  },
  'Unknown command: %s': {
    one: 'Commande inconnue\u00a0: %s',
    other: 'Commandes inconnues\u00a0: %s',
  },
  'Did you mean %s?': 'Commande inconnue. Vouliez-vous dire «\u00a0%s\u00a0»\u00a0?',
  'Missing required argument: %s': {
    one: 'Il manque l’option obligatoire --%s',
    other: 'Il manque les options obligatoires\u00a0: %s',
  },
  'Not enough non-option arguments: got %s, need at least %s': {
    one: 'Il manque un argument à cette commande (%s donné, %s au moins).',
    other: 'Il manque un argument à cette commande (%s donnés, %s au moins).',
  },
  'Not enough arguments following: %s': 'Il manque une valeur après\u00a0: %s',
  'Invalid values:': 'Valeur refusée\u00a0:',
  'Argument: %s, Given: %s, Choices: %s': '%s\u00a0: %s donné, choix possibles\u00a0: %s',
};

const english: Words = {
  'Did you mean %s?': 'Unknown command. Did you mean “%s”?',
};

/** What replaces the sentences of yargs. */
export function yargsWords(language: UserLanguage): { [key: string]: string } {
  // The plural forms are read by yargs though its types do not say so.
  return { ...(language === 'fr' ? french : english) } as { [key: string]: string };
}
