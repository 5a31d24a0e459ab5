import type { DiagnosticSink, Message, Where } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Typology } from '../typology/typology.ts';
import { cleanPosition } from './clean-position.ts';
import type { Fault, Report } from './fault.ts';
import { type PropertiesInput, propertiesSchema, type SourceInput } from './feed-schema.ts';
import { HoursReader } from './hours-reader.ts';
import { eachUnknownKey } from './known-keys.ts';
import {
  listOf,
  readAddress,
  readEmails,
  readPhones,
  readServes,
  readWebsites,
} from './read-contacts.ts';
import {
  ownSource,
  readAccessibility,
  readClosures,
  readImages,
  readSource,
} from './read-details.ts';
import { type FieldContext, readLine, readLocalized } from './read-texts.ts';
import { TypeReader } from './read-types.ts';
import {
  duplicateId,
  invalidShape,
  missingId,
  missingName,
  missingProperties,
  missingSource,
  noType,
  tooDeep,
  type Why,
} from './refusals.ts';
import type { Service, Source } from './service.ts';
import { TooDeep, withoutNothing } from './without-nothing.ts';

/** One feature before anything was checked. */
export interface RawFeature {
  readonly id: unknown;
  readonly geometry: unknown;
  readonly properties: unknown;
}

/** A feature that gave no service. */
export interface RefusedFeature {
  readonly id: string;
  readonly name: string;
  readonly reason: 'invalid' | 'duplicate-id';
  readonly message: Message;
}

export interface ServiceReaderOptions {
  readonly typology: Typology;
  readonly sink: DiagnosticSink;
  /** Language of bare texts; French when absent. */
  readonly language?: string;
  /** Source of the features that name none. */
  readonly source?: SourceInput;
  /** Where faults of the whole source are said to be. */
  readonly where: Where;
}

interface Refused {
  readonly id: string;
  readonly name: string;
  readonly at: () => Where;
}

/** Turns features into services: cleans, checks, reports; keeps what must be said or used once. */
export class ServiceReader {
  readonly #sink: DiagnosticSink;
  readonly #types: TypeReader;
  readonly #hours = new HoursReader();
  readonly #language: string;
  readonly #source: Partial<Source>;
  readonly #ids = new Set<string>();
  readonly #keysSaid = new Set<string>();

  constructor(options: ServiceReaderOptions) {
    this.#sink = options.sink;
    this.#types = new TypeReader(options.typology);
    this.#language = options.language ?? 'fr';
    const report = this.#reportAt(() => options.where);
    this.#source = options.source === undefined ? {} : ownSource(options.source, report);
  }

  /** The service, or why there is none; `where` is asked for only when there is something to say. */
  read(raw: RawFeature, ordinal: number, where: () => Where): Service | RefusedFeature {
    const id = idOf(raw.id);
    const at = (): Where => ({ ...where(), id: id ?? `#${ordinal}` });
    const result = this.#check(raw, id, this.#reportAt(at));
    if ('types' in result) {
      this.#ids.add(result.id);
      return result;
    }
    return this.#refuse(result, { id: id ?? `#${ordinal}`, name: nameOf(raw.properties), at });
  }

