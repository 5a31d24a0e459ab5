import type { Box, Inline, Tag, VectorGraphic } from '../../src/boxes/box.ts';
import { buildBoxes } from '../../src/boxes/build-boxes.ts';
import { type Diagnostic, DiagnosticList } from '../../src/diagnostics/diagnostic.ts';
import { openHtml } from '../../src/markup/parse-html.ts';
import { createStyler } from '../../src/style/create-styler.ts';

export interface Built {
  readonly boxes: readonly Box[];
  readonly diagnostics: readonly Diagnostic[];
}

const square: VectorGraphic = {
  kind: 'vector',
  key: 'square',
  width: 10,
  height: 10,
  paths: [{ d: 'M0 0h10v10h-10z', fill: 'current', stroke: null, strokeWidth: 0 }],
};

/** Boxes of HTML under a sheet; "square" is the one picture that exists. */
export function build(html: string, css = ''): Built {
  const sink = new DiagnosticList();
  const find = (name: string) => (name === 'square' ? square : undefined);
  const boxes = buildBoxes(openHtml(`<html lang="fr"><body>${html}</body></html>`), {
    styler: createStyler([{ css, file: 'style.css' }], { sink }),
    graphics: { icon: find, image: find, map: find, qr: find },
    language: 'fr',
    sink,
  });
  return { boxes: [...boxes], diagnostics: sink.all };
}

/** A box per line, two blanks deeper inside; the path of its structure elements in brackets. */
export function dump(boxes: readonly Box[], depth = 0): string {
  return boxes
    .map((box) => `${'  '.repeat(depth)}${line(box)}\n${inside(box, depth + 1)}`)
    .join('');
}

function line(box: Box): string {
  const anchors = box.anchors.map((anchor) => ` #${anchor}`).join('');
  switch (box.kind) {
    case 'paragraph':
      return `paragraph${anchors} ${path(box.tag)} ${box.inlines.map(inlineText).join('')}`;
    case 'graphic':
      return `graphic${anchors} ${path(box.tag)}`;
    case 'block':
      return `block${anchors}${box.marker ? ` marker ${box.marker.inlines.map(inlineText).join('')}` : ''}`;
    default:
      return `${box.kind}${anchors}`;
  }
}

function inside(box: Box, depth: number): string {
  switch (box.kind) {
    case 'block':
      return dump(box.children, depth);
    case 'tracks':
      return dump(box.cells, depth);
    case 'placed':
      return dump([box.content], depth);
    case 'table':
      return [...box.head, ...box.body]
        .map((row) => {
          const cells = row.cells.map((cell) => cell.box);
          return `${'  '.repeat(depth)}row\n${dump(cells, depth + 1)}`;
        })
        .join('');
    default:
      return '';
  }
}

function path(tag: Tag | null): string {
  const roles: string[] = [];
  for (let one = tag; one && one.role !== 'Document'; one = one.parent) {
    roles.unshift(one.lang ? `${one.role}(${one.lang})` : one.role);
  }
  return `[${tag === null ? 'artifact' : roles.join(' ')}]`;
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return '|';
    case 'leader':
      return `<leader ${inline.pattern}>`;
    case 'folio':
      return `<folio ${inline.anchors.join(' ')}>`;
    case 'anchor':
      return `<#${inline.name}>`;
    case 'atom':
      return '<atom>';
  }
}
