import { z } from 'zod';

const text = z.string();
/** A spreadsheet or a GIS writes codes as numbers; the reader gives lost zeros back. */
const code = z.union([z.string(), z.number()]);
// In each union the form that programmes write comes first: a branch that fails costs its issues.
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([z.array(one), one]);
const field = <T extends z.ZodType>(schema: T, title: string, description: string) =>
  schema.optional().meta({ title, description });

const localized = z.union([z.record(z.string(), text), text]);

const address = z.looseObject({
  lines: field(oneOrMore(text), 'Voie', 'Street lines, without postcode and commune.'),
  postcode: field(code, 'Code postal', 'Five digits, leading zero kept.'),
  commune: field(text, 'Commune', 'Name of the commune as printed on the envelope.'),
  insee: field(code, 'Code INSEE', 'INSEE code of the commune, five characters: "01033", "2A004".'),
});

const phone = z.looseObject({
  number: code.meta({ title: 'Numéro', description: 'Number; printed in national format.' }),
  label: field(text, 'Libellé', 'Who answers: "Accueil", "Urgences".'),
  cost: field(text, 'Coût', 'What a call costs, as printed: "0,06 €/min", "gratuit".'),
});

const email = z.looseObject({
  address: text.meta({ title: 'Adresse', description: 'E-mail address.' }),
  label: field(text, 'Libellé', 'Whose mailbox it is.'),
});

const website = z.looseObject({
  url: text.meta({ title: 'Adresse web', description: 'http:// or https:// address.' }),
  label: field(text, 'Libellé', 'What the page is: "Prendre rendez-vous".'),
});

const closure = z.looseObject({
  from: text.meta({ title: 'Du', description: 'First day closed, ISO 8601.' }),
  to: field(text, 'Au', 'Last day closed, ISO 8601; the same day when absent.'),
  reason: field(text, 'Motif', 'Why: "congés", "travaux".'),
});

const accessibility = z.looseObject({
  wheelchair: field(
    z.union([z.enum(['yes', 'limited', 'no']), z.boolean(), code]),
    'Fauteuil roulant',
    'Whether a wheelchair user can come in: yes, limited or no; oui, partiel and non are understood.',
  ),
  notes: field(localized, 'Précisions', 'What to know before coming, by language.'),
});

const image = z.looseObject({
  source: text.meta({ title: 'Fichier', description: 'Path relative to the feed, or URL.' }),
  alt: field(localized, 'Texte de remplacement', 'What the picture shows, by language.'),
  credit: field(text, 'Crédit', 'Who made the picture.'),
});

/** Who gave the data; a bare text is the contributor's name. */
export const sourceSchema = z.union([
  z.looseObject({
    contributor: field(text, 'Contributeur', 'Who gave the data, printed by name.'),
    dataset: field(text, 'Jeu de données', 'Name of the data set.'),
    licence: field(text, 'Licence', 'Licence of the data set.'),
    url: field(text, 'Adresse web', 'Where the data set is published.'),
    date: field(text, 'Date', 'Date of the data, ISO 8601.'),
    checked: field(text, 'Vérifié le', 'Date when somebody last checked it, ISO 8601.'),
  }),
  text,
]);

