import { describe, expect, it } from 'vitest';
import type { BlockBox, Inline, ParagraphBox } from '../../src/boxes/box.ts';
import { build, dump } from './dump.ts';

function tree(html: string, css = ''): string {
  const { boxes, diagnostics } = build(html, css);
  expect(diagnostics).toEqual([]);
  return `\n${dump(boxes)}`;
}

function paragraphOf(html: string, css = ''): ParagraphBox {
  const [box] = build(html, css).boxes;
  if (box?.kind !== 'paragraph') throw new Error(`a ${box?.kind}`);
  return box;
}

describe('blocks and paragraphs', () => {
  it('wraps loose text between blocks in paragraphs', () => {
    expect(tree('<div>before<p>one</p>after</div>')).toBe(`
block
  paragraph [P] before
  paragraph [P] one
  paragraph [P] after
`);
  });

  it('gives sections, headings and articles their structure elements', () => {
    expect(tree('<section><h1 id="a">Titre</h1><article><p>x</p></article></section>')).toBe(`
block
  paragraph #a [Sect H1] Titre
  block
    paragraph [Sect Art P] x
`);
  });

  it('paints decoration without reading it', () => {
    expect(tree('<div aria-hidden="true"><p>onglet</p></div>')).toBe(`
block
  paragraph [artifact] onglet
`);
  });

  it('keeps an empty element that shows: a band, a place to go to', () => {
    expect(tree('<div id="band"></div><p>x</p>')).toBe(`
block #band
paragraph [P] x
`);
  });

  it('marks a change of language on the text that it touches', () => {
    expect(tree('<p lang="en">Town hall</p><p>la <span lang="en">town hall</span></p>')).toBe(`
paragraph [P(en)] Town hall
paragraph [P] la town hall
`);
    const inlines = paragraphOf('<p>la <span lang="en">hall</span></p>').inlines;
    const span = inlines.find((inline): inline is Extract<Inline, { kind: 'text' }> => {
      return inline.kind === 'text' && inline.text === 'hall';
    });
    expect(span).toMatchObject({ lang: 'en', tag: { role: 'Span', lang: 'en' } });
  });

  it('places boxes apart, once or on each page', () => {
    const css = '.a { position: absolute } .f { position: fixed }';
    const { boxes } = build('<div class="a">a</div><div class="f">f</div>', css);
    expect(boxes).toMatchObject([
      { kind: 'placed', repeat: false },
      { kind: 'placed', repeat: true },
    ]);
  });

  it('styles an element by the sibling before it', () => {
    const { boxes } = build('<p>a</p><p>b</p>', 'p + p { text-indent: 5pt }');
    expect(boxes.map(({ style }) => style.textIndent)).toEqual([0, 5]);
  });
});

describe('lists', () => {
  it('number their items from their start, on from a value, each list by itself', () => {
    const html = `<ol start="9"><li>a</li><li>b</li><li value="20">c<ol><li>d</li></ol></li><li>e</li></ol>`;
    expect(tree(html)).toBe(`
block
  block marker 9.
    paragraph [L LI LBody] a
  block marker 10.
    paragraph [L LI LBody] b
  block marker 20.
    paragraph [L LI LBody] c
    block
      block marker 1.
        paragraph [L LI LBody L LI LBody] d
  block marker 21.
    paragraph [L LI LBody] e
`);
  });

  it('read a start that is no number as 1', () => {
    expect(tree('<ol start="x"><li>a</li></ol>')).toContain('marker 1.');
  });

  it('mark items with dots or dashes, or with nothing', () => {
    const html =
      '<ul class="dash"><li>a</li></ul><ul class="none"><li>b</li></ul><ul><li>c</li></ul>';
    const marks = tree(html, '.dash { list-style: dash } .none { list-style: none }');
    expect(marks.match(/marker ./g)).toEqual(['marker –', 'marker •']);
  });

  it('read the marker as the label of its item', () => {
    const [list] = build('<ul><li>a</li></ul>').boxes;
    const marker = ((list as BlockBox).children[0] as BlockBox).marker;
    expect(marker?.tag).toMatchObject({
      role: 'Lbl',
      parent: { role: 'LI', parent: { role: 'L' } },
    });
  });
});

