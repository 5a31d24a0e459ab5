import { describe, expect, it } from 'vitest';
import type { Box, InlineLink } from '../../src/boxes/box.ts';
import { build, dump } from './dump.ts';

function tree(html: string): readonly string[] {
  return dump(build(html).boxes)
    .split('\n')
    .filter((line) => line.includes('['))
    .map((line) => line.trim());
}

function codes(html: string): readonly string[] {
  return build(html).diagnostics.map(({ code }) => code);
}

describe('headings', () => {
  it('go down one level at a time, and come back to the level of their like', () => {
    expect(tree('<h1>a</h1><h3>b</h3><h5>c</h5><h3>d</h3><h2>e</h2>')).toEqual([
      'paragraph [H1] a',
      'paragraph [H2] b',
      'paragraph [H3] c',
      'paragraph [H2] d',
      'paragraph [H2] e',
    ]);
  });

  it('that skip a level are told once, with their text and what they are read as', () => {
    const [said, ...more] = build('<h1>a</h1><h3>Horaires</h3><h6>c</h6>').diagnostics;
    expect(more).toEqual([]);
    expect(said).toMatchObject({ severity: 'warning', code: 'boxes/heading-skipped' });
    expect(said?.message.fr).toContain(
      '«\u00a0Horaires\u00a0» (<h3>)\u00a0: il est lu comme un <h2>',
    );
  });

  it('may begin at any level without a word', () => {
    expect(codes('<h2>a</h2><h3>b</h3><h2>c</h2>')).toEqual([]);
    expect(tree('<h2>a</h2><h3>b</h3><h2>c</h2>')).toEqual([
      'paragraph [H1] a',
      'paragraph [H2] b',
      'paragraph [H1] c',
    ]);
  });
});

describe('lists and tables', () => {
  it('put what is no item of theirs in an item', () => {
    expect(tree('<ul>un<p>deux</p><li>trois</li></ul>')).toEqual([
      'paragraph [L LI LBody P] un',
      'paragraph [L LI LBody P] deux',
      'paragraph [L LI LBody] trois',
    ]);
  });

  it('take items and cells that stand in none for plain blocks', () => {
    expect(tree('<li>a</li><tr><td>b</td></tr>')).toEqual([
      'paragraph [Div P] a',
      'paragraph [Div Div P] b',
    ]);
  });

  it('read the blocks of an item apart', () => {
    expect(tree('<ul><li><div>Samu</div><div>urgences médicales</div></li></ul>')).toEqual([
      'paragraph [L LI LBody P] Samu',
      'paragraph [L LI LBody P] urgences médicales',
    ]);
  });

  it('without a header cell are groups', () => {
    expect(tree('<table><tr><td>a</td></tr></table>')).toEqual(['paragraph [Div Div Div Div P] a']);
  });

  it('have as many cells in each row, and a body under their head', () => {
    expect(
      tree('<table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>1</td></tr></table>'),
    ).toEqual([
      'paragraph [Table THead TR TH] a',
      'paragraph [Table THead TR TH] b',
      'paragraph [Table TBody TR TD] 1',
      'paragraph [Table TBody TR TD]',
    ]);
  });

  it('keep a cell within the rows that there are', () => {
    const [table] = build('<table><tr><th rowspan="5">a</th></tr><tr></tr></table>').boxes;
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.body.map(({ cells }) => cells.map(({ rowSpan }) => rowSpan))).toEqual([[2], []]);
  });
});

describe('languages', () => {
  it('are kept when they are language tags only', () => {
    expect(
      tree('<p lang="en">a</p><p lang="anglais !">b</p><div lang="de">c<p>d</p></div>'),
    ).toEqual([
      'paragraph [P(en)] a',
      'paragraph [P] b',
      'paragraph [Div(de) P] c',
      'paragraph [Div(de) P] d',
    ]);
  });
});

describe('links', () => {
  function contents(html: string): string | undefined {
    const found: InlineLink[] = [];
    const visit = (box: Box) => {
      if (box.kind === 'paragraph') {
        for (const inline of box.inlines)
          if ('link' in inline && inline.link) found.push(inline.link);
      }
    };
    build(html).boxes.forEach(visit);
    return found[0]?.contents;
  }

  it('say what a bare number or address is for', () => {
    expect(contents('<p><a href="tel:+33199000001">01 99 00 00 01</a></p>')).toBe(
      'Appeler le 01 99 00 00 01',
    );
    expect(contents('<p><a href="mailto:a@example.fr">a@example.fr</a></p>')).toBe(
      'Écrire à a@example.fr',
    );
    expect(contents('<p><a href="https://www.example.fr/x">www.example.fr/x</a></p>')).toBe(
      'Ouvrir www.example.fr/x',
    );
  });

  it('say it in the language around them', () => {
    expect(contents('<p lang="de"><a href="tel:112">112</a></p>')).toBe('112 anrufen');
    expect(contents('<p lang="pl"><a href="tel:112">112</a></p>')).toBe('Call 112');
  });

  it('say their title first, and words as they stand', () => {
    expect(contents('<p><a href="tel:112" title="Urgences">112</a></p>')).toBe('Urgences');
    expect(contents('<p><a href="https://example.fr">Le site de la mairie</a></p>')).toBe(
      'Le site de la mairie',
    );
  });

  it('say the text of their picture, else their address', () => {
    expect(
      contents('<p><a href="https://example.fr"><img src="square" alt="Logo de la ville"></a></p>'),
    ).toBe('Logo de la ville');
    expect(contents('<p><a href="https://example.fr"><img src="square" alt=""></a></p>')).toBe(
      'Ouvrir example.fr',
    );
  });
});
