import { createRequire } from 'node:module';
import { quote } from '../diagnostics/quote.ts';
import { cleanLine } from './clean-text.ts';
import type { Fault, Report } from './fault.ts';
import { isHoursError, parseHours } from './opening-hours.ts';

interface Checked {
  readonly hours: string | undefined;
  readonly fault?: Fault;
}

/** What we need of the opening_hours library. */
interface HoursLibrary {
  new (value: string, place: object, options: object): { prettifyValue(argument?: object): string };
}

const longest = 2000;
const place = {
  lat: 46.5,
  lon: 2.5,
  address: { country_code: 'fr', country: 'France', state: '' },
};
let library: HoursLibrary | undefined;

/** Checks opening hours, each text once; what cannot be read is said and kept, to be printed as it is. */
export class HoursReader {
  readonly #checked = new Map<string, Checked>();

  read(raw: string | undefined, report: Report): string | undefined {
    if (raw === undefined) return undefined;
    let checked = this.#checked.get(raw);
    if (checked === undefined) {
      checked = check(raw);
      this.#checked.set(raw, checked);
    }
    if (checked.fault !== undefined) report(checked.fault);
    return checked.hours;
  }
}

function check(raw: string): Checked {
  const { text } = cleanLine(raw, longest);
  if (text === '') return { hours: undefined };
  if (!isHoursError(parseHours(text))) return { hours: text };
  const pretty = text.length > 500 ? undefined : prettified(text);
  if (pretty === undefined) return { hours: text, fault: badHours(text) };
  if (isHoursError(parseHours(pretty))) return { hours: text, fault: unusualHours(text) };
  return { hours: pretty, fault: rewrittenHours(text, pretty) };
}

/** The library's normal form; undefined when the text is not valid opening_hours. */
function prettified(text: string): string | undefined {
  // Loaded for the rare text only: it brings its own tables of holidays.
  library ??= createRequire(import.meta.url)('opening_hours') as HoursLibrary;
  try {
    return new library(text, place, { mode: 0, warnings_severity: 4 }).prettifyValue();
  } catch {
    return undefined;
  }
}

function badHours(text: string): Fault {
  const shown = quote(text);
  return {
    code: 'bad-hours',
    field: 'openingHours',
    message: {
      fr: `Les horaires ${shown.fr} ne sont pas compris\u00a0; ils sont imprimés tels quels.`,
      en: `The opening hours ${shown.en} are not understood; they are printed as they are.`,
    },
    hint: {
      fr: 'Écrivez par exemple Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00; PH off.',
      en: 'Write for example Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00; PH off.',
    },
  };
}

function unusualHours(text: string): Fault {
  const shown = quote(text);
  return {
    code: 'unusual-hours',
    field: 'openingHours',
    severity: 'info',
    message: {
      fr: `Les horaires ${shown.fr} sont valides mais d’une forme rare\u00a0; ils sont imprimés tels quels.`,
      en: `The opening hours ${shown.en} are valid but of a rare form; they are printed as they are.`,
    },
  };
}

function rewrittenHours(text: string, pretty: string): Fault {
  const [shown, read] = [quote(text), quote(pretty)];
  return {
    code: 'hours-rewritten',
    field: 'openingHours',
    message: {
      fr: `Les horaires ${shown.fr} sont lus ${read.fr}\u00a0; vérifiez.`,
      en: `The opening hours ${shown.en} are read as ${read.en}; please check.`,
    },
  };
}
