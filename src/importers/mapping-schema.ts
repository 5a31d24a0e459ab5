import { z } from 'zod';

const word = z.union([z.string(), z.number(), z.boolean()]);
const note = <T extends z.ZodType>(schema: T, description: string) =>
  schema.optional().meta({ description });

/** Tests on columns that must all hold. */
const condition = z
  .record(
    z.string(),
    z.union([
      word,
      z.array(word),
      z.strictObject({
        not: note(z.union([word, z.array(word)]), 'The cell is none of these.'),
        matches: note(z.string(), 'Regular expression that the cell matches.'),
        empty: note(z.boolean(), 'Whether the cell is empty.'),
      }),
    ]),
  )
  .meta({
    id: 'Condition',
    description: 'Column: value, list of values, or {not, matches, empty}; all must hold.',
  });

/** How one text is made from the cells of a row. */
export type ValueRule = string | readonly ValueRule[] | ValueSteps;

/** Long form: one origin, then the steps in this order. */
export interface ValueSteps {
  readonly column?: string;
  readonly template?: string;
  readonly constant?: string | number | boolean;
  readonly first?: readonly ValueRule[];
  readonly join?: readonly ValueRule[];
  readonly separator?: string;
  readonly when?: ConditionRule;
  readonly capture?: string;
  readonly remove?: string;
  readonly withoutEnd?: ValueRule;
  readonly values?: Readonly<Record<string, string | number | boolean | null>>;
  readonly default?: string;
  readonly date?: string;
  readonly case?: 'name' | 'street' | 'commune' | 'sentence';
}

export type ConditionRule = z.infer<typeof condition>;

const valueSteps = z.strictObject({
  column: note(z.string(), 'Column read.'),
  template: note(z.string(), 'Text with {columns}; empty when all of them are.'),
  constant: note(word, 'The same text for each row.'),
  get first() {
    return note(z.array(value), 'The first that is not empty.');
  },
  get join() {
    return note(z.array(value), 'All that are not empty, joined.');
  },
  separator: note(z.string(), 'Between what is joined; a blank when absent.'),
  when: note(condition, 'Empty unless this holds.'),
  capture: note(z.string(), 'Regular expression: keeps its first group, or what it matches.'),
  remove: note(z.string(), 'Regular expression: takes out what it matches.'),
  get withoutEnd() {
    return note(value, 'Takes this off the end, case and accents ignored.');
  },
  values: note(
    z.record(z.string(), z.union([word, z.null()])),
    'Text replaced by another; null empties it.',
  ),
  default: note(z.string(), 'Instead of a text that `values` does not have, or of nothing.'),
  date: note(z.string(), 'Form of the date, such as DD/MM/YYYY; made ISO 8601.'),
  case: note(
    z.enum(['name', 'street', 'commune', 'sentence']),
    'Mends capitals: a name or a sentence all in capitals, street words in capitals, a commune.',
  ),
});

const value: z.ZodType<ValueRule> = z
  .union([z.string(), z.array(z.lazy(() => value)), valueSteps])
  .meta({
    id: 'Value',
    description: 'A column, a text with {columns}, a list of alternatives, or an object of steps.',
  });

/** As a value, but a bare text is the text itself. */
const text = z.union([z.string(), valueSteps]).meta({
  id: 'Text',
  description: 'A text printed as it is, with {columns} replaced; or an object of steps.',
});

const localized = z.union([value, z.record(z.string().regex(/^[a-z]{2,3}(-\w+)*$/), value)]);
const typeWords = z.union([z.string(), z.array(z.string())]);

const typeRule = z.union([
  z.string(),
  z.strictObject({
    when: note(condition, 'The rule counts when this holds; always when absent.'),
    types: note(typeWords, 'Typology ids given.'),
    column: note(
      z.string(),
      'Column whose values give the types; several in a cell are parted by | or ;.',
    ),
    values: note(z.record(z.string(), typeWords), 'Types by value of that column.'),
  }),
]);

const phone = z.union([
  z.string(),
  z.strictObject({
    number: value.meta({ description: 'Number; several in a cell are parted.' }),
    label: note(text, 'Who answers.'),
    cost: note(text, 'What a call costs.'),
  }),
]);

