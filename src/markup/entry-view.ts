import type { Entry } from '../directory/directory.ts';
import type { LocalizedText, Service } from '../feed/service.ts';
import type { EntryField } from '../spec/booklet-spec.ts';
import { formatClosures, formatDate, formatHours, type HoursLine } from './format-hours.ts';

/** An entry as the template prints it; a field that is not printed is absent. */
export interface EntryView {
  readonly id: string;
  readonly anchor: string;
  readonly number: number;
  /** Heading level of its name, 3 to 6. */
  readonly level: number;
  readonly name: string;
  /** Type labels, unless the name says the same. */
  readonly types?: string;
  readonly addressLines: readonly string[];
  /** Postcode and commune. */
  readonly town?: string;
  readonly commune?: string;
  readonly phones: readonly {
    readonly number: string;
    readonly label?: string;
    readonly cost?: string;
  }[];
  readonly emails: readonly { readonly address: string; readonly label?: string }[];
  readonly websites: readonly { readonly url: string; readonly label?: string }[];
  readonly hours: readonly HoursLine[];
  readonly closures: readonly string[];
  readonly description?: string;
  /** Language that each text is in: the booklet's, or another one when it lacks that. */
  readonly descriptionLang?: string;
  readonly notes?: string;
  readonly notesLang?: string;
  readonly audience?: string;
  readonly audienceLang?: string;
  readonly wheelchair?: 'yes' | 'limited' | 'no';
  readonly accessNotes?: string;
  readonly isClosedForNow: boolean;
  /** Printed with its number on the section's map. */
  readonly isOnMap: boolean;
  readonly source?: string;
}

export interface EntryViewOptions {
  readonly level: number;
  readonly language: string;
  readonly fields: readonly EntryField[];
  readonly isOnMap: boolean;
}

const none: readonly never[] = [];

/** What is printed of an entry. */
export function entryView(entry: Entry, options: EntryViewOptions): EntryView {
  const { service } = entry;
  const { language, fields } = options;
  const has = (field: EntryField): boolean => fields.includes(field);
  const text = (value: LocalizedText | undefined) => value && localized(value, language);
  const lang = (value: LocalizedText | undefined) => value && languageOf(value, language);
  return {
    id: service.id,
    anchor: entry.anchor,
    number: entry.number,
    level: options.level,
    name: service.name,
    types: has('type') ? typesLine(entry) : undefined,
    addressLines: has('address') ? service.address.lines : none,
    town: has('address') ? townLine(service, entry.commune) : undefined,
    commune: entry.commune,
    phones: has('phones') ? service.phones : none,
    emails: has('emails') ? service.emails : none,
    websites: has('websites') ? service.websites : none,
    hours:
      has('hours') && service.openingHours ? formatHours(service.openingHours, language) : none,
    closures: has('closures') ? formatClosures(service.closures, language) : none,
    description: has('description') ? text(service.description) : undefined,
    descriptionLang: lang(service.description),
    notes: has('notes') ? text(service.notes) : undefined,
    notesLang: lang(service.notes),
    audience: has('audience') ? text(service.audience) : undefined,
    audienceLang: lang(service.audience),
    wheelchair: has('accessibility') ? service.accessibility?.wheelchair : undefined,
    accessNotes: has('accessibility') ? text(service.accessibility?.notes) : undefined,
    isClosedForNow: service.status === 'temporarily-closed',
    isOnMap: options.isOnMap,
    source: has('source') ? sourceLine(service, language) : undefined,
  };
}

/** The text in a language, else in French, else in any. */
export function localized(text: LocalizedText, language: string): string | undefined {
  const found = languageOf(text, language);
  return found === undefined ? undefined : text[found];
}

/** Which of its languages a text is printed in. */
function languageOf(text: LocalizedText, language: string): string | undefined {
  const wanted = [language, language.split('-')[0] as string, 'fr'];
  return wanted.find((one) => text[one] !== undefined) ?? Object.keys(text)[0];
}

/** "Mairie" under "Mairie de Brécé" would say the same twice. */
function typesLine({ service, typeLabels }: Entry): string | undefined {
  const name = plain(service.name);
  const labels = typeLabels.filter((label) => !name.startsWith(plain(label)));
  return labels.length > 0 ? labels.join(', ') : undefined;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function townLine({ address }: Service, commune: string | undefined): string | undefined {
  const name = address.commune ?? commune;
  const line = [address.postcode, name].filter(Boolean).join(' ');
  return line === '' ? undefined : line;
}

function sourceLine({ source }: Service, language: string): string {
  const date = source.checked ?? source.date;
  return date ? `${source.contributor}, ${formatDate(date, language)}` : source.contributor;
}
