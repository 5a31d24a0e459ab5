import { createContext, Script } from 'node:vm';

/** Longest time that one pattern may take on one text, ms; a sound one takes a few microseconds. */
const longestTime = 1000;

const context: { run?: () => unknown } = createContext({});
const script = new Script('run()');

/** What a user's pattern gives on a text; undefined when it was stopped, nested repetitions having no end in practice. */
export function withinTime<T>(run: () => T): { readonly value: T } | undefined {
  let value: { readonly value: T } | undefined;
  context.run = () => {
    value = { value: run() };
  };
  try {
    script.runInContext(context, { timeout: longestTime });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return undefined;
  }
  return value;
}
