import { describe, expect, test } from 'vitest';
import { readPdf } from '../build/read-pdf.ts';
import { bookletText } from '../build/town.ts';
import { attempt, expectMade, expectRefused } from './hostile-town.ts';

/** Builds with a template folder of its own holding these files. */
function withTemplate(files: Readonly<Record<string, string | Uint8Array>>) {
  const own = Object.entries(files).map(([name, content]) => [`mine/${name}`, content]);
  return attempt({
    'livret.yaml': bookletText('template: ./mine'),
    ...(Object.fromEntries(own) as Record<string, string>),
  });
}

const colophon = 'partials/colophon.hbs';
const heading = (inside: string) => `<h2 id="colophon">${inside}</h2>`;

describe('a template', () => {
  test.each([
    ['that calls itself', 'partials/entry.hbs', '{{> entry}}', 'les uns les autres'],
    ['that calls itself through another', colophon, '{{> commune-index}}{{> colophon}}', 'autres'],
    ['of loops that never end', colophon, loops(12), 'boucles'],
    ['that calls a file out of its folder', colophon, '{{> ../../etc/passwd}}', 'etc/passwd'],
    ['of unclosed braces', colophon, '{{#each entries}', /colophon\.hbs:\d+/],
    ['that calls a function of the machine', colophon, '{{process.exit 1}}', 'process.exit'],
    ['that calls a helper nobody wrote', colophon, '{{helperMissing "x"}}', 'helperMissing'],
  ])('%s', async (_, name, text, ...words) => {
    expectRefused(await withTemplate({ [name]: text }), ...words);
  });

  test('that reaches for prototypes finds nothing', async () => {
    const text = heading(
      'a{{constructor}}{{__proto__}}{{lookup this "constructor"}}{{lookup title "length"}}{{title.constructor.name}}b',
    );
    const ran = await withTemplate({ [colophon]: text });
    expectMade(ran);
    const { pages } = await readPdf(ran.files['livret.pdf'] as Buffer);
    const heads = pages.flatMap((page) => page.headings);
    expect(heads.at(-1)).toMatch(/^H2 a\d*b$/);
  });

  test('with raw markup of a service prints the markup’s text only, and runs nothing', async () => {
    const ran = await withTemplate({
      [colophon]: `${heading('x')}<p>{{{title}}}</p><script>alert(1)</script><p onclick="x()">y</p>`,
    });
    expectMade(ran);
    expect(String(ran.files['livret.pdf'])).not.toContain('/JavaScript');
    const { pages } = await readPdf(ran.files['livret.pdf'] as Buffer);
    expect(pages.map(({ text }) => text).join(' ')).not.toContain('alert');
  });

  test('with links that run something loses them', async () => {
    const ran = await withTemplate({
      [colophon]: `${heading('x')}<p><a href="javascript:alert(1)">un</a> <a href=" jAvA\tscript:x">deux</a> <a href="file:///etc/passwd">trois</a></p>`,
    });
    expectMade(ran);
    const { pages } = await readPdf(ran.files['livret.pdf'] as Buffer);
    const urls = pages.flatMap((page) => page.links.flatMap(({ url }) => url ?? []));
    expect(urls.join(' ')).not.toMatch(/script|passwd/i);
    expect(pages.map(({ text }) => text).join(' ')).toMatch(/un deux trois/);
  });

  test('with pictures out of its folder prints none of them', async () => {
    const paths = ['/etc/passwd', '../livret.yaml', 'http://127.0.0.1/x.png', 'data:image/png,x'];
    const images = paths.map((path) => `<img src="${path}" alt="x">`).join('');
    const ran = await withTemplate({ [colophon]: heading('x') + images });
    expectMade(ran, 'boxes/graphic-not-found');
  });

  test('of broken style says so and prints all the same', async () => {
    const ran = await withTemplate({
      'style.css':
        '}}}{{{ @import url(http://127.0.0.1/); .name { line-height: -5pt; color: url(x) } .columns { columns: 0; width: expression(alert(1)) }',
    });
    expectMade(ran, 'style/syntax');
  });

  test.each([
    ['letters of a kilometre', '.name { font-size: 3000000pt; line-height: 3000000pt }'],
    ['letters of nothing', '.entry { font-size: 0pt; line-height: 0 }'],
    ['margins wider than the page', '@page body { margin: 900mm }'],
    ['boxes higher than any page', '.entry { min-height: 900000pt }'],
    ['spaces of a kilometre', '.entry { margin: 900000pt; padding: 90000pt }'],
    ['a page of its own for each line', '.entry p { break-before: page; break-after: page }'],
  ])('with %s ends', async (_, css) => {
    const ran = await withTemplate({ 'style.css': css });
    expect([0, 1]).toContain(ran.code);
    if (ran.code === 0) expectMade(ran);
    else expectRefused(ran);
  });

  test('with a font that is none', async () => {
    const ran = await withTemplate({ 'fonts/broken.ttf': Uint8Array.of(0, 1, 0, 0, 255, 255) });
    expectRefused(ran, 'broken.ttf');
  });
});

function loops(depth: number): string {
  return `${'{{#each @root.sections}}{{#each entries}}'.repeat(depth)}${'{{/each}}{{/each}}'.repeat(depth)}${'{{#each (emergencyNumbers)}}'.repeat(depth)}x${'{{/each}}'.repeat(depth)}`;
}
