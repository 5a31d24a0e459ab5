// The light entry of css-tree, without the lexer's dictionary; @types/css-tree types the full one.
declare module 'css-tree/parser' {
  import type { parse as fullParse } from 'css-tree';

  const parse: typeof fullParse;
  export default parse;
}