  #refuse(why: Why, { id, name, at }: Refused): RefusedFeature {
    const shown = quote(name === '' ? id : name);
    const message = {
      fr: `Le service ${shown.fr} est écarté\u00a0: ${why.message.fr}`,
      en: `The service ${shown.en} is left out: ${why.message.en}`,
    };
    this.#sink.report({
      severity: 'warning',
      code: `feed/${why.code}`,
      where: { ...at(), ...(why.field === undefined ? {} : { field: why.field }) },
      message,
      ...(why.hint === undefined ? {} : { hint: why.hint }),
    });
    return { id, name, reason: why.code === 'duplicate-id' ? why.code : 'invalid', message };
  }

  #reportAt(where: () => Where): Report {
    return ({ code, field, message, hint, severity }: Fault) => {
      this.#sink.report({
        severity: severity ?? 'warning',
        code: `feed/${code}`,
        where: { ...where(), field },
        message,
        ...(hint === undefined ? {} : { hint }),
      });
    };
  }

  #check(raw: RawFeature, id: string | undefined, report: Report): Service | Why {
    if (id === undefined) return missingId;
    if (this.#ids.has(id)) return duplicateId(id);
    const plain = plainProperties(raw.properties, report);
    if ('message' in plain) return plain;
    const parsed = propertiesSchema.safeParse(plain.properties);
    if (!parsed.success) return invalidShape(parsed.error.issues[0], plain.properties);
    this.#sayUnknownKeys(plain.properties, report);
    const name = readLine(parsed.data.name, 'name', report);
    if (name === undefined) return missingName;
    const types = this.#types.read(listOf(parsed.data.types), report);
    if (types.length === 0) return noType(listOf(parsed.data.types));
    const source = readSource(parsed.data.source, this.#source, report);
    if (source === undefined) return missingSource;
    return this.#service({ id, name, types, source }, parsed.data, { raw, report });
  }

  #service(
    known: Pick<Service, 'id' | 'name' | 'types' | 'source'>,
    properties: PropertiesInput,
    { raw, report }: { readonly raw: RawFeature; readonly report: Report },
  ): Service {
    const context: FieldContext = { report, language: this.#language };
    const service: { -readonly [K in keyof Service]: Service[K] } = {
      id: known.id,
      name: known.name,
      types: known.types,
      address: readAddress(properties.address, report),
      serves: readServes(properties.serves, report),
      phones: readPhones(properties.phones, report),
      emails: readEmails(properties.emails, report),
      websites: readWebsites(properties.websites, report),
      closures: readClosures(properties.closures, report),
      images: readImages(properties.images, context),
      source: known.source,
      status: properties.status ?? 'open',
    };
    const position = cleanPosition(raw.geometry, properties.positionOrigin ?? 'unknown', report);
    if (position !== undefined) service.position = position;
    const hours = this.#hours.read(properties.openingHours, report);
    if (hours !== undefined) service.openingHours = hours;
    for (const key of ['description', 'notes', 'audience'] as const) {
      const text = readLocalized(properties[key], key, context);
      if (text !== undefined) service[key] = text;
    }
    const accessibility = readAccessibility(properties.accessibility, context);
    if (accessibility !== undefined) service.accessibility = accessibility;
    return service;
  }

  #sayUnknownKeys(properties: Readonly<Record<string, unknown>>, report: Report): void {
    eachUnknownKey(properties, (path, known) => {
      if (this.#keysSaid.has(path)) return;
      this.#keysSaid.add(path);
      const shown = quote(path);
      const near = nearestWord(path.slice(path.lastIndexOf('.') + 1), known);
      report({
        code: 'unknown-field',
        field: path.slice(0, 100),
        message: {
          fr: `Le champ ${shown.fr} n’est pas connu\u00a0; il n’est pas imprimé (dit une seule fois).`,
          en: `The field ${shown.en} is not known; it is not printed (said once).`,
        },
        ...(near === undefined
          ? { severity: 'info' as const }
          : {
              hint: {
                fr: `Vouliez-vous dire ${quote(near).fr}\u00a0?`,
                en: `Did you mean ${quote(near).en}?`,
              },
            }),
      });
    });
  }
}

function idOf(raw: unknown): string | undefined {
  if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
  if (typeof raw !== 'string') return undefined;
  const id = raw.replace(/[\p{C}\s]+/gu, ' ').trim();
  return id === '' ? undefined : id.slice(0, 200);
}

function nameOf(properties: unknown): string {
  const name = (properties as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string'
    ? name
        .slice(0, 300)
        .replace(/[\p{C}\s]+/gu, ' ')
        .trim()
    : '';
}

type Plain = { readonly properties: Readonly<Record<string, unknown>> };

function plainProperties(raw: unknown, report: Report): Plain | Why {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return missingProperties;
  try {
    const properties = withoutNothing(raw, (key) => sayHostileKey(key, report));
    return { properties: properties as Readonly<Record<string, unknown>> };
  } catch (error) {
    if (error instanceof TooDeep) return tooDeep;
    throw error;
  }
}

function sayHostileKey(key: string, report: Report): void {
  report({
    code: 'hostile-key',
    field: key,
    message: {
      fr: `Le champ ${quote(key).fr} est interdit\u00a0; il est ignoré.`,
      en: `The field ${quote(key).en} is forbidden; it is ignored.`,
    },
  });
}
