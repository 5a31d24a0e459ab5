import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/markup/element.ts';
import { openHtml, parseHtml } from '../../src/markup/parse-html.ts';

const long = Array.from(
  { length: 4000 },
  (_, index) =>
    `<section id="s${index}"><h2>Titre ${index}</h2> <p>Un <b>texte</b> &amp; sa suite</p></section>\n`,
).join('');

const documents: Readonly<Record<string, string>> = {
  'html and body': `<!doctype html><html lang="fr" style="--a: 1"><head><title>T</title></head><body class="b">${long}</body></html>`,
  'body alone': `<body id="x">${long}</body>`,
  neither: long,
  'loose text between': '<html><body>un <b>deux</b> <p>trois</p> quatre<p>cinq</p></body></html>',
  'an element left open': '<html><body><section><p>un</p><section><p>deux</body></html>',
  nothing: '',
};

function contentOf(html: string): readonly Node[] {
  const root = parseHtml(html);
  const body = root.children.find((child) => child.kind === 'element' && child.name === 'body');
  return root.name === 'html' && body?.kind === 'element' ? body.children : root.children;
}

describe('openHtml', () => {
  it.each(Object.entries(documents))('gives the parts that the whole has: %s', (_, html) => {
    const { parts } = openHtml(html);
    const expected = contentOf(html);
    expect([...parts]).toEqual(expected);
    expect([...parts]).toEqual(expected);
  });

  it('gives the elements around the parts, with their attributes', () => {
    const [html, body] = openHtml(documents['html and body'] as string).frame;
    expect(html?.name).toBe('html');
    expect(html?.attributes.get('style')).toBe('--a: 1');
    expect(body?.classes).toEqual(['b']);
    expect(openHtml(documents['body alone'] as string).frame.map(({ name }) => name)).toEqual([
      'body',
    ]);
    expect(openHtml('').frame.map(({ name }) => name)).toEqual(['body']);
  });
});