/** Properties of one feature, as a person or a programme may write them. */
export const propertiesSchema = z.looseObject({
  name: text.meta({ title: 'Nom', description: 'Name as printed.' }),
  types: field(
    oneOrMore(text),
    'Types',
    'Typology ids or labels, main one first; those of 2008 are understood.',
  ),
  address: field(z.union([address, text]), 'Adresse', 'Postal address.'),
  positionOrigin: field(
    z.enum(['entrance', 'building', 'address', 'street', 'commune', 'unknown']),
    'Origine de la position',
    'How the position is known, from best to worst.',
  ),
  serves: field(oneOrMore(code), 'Communes desservies', 'INSEE codes of the communes served.'),
  phones: field(oneOrMore(z.union([phone, code])), 'Téléphones', 'Phone numbers, main one first.'),
  emails: field(oneOrMore(z.union([email, text])), 'Adresses électroniques', 'E-mail addresses.'),
  websites: field(oneOrMore(z.union([website, text])), 'Sites web', 'Web sites.'),
  openingHours: field(text, 'Horaires', 'OSM opening_hours syntax: "Mo-Fr 09:00-12:00; PH off".'),
  closures: field(z.array(closure), 'Fermetures', 'Dated closures, both days included.'),
  description: field(
    localized,
    'Description',
    'What it offers, by language; a bare text is French.',
  ),
  notes: field(localized, 'Remarques', 'What to know, by language; a bare text is French.'),
  accessibility: field(accessibility, 'Accessibilité', 'Access for disabled people.'),
  audience: field(localized, 'Public', 'Who it is for: "0-3 ans", "seniors".'),
  images: field(z.array(image), 'Images', 'Pictures, with their credit.'),
  source: field(sourceSchema, 'Source', 'Who gave the data; else that of the whole feed.'),
  status: field(
    z.enum(['open', 'temporarily-closed', 'planned', 'closed']),
    'État',
    'Whether it can be visited; open when absent.',
  ),
});

/** Properties of a feature as written, before cleaning. */
export type PropertiesInput = z.infer<typeof propertiesSchema>;
export type SourceInput = z.infer<typeof sourceSchema>;

const pointSchema = z.looseObject({
  type: z.literal('Point'),
  coordinates: z
    .array(z.number())
    .min(2)
    .max(3)
    .meta({ description: 'Longitude, latitude (WGS84 degrees).' }),
});

const shapeSchema = z.looseObject({
  type: z.enum(['MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
  coordinates: z
    .array(z.unknown())
    .meta({ description: 'Replaced by a point inside, with a warning.' }),
});

/** Foreign members that tell what the feed is. */
const identitySchema = z.looseObject({
  title: field(text, 'Titre', 'Title of the feed.'),
  date: field(text, 'Date', 'Date of the data, ISO 8601.'),
  language: field(text, 'Langue', 'Language of bare texts, BCP 47; French when absent.'),
  source: field(sourceSchema, 'Source', 'Source of the features that name none.'),
  edition: field(
    z.looseObject({
      id: text.meta({ title: 'Identifiant', description: 'Id of the edition.' }),
      title: text.meta({ title: 'Titre', description: 'Title of the edition.' }),
      date: text.meta({ title: 'Date', description: 'Date of the data, ISO 8601.' }),
      digest: text.meta({
        title: 'Empreinte',
        description: 'SHA-256, hex, of the printed content.',
      }),
    }),
    'Édition',
    'The edition that printed exactly these services.',
  ),
});

/** The whole feed: documentation and JSON Schema; the reader checks feature by feature. */
export const feedSchema = z
  .looseObject({
    type: z.literal('FeatureCollection'),
    proximites: identitySchema.optional().meta({ title: 'Flux', description: 'What the feed is.' }),
    features: z.array(
      z.looseObject({
        type: z.literal('Feature'),
        id: code.meta({
          title: 'Identifiant',
          description: 'Unique in the feed, kept in every edition.',
        }),
        geometry: z
          .union([pointSchema, shapeSchema, z.null()])
          .optional()
          .meta({ title: 'Position', description: 'Point (WGS84), or null when not known.' }),
        properties: propertiesSchema,
      }),
    ),
  })
  .meta({
    title: 'Flux de services PROXIMITÉS',
    description: 'Local services as a GeoJSON FeatureCollection (RFC 7946).',
  });

/** JSON Schema (draft 7) of the feed, for editors and other programmes. */
export function feedJsonSchema(): unknown {
  return z.toJSONSchema(feedSchema, { target: 'draft-7', io: 'input' });
}
