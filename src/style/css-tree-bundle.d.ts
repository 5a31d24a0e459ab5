// One file instead of a hundred modules: it loads in two thirds of the time.
declare module 'css-tree/dist/csstree.esm' {
  export { parse } from 'css-tree';
}
