import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { allowsAttribute, elementTable } from '../../src/markup/element-table.ts';
import { lintTemplate } from '../../src/markup/lint-template.ts';
import { loadTemplate } from '../../src/markup/load-template.ts';
import { resourcePath } from '../../src/resources.ts';
import { templateFolder } from './template-folder.ts';

/** What is found in a main file, as "severity code line:column". */
function lint(source: string, css = ''): readonly string[] {
  const folder = templateFolder({ 'booklet.hbs': source, 'style.css': css });
  const sink = new DiagnosticList();
  lintTemplate(loadTemplate([folder], sink), sink);
  return sink.all.map(({ severity, code, where }) => {
    expect(where.file).toBe(join(folder, 'booklet.hbs'));
    return `${severity} ${code} ${where.line}:${where.column}`;
  });
}

describe('lintTemplate', () => {
  it.each([
    ['<p>a</p>\n<blink>b</blink>', ['warning markup/unknown-element 2:1']],
    ['<p onclick="x">a</p>', ['warning markup/unknown-attribute 1:1']],
    ['<a href="javascript:x()">a</a>', ['error markup/link-scheme 1:1']],
    ['{{#if a}}\n  <a href=" JavaScript:x()">a</a>{{/if}}', ['error markup/link-scheme 2:3']],
    ['<img src="a.png">', ['warning markup/no-alt 1:1']],
    ['<a href={{url}}>a</a>', ['error markup/unquoted 1:1']],
    ['<div>\n<section>\n</div>', ['warning markup/unclosed 2:1']],
    ['<div>', ['warning markup/unclosed 1:1']],
    ['a</div>', ['warning markup/stray-close 1:2']],
    [
      '<h{{level}} class="a">x</h2>',
      ['warning markup/stray-close 1:24', 'warning markup/unclosed 1:1'],
      '.a {}',
    ],
    [
      '<p class="a b">x</p><p class="b">y</p>',
      ['info markup/unstyled-class 1:1'],
      '.a { } /* .b */',
    ],
  ])('%j', (source, expected, css = '') => {
    expect(lint(source, css)).toEqual(expected);
  });

  it.each([
    ['<h{{level}} class="name">x</h{{level}}>', '.name {}'],
    ['<p class="a-{{b}} {{c}}">x</p>', ''],
    ['<p {{#if a}}class="b"{{/if}}>x</p>', '.b {}'],
    ['{{#if a}}<div id="x">{{else}}<div>{{/if}}x</div>', ''],
    ['{{#unless a}}<p>x</p>{{/unless}}{{^b}}<div>y</div>{{/b}}', ''],
    ['<p>a<br>b<leader><folio to="{{anchors}}"></folio><icon name="maki:bank"/>', ''],
    ['<img src="{{a}}" alt=""><a href="{{b}}">x</a><a href="tel:15">y</a><a href="#c">z</a>', ''],
    ['<ul role="toc"><li>a<li>b</ul>{{! <blink> }}<!-- <blink> -->', ''],
    [
      '<section style="--accent: {{colour}}" data-label="{{id}}" aria-hidden="true" lang="fr">x</section>',
      '',
    ],
    ['<p title="{{#if a}}x{{else}}y{{/if}}">a &lt; b</p>', ''],
    ['@media', '@media print { .x { color: red } }'],
    ['<p class="x">a</p>', '@media print { .x { color: red } }'],
  ])('finds nothing in %j', (source, css) => {
    expect(lint(source, css)).toEqual([]);
  });

  it('finds nothing in the shipped template', () => {
    const sink = new DiagnosticList();
    lintTemplate(loadTemplate([resourcePath('templates', 'annuaire')], sink), sink);
    expect(sink.all).toEqual([]);
  });
});

describe('elementTable', () => {
  it('explains each element in both languages', () => {
    for (const { name, note } of elementTable.values()) {
      expect(note.fr, name).not.toBe('');
      expect(note.en, name).not.toBe('');
    }
  });

  it('knows which attributes an element bears', () => {
    expect(allowsAttribute('a', 'href')).toBe(true);
    expect(allowsAttribute('p', 'href')).toBe(false);
    expect(allowsAttribute('p', 'data-x')).toBe(true);
    expect(allowsAttribute('folio', 'to')).toBe(true);
  });
});
