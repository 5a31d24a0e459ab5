import type { EstimateResult } from '../build.ts';
import type { UserLanguage } from '../diagnostics/diagnostic.ts';

type Part = EstimateResult['estimate']['parts'][number];

/** What a booklet takes, in a table of its parts, with the setting that makes it so. */
export function summariseEstimate(
  { title, estimate }: EstimateResult,
  language: UserLanguage,
): string {
  const fr = language === 'fr';
  const number = new Intl.NumberFormat(fr ? 'fr-FR' : 'en-GB');
  const count = (total: number, word: string) =>
    `${number.format(total)}\u00a0${word}${total > 1 ? 's' : ''}`;
  const { pages, entries, parts, setting } = estimate;
  const made = `${count(pages, 'page')}, ${count(entries, 'service')}`;
  const width = String(Math.max(...parts.map((part) => part.pages))).length;
  const lines = [
    `${title}${fr ? '\u00a0' : ''}: ${made}`,
    ...parts.map((part) => {
      const services = part.entries === undefined ? '' : ` (${count(part.entries, 'service')})`;
      return `  ${String(part.pages).padStart(width)}  ${partTitle(part, fr)}${services}`;
    }),
    fr
      ? `Pourquoi\u00a0: texte de ${number.format(setting.textSize)}\u00a0pt, ${count(setting.columns, 'colonne')} de ${number.format(setting.columnWidth)}\u00a0mm, ${number.format(setting.entriesPerPage)} services par page en moyenne.`
      : `Why: text of ${setting.textSize} pt, ${count(setting.columns, 'column')} of ${setting.columnWidth} mm, ${setting.entriesPerPage} services a page on average.`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function partTitle({ kind, title }: Part, fr: boolean): string {
  if (kind === 'cover') return fr ? 'Couverture' : 'Cover';
  if (kind === 'filling') return fr ? 'Pages de remplissage' : 'Filler pages';
  return title || (fr ? 'Pages' : 'Pages');
}