describe('tables', () => {
  const html = `<table id="t" class="t"><caption>Horaires</caption>
    <thead><tr><th>Jour</th><th colspan="2">Heures</th></tr></thead>
    <tbody><tr><th scope="row">lundi</th><td colspan="2">9 h</td></tr></tbody></table>`;

  it('print their caption above them, read inside them', () => {
    expect(tree(html)).toBe(`
block #t
  paragraph [Table Caption] Horaires
  table
    row
      block
        paragraph [Table THead TR TH] Jour
      block
        paragraph [Table THead TR TH] Heures
    row
      block
        paragraph [Table TBody TR TH] lundi
      block
        paragraph [Table TBody TR TD] 9\u202fh
`);
  });

  it('leave their margins and breaks to the box around both', () => {
    const css = '.t { margin: 4pt; break-inside: avoid; border: 1pt solid; width: 80pt }';
    const [around] = build(html, css).boxes;
    const [, table] = (around as BlockBox).children;
    expect(around?.style).toMatchObject({
      margin: { top: 4, left: 4 },
      breakInside: 'avoid',
      width: { unit: 'pt', value: 80 },
      border: { top: { width: 0 } },
    });
    expect(table?.style).toMatchObject({
      margin: { top: 0, left: 0 },
      breakInside: 'auto',
      width: 'auto',
      border: { top: { width: 1 } },
    });
  });

  it('keep spans and the scope of header cells', () => {
    const [box] = build(html.replace(/<caption>.*<\/caption>/, '')).boxes;
    if (box?.kind !== 'table') throw new Error('no table');
    const [head, cell] = box.body[0]?.cells ?? [];
    expect(cell).toMatchObject({ colSpan: 2, rowSpan: 1 });
    const [text] = head?.box.children ?? [];
    expect(text).toMatchObject({ tag: { role: 'TH', scope: 'Row' } });
  });
});

describe('inlines', () => {
  it('make leaders, page numbers and links of the contents', () => {
    const css = `a::after { content: leader('.') target-counter(attr(href), page) }`;
    expect(tree('<p><a href="#x">Titre</a></p>', css)).toBe(`
paragraph [P] Titre<leader .><folio x>
`);
    const [text] = paragraphOf('<p><a href="#x">Titre</a></p>').inlines;
    expect(text).toMatchObject({
      tag: { role: 'Link' },
      link: { target: { kind: 'anchor', anchor: 'x' }, contents: 'Titre' },
    });
  });

  it('space French, and leave other languages as they are written', () => {
    expect(tree('<p>Ouvert ? «oui»</p><p lang="en">Open ?</p>')).toBe(`
paragraph [P] Ouvert\u202f? «\u202foui\u202f»
paragraph [P(en)] Open ?
`);
  });

  it('change the case of letters, not of the structure', () => {
    expect(tree('<p class="u">Été <b>doux</b></p>', '.u { text-transform: uppercase }')).toBe(`
paragraph [P] ÉTÉ DOUX
`);
  });

  it('set pictures in the line, read by their text alternative', () => {
    const { inlines } = paragraphOf('<p>a <icon name="square" alt="carré"></icon></p>');
    expect(inlines[1]).toMatchObject({
      kind: 'atom',
      width: 10,
      tag: { role: 'Figure', alt: 'carré' },
    });
    const bare = paragraphOf('<p>a <icon name="square"></icon></p>').inlines[1];
    expect(bare).toMatchObject({ kind: 'atom', tag: null });
  });

  it('report a picture that does not exist', () => {
    const { diagnostics } = build('<p>a <icon name="rond"></icon></p>');
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'boxes/graphic-not-found', where: { id: 'rond' } },
    ]);
  });
});

describe('what pages need to know', () => {
  it('takes running strings, bookmarks and repeated headings from the style', () => {
    const css = `h3 { string-set: head attr(data-n) ' / ' content(); bookmark-level: 2; continued: ' (suite)' }`;
    const [group] = build('<section><h3 data-n="7">Titre</h3><p>x</p></section>', css).boxes;
    const block = group as BlockBox;
    expect(block.children[0]).toMatchObject({
      strings: [{ name: 'head', value: '7 / Titre' }],
      bookmark: { level: 2, title: 'Titre' },
    });
    expect(block.continuation).toMatchObject({ tag: null, strings: [], bookmark: null });
    expect(block.continuation && dump([block.continuation])).toBe(
      'paragraph [artifact] Titre (suite)\n',
    );
  });
});
