import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Diagnostic, DiagnosticList, InputError } from '../../src/diagnostics/diagnostic.ts';
import { loadTemplate } from '../../src/markup/load-template.ts';
import { templateFolder } from './template-folder.ts';

function render(files: Readonly<Record<string, string>>, context: object): string {
  const sink = new DiagnosticList();
  const html = loadTemplate([templateFolder(files)], sink).render(context);
  expect(sink.all).toEqual([]);
  return html;
}

function errorsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error('no error');
}

describe('loadTemplate', () => {
  it('renders the main file with its partials, escaped', () => {
    const html = render(
      {
        'booklet.hbs':
          '<h1>{{title}}</h1>\n{{#each entries}}{{> entry}}{{/each}}{{> end word="x"}}',
        'partials/entry.hbs': '<p title="{{name}}">{{name}}</p>',
        'end.hbs': '{{word}}{{../title}}',
      },
      { title: 'A & B', entries: [{ name: `<i> "l'x"` }] },
    );
    expect(html).toBe(
      '<h1>A &amp; B</h1>\n<p title="&lt;i&gt; &quot;l&#x27;x&quot;">&lt;i&gt; &quot;l&#x27;x&quot;</p>x',
    );
  });

  it('lets a folder of the user’s hide files one by one, and add to the style', () => {
    const shipped = templateFolder({
      'booklet.hbs': '{{> head}}-{{> foot}}',
      'partials/head.hbs': 'shipped head',
      'partials/foot.hbs': 'shipped foot',
      'style.css': 'p {}',
      'fonts/a.ttf': '',
      'pictures/a.png': '',
      'pictures/b.png': '',
    });
    const own = templateFolder({
      'partials/foot.hbs': '\ufeffown foot',
      'style.css': '\ufeffb {}',
      'pictures/a.png': '',
    });
    const template = loadTemplate([own, shipped], new DiagnosticList());
    expect(template.render({})).toBe('shipped head-own foot');
    expect(template.sheets).toEqual([
      { css: 'p {}', file: join(shipped, 'style.css') },
      { css: 'b {}', file: join(own, 'style.css') },
    ]);
    expect(template.fontFolders).toEqual([join(shipped, 'fonts')]);
    expect(template.assets('pictures/a.png')).toBe(join(own, 'pictures/a.png'));
    expect(template.assets('pictures/b.png')).toBe(join(shipped, 'pictures/b.png'));
  });

  it('gives no file outside its folders', () => {
    const folder = templateFolder({ 'booklet.hbs': '' });
    const { assets } = loadTemplate([folder], new DiagnosticList());
    for (const path of ['../../etc/passwd', '/etc/passwd', 'none.png', '', 'a\0b']) {
      expect(assets(path), path).toBeUndefined();
    }
    expect(assets('booklet.hbs')).toBe(join(folder, 'booklet.hbs'));
  });

  it('speaks the language of the context', () => {
    const files = {
      'booklet.hbs': '{{t "contents"}} {{date edition.date}}{{#each a}} {{t "see"}}{{/each}}',
    };
    expect(render(files, { lang: 'en', edition: { date: '2026-06-01' }, a: [1] })).toBe(
      'Contents 1\u00a0June\u00a02026 see',
    );
    expect(render(files, { edition: { date: '2026-06-01' } })).toBe(
      'Sommaire 1er\u00a0juin\u00a02026',
    );
  });

  it('prefers the context’s field to a function called without arguments', () => {
    const files = {
      'booklet.hbs': '{{#each list}}{{hours}}{{phone}}{{date}};{{/each}}{{phone number}}',
    };
    const list = [{ hours: '9 h', phone: 'p' }];
    expect(render(files, { list, number: '15' })).toBe('9 hp;15');
  });

  it('prints hours line by line, or what stands for none', () => {
    const files = { 'booklet.hbs': '{{#hours h}}[{{days}}|{{hours}}]{{else}}none{{/hours}}' };
    expect(render(files, { h: '' })).toBe('none');
    expect(render(files, { h: 'Mo-Fr 09:00-12:00' })).toMatch(/^\[[^|]+\|[^|]+\]$/);
  });

  it('never reaches prototypes', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const files = {
      'booklet.hbs':
        '[{{constructor}}{{a.__proto__}}{{a.constructor.name}}{{lookup a "constructor"}}{{own.toString}}]',
    };
    expect(render(files, { a: {}, own: { toString: 'x' } })).toBe('[x]');
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  it('warns of triple braces', () => {
    const sink = new DiagnosticList();
    loadTemplate([templateFolder({ 'booklet.hbs': '<p>\n {{{a}}} {{&b}}</p>' })], sink);
    expect(sink.all.map(({ code, where }) => [code, where.line, where.column])).toEqual([
      ['markup/raw-output', 2, 2],
      ['markup/raw-output', 2, 10],
    ]);
  });

  it.each([
    ['{{#if a}}\n{{/each}}', 'markup/syntax', 1],
    ['\n\n{{#if', 'markup/syntax', 3],
    ['\n{{{{a}}}', 'markup/syntax', 2],
    ['{{#*inline "x"}}{{else}}{{/inline}}', 'markup/syntax', undefined],
    ['a\n{{> entri}}', 'markup/unknown-partial', 2],
    ['\n{{uper a}}', 'markup/unknown-function', 2],
    ['{{#if (isnt a)}}{{/if}}', 'markup/unknown-function', 1],
    ['{{log "x"}}', 'markup/unknown-function', 1],
    ['{{t "contens"}}', 'markup/unknown-word', 1],
  ])('refuses %j', (source, code, line) => {
    const folder = templateFolder({ 'booklet.hbs': source, 'partials/entry.hbs': 'x' });
    const errors = errorsOf(() => loadTemplate([folder], new DiagnosticList()));
    expect(errors.map((one) => [one.severity, one.code, one.where.file, one.where.line])).toEqual([
      ['error', code, join(folder, 'booklet.hbs'), line],
    ]);
    expect(errors[0]?.hint?.fr).toMatch(/\S/);
  });

  it('suggests the nearest partial and function', () => {
    const folder = templateFolder({
      'booklet.hbs': '{{> entri}}{{uper a}}',
      'partials/entry.hbs': '',
    });
    const errors = errorsOf(() => loadTemplate([folder], new DiagnosticList()));
    expect(errors.map(({ hint }) => hint?.en)).toEqual(['Write {{> entry}}', 'Write upper']);
  });

  it('knows partials written inside a file', () => {
    expect(render({ 'booklet.hbs': '{{#*inline "x"}}in{{/inline}}{{> x}}' }, {})).toBe('in');
  });

  it('says what is missing: folder, main file', () => {
    const folder = templateFolder({ 'style.css': '' });
    const sink = new DiagnosticList();
    expect(errorsOf(() => loadTemplate([join(folder, 'none')], sink))[0]?.code).toBe(
      'markup/no-template-folder',
    );
    expect(errorsOf(() => loadTemplate([folder], sink))[0]?.code).toBe('markup/no-main-file');
  });

  it('stops partials that call themselves without end', () => {
    const folder = templateFolder({
      'booklet.hbs': '{{> a}}',
      'partials/a.hbs': '{{> b}}{{> b}}',
      'partials/b.hbs': '{{> a}}{{> a}}',
    });
    const template = loadTemplate([folder], new DiagnosticList());
    const start = performance.now();
    expect(errorsOf(() => template.render({}))[0]?.code).toBe('markup/endless-partials');
    expect(performance.now() - start).toBeLessThan(2000);
    expect(errorsOf(() => template.render({}))[0]?.code).toBe('markup/endless-partials');
  });

  it('lets a partial call itself under a condition that ends', () => {
    const files = {
      'booklet.hbs': '{{> g}}',
      'partials/g.hbs': '({{n}}{{#each groups}}{{> g}}{{/each}})',
    };
    expect(render(files, { n: 1, groups: [{ n: 2, groups: [{ n: 3 }] }, { n: 4 }] })).toBe(
      '(1(2(3))(4))',
    );
  });

  it('names the file in which rendering failed', () => {
    const folder = templateFolder({ 'booklet.hbs': '{{> a}}', 'partials/a.hbs': '{{t key}}' });
    const errors = errorsOf(() =>
      loadTemplate([folder], new DiagnosticList()).render({ key: 'pag' }),
    );
    expect(errors[0]).toMatchObject({
      code: 'markup/render',
      where: { file: join(folder, 'partials/a.hbs') },
    });
    expect(errors[0]?.message.fr).toContain('«\u00a0page\u00a0»');
    const missing = templateFolder({ 'booklet.hbs': '{{> (lookup . "which")}}' });
    const dynamic = errorsOf(() =>
      loadTemplate([missing], new DiagnosticList()).render({ which: 'zz' }),
    );
    expect(dynamic[0]?.message.en).toContain('zz');
  });

  it('renders the same bytes twice', () => {
    const template = loadTemplate(
      [templateFolder({ 'booklet.hbs': '{{#each a}}{{@key}}={{this}};{{/each}}' })],
      new DiagnosticList(),
    );
    expect(template.render({ a: { x: 1, y: 2 } })).toBe('x=1;y=2;');
    expect(template.render({ a: { x: 1, y: 2 } })).toBe('x=1;y=2;');
  });

  it('stops loops within loops that would never end', () => {
    const files = {
      'booklet.hbs': `${'{{#each @root.list}}'.repeat(6)}${'{{/each}}'.repeat(6)}`,
    };
    const list = Array.from({ length: 1000 }, (_, at) => at);
    const [found] = errorsOf(() => render(files, { list }));
    expect(found?.code).toBe('markup/render');
    expect(found?.message.fr).toContain('boucles {{#each}} emboîtées');
    const plain = '{{#each list}}{{#each ../list}}{{@index}}{{/each}}{{/each}}';
    const few = render({ 'booklet.hbs': plain }, { list: [1, 2, 3] });
    expect(few).toBe('012012012');
  });
});
