import { expect, test } from 'vitest';
import { naturalKnobs, withKnobs } from '../../src/fit/knobs.ts';
import type { Element } from '../../src/markup/element.ts';

const root = (attributes: readonly [string, string][] = []): Element => ({
  kind: 'element',
  name: 'html',
  attributes: new Map(attributes),
  classes: [],
  children: [],
});

test('knobs at rest leave the root to the sheets', () => {
  const html = root();
  expect(withKnobs(html, naturalKnobs)).toBe(html);
});

test('knobs turned are variables of the root', () => {
  const html = withKnobs(root([['lang', 'fr']]), {
    ...naturalKnobs,
    density: 0.8,
    textScale: 0.9535,
    columns: 3,
  });
  expect([...html.attributes]).toEqual([
    ['lang', 'fr'],
    ['style', '--density: 0.8; --text-scale: 0.9535; --columns: 3'],
  ]);
});

test('a style that the template gives the root is kept', () => {
  const html = withKnobs(root([['style', '--accent: red']]), { ...naturalKnobs, leading: 0.96 });
  expect(html.attributes.get('style')).toBe('--accent: red; --leading: 0.96');
});
