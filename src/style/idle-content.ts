import type { CssNode } from 'css-tree';
import type { DiagnosticSink, Where } from '../diagnostics/diagnostic.ts';
import type { ContentPart } from './computed-style.ts';
import { contentValue } from './content-parts.ts';
import { useInstead, warnIgnored } from './style-warnings.ts';
import { toTokens } from './value-token.ts';

/** Where `content` is declared: a page margin box, ::before or ::after, or an element itself. */
export type ContentPlace = 'margin box' | 'generated' | 'element';

const anyContext = { em: 10, rem: 10, colour: '#000000' };

interface ContentReader {
  readonly sink: DiagnosticSink;
  readonly where: (node: CssNode) => Where;
}

/** What is read everywhere and prints in one of the places only. */
const idleKinds: Readonly<Record<ContentPlace, readonly ContentPart['kind'][]>> = {
  'margin box': ['attr', 'content', 'leader', 'target-counter'],
  generated: ['content', 'counter', 'string'],
  element: [],
};

/** Reports the parts of `content` that print nothing where they stand. */
export function warnIdleContent(
  nodes: readonly CssNode[],
  place: ContentPlace,
  { sink, where }: ContentReader,
): void {
  for (const node of nodes) {
    if (node.type !== 'Declaration' || node.property.toLowerCase() !== 'content') continue;
    if (node.value.type === 'Raw') continue;
    const parts = contentValue(toTokens(node.value.children), anyContext)?.parts;
    if (!parts) continue;
    if (place === 'element') warnOnElement(sink, where(node));
    for (const { kind } of parts) {
      if (idleKinds[place].includes(kind)) warnIdle(sink, where(node), { call: kind, place });
    }
  }
}

function warnIdle(
  sink: DiagnosticSink,
  where: Where,
  { call, place }: { readonly call: ContentPart['kind']; readonly place: ContentPlace },
): void {
  const inMargin = place === 'margin box';
  warnIgnored(sink, where, {
    code: 'style/idle-content',
    fr: inMargin
      ? `${call}() n’imprime rien dans la marge d’une page.`
      : `${call}() n’imprime rien dans ::before ni ::after.`,
    en: inMargin
      ? `${call}() prints nothing in the margin of a page.`
      : `${call}() prints nothing in ::before or ::after.`,
    hint: useInstead(
      inMargin
        ? 'counter(page), string(<name>), "texte"'
        : call === 'content'
          ? 'attr(<name>), "texte"'
          : `@page { @bottom-center { content: ${call === 'counter' ? 'counter(page)' : 'string(<name>)'} } }`,
    ),
  });
}

function warnOnElement(sink: DiagnosticSink, where: Where): void {
  warnIgnored(sink, where, {
    code: 'style/idle-content',
    fr: 'content n’imprime rien sur un élément même.',
    en: 'content prints nothing on an element itself.',
    hint: useInstead('::before { content: … }, ::after { content: … }'),
  });
}
