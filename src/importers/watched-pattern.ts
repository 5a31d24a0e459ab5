import { createContext, Script } from 'node:vm';

/** Longest time that one pattern may take on one text, ms; a sound one takes a few microseconds. */
const longestTime = 1000;
/** Steps that are certainly made in less than that: a watched run costs a hundred times a plain one. */
const quickSteps = 1e8;

/** What a pattern finds in a text. */
export type PatternReader = (text: string) => RegExpExecArray | null;

/** A user's pattern that cannot hang: past `most` ms, `tooSlow` says what to throw; a SyntaxError when it is not one. */
export function watchedPattern(
  source: string,
  tooSlow: (text: string) => Error,
  most = longestTime,
): PatternReader {
  const pattern = new RegExp(source, 'u');
  const steps = mostSteps(source);
  return (text) => {
    if (steps(text.length) <= quickSteps) return pattern.exec(text);
    const found = withinTime(() => pattern.exec(text), most);
    if (found === undefined) throw tooSlow(text);
    return found.value;
  };
}

/**
 * Upper bound of the steps on a text of a length: each repetition may take any part of the text,
 * each choice doubles the ways; no bound when what is repeated holds a group.
 */
function mostSteps(source: string): (length: number) => number {
  const bare = source
    .replace(/\\[pP]\{[^}]*\}|\\k<[^>]*>|\\./gsu, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[=!]|<[^>]*>)/g, '(');
  if (/\)(?:[*+]|\{)/.test(bare)) return () => Number.POSITIVE_INFINITY;
  const repetitions = bare.match(/[*+]|\{\d+,/g)?.length ?? 0;
  const choices = bare.match(/[?|]/g)?.length ?? 0;
  return (length) => 2 ** choices * (length + 1) ** (repetitions + 1);
}

const context: { run?: () => void } = createContext({});
const script = new Script('run()');

function withinTime<T>(run: () => T, timeout: number): { readonly value: T } | undefined {
  let found: { readonly value: T } | undefined;
  context.run = () => {
    found = { value: run() };
  };
  try {
    script.runInContext(context, { timeout });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return undefined;
  }
  return found;
}
