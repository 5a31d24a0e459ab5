import { describe, expect, it } from 'vitest';
import { style } from './styled.ts';

function warned(css: string): readonly string[] {
  const { sink } = style(css, '<p>t</p>', { expectWarnings: true });
  return sink.all.map(({ code, where, message }) => `${code} ${where.line} ${message.fr}`);
}

const inElements = 'n’imprime rien dans ::before ni ::after.';
const inMargins = 'n’imprime rien dans la marge d’une page.';

describe('content that prints nothing where it stands', () => {
  it('is said of folios and running strings beside an element', () => {
    expect(
      warned(
        'p::before { content: "p. " counter(page) }\nli::after, p::after { content: string(theme) }',
      ),
    ).toEqual([
      `style/idle-content 1 counter() ${inElements}`,
      `style/idle-content 2 string() ${inElements}`,
    ]);
  });

  it('is said of leaders, references and attributes in the margin of a page', () => {
    expect(
      warned(
        '@page { @top-left { content: leader(".") target-counter(attr(href), page) attr(x) } }',
      ),
    ).toEqual([
      `style/idle-content 1 leader() ${inMargins}`,
      `style/idle-content 1 target-counter() ${inMargins}`,
      `style/idle-content 1 attr() ${inMargins}`,
    ]);
  });

  it('is said of an element itself', () => {
    expect(warned('p { content: "x" } p { content: none }')).toEqual([
      'style/idle-content 1 content n’imprime rien sur un élément même.',
    ]);
  });

  it('names what to write instead', () => {
    const { sink } = style('p::after { content: counter(page) }', '<p>t</p>', {
      expectWarnings: true,
    });
    expect(sink.all[0]?.hint?.en).toBe(
      'Write instead: @page { @bottom-center { content: counter(page) } }',
    );
  });

  it('is not said of what prints', () => {
    const css = `a::after { content: leader(".") target-counter(attr(href), page) }
      p::before { content: attr(title) "x" }
      @page { @top-left { content: string(theme, first) " – " counter(page) } @top-right { content: none } }`;
    expect(warned(css)).toEqual([]);
  });
});
