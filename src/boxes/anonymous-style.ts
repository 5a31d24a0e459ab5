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

const places = new WeakMap<ComputedStyle, ComputedStyle>();
const contents = new WeakMap<ComputedStyle, ComputedStyle>();

/** Style of the box around a table and its captions: where the table stands, and nothing of its look. */
export function placeOnly(table: ComputedStyle): ComputedStyle {
  const { margin, width, breakBefore, breakAfter, breakInside, columnSpan, page } = table;
  return remembered(places, table, () => ({
    ...anonymousStyle(table),
    margin,
    width,
    breakBefore,
    breakAfter,
    breakInside,
    columnSpan,
    page,
  }));
}

/** Style of a table inside that box. */
export function withoutPlace(table: ComputedStyle): ComputedStyle {
  return remembered(contents, table, () => ({
    ...table,
    margin: noEdges,
    width: 'auto',
    breakBefore: 'auto',
    breakAfter: 'auto',
    breakInside: 'auto',
    columnSpan: 'none',
    page: 'auto',
  }));
}

/** Boxes of one style share one object: text styles and caches go by identity. */
function remembered(
  cache: WeakMap<ComputedStyle, ComputedStyle>,
  key: ComputedStyle,
  make: () => ComputedStyle,
): ComputedStyle {
  const cached = cache.get(key);
  if (cached) return cached;
  const made = Object.freeze(make());
  cache.set(key, made);
  return made;
}
