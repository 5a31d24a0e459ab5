/** Where JSON breaks, counted from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** What stands there: a character, or undefined at the end of the text. */
  readonly found: string | undefined;
}

const blank = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside a string
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Finds the first character that is not JSON; no recursion, so that nesting cannot exhaust the stack. */
export function findJsonFault(text: string): JsonFault {
  const at = faultOffset(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  const found = at < text.length ? String.fromCodePoint(text.codePointAt(at) as number) : undefined;
  return { line, column, found };
}

type Expecting = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'next';

function faultOffset(text: string): number {
  const open: string[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  const matched = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found !== null;
  };
  while (true) {
    matched(blank);
    const character = text[at];
    if (character === undefined) return at;
    if (expecting === 'colon') {
      if (character !== ':') return at;
      at++;
      expecting = 'value';
    } else if (expecting === 'key' || (expecting === 'key-or-close' && character !== '}')) {
      if (!matched(stringToken)) return at;
      expecting = 'colon';
    } else if (expecting === 'next' || isClosing(expecting, character)) {
      const inside = open.at(-1);
      if (inside === undefined) return at;
      if (expecting === 'next' && character === ',') expecting = inside === '{' ? 'key' : 'value';
      else if (character === (inside === '{' ? '}' : ']')) {
        open.pop();
        expecting = 'next';
      } else return at;
      at++;
    } else if (character === '{' || character === '[') {
      open.push(character);
      expecting = character === '{' ? 'key-or-close' : 'value-or-close';
      at++;
    } else {
      if (!matched(stringToken) && !matched(scalar)) return at;
      expecting = 'next';
    }
  }
}

function isClosing(expecting: Expecting, character: string): boolean {
  if (expecting === 'key-or-close') return character === '}';
  return expecting === 'value-or-close' && character === ']';
}
