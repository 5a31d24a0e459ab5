import type { Message } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Report } from '../feed/fault.ts';
import type { CellReader, RuleCompiler } from './compile-value.ts';
import { type DayFault, type DayName, dayNames, joinWeek, readDayHours } from './day-hours.ts';
import type { MappingRules } from './mapping-schema.ts';

type HoursOf = (cells: readonly string[], report: Report) => string;

const faultMessages: Readonly<Record<DayFault, Message>> = {
  'empty-span': {
    fr: 'un horaire qui finit quand il commence est ignoré',
    en: 'hours that end when they begin are ignored',
  },
  overlap: { fr: 'des horaires se chevauchent, vérifiez', en: 'hours overlap, please check' },
  words: { fr: 'imprimé tel quel', en: 'printed as it is' },
};

/** OSM opening hours of a row, from one column or from one column per day. */
export function compileHours(rule: MappingRules['hours'], compiler: RuleCompiler): HoursOf {
  if (rule === undefined) return () => '';
  if (typeof rule === 'string') return compiler.value(rule, ['hours']);
  const osm: CellReader =
    rule.osm === undefined ? () => '' : compiler.value(rule.osm, ['hours', 'osm']);
  const days = (Object.keys(dayNames) as DayName[]).flatMap((day) => {
    const value = rule[day];
    return value === undefined ? [] : [[day, compiler.value(value, ['hours', day])] as const];
  });
  return (cells, report) => {
    const week = days.map(([day, read]) => [day, readDay(day, read(cells), report)] as const);
    return [osm(cells), joinWeek(week)].filter((text) => text !== '').join('; ');
  };
}

function readDay(day: DayName, text: string, report: Report): string {
  const { hours, faults } = readDayHours(text);
  for (const fault of faults) {
    const shown = quote(text);
    const message = faultMessages[fault];
    report({
      code: `odd-hours-${fault}`,
      field: `hours.${day}`,
      message: {
        fr: `Horaires ${shown.fr}\u00a0: ${message.fr}.`,
        en: `Hours ${shown.en}: ${message.en}.`,
      },
    });
  }
  return hours;
}
