import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import {
  type Diagnostic,
  type DiagnosticSink,
  InputError,
  inputError,
} from '../diagnostics/diagnostic.ts';
import { regularFileSize } from '../regular-file.ts';
import { checkCalls } from './check-calls.ts';
import {
  compileTemplate,
  type Render,
  renderingMessage,
  TemplateSyntaxError,
  type Turns,
} from './template-file.ts';

/** One `.hbs` file: its name is what `{{> name}}` calls. */
export interface TemplateFile {
  readonly name: string;
  /** Path, for messages. */
  readonly file: string;
  readonly source: string;
}

/** A template ready to render. */
export interface Template {
  /** HTML of a booklet; `lang` of the context is the language of its words. Throws InputError. */
  render(context: object): string;
  readonly files: readonly TemplateFile[];
  /** Style sheets, the shipped one first. */
  readonly sheets: readonly { readonly css: string; readonly file: string }[];
  /** Folders of fonts, the user's first. */
  readonly fontFolders: readonly string[];
  /** Absolute path of a file of the template; undefined when there is none, or outside. */
  assets(path: string): string | undefined;
}

/** Name of the file that a booklet is rendered from. */
const mainName = 'booklet';

/**
 * Loads a template from folders in order of precedence: a file of the first hides the file of the
 * same name in the next; style sheets add up. Throws InputError when it cannot be rendered.
 */
export function loadTemplate(folders: readonly string[], sink: DiagnosticSink): Template {
  for (const folder of folders) requireFolder(folder);
  const files = readTemplateFiles(folders);
  const renders = compileAll(files, sink);
  const main = files.find(({ name }) => name === mainName);
  if (main === undefined) throw noMainFile(folders);
  const engine = new PartialEngine(files, renders);
  return {
    render: (context) => engine.render(main, context),
    files,
    sheets: [...folders].reverse().flatMap(readSheetFile),
    fontFolders: folders.map((folder) => join(folder, 'fonts')).filter(isFolder),
    assets: (path) => findAsset(folders, path),
  };
}

