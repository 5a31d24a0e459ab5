import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { ArgumentsCamelCase } from 'yargs';
import { type Diagnostic, DiagnosticList, InputError } from '../diagnostics/diagnostic.ts';
import { resourcePath } from '../resources.ts';
import type { KnownAnswers } from './ask-booklet.ts';
import { type CommandContext, type CommandMaker, last } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { StarterAnswers } from './starter-booklet.ts';
import type { StarterCommune } from './starter-table.ts';
import { UsageError } from './usage-error.ts';
import { writeText } from './write-text.ts';

/** `proximites init [dir]`: makes a first booklet to edit, and a first table when there is no feed. */
export const initCommand: CommandMaker = (language, start) => {
  const fr = language === 'fr';
  const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;
  return {
    command: 'init [dir]',
    describe: fr ? 'Commencer un livret' : 'Start a booklet',
    builder: (parser) =>
      parser
        .positional('dir', {
          type: 'string',
          default: '.',
          describe: fr ? 'Dossier du livret' : 'Folder of the booklet',
        })
        .option('title', text(fr ? 'Titre' : 'Title'))
        .option(
          'territory',
          text(fr ? 'Territoire, par nom ou code' : 'Territory, by name or code'),
        )
        .option('themes', {
          ...text(fr ? 'Thèmes à imprimer' : 'Themes to print'),
          array: true,
        })
        .option('feed', text(fr ? 'Fichier de services (.geojson)' : 'File of services (.geojson)'))
        .option('organisation', text(fr ? 'Organisme' : 'Organisation'))
        .option('template', text(fr ? 'Modèle' : 'Template'))
        .option('force', {
          type: 'boolean',
          describe: fr ? 'Remplacer les fichiers qui existent' : 'Replace files that exist',
        }),
    handler: (read) => start((context) => startBooklet(read, context)),
  };
};

async function startBooklet(read: ArgumentsCamelCase, context: CommandContext): Promise<ExitCode> {
  const option = (name: string) => last(read[name] as string | undefined);
  const folder = resolve(context.terminal.folder, String(read.dir));
  const replace = read.force === true;
  if (!replace) refuseToReplace([join(folder, bookletName(context))]);
  const known: KnownAnswers = {
    title: option('title'),
    territory: option('territory'),
    themes: read.themes as string[] | undefined,
    feed: option('feed'),
    organisation: option('organisation'),
  };
  const answers = await complete(known, context);
  const files = await makeFiles({ ...answers, template: option('template') }, folder, context);
  const written = files.map(([name]) => join(folder, name));
  if (!replace) refuseToReplace(written);
  for (const [name, text] of files) await writeText(join(folder, name), text);
  tellNext(written, context);
  return exitCodes.made;
}

function bookletName({ language }: CommandContext): string {
  return language === 'fr' ? 'livret.yaml' : 'booklet.yaml';
}

function refuseToReplace(files: readonly string[]): void {
  const found = files.filter((file) => existsSync(file)).map(alreadyThere);
  if (found.length > 0) throw new InputError(found);
}

function alreadyThere(file: string): Diagnostic {
  return {
    severity: 'error',
    code: 'cli/exists',
    where: { file },
    message: { fr: 'Ce fichier existe déjà.', en: 'This file exists already.' },
    hint: {
      fr: 'Choisissez un autre dossier, ou ajoutez --force pour le remplacer.',
      en: 'Choose another folder, or add --force to replace it.',
    },
  };
}

async function complete(known: KnownAnswers, context: CommandContext): Promise<KnownAnswers> {
  const { language, terminal, json } = context;
  if (terminal.canAsk && !json && (known.title === undefined || known.territory === undefined)) {
    const { askBooklet } = await import('./ask-booklet.ts');
    return askBooklet(known, language);
  }
  const missing = (['title', 'territory'] as const).filter((name) => known[name] === undefined);
  if (missing.length === 0) return known;
  const options = missing.map((name) => `--${name}`).join(', ');
  throw new UsageError(
    language === 'fr'
      ? `Il n’y a personne à qui poser des questions\u00a0: donnez ${options}.`
      : `There is nobody to ask: give ${options}.`,
  );
}

