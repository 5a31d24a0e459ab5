import { describe, expect, it } from 'vitest';
import { DiagnosticList, InputError } from '../../src/diagnostics/diagnostic.ts';
import type { Element, Node } from '../../src/markup/element.ts';
import { internClasses, parseHtml } from '../../src/markup/parse-html.ts';

/** The tree in one line, blanks shown: `p[a |b[c]]`. */
function outline(node: Node): string {
  if (node.kind === 'text') return node.text;
  const inner = node.children.map(outline).join('|');
  return inner === '' ? node.name : `${node.name}[${inner}]`;
}

function firstChild(element: Element): Element {
  const child = element.children[0];
  if (child?.kind !== 'element') throw new Error('no child element');
  return child;
}

describe('parseHtml', () => {
  it.each([
    ['a fragment stands in a synthetic body', '<p>a</p>', 'body[p[a]]'],
    ['one body is the root', '<body><p>a</p></body>\n', 'body[p[a]]'],
    ['html is the root', '<!doctype html><html><body>a</body></html>', 'html[body[a]]'],
    ['nothing', '', 'body'],
    ['blanks between blocks go', '<div>\n  <p>a</p>\n\t<p>b</p>\n</div>', 'body[div[p[a]|p[b]]]'],
    ['blanks between words become one', '<p>a\n   b\t c</p>', 'body[p[a b c]]'],
    [
      'blanks around inline elements stay',
      '<p>a <b>b</b> <i>c</i> d</p>',
      'body[p[a |b[b]| |i[c]| d]]',
    ],
    ['blanks at the edges of a block go', '<p> a <b>b</b> </p>', 'body[p[a |b[b]]]'],
    ['blanks after br go', '<p>a<br>\n  b</p>', 'body[p[a|br|b]]'],
    ['no-break spaces stay', '<p>9&nbsp;h \u202f</p>', 'body[p[9\u00a0h \u202f]]'],
    ['pre is untouched', '<pre>a\n  b\n</pre>', 'body[pre[a\n  b\n]]'],
    [
      'entities are decoded',
      '<p>&lt;b&gt; &amp; l&#x27;&eacute;cole</p>',
      "body[p[<b> & l'école]]",
    ],
    ['names are lower case', '<P>a</P>', 'body[p[a]]'],
    [
      'paragraphs and items close by themselves',
      '<ul><li>a<li>b</ul><p>c<p>d',
      'body[ul[li[a]|li[b]]|p[c]|p[d]]',
    ],
    [
      'our empty elements hold nothing',
      '<p>a<leader><folio to="x">b</p>',
      'body[p[a|leader|folio|b]]',
    ],
    [
      'our empty elements may be closed',
      '<p>a<leader></leader><folio/>b</p>',
      'body[p[a|leader|folio|b]]',
    ],
    ['a stray closing tag is nothing', '<p>a</b></p></div><p>b</p>', 'body[p[a]|p[b]]'],
    ['comments go', '<p>a<!-- x -->b</p>', 'body[p[ab]]'],
    [
      'a blank before a block inside inline text goes',
      '<div>a <p>b</p> c</div>',
      'body[div[a|p[b]|c]]',
    ],
  ])('%s', (_, html, expected) => {
    expect(outline(parseHtml(html))).toBe(expected);
  });

  it('keeps attributes and gives classes sorted, without doubles, the same array each time', () => {
    const first = firstChild(parseHtml('<p id="x" class=" b a b " data-y="&lt;">t</p>'));
    const second = firstChild(parseHtml('<p class="a b">t</p>'));
    expect([...first.attributes]).toEqual([
      ['id', 'x'],
      ['class', ' b a b '],
      ['data-y', '<'],
    ]);
    expect(first.classes).toEqual(['a', 'b']);
    expect(second.classes).toBe(first.classes);
    expect(internClasses('')).toBe(firstChild(parseHtml('<p>t</p>')).classes);
  });

  it('keeps the first of two attributes of one name', () => {
    expect(firstChild(parseHtml('<p id="a" id="b">t</p>')).attributes.get('id')).toBe('a');
  });

  it('drops script and style with a warning', () => {
    const sink = new DiagnosticList();
    const body = parseHtml(
      '<p>a</p><script>if (a < b) x()</script><style>p{}</style><p>b</p>',
      sink,
    );
    expect(outline(body)).toBe('body[p[a]|p[b]]');
    expect(sink.all.map(({ code, where }) => `${code} ${where.field}`)).toEqual([
      'markup/dropped-element <script>',
      'markup/dropped-element <style>',
    ]);
  });

  it('refuses markup nested without end', () => {
    expect(() => parseHtml('<div>'.repeat(5000))).toThrow(InputError);
    expect(() => parseHtml('<div>'.repeat(150))).not.toThrow();
  });
});
