import { describe, expect, it } from 'vitest';
import { style } from './styled.ts';

/** Ids of the elements that a selector matches. */
function matched(selector: string, html: string): string {
  const { all } = style(`${selector} { letter-spacing: 7pt }`, html);
  const own = all.filter(({ styled }, i) => styled.style.letterSpacing === 7 && i > 0);
  return own.map(({ element }) => element.attributes.get('id') ?? element.name).join(' ');
}

const list =
  '<ul id="u"><li id="1">a</li><li id="2" class="x">b</li><li id="3">c</li><li id="4">d</li><li id="5">e</li></ul>';
const tree =
  '<div id="a" class="p q"><section id="b"><p id="c" lang="fr" data-k="one two">t</p><p id="d">t</p></section></div><p id="e">t</p>';

describe('selectors', () => {
  it.each([
    ['li', list, '1 2 3 4 5'],
    ['li:first-child', list, '1'],
    ['li:last-child', list, '5'],
    ['li:nth-child(odd)', list, '1 3 5'],
    ['li:nth-child(even)', list, '2 4'],
    ['li:nth-child(3)', list, '3'],
    ['li:nth-child(3n+2)', list, '2 5'],
    ['li:nth-child(-n+2)', list, '1 2'],
    ['li:not(.x)', list, '1 3 4 5'],
    ['li:not(:last-child)', list, '1 2 3 4'],
    ['li:not(.x):not(:first-child)', list, '3 4 5'],
    ['li:not(.x, :first-child)', list, '3 4 5'],
    ['li:only-child', '<ul><li id="1">a</li></ul>', '1'],
    ['.x + li', list, '3'],
    ['li + li', list, '2 3 4 5'],
    ['ul > .x + li', list, '3'],
    ['p + div, section', tree, 'b c d'],
    ['.p.q', tree, 'a b c d'],
    ['#d', tree, 'd'],
    ['div p', tree, 'c d'],
    ['div > p', tree, ''],
    ['section > p', tree, 'c d'],
    ['body > p', tree, 'e'],
    ['.p section > p#c', tree, 'c'],
    ['[lang]', tree, 'c'],
    ['[lang="fr"]', tree, 'c'],
    ['p[data-k~=two]', tree, 'c'],
    ['p[data-k^="one"]', tree, 'c'],
    ['p[data-k$="one"]', tree, ''],
    ['p[data-k*="e t"]', tree, 'c'],
    [':root > p', tree, 'e'],
    ['div *', tree, 'b c d'],
    ['section section p', '<section><div><section><p id="p">t</p></section></div></section>', 'p'],
  ])('%s', (selector, html, expected) => {
    expect(matched(selector, html)).toBe(expected);
  });

  it.each([
    ['li:hover', 'style/unsupported-selector'],
    ['li ~ li', 'style/unsupported-selector'],
    ['li::first-line', 'style/unsupported-selector'],
    ['li:nth-last-child(2)', 'style/unsupported-selector'],
    ['li:first-child + li', 'style/unsupported-selector'],
    [':is(li)', 'style/unsupported-selector'],
    ['li:not(ul li)', 'style/unsupported-selector'],
    ['[lang="fr" i]', 'style/unsupported-selector'],
    ['li:before', 'style/unsupported-selector'],
  ])('reports %s and keeps the rest of its list', (selector, code) => {
    const { sink, byId } = style(`\n${selector}, #u { letter-spacing: 7pt }`, list, {
      expectWarnings: true,
    });
    expect(sink.all.map((one) => [one.code, one.where.line, one.where.column])).toEqual([
      [code, 2, 1],
    ]);
    expect(sink.all[0]?.hint?.en).toMatch(/^Write instead: /);
    expect(byId('u').style.letterSpacing).toBe(7);
  });
});

