import { createRequire } from 'node:module';
import type HandlebarsModule from 'handlebars';
import type { Message } from '../diagnostics/diagnostic.ts';
import { FunctionError, type FunctionScope, templateFunctions } from './template-functions.ts';

/** The one-file build loads in a third of the time of the package's many modules. */
const Handlebars = createRequire(import.meta.url)(
  'handlebars/dist/handlebars.min.js',
) as typeof HandlebarsModule;

/** A line and a column, from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a template file calls, for checks once all files are known. */
export interface TemplateCalls {
  readonly partials: readonly { readonly name: string; readonly place: Place }[];
  readonly functions: readonly { readonly name: string; readonly place: Place }[];
  readonly words: readonly { readonly key: string; readonly place: Place }[];
  /** `{{{ }}}` and `{{& }}`. */
  readonly raw: readonly Place[];
}

/** A template compiled: renders a context with the partials and variables of the run. */
export type Render = (context: unknown, options?: HandlebarsModule.RuntimeOptions) => string;

interface Compiled {
  readonly render: Render;
  readonly program: hbs.AST.Program;
  readonly calls: TemplateCalls;
}

/** One environment for all templates: functions are ours only, nothing is reached by prototypes. */
const environment = makeEnvironment();
const builtIns = ['if', 'unless', 'each', 'with', 'lookup'];
/** Every name that a template may call. */
export const functionNames: readonly string[] = [...builtIns, ...Object.keys(templateFunctions)];
const compiled = new Map<string, Compiled>();
/** Templates kept for a later run of the same process, such as a preview. */
const maxKept = 500;

/** Handlebars cannot read a template. */
export class TemplateSyntaxError extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(cause: Error) {
    const { lineNumber, column } = cause as Error & { lineNumber?: number; column?: number };
    const [first = '', excerpt = ''] = cause.message.split('\n');
    const written = /^(?:Parse|Lexical) error on line (\d+)/.exec(first);
    super(written ? excerpt : first.replace(/ - \d+:\d+$/, ''));
    this.line = lineNumber ?? (written ? Number(written[1]) : undefined);
    this.column = column === undefined ? undefined : column + 1;
  }
}

/** Compiles a template, once per content; throws TemplateSyntaxError. */
export function compileTemplate(source: string): Compiled {
  const known = compiled.get(source);
  if (known) return known;
  const program = parse(source);
  const calls = new CallFinder();
  calls.accept(program);
  const render = environment.compile(program, {
    knownHelpers: Object.fromEntries(functionNames.map((name) => [name, true])) as KnownHelpers,
    knownHelpersOnly: true,
    preventIndent: true,
  }) as Render;
  if (compiled.size >= maxKept) compiled.clear();
  const result = { render, program, calls: calls.found() };
  compiled.set(source, result);
  return result;
}

function parse(source: string): hbs.AST.Program {
  try {
    return environment.parse(source);
  } catch (error) {
    throw error instanceof Error ? new TemplateSyntaxError(error) : error;
  }
}

type KnownHelpers = NonNullable<CompileOptions['knownHelpers']>;

function makeEnvironment(): typeof HandlebarsModule {
  const own = Handlebars.create();
  own.unregisterHelper('log');
  own.registerHelper('each', counting(own.helpers.each as HandlebarsModule.HelperDelegate));
  for (const [name, { takes, call }] of Object.entries(templateFunctions)) {
    own.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const options = given.pop() as HandlebarsModule.HelperOptions;
      // {{phone}} without arguments is the context's own field of that name.
      if (given.length === 0 && takes !== '') return ownField(this, name);
      return call(given, scopeOf(options, this));
    });
  }
  return own;
}

/** Turns of all the loops of one rendering: ten times those of 20,000 entries. */
const mostTurns = 5_000_000;

/** Counts the turns of a rendering; given to its templates as private variable. */
export interface Turns {
  count: number;
}

/** The loop of Handlebars, stopped when loops within loops would never end. */
function counting(each: HandlebarsModule.HelperDelegate): HandlebarsModule.HelperDelegate {
  return function (this: unknown, list: unknown, options: HandlebarsModule.HelperOptions) {
    const turns = options.data?.turns as Turns | undefined;
    if (turns === undefined || options.fn === undefined) return each.call(this, list, options);
    const fn: typeof options.fn = (context, inner) => {
      turns.count += 1;
      if (turns.count > mostTurns) throw endlessLoops();
      return options.fn(context, inner);
    };
    return each.call(this, list, { ...options, fn });
  };
}

function endlessLoops(): FunctionError {
  return new FunctionError({
    fr: `les boucles {{#each}} emboîtées font plus de ${mostTurns} tours.`,
    en: `loops {{#each}} within loops make more than ${mostTurns} turns.`,
  });
}

function ownField(context: unknown, name: string): unknown {
  if (typeof context !== 'object' || context === null || !Object.hasOwn(context, name)) return '';
  return (context as Readonly<Record<string, unknown>>)[name];
}

function scopeOf(options: HandlebarsModule.HelperOptions, context: unknown): FunctionScope {
  const root = options.data?.root as { readonly lang?: unknown } | undefined;
  return {
    language: typeof root?.lang === 'string' ? root.lang : 'fr',
    block: (inner) => (options.fn ? options.fn(inner) : ''),
    otherwise: () => (options.inverse ? options.inverse(context as object) : ''),
  };
}

/** Walks a template for what it calls. */
class CallFinder extends Handlebars.Visitor {
  readonly #partials: { name: string; place: Place }[] = [];
  readonly #functions: { name: string; place: Place }[] = [];
  readonly #words: { key: string; place: Place }[] = [];
  readonly #raw: Place[] = [];
  readonly #inline = new Set<string>(['@partial-block']);

  found(): TemplateCalls {
    return {
      partials: this.#partials.filter(({ name }) => !this.#inline.has(name)),
      functions: this.#functions,
      words: this.#words,
      raw: this.#raw,
    };
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) this.#raw.push(placeOf(node));
    this.#noteCall(node);
    super.MustacheStatement(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.#noteCall(node, true);
    super.SubExpression(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    this.#noteCall(node);
    super.BlockStatement(node);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    if (node.name.type === 'PathExpression') {
      const name = (node.name as hbs.AST.PathExpression).original;
      this.#partials.push({ name, place: placeOf(node) });
    }
    super.PartialStatement(node);
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    const [name] = node.params;
    if (name?.type === 'StringLiteral') this.#inline.add((name as hbs.AST.StringLiteral).value);
    super.DecoratorBlock(node);
  }

  #noteCall(
    node: Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash' | 'loc'>,
    always = false,
  ): void {
    if (node.path.type !== 'PathExpression') return;
    const name = (node.path as hbs.AST.PathExpression).original;
    const place = { line: node.loc.start.line, column: node.loc.start.column + 1 };
    const isCall = always || node.params.length > 0 || node.hash !== undefined;
    if (isCall) this.#functions.push({ name, place });
    const [key] = node.params;
    if (name === 't' && key?.type === 'StringLiteral') {
      this.#words.push({ key: (key as hbs.AST.StringLiteral).value, place });
    }
  }
}

function placeOf(node: hbs.AST.Node): Place {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}

/** French and English of what went wrong while rendering. */
export function renderingMessage(error: unknown): Message {
  const en = error instanceof Error ? error.message : String(error);
  return { fr: error instanceof FunctionError ? error.french : en, en };
}
