import { noEdges } from '../geometry/geometry.ts';
import type { BorderSide, ComputedStyle } from '../style/computed-style.ts';

const noBorder: BorderSide = { width: 0, style: 'none', colour: '#000000' };
const known = new WeakMap<ComputedStyle, ComputedStyle>();

/** Style of the box wrapped around loose text of a block: its inherited properties, nothing else. */
export function anonymousStyle(parent: ComputedStyle): ComputedStyle {
  const cached = known.get(parent);
  if (cached) return cached;
  const style: ComputedStyle = Object.freeze({
    ...parent,
    display: 'block',
    margin: noEdges,
    padding: noEdges,
    border: { top: noBorder, right: noBorder, bottom: noBorder, left: noBorder },
    borderRadius: 0,
    background: null,
    width: 'auto',
    height: 'auto',
    minHeight: 0,
    columnCount: 1,
    columnSpan: 'none',
    tracks: [],
    breakBefore: 'auto',
    breakAfter: 'auto',
    breakInside: 'auto',
    position: 'static',
    content: null,
    stringSet: [],
    bookmarkLevel: 0,
    continued: null,
  } satisfies ComputedStyle);
  known.set(parent, style);
  return style;
}