function requireFolder(folder: string): void {
  if (isFolder(folder)) return;
  throw inputError({
    code: 'markup/no-template-folder',
    where: { file: folder },
    message: {
      fr: `Le dossier de gabarit «\u00a0${folder}\u00a0» n’existe pas.`,
      en: `The template folder “${folder}” does not exist.`,
    },
    hint: {
      fr: 'Corrigez «\u00a0template\u00a0» dans le livret, ou créez ce dossier.',
      en: 'Correct “template” in the booklet, or make this folder.',
    },
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readTemplateFiles(folders: readonly string[]): readonly TemplateFile[] {
  const files = new Map<string, TemplateFile>();
  for (const folder of folders) {
    for (const place of [folder, join(folder, 'partials')]) {
      for (const file of listTemplates(place)) {
        const name = basename(file, '.hbs');
        if (!files.has(name)) files.set(name, { name, file, source: readText(file) });
      }
    }
  }
  return [...files.values()];
}

function listTemplates(folder: string): readonly string[] {
  if (!isFolder(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.hbs'));
  return names.sort().map((name) => join(folder, name));
}

function readText(file: string): string {
  regularFileSize(file);
  return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
}

function readSheetFile(folder: string): { css: string; file: string }[] {
  const file = join(folder, 'style.css');
  return existsSync(file) ? [{ css: readText(file), file }] : [];
}

function findAsset(folders: readonly string[], path: string): string | undefined {
  if (isAbsolute(path) || path.includes('\0')) return undefined;
  for (const folder of folders) {
    const file = resolve(folder, path);
    const inside = relative(folder, file);
    if (inside.startsWith('..') || isAbsolute(inside)) continue;
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return undefined;
}

function compileAll(
  files: readonly TemplateFile[],
  sink: DiagnosticSink,
): ReadonlyMap<string, Render> {
  const names = files.map(({ name }) => name);
  const renders = new Map<string, Render>();
  const found: Diagnostic[] = [];
  for (const { name, file, source } of files) {
    try {
      const { render, calls } = compileTemplate(source);
      renders.set(name, render);
      found.push(...checkCalls(file, calls, names));
    } catch (error) {
      found.push(syntaxError(error, file));
    }
  }
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new InputError(errors);
  for (const diagnostic of found) sink.report(diagnostic);
  return renders;
}

function syntaxError(error: unknown, file: string): Diagnostic {
  if (!(error instanceof TemplateSyntaxError)) throw error;
  const { line, column, message } = error;
  return {
    severity: 'error',
    code: 'markup/syntax',
    where: { file, line, column },
    message: {
      fr: `Le gabarit ne peut pas être lu\u00a0: «\u00a0${message}\u00a0».`,
      en: `The template cannot be read: “${message}”.`,
    },
    hint: {
      fr: 'Vérifiez les accolades, et que chaque bloc {{#…}} est fermé par {{/…}}.',
      en: 'Check the braces, and that each block {{#…}} is closed by {{/…}}.',
    },
  };
}

function noMainFile(folders: readonly string[]): InputError {
  const file = join(folders[0] ?? '', `${mainName}.hbs`);
  return inputError({
    code: 'markup/no-main-file',
    where: { file },
    message: {
      fr: `Le gabarit n’a pas de fichier ${mainName}.hbs.`,
      en: `The template has no file ${mainName}.hbs.`,
    },
    hint: {
      fr: `Créez ${file}\u00a0: c’est par lui que le livret commence.`,
      en: `Make ${file}: the booklet starts from it.`,
    },
  });
}

/** Partials inside partials, beyond which a template goes round in circles. */
const maxDepth = 100;

/** An error and the innermost file in which it happened. */
class RenderError extends Error {
  readonly file: string;
  override readonly cause: unknown;

  constructor(file: string, cause: unknown) {
    super('render');
    this.file = file;
    this.cause = cause;
  }
}

class TooDeep extends Error {}

/** Renders files that call one another, knowing where it is. */
class PartialEngine {
  readonly #renders: ReadonlyMap<string, Render>;
  readonly #partials: Record<string, Render> = {};
  #depth = 0;

  constructor(files: readonly TemplateFile[], renders: ReadonlyMap<string, Render>) {
    this.#renders = renders;
    for (const one of files) {
      this.#partials[one.name] = (context, options) => this.#run(one, context, options);
    }
  }

  render(main: TemplateFile, context: object): string {
    this.#depth = 0;
    const turns: Turns = { count: 0 };
    try {
      return this.#run(main, context, {
        partials: this.#partials,
        data: { turns },
        allowProtoPropertiesByDefault: false,
        allowProtoMethodsByDefault: false,
      });
    } catch (error) {
      throw error instanceof RenderError ? renderError(error) : error;
    }
  }

  #run(one: TemplateFile, context: unknown, options: Parameters<Render>[1]): string {
    const render = this.#renders.get(one.name);
    if (render === undefined) throw new Error(`template ${one.name} was not compiled`);
    this.#depth++;
    try {
      if (this.#depth > maxDepth) throw new TooDeep();
      return render(context, options);
    } catch (error) {
      throw error instanceof RenderError ? error : new RenderError(one.file, error);
    } finally {
      this.#depth--;
    }
  }
}

function renderError({ file, cause }: RenderError): InputError {
  if (cause instanceof TooDeep || cause instanceof RangeError) return endlessPartials(file);
  const { lineNumber } = cause as { readonly lineNumber?: number };
  const said = renderingMessage(cause);
  return inputError({
    code: 'markup/render',
    where: { file, ...(lineNumber === undefined ? {} : { line: lineNumber }) },
    message: {
      fr: `Le gabarit ne peut pas être rempli\u00a0: ${said.fr}`,
      en: `The template cannot be filled in: ${said.en}`,
    },
    hint: {
      fr: 'Vérifiez dans ce fichier les fonctions et ce qui leur est donné.',
      en: 'Check in this file the functions and what they are given.',
    },
  });
}

function endlessPartials(file: string): InputError {
  return inputError({
    code: 'markup/endless-partials',
    where: { file },
    message: {
      fr: `Des fichiers du gabarit s’appellent les uns les autres plus de ${maxDepth} fois de suite.`,
      en: `Files of the template call one another more than ${maxDepth} times in a row.`,
    },
    hint: {
      fr: 'Un fichier qui s’appelle lui-même ({{> nom}}) doit le faire sous une condition qui finit.',
      en: 'A file that calls itself ({{> name}}) must do so under a condition that ends.',
    },
  });
}