describe('the cascade', () => {
  it.each([
    ['p { color: red } p { color: lime }', 'the last of equal weight'],
    ['.k { color: lime } p { color: red }', 'a class over a name'],
    ['#x { color: lime } .k.k.k { color: red }', 'an id over classes'],
    ['div p { color: lime } p { color: red }', 'two names over one'],
    ['p { color: red; color: lime }', 'the last in a rule'],
    [':not(#y) { color: lime } p.k { color: red }', 'not() weighs as its argument'],
    ['p { color: lime; color: blurp(1) }', 'an unsupported value leaves the earlier one', true],
    ['p { color: red } div { color: lime } #x { color: inherit }', 'inherit'],
    ['#x { color: lime !important } #x { color: lime }', '!important counts as nothing', true],
    ['@media print { p { color: lime } } @media screen { p { color: red } }', '@media print'],
    [':root { --c: lime } p { color: var(--c) }', 'a variable of the root'],
    ['p { color: var(--none, lime) }', 'a fallback'],
    ['p { --a: var(--b); --b: lime; color: var(--a) }', 'a variable of a variable'],
    [
      'div { --c: lime } p { border: 1pt solid red; color: var(--c, red) }',
      'a variable of the parent',
    ],
  ])('%s', (css, _why, warns = false) => {
    const { byId } = style(css, '<div><p id="x" class="k">t</p></div>', { expectWarnings: warns });
    expect(byId('x').style.colour).toBe('#00ff00');
  });

  it('lets the style attribute win, variables included', () => {
    const css =
      '#x { color: red } h2 { color: var(--accent); background: contrast-color(var(--accent)) }';
    const html =
      '<p id="x" style="color: lime">t</p><section style="--accent: #0a7"><h2 id="h">t</h2></section>';
    const { byId } = style(css, html);
    expect(byId('x').style.colour).toBe('#00ff00');
    expect(byId('h').style).toMatchObject({ colour: '#00aa77', background: '#000000' });
  });

  it('computes with a variable that is a plain number', () => {
    const css = '.tab { position: fixed; top: calc(20pt + var(--step) * 150pt) }';
    const { byId } = style(css, '<div id="x" class="tab" style="--step: 0.2">t</div>');
    expect(byId('x').style.top).toEqual({ unit: 'pt', value: 50 });
  });

  it('resets with initial and unset', () => {
    const css =
      'div { color: red; margin: 3pt } p { color: unset; margin: inherit } b { all: none; color: initial }';
    const { byId, sink } = style(css, '<div><p id="p"><b id="b">t</b></p></div>', {
      expectWarnings: true,
    });
    expect(byId('p').style).toMatchObject({ colour: '#ff0000', margin: { top: 3, left: 3 } });
    expect(byId('b').style.colour).toBe('#000000');
    expect(sink.all.map(({ code }) => code)).toEqual(['style/unknown-property']);
  });

  it('inherits text and not boxes; em and line height follow the element', () => {
    const css = `html, body { font-size: 8pt; line-height: 1.5 } div { font-size: 2em; margin: 1em; letter-spacing: .5em; text-indent: 1em }
      #fixed { line-height: 12pt }`;
    const { byId } = style(
      css,
      '<div id="d"><p id="p">t</p><section id="fixed"><h1 id="h">t</h1></section></div>',
    );
    expect(byId('d').style).toMatchObject({
      fontSize: 16,
      lineHeight: 24,
      letterSpacing: 8,
      margin: { top: 16 },
    });
    expect(byId('p').style).toMatchObject({
      fontSize: 16,
      lineHeight: 24,
      letterSpacing: 8,
      textIndent: 16,
      margin: { top: 0 },
    });
    expect(byId('h').style).toMatchObject({ fontSize: 32, lineHeight: 12 });
  });

  it('keeps words raised inside a superscript, and only there', () => {
    const { byId } = style('', '<p>1<sup><b id="b">er</b></sup><i id="i">x</i></p>');
    expect(byId('b').style).toMatchObject({ verticalAlign: 'super', fontSize: 7, fontWeight: 700 });
    expect(byId('i').style.verticalAlign).toBe('baseline');
  });

  it('stops circles of variables', () => {
    const css =
      'p { --a: var(--b); --b: var(--a); --c: var(--c); color: var(--a, lime); background: var(--c) }';
    const { byId, sink } = style(css, '<p id="x">t</p>', { expectWarnings: true });
    expect(byId('x').style).toMatchObject({ colour: '#00ff00', background: null });
    expect(sink.all.map(({ code }) => code)).toEqual(['style/unknown-variable']);
  });
});

describe('generated matter', () => {
  it('is there when it has content, and inherits from its element', () => {
    const css =
      'p { color: red } #a::before { content: "x"; font-weight: bold } #a::after { color: lime } #b::after { content: none }';
    const { byId } = style(css, '<p id="a">t</p><p id="b">t</p>');
    expect(byId('a').before).toMatchObject({
      content: [{ kind: 'text', text: 'x' }],
      colour: '#ff0000',
      fontWeight: 700,
      display: 'inline',
    });
    expect(byId('a').after).toBeNull();
    expect(byId('b').after).toBeNull();
  });
});

