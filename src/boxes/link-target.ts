import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { LinkTarget } from './box.ts';

const allowedSchemes = /^(https?|mailto|tel|geo):/i;

/** Target of an href; a scheme that could run something is refused with a warning, its text stays. */
export function linkTarget(href: string, sink: DiagnosticSink): LinkTarget | null {
  const trimmed = href.trim();
  if (trimmed === '') return null;
  if (trimmed.startsWith('#')) return { kind: 'anchor', anchor: trimmed.slice(1) };
  if (allowedSchemes.test(trimmed)) return { kind: 'uri', uri: encodeURI(decodeSafely(trimmed)) };
  sink.report({
    severity: 'warning',
    code: 'boxes/link-scheme',
    where: { field: 'href' },
    message: {
      fr: `Lien non repris : « ${trimmed.slice(0, 80)} » (le texte reste).`,
      en: `Link not kept: "${trimmed.slice(0, 80)}" (its text stays).`,
    },
    hint: {
      fr: 'Adresses acceptées : http, https, mailto, tel, geo, ou #ancre.',
      en: 'Accepted: http, https, mailto, tel, geo, or #anchor.',
    },
  });
  return null;
}

function decodeSafely(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}
