import type { CssNode } from 'css-tree';
import { parse } from 'css-tree/dist/csstree.esm';

/** A piece that is not CSS, at a line and a column from 1. */
export interface SyntaxProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** What was skipped; null when there was nothing left. */
  readonly skipped: CssNode | null;
}

/** The parser found nothing more to hold on to. */
class NoProgress extends Error {}

/** Errors in one place beyond which the parser is going round in circles. */
const maxErrorsInPlace = 20;

let longest = 0;

/** Parses a sheet or a declaration list; null when it is too broken for the parser to end. */
export function parseCss(
  css: string,
  context: 'stylesheet' | 'declarationList',
  onProblem: (problem: SyntaxProblem) => void,
): CssNode | null {
  let place = -1;
  let errors = 0;
  try {
    return parse(padded(css), {
      context,
      positions: true,
      parseCustomProperty: true,
      onParseError: (error, fallback) => {
        errors = error.offset === place ? errors + 1 : 0;
        place = error.offset;
        if (errors > maxErrorsInPlace) throw new NoProgress();
        const { line, column } = error.offset > css.length ? endOf(css) : error;
        onProblem({ message: error.message, line, column, skipped: fallback });
      },
    });
  } catch (error) {
    if (error instanceof NoProgress) return null;
    throw error;
  }
}

function endOf(css: string): { readonly line: number; readonly column: number } {
  return { line: css.split('\n').length, column: css.length - css.lastIndexOf('\n') };
}

/**
 * The parser keeps its token buffers from one sheet to the next, and for a sheet with stray
 * brackets reads the buffer at the index of the sheet's length: what was left there by an earlier
 * sheet then makes it go round for ever. Blanks up to the longest sheet yet put that index beyond
 * all that was ever written.
 */
function padded(css: string): string {
  const clean = css.replaceAll('\0', '\ufffd');
  longest = Math.max(longest, clean.length + 2);
  return clean.padEnd(longest + 1);
}