describe('sharing', () => {
  it('gives equal chains one context and equal styles one object', () => {
    const { all } = style('li { color: red }', list);
    const items = all.filter(({ element }) => element.name === 'li').map(({ styled }) => styled);
    expect(items[0]).toBe(items[2]);
    expect(items[0]).not.toBe(items[1]);
    expect(items[0]?.style).toBe(items[1]?.style);
    expect(Object.isFrozen(items[0]?.style)).toBe(true);
  });

  it('tells places apart only where a rule looks at them', () => {
    const { all } = style('li.x:first-child { color: red } p:last-child { color: red }', list);
    const items = all.filter(({ element }) => element.name === 'li').map(({ styled }) => styled);
    expect(items[0]).toBe(items[4]);
  });

  it('styles the same way twice', () => {
    const css = ':root { --a: #123 } p:nth-child(2n) { color: var(--a) } p::after { content: "." }';
    const once = () =>
      JSON.stringify(style(css, tree).all.map(({ styled }) => [styled.style, styled.after]));
    expect(once()).toBe(once());
  });
});

describe('warnings', () => {
  it.each([
    ['p { colour: red }', 'style/unknown-property', 1, 5, 'Write instead: color'],
    ['p {\n  float: left }', 'style/unknown-property', 2, 3, 'Write instead: position: absolute'],
    ['p { display: flex }', 'style/unsupported-value', 1, 5, 'Write instead: display: grid'],
    [
      'p { text-align: centre }',
      'style/unsupported-value',
      1,
      5,
      'Write instead: text-align: center',
    ],
    ['p { color: lime !important }', 'style/important', 1, 5, 'Give the selector'],
    ['@font-face { src: url(x) }', 'style/unsupported-at-rule', 1, 1, 'Write instead: fonts/*.ttf'],
    ['@import "a.css";', 'style/unsupported-at-rule', 1, 1, 'Write instead: style.css'],
    [
      '@supports (display: grid) { p { color: red } }',
      'style/unsupported-at-rule',
      1,
      1,
      'Write instead: @',
    ],
    ['p { color red }', 'style/syntax', 1, 11, 'The form is'],
    ['.a { .b { color: red } }', 'style/nested-rule', 1, 9, 'Write instead: .a .b { … }'],
    [
      '.a { page: indx } @page index { margin: 0 }',
      'style/unknown-page',
      undefined,
      undefined,
      'Write instead: @page index',
    ],
  ])('%s', (css, code, line, column, hint) => {
    const { sink } = style(css, '<p>t</p>', { expectWarnings: true });
    const [first, ...more] = sink.all;
    expect(more).toEqual([]);
    expect(first).toMatchObject({ severity: 'warning', code });
    if (line !== undefined) expect(first?.where).toMatchObject({ file: 'style.css', line });
    if (line !== undefined && code !== 'style/syntax' && code !== 'style/nested-rule')
      expect(first?.where.column).toBe(column);
    expect(first?.hint?.en).toContain(hint);
    expect(first?.message.fr).toMatch(/[a-zéè’]{3}/);
  });

  it('says once what a declaration with variables does wrong for many elements', () => {
    const { sink } = style('p { color: var(--none) }', '<p>a</p><div><p>b</p></div>', {
      expectWarnings: true,
    });
    expect(sink.all.map(({ code }) => code)).toEqual(['style/unknown-variable']);
    const wrong = style(':root { --c: 3pt } p { color: var(--c) }', '<p>a</p>', {
      expectWarnings: true,
    });
    expect(wrong.sink.all[0]).toMatchObject({
      code: 'style/unsupported-value',
      where: { line: 1 },
    });
  });

  it('points at the style attribute', () => {
    const { sink } = style('', '<p style="flot: left">a</p>', { expectWarnings: true });
    expect(sink.all[0]?.where).toEqual({ field: 'style="…"' });
  });

  it('survives what is not CSS at all', () => {
    for (const css of ['}}}} <b> {{{ "', '@media x(', 'p {', 'p { color:', '@page', '/*', '\\']) {
      const { sink } = style(css, '<p>a</p>', { expectWarnings: true });
      for (const { message } of sink.all) expect(message.fr.length).toBeGreaterThan(10);
    }
  });
});
