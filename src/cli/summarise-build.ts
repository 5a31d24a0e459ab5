import { relative } from 'node:path';
import type { BuildResult } from '../build.ts';
import type { Message } from '../diagnostics/diagnostic.ts';
import { countDiagnostics } from '../diagnostics/print-diagnostics.ts';
import type { LeftOutReason } from '../directory/directory.ts';
import type { CommandContext } from './command.ts';

/** For one service, and for several. */
const reasons: Readonly<Record<LeftOutReason, readonly [one: Message, several: Message]>> = {
  invalid: both('illisible', 'illisibles', 'unreadable'),
  'outside-territory': both('hors du territoire', 'hors du territoire', 'outside the territory'),
  'not-placed': both('sans lieu connu', 'sans lieu connu', 'of unknown place'),
  'type-not-selected': both('de type non choisi', 'de types non choisis', 'of a type not selected'),
  'removed-by-hand': both('retiré à la main', 'retirés à la main', 'removed by hand'),
  'status-closed': both('fermé', 'fermés', 'closed'),
  'status-planned': both('à venir', 'à venir', 'planned'),
  'duplicate-id': both('en double', 'en double', 'duplicate'),
};

function both(one: string, several: string, english: string): readonly [Message, Message] {
  return [
    { fr: one, en: english },
    { fr: several, en: english },
  ];
}

/** What was made, in a few lines: files, pages, entries, what was left out and why, warnings. */
export function summariseBuild(result: BuildResult, context: CommandContext): string {
  const { report, files, diagnostics } = result;
  const fr = context.language === 'fr';
  const number = new Intl.NumberFormat(fr ? 'fr-FR' : 'en-GB');
  const count = (total: number, french: string, english: string) =>
    `${number.format(total)} ${fr ? french : english}${total > 1 ? 's' : ''}`;
  const made = [count(report.pages, 'page', 'page'), count(report.entries, 'service', 'service')];
  const lines = [`${report.edition.title}${fr ? '\u00a0' : ''}: ${made.join(', ')}`];
  for (const file of files) lines.push(`  ${relative(context.terminal.folder, file) || file}`);
  if (report.leftOut.length > 0) {
    const total = number.format(report.leftOut.length);
    const list = listReasons(report.leftOut, context, number);
    lines.push(fr ? `Laissés de côté\u00a0: ${total} (${list})` : `Left out: ${total} (${list})`);
  }
  const counted = countDiagnostics(diagnostics, context.language);
  if (counted !== '') lines.push(counted);
  return lines.map((line) => `${line}\n`).join('');
}

function listReasons(
  leftOut: BuildResult['report']['leftOut'],
  { language }: CommandContext,
  number: Intl.NumberFormat,
): string {
  const totals = new Map<string, number>();
  for (const { reason } of leftOut) totals.set(reason, (totals.get(reason) ?? 0) + 1);
  return [...totals]
    .sort(([, one], [, other]) => other - one)
    .map(([reason, total]) => {
      const words = reasons[reason as LeftOutReason]?.[total > 1 ? 1 : 0];
      return `${number.format(total)} ${words ? words[language] : reason}`;
    })
    .join(', ');
}
