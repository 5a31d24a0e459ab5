import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { MatchedContours } from './match-contours.ts';
import type { Commune } from './territory.ts';

/** Says which outlines are of no use and which communes have none. */
export function reportContours(
  matched: MatchedContours,
  communes: ReadonlyMap<string, Commune>,
  file: string,
  sink: DiagnosticSink,
): void {
  const where = { file, field: 'territory.contours' };
  if (matched.nameless > 0) {
    sink.report({
      severity: matched.members.length > 0 ? 'info' : 'warning',
      code: 'territory/contours-without-code',
      where,
      message: {
        fr: `${matched.nameless} contours n’ont pas de code et ne servent pas.`,
        en: `${matched.nameless} outlines have no code and are not used.`,
      },
      hint: {
        fr: 'Chaque contour porte «\u00a0code\u00a0» (INSEE) et «\u00a0nom\u00a0», ou «\u00a0siren_epci\u00a0» et «\u00a0lib_epci\u00a0».',
        en: 'Each outline carries “code” (INSEE) and “nom”, or “siren_epci” and “lib_epci”.',
      },
    });
  }
  if (communes.size === 0 || matched.uncovered.length === 0) return;
  const names = matched.uncovered.map((code) => `${communes.get(code)?.name} (${code})`);
  const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? '…' : '');
  sink.report({
    severity: 'warning',
    code: 'territory/contours-missing',
    where,
    message: {
      fr: `${names.length} commune(s) du territoire n’ont pas de contour\u00a0: ${shown}.`,
      en: `${names.length} commune(s) of the territory have no outline: ${shown}.`,
    },
    hint: {
      fr: 'Prenez des contours plus récents, ou d’une zone plus large.',
      en: 'Take outlines that are more recent, or of a wider area.',
    },
  });
}