const dayColumn = note(
  value,
  'Hours of the day: "09:00 - 12:00 / 13:30 - 17:00", "9h-12h", "fermé".',
);

const hours = z.union([
  z.string(),
  z.strictObject({
    osm: note(value, 'Hours already in OSM opening_hours syntax.'),
    monday: dayColumn,
    tuesday: dayColumn,
    wednesday: dayColumn,
    thursday: dayColumn,
    friday: dayColumn,
    saturday: dayColumn,
    sunday: dayColumn,
    publicHolidays: dayColumn,
  }),
]);

const position = z.strictObject({
  longitude: note(value, 'WGS84 degrees, decimal point or comma.'),
  latitude: note(value, 'WGS84 degrees, decimal point or comma.'),
  pair: note(value, 'Both in one cell, parted by a comma, a semicolon or a blank.'),
  order: note(z.enum(['latitude-longitude', 'longitude-latitude']), 'Order in the pair.'),
  origin: note(value, 'How it is known: entrance, building, address, street, commune or unknown.'),
});

/** The mapping file: how rows of a table become services. */
export const mappingSchema = z
  .strictObject({
    title: note(z.string(), 'Title of the feed made.'),
    date: note(z.string(), 'Date of the data, ISO 8601; else the latest date of the rows.'),
    csv: note(
      z.strictObject({
        delimiter: note(z.string().length(1), 'Found by itself when absent.'),
        encoding: note(z.string(), 'utf-8, windows-1252 ...; found by itself when absent.'),
      }),
      'How the table is written.',
    ),
    words: note(
      z.record(z.string(), z.string()),
      'Whole words replaced wherever `case` is asked for.',
    ),
    where: note(
      condition,
      'Only the rows for which this holds; the others are counted and listed.',
    ),
    id: z.strictObject({
      columns: z
        .union([z.string(), z.array(z.string())])
        .meta({ description: 'Columns that identify a row.' }),
      prefix: note(z.string(), 'Put before, so that ids of two sources differ.'),
      distinguish: note(z.string(), 'Column added to the ids that several rows share.'),
    }),
    name: value,
    types: z
      .union([typeRule, z.array(typeRule)])
      .meta({ description: 'The first rule that gives types counts.' }),
    address: note(
      z.strictObject({
        lines: note(z.union([value, z.array(value)]), 'Street lines.'),
        postcode: note(value, 'Five digits.'),
        commune: note(value, 'Name of the commune.'),
        insee: note(value, 'INSEE code.'),
        officialCommune: note(z.boolean(), 'Give the official spelling when it is the same name.'),
      }),
      'Postal address.',
    ),
    position: position.optional(),
    serves: note(value, 'INSEE codes of the communes served.'),
    phones: note(z.union([phone, z.array(phone)]), 'Phone numbers.'),
    emails: note(z.union([value, z.array(value)]), 'E-mail addresses.'),
    websites: note(z.union([value, z.array(value)]), 'Web sites.'),
    hours: hours.optional().meta({ description: 'Opening hours.' }),
    description: localized.optional(),
    notes: localized.optional(),
    audience: localized.optional(),
    accessibility: note(
      z.strictObject({
        wheelchair: note(value, 'yes, limited or no; oui, partiel and non are understood.'),
        notes: localized.optional(),
      }),
      'Access for disabled people.',
    ),
    source: z.strictObject({
      contributor: text,
      dataset: text.optional(),
      licence: text.optional(),
      url: text.optional(),
      date: text.optional(),
      checked: text.optional(),
    }),
    status: note(value, 'open, temporarily-closed, planned or closed.'),
  })
  .meta({
    title: 'Correspondance PROXIMITÉS',
    description: 'How the columns of a table become the fields of services.',
  });

/** A mapping as read, every key known. */
export type MappingRules = z.infer<typeof mappingSchema>;

/** JSON Schema (draft 7) of the mapping file, for editors. */
export function mappingJsonSchema(): unknown {
  return z.toJSONSchema(mappingSchema, { target: 'draft-7', io: 'input' });
}