type Files = readonly (readonly [name: string, text: string])[];

async function makeFiles(
  answers: KnownAnswers & { readonly template?: string },
  folder: string,
  context: CommandContext,
): Promise<Files> {
  const [{ starterBooklet }, { starterTable, starterMapping }, { slugify }] = await Promise.all([
    import('./starter-booklet.ts'),
    import('./starter-table.ts'),
    import('../spec/slug.ts'),
  ]);
  const { language } = context;
  const { title = '', territory = '', themes = [], feed, organisation, template } = answers;
  const starter: StarterAnswers = {
    ...{ title, territory, themes, organisation },
    feed: feed === undefined ? 'services.geojson' : fromFolder(feed, folder, context),
    template: template ?? 'annuaire',
    slug: slugify(title),
  };
  const name = bookletName(context);
  const commune = await sampleCommune(territory, join(folder, name));
  const booklet = starterBooklet(starter, schemaPath(folder, 'booklet'), language);
  if (feed !== undefined) return [[name, booklet]];
  const contributor = organisation ?? title;
  return [
    [name, booklet],
    ['services.csv', starterTable(commune)],
    ['services.mapping.yaml', starterMapping(contributor, schemaPath(folder, 'mapping'), language)],
  ];
}

/** A commune of the territory, for the sample rows; a territory that does not exist stops. */
async function sampleCommune(territory: string, file: string): Promise<StarterCommune> {
  const { resolveTerritory } = await import('../territory/resolve-territory.ts');
  const spec = { include: [territory], exclude: [] };
  const { communes } = await resolveTerritory(spec, { file }, new DiagnosticList());
  const [largest] = [...communes.values()].sort(
    (one, other) => (other.population ?? 0) - (one.population ?? 0),
  );
  const { name = '', code = '', postcodes = [] } = largest ?? {};
  return { name, insee: code, postcode: [...postcodes].sort()[0] ?? '' };
}

function schemaPath(folder: string, name: string): string {
  return slashed(relative(folder, resourcePath('data', 'schemas', `${name}.schema.json`)));
}

function fromFolder(feed: string, folder: string, { terminal }: CommandContext): string {
  return slashed(relative(folder, resolve(terminal.folder, feed)));
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

function tellNext(written: readonly string[], context: CommandContext): void {
  const { terminal, json } = context;
  const fr = context.language === 'fr';
  const shown = written.map((file) => relative(terminal.folder, file));
  const [booklet = '', table, mapping] = shown.map(shellWord);
  const next: string[] = [];
  if (table !== undefined) {
    const feed = table.replace(/\.csv('?)$/u, '.geojson$1');
    next.push(`proximites import csv ${table} --mapping ${mapping} --out ${feed}`);
  }
  next.push(`proximites check ${booklet}`, `proximites build ${booklet}`);
  if (json) {
    terminal.out(`${JSON.stringify({ ok: true, files: written, next }, null, 2)}\n`);
    return;
  }
  terminal.out(`${fr ? 'Fichiers écrits\u00a0:' : 'Files written:'}\n`);
  for (const file of shown) terminal.out(`  ${file}\n`);
  if (table !== undefined) {
    terminal.out(
      fr
        ? `Remplissez ${table} (un tableur l’ouvre), puis tapez\u00a0:\n`
        : `Fill in ${table} (a spreadsheet opens it), then type:\n`,
    );
  } else terminal.out(fr ? 'Tapez maintenant\u00a0:\n' : 'Now type:\n');
  for (const command of next) terminal.out(`  ${command}\n`);
}

function shellWord(word: string): string {
  return /^[\w./+-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
