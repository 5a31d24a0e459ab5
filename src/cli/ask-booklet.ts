import type { UserLanguage } from '../diagnostics/diagnostic.ts';

/** What `init` knows before it writes; undefined is not yet known. */
export interface KnownAnswers {
  readonly title?: string;
  readonly territory?: string;
  readonly themes?: readonly string[];
  readonly feed?: string;
  readonly organisation?: string;
}

/** Asks on the terminal for what the command line did not give; an empty answer leaves it out. */
export async function askBooklet(
  known: KnownAnswers,
  language: UserLanguage,
): Promise<KnownAnswers> {
  const { input } = await import('@inquirer/prompts');
  const fr = language === 'fr';
  const filled = fr ? 'Écrivez au moins un mot.' : 'Write at least one word.';
  const title =
    known.title ??
    (await input({
      message: fr ? 'Titre du livret\u00a0:' : 'Title of the booklet:',
      default: fr ? 'Guide des services' : 'Guide to services',
      validate: (text) => text.trim() !== '' || filled,
    }));
  const territory =
    known.territory ??
    (await input({
      message: fr
        ? 'Territoire (commune, intercommunalité, département, région\u00a0; nom ou code)\u00a0:'
        : 'Territory (commune, EPCI, département, région; name or code):',
      validate: (text) => checkTerritory(text, language),
    }));
  const themes = known.themes ?? (await askThemes(language));
  const feed =
    known.feed ??
    (await input({
      message: fr
        ? 'Fichier des services (.geojson)\u00a0; laissez vide pour partir d’un tableau d’exemple\u00a0:'
        : 'File of services (.geojson); leave empty to begin with a sample table:',
    }));
  const organisation =
    known.organisation ??
    (await input({
      message: fr ? 'Organisme qui édite le livret\u00a0:' : 'Organisation that publishes it:',
    }));
  return { title, territory, themes, feed: orNone(feed), organisation: orNone(organisation) };
}

async function askThemes(language: UserLanguage): Promise<readonly string[]> {
  const [{ checkbox }, { loadTypology }] = await Promise.all([
    import('@inquirer/prompts'),
    import('../typology/load-typology.ts'),
  ]);
  const chosen = await checkbox({
    message:
      language === 'fr'
        ? 'Thèmes à imprimer (aucun coché\u00a0: tous)\u00a0:'
        : 'Themes to print (none ticked: all):',
    choices: loadTypology().themes.map(({ id, label }) => ({ value: id, name: label })),
  });
  return chosen;
}

async function checkTerritory(text: string, language: UserLanguage): Promise<true | string> {
  const { searchTerritories } = await import('../territory/search-territories.ts');
  if (text.trim() !== '' && searchTerritories(text.trim()).length > 0) return true;
  return language === 'fr'
    ? 'Aucun territoire de ce nom ou de ce code. Vérifiez l’orthographe.'
    : 'No territory has this name or code. Check the spelling.';
}

function orNone(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
