import type { Message } from '../diagnostics/diagnostic.ts';
import type { CommandContext, CommandMaker } from './command.ts';
import { exitCodes } from './exit-codes.ts';

const lists = ['themes', 'types', 'territories', 'templates'] as const;
type ListName = (typeof lists)[number];

/** One line of a list: the word to write in a booklet, what it is called, what tells it apart. */
interface Line {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** `proximites list <what> [words]`: finds the words to write in a booklet. */
export const listCommand: CommandMaker = (language, start) => {
  const fr = language === 'fr';
  return {
    command: 'list <what> [words..]',
    describe: fr
      ? 'Trouver les mots à écrire dans un livret'
      : 'Find the words to write in a booklet',
    builder: (parser) =>
      parser
        .positional('what', {
          choices: lists,
          describe: fr
            ? 'Thèmes, types de services, territoires ou modèles'
            : 'Themes, types of services, territories or templates',
        })
        .positional('words', {
          type: 'string',
          array: true,
          describe: fr ? 'Mots cherchés' : 'Words to look for',
        }),
    handler: (read) =>
      start((context) => {
        const words = Array.isArray(read.words) ? read.words.map(String).join(' ') : '';
        return show(read.what as ListName, words, context);
      }),
  };
};

const finders: Readonly<Record<ListName, (words: string, fr: boolean) => Promise<Line[]>>> = {
  themes: findThemes,
  types: findTypes,
  territories: findTerritories,
  templates: findTemplates,
};

async function show(what: ListName, words: string, context: CommandContext) {
  const { terminal, json, language } = context;
  const fr = language === 'fr';
  const found = await finders[what](words, fr);
  if (json) {
    terminal.out(`${JSON.stringify(found, null, 2)}\n`);
    return exitCodes.made;
  }
  if (found.length === 0) {
    terminal.err(
      fr ? `Rien ne répond à «\u00a0${words}\u00a0».\n` : `Nothing matches “${words}”.\n`,
    );
    return exitCodes.made;
  }
  terminal.out(table(found));
  return exitCodes.made;
}

async function findThemes(words: string): Promise<Line[]> {
  const [{ loadTypology }, { foldWord }] = await Promise.all([
    import('../typology/load-typology.ts'),
    import('../diagnostics/nearest.ts'),
  ]);
  const { themes, categories } = loadTypology();
  const lines = themes.flatMap((theme) => [
    { id: theme.id, name: theme.label, detail: '' },
    ...categories
      .filter((category) => category.theme === theme.id)
      .map((category) => ({ id: category.id, name: category.label, detail: theme.label })),
  ]);
  const sought = words.split(/\s+/u).map(foldWord);
  return lines.filter((line) => {
    const text = foldWord(`${line.id} ${line.name}`);
    return sought.every((word) => text.includes(word));
  });
}

async function findTypes(words: string, fr: boolean): Promise<Line[]> {
  const [{ loadTypology }, { searchTypology }] = await Promise.all([
    import('../typology/load-typology.ts'),
    import('../typology/search-typology.ts'),
  ]);
  const typology = loadTypology();
  return searchTypology(typology, words).map((type) => {
    const theme = typology.theme(type.theme)?.label ?? type.theme;
    const now = type.successor && (typology.type(type.successor.id)?.id ?? type.successor.id);
    const became =
      now &&
      (fr ? `devenu ${now} (${type.successor?.year})` : `now ${now} (${type.successor?.year})`);
    return { id: type.id, name: type.label.singular, detail: became ?? theme };
  });
}

async function findTerritories(words: string): Promise<Line[]> {
  const { searchTerritories } = await import('../territory/search-territories.ts');
  return searchTerritories(words).map(({ kind, code, name, detail }) => ({
    id: code,
    name,
    detail: [kind, detail].filter(Boolean).join(', '),
  }));
}

/** What each template that ships is for; the last is to be looked at and not filled in. */
const templateNotes: Readonly<
  Record<string, { readonly name: Message; readonly detail: Message }>
> = {
  annuaire: {
    name: { fr: 'Annuaire des services', en: 'Directory of services' },
    detail: {
      fr: 'par thème ou par lieu, avec cartes, sommaire et index',
      en: 'by theme or by place, with maps, contents and indexes',
    },
  },
  specimen: {
    name: { fr: 'Cahier d’échantillons', en: 'Specimen' },
    detail: {
      fr: 'montre ce que la composition sait faire ; pas pour un livret',
      en: 'shows what the typesetting can do; not for a booklet',
    },
  },
};

async function findTemplates(words: string, fr: boolean): Promise<Line[]> {
  const [{ shippedTemplates }, { foldWord }] = await Promise.all([
    import('../spec/booklet-paths.ts'),
    import('../diagnostics/nearest.ts'),
  ]);
  const language = fr ? 'fr' : 'en';
  const sought = words.split(/\s+/u).map(foldWord);
  return shippedTemplates()
    .map((id) => {
      const note = Object.hasOwn(templateNotes, id) ? templateNotes[id] : undefined;
      return { id, name: note?.name[language] ?? '', detail: note?.detail[language] ?? '' };
    })
    .filter(({ id, name }) => sought.every((word) => foldWord(`${id} ${name}`).includes(word)));
}

function table(found: readonly Line[]): string {
  const width = (key: 'id' | 'name') =>
    Math.min(60, Math.max(...found.map((line) => line[key].length)));
  const [first, second] = [width('id'), width('name')];
  return found
    .map(({ id, name, detail }) =>
      `${id.padEnd(first)}  ${name.padEnd(second)}  ${detail}`.trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
