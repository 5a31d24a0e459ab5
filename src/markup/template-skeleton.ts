import { compileTemplate } from './template-file.ts';

/**
 * A template seen as HTML of the same length, character for character: what `{{ }}` writes becomes
 * `hole` characters, blocks and comments become blanks; line breaks stay.
 */
export interface TemplateSkeleton {
  readonly html: string;
  /** The same, with the part after `else` of each block left out: what opens must close. */
  readonly firstBranches: string;
}

/** Stands for one character of a `{{ }}`; a private-use code point that no template holds. */
export const hole = '\ue000';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Makes the skeleton of a template that compiles. */
export function templateSkeleton(source: string): TemplateSkeleton {
  const { program } = compileTemplate(source);
  const starts = lineStarts(source);
  const offset = ({ line, column }: hbs.AST.Position) => (starts[line - 1] ?? 0) + column;
  const spanOf = (node: hbs.AST.Node): Span => ({
    from: offset(node.loc.start),
    to: offset(node.loc.end),
  });
  const walk = new SkeletonWalk(source, spanOf);
  walk.program(program);
  return walk.skeleton();
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

class SkeletonWalk {
  readonly #source: string;
  readonly #spanOf: (node: hbs.AST.Node) => Span;
  readonly #holes: Span[] = [];
  /** What is HTML text; everything else that is no hole is blank. */
  readonly #kept: Span[] = [];
  readonly #otherBranches: Span[] = [];

  constructor(source: string, spanOf: (node: hbs.AST.Node) => Span) {
    this.#source = source;
    this.#spanOf = spanOf;
  }

  program(program: hbs.AST.Program | undefined): void {
    for (const statement of program?.body ?? []) this.#statement(statement);
  }

  skeleton(): TemplateSkeleton {
    const characters = new Array<string>(this.#source.length).fill(' ');
    for (const { from, to } of this.#kept) {
      for (let i = from; i < to; i++) characters[i] = this.#source[i] as string;
    }
    for (const { from, to } of this.#holes) characters.fill(hole, from, to);
    for (let i = 0; i < characters.length; i++) if (this.#source[i] === '\n') characters[i] = '\n';
    const first = [...characters];
    for (const { from, to } of this.#otherBranches) first.fill(' ', from, to);
    return { html: characters.join(''), firstBranches: first.join('') };
  }

  #statement(node: hbs.AST.Statement): void {
    switch (node.type) {
      case 'ContentStatement':
        this.#kept.push(this.#spanOf(node));
        break;
      case 'MustacheStatement':
        this.#holes.push(this.#spanOf(node));
        break;
      case 'BlockStatement':
        this.#block(node as hbs.AST.BlockStatement);
        break;
      case 'PartialBlockStatement':
      case 'DecoratorBlock':
        this.program((node as hbs.AST.PartialBlockStatement).program);
        break;
    }
  }

  #block(node: hbs.AST.BlockStatement): void {
    this.program(node.program);
    const { inverse } = node;
    if (!inverse) return;
    this.program(inverse);
    const [first] = inverse.body;
    const last = inverse.body[inverse.body.length - 1];
    // {{^x}} … {{/x}} has no first branch: its only one counts.
    if (!node.program || !first || !last) return;
    this.#otherBranches.push({ from: this.#spanOf(first).from, to: this.#spanOf(last).to });
  }
}
