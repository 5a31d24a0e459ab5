import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../src/verify/check-pdf.ts';
import { markupPdf } from './markup-pdf.ts';

const css = `.grid { display: grid; grid-template-columns: 1fr 1fr } .block { display: block }
  .placed { position: absolute; top: 0; left: 0 }`;

/** What a template may write by mistake, or because HTML lets it. */
const markups: readonly string[] = [
  '<a href="https://example.fr"><img src="square" alt=""></a>',
  '<a href="https://example.fr"><img src="square" alt="Logo"></a>',
  '<p>x <a href="https://example.fr"><icon name="square"></icon></a></p>',
  '<a href="https://example.fr" title=" ">x</a>',
  '<p><a href="https://example.fr"> </a>y</p>',
  '<a href="https://example.fr">externe <a href="https://example.org">interne</a></a>',
  '<a href="#z"><h2>Un</h2><p>Deux</p></a><p id="z">z</p>',
  '<div aria-hidden="true"><a href="https://example.fr">mot</a></div>',
  '<p aria-hidden="true">x <folio to="z"></folio></p><p id="z">z</p>',
  '<h3>Sauté</h3><h2>deux</h2><h6>six</h6><h4>quatre</h4>',
  '<h2></h2><h3>trois</h3>',
  '<h2 aria-hidden="true">deux</h2><h3>trois</h3>',
  '<h2>Titre <ul><li>x</li></ul></h2>',
  '<div class="placed"><h2>Placé</h2></div>',
  '<ul><p>paragraphe</p><li>item</li></ul>',
  '<ul>texte<li>item</li></ul>',
  '<ul>texte <a href="tel:15">15</a> <img src="square" alt="Carré"></ul>',
  '<ul><ul><li>item</li></ul></ul>',
  '<ul><div lang="en"><li>dans un bloc</li></div></ul>',
  '<ul><section><p>x</p></section></ul>',
  '<li>orphelin</li>',
  '<ol><li></li><li>b</li></ol>',
  '<ul class="grid"><li>a</li><li>b</li></ul>',
  '<ul><li>un <a href="tel:15">15</a><p>deux</p><p>trois</p></li></ul>',
  '<ul role="toc"><li>sans rôle</li><p>x</p>texte</ul>',
  '<ul><li role="toc-item">sans sommaire</li></ul>',
  '<span role="toc">x</span>',
  '<section role="index"><li>x</li></section>',
  '<ul role="toc"><li role="toc-item"><a href="#z">z</a><ul role="toc"><li role="toc-item"><a href="#z">zz</a></li></ul></li></ul><p id="z">z</p>',
  '<table><tr><td>a</td><td>b</td></tr></table>',
  '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>',
  '<table><thead><tr><th>a</th></tr></thead></table>',
  '<table><thead><tr><th>a</th></tr></thead><tr><td>1</td></tr></table>',
  '<table><thead><tr><th>a</th></tr></thead><tbody></tbody></table>',
  '<table><thead><tr><th>a</th></tr></thead><thead><tr><th>b</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>',
  '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td rowspan="3">1</td><td>2</td></tr></tbody></table>',
  '<table><tr><th colspan="1e9">h</th></tr><tr><td rowspan="-2">1</td><td colspan="x">2</td></tr></table>',
  '<table><tr><th colspan="2">h</th></tr><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></table>',
  '<table><tr><th>h</th></tr><tr><td>1</td></tr><caption>après</caption><caption>encore</caption></table>',
  '<table><tr><th>h</th></tr><tr><td><p>un</p><p>deux</p><ul><li>x</li></ul></td></tr></table>',
  '<table></table><p>x</p>',
  '<div><tr><td>orphelin</td><td></td></tr></div>',
  '<p lang="français">texte</p><p lang="">texte</p>',
  '<div lang="en">Text<p>and text</p></div>',
  '<p>x <abbr title="">M.</abbr> <abbr title="Monsieur">M.</abbr></p>',
  '<img src="square" alt=" ">',
  '<figure><img src="square" alt="Image"><figcaption>Légende</figcaption></figure>',
  '<blockquote>texte nu <p>paragraphe</p></blockquote><dl><dt>a</dt><dd>b</dd></dl>',
  '<p>texte <div>bloc</div> suite</p><p role="group">x</p>',
  `<a href="https://example.fr">${'long '.repeat(9000)}</a>`,
  `<img src="square" alt="${'très long '.repeat(9000)}">`,
];

describe('whatever a template nests', () => {
  it.each(markups.map((markup) => [markup.slice(0, 90), markup]))(
    'breaks no rule: %s',
    async (_, markup) => {
      expect(checkPdf(await markupPdf(markup, css))).toEqual([]);
    },
  );
});
