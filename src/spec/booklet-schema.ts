import { z } from 'zod';
import {
  colourWords,
  fieldWords,
  groupWords,
  mapWords,
  readWord,
  sortWords,
} from './booklet-words.ts';
import { fitSchema } from './fit-schema.ts';
import {
  readColour,
  readDay,
  readEmail,
  readLanguage,
  readMargin,
  readPageSize,
  readPhone,
  readTileAddress,
  readWebsite,
} from './read-values.ts';
import {
  described,
  line,
  numberBetween,
  oneOrMore,
  paragraph,
  readAs,
  section,
  wordOf,
  yesOrNo,
} from './schema-pieces.ts';

const path = line(1000);
const words = oneOrMore(line(200));
const millimetres = { fr: 'mm', en: 'mm' };

const chosenWords = z.union([
  words,
  section({
    include: described(words, 'Mots à retenir.'),
    exclude: described(words, 'Mots à écarter.'),
  }),
]);

const territoryTerm = z.union([
  line(200),
  section({
    commune: described(line(200), 'Nom ou code INSEE d’une commune.', '35236', 'Redon'),
    epci: described(line(200), 'Nom ou SIREN d’une intercommunalité.', '243500741'),
    departement: described(line(200), 'Nom ou code d’un département.', '35', 'Allier'),
    region: described(line(200), 'Nom ou code d’une région.', '53', 'Bretagne'),
  }),
]);

const territory = z.union([
  line(200).transform((word) => [word]),
  z.array(territoryTerm),
  section({
    name: described(line(200), 'Nom imprimé à la place du nom calculé.'),
    include: described(oneOrMore(territoryTerm), 'Territoires réunis.'),
    exclude: described(oneOrMore(territoryTerm), 'Territoires retirés des premiers.'),
    commune: described(words, 'Commune(s), par nom ou code INSEE.', '35236'),
    epci: described(words, 'Intercommunalité(s), par nom ou SIREN.'),
    departement: described(words, 'Département(s), par nom ou code.', '35'),
    region: described(words, 'Région(s), par nom ou code.', 'Bretagne'),
    radius: described(
      section({
        longitude: numberBetween(-180, 180).meta({
          description: 'Longitude du centre, en degrés.',
        }),
        latitude: numberBetween(-90, 90).meta({ description: 'Latitude du centre, en degrés.' }),
        km: numberBetween(0.1, 500).meta({ description: 'Rayon en kilomètres.' }),
      }),
      'Disque autour d’un point.',
    ),
    polygon: described(path, 'Fichier GeoJSON dont les polygones forment le territoire.'),
    contours: described(path, 'Fichier GeoJSON des contours des communes (code, nom).'),
  }),
]);

const margin = readAs(readMargin, { type: ['string', 'number'] });

const page = z.union([
  readAs(readPageSize),
  section({
    format: described(
      readAs(readPageSize),
      'A5, A4, A6, 10x21, carré, ou deux côtés\u00a0: "148 x 210 mm".',
      'A5',
      'A4',
      '148 x 210 mm',
    ),
    margins: described(
      z.union([
        margin,
        section({
          top: described(margin, 'Marge du haut.'),
          right: described(margin, 'Marge extérieure.'),
          bottom: described(margin, 'Marge du bas.'),
          left: described(margin, 'Marge intérieure, du côté du pli.'),
        }),
      ]),
      'Marges, en mm ou avec leur unité\u00a0; elles remplacent celles du modèle.',
    ),
  }),
]);

const fieldList = oneOrMore(wordOf(fieldWords));
const fields = z.union([
  fieldList,
  section({
    include: described(fieldList, 'Les seules rubriques imprimées.'),
    exclude: described(fieldList, 'Rubriques laissées de côté.'),
  }),
]);

const mapBase = readAs((text) => {
  const word = readWord(mapWords, text);
  return word === undefined ? readTileAddress(text) : { value: word as string };
});

const colour = readAs(readColour, {
  type: 'string',
  pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$',
});

/** What a booklet file may hold, keys canonical, every scalar being the text that was written. */
export const bookletSchema = section({
  title: line(200).meta({ description: 'Titre imprimé sur la couverture.' }),
  subtitle: described(line(300), 'Sous-titre.'),
  slug: described(line(200), 'Nom des fichiers produits, sans extension.', 'guide-redon-2026'),
  edition: described(
    z.union([
      line(100),
      section({
        name: described(line(100), 'Nom imprimé de l’édition.', 'Édition 2026'),
        date: described(readAs(readDay, { type: 'string', format: 'date' }), 'Date de l’édition.'),
      }),
    ]),
    'Nom de l’édition, ou son nom et sa date.',
    'Édition 2026',
  ),
  language: described(readAs(readLanguage), 'Langue du livret (code BCP 47).', 'fr', 'en', 'de'),
  territory: territory.meta({
    description: 'Commune, intercommunalité, département ou région (nom ou code), ou leur réunion.',
    examples: ['Redon Agglomération', '35236'],
  }),
  themes: described(chosenWords, 'Thèmes ou catégories à imprimer\u00a0; tous si rien n’est dit.'),
  types: described(chosenWords, 'Types de services à imprimer, ou à écarter.'),
  feed: described(oneOrMore(path), 'Fichier(s) de services (GeoJSON), à côté du livret.'),
  template: described(
    path,
    'Modèle fourni, ou dossier de votre modèle (./mon-modele).',
    'annuaire',
  ),
  page: described(page, 'Format de la page et marges.', 'A5', 'A4'),
  fields: described(fields, 'Rubriques imprimées de chaque service.'),
  sort: described(wordOf(sortWords), 'Ordre des services dans un groupe.'),
  group: described(wordOf(groupWords), 'Premier niveau du sommaire.'),
  add: described(words, 'Identifiants de services ajoutés à la main.'),
  remove: described(words, 'Identifiants de services retirés à la main.'),
  cover: described(
    z.union([
      path,
      section({
        image: described(path, 'Image de couverture, dans le dossier du livret.'),
        credit: described(line(200), 'Auteur de l’image.'),
        text: described(paragraph(2000), 'Texte de couverture.'),
      }),
    ]),
    'Couverture\u00a0: une image, ou image, crédit et texte.',
  ),
  organisation: described(
    z.union([
      line(200),
      section({
        name: described(line(200), 'Nom de l’organisme qui édite le livret.'),
        logo: described(path, 'Logo, dans le dossier du livret.'),
        address: described(paragraph(500), 'Adresse postale.'),
        phone: described(readAs(readPhone), 'Téléphone, entre guillemets.', '01 99 00 12 34'),
        email: described(readAs(readEmail), 'Adresse électronique.', 'mairie@example.fr'),
        website: described(readAs(readWebsite), 'Site web.', 'https://www.mairie.example.fr'),
        colour: described(colour, 'Couleur principale.', '#1a4f8b'),
        'theme-colours': described(
          z.record(z.string(), colour),
          'Couleur de chaque thème, par identifiant.',
        ),
      }),
    ]),
    'Organisme qui édite le livret.',
  ),
  index: described(
    z.union([
      yesOrNo(),
      section({
        names: described(yesOrNo(), 'Index des noms.'),
        communes: described(yesOrNo(), 'Index des communes.'),
        types: described(yesOrNo(), 'Index des services et des besoins.'),
      }),
    ]),
    'Index imprimés à la fin.',
  ),
  map: described(
    z.union([
      mapBase,
      section({
        base: described(mapBase, 'aucune, contours, ign, ou adresse de tuiles avec {z} {x} {y}.'),
        credit: described(line(200), 'Mention imprimée sur une carte à soi.'),
      }),
    ]),
    'Carte\u00a0: aucune, contours, ign, ou adresse de tuiles avec {z} {x} {y}.',
    'contours',
  ),
  output: described(
    section({
      bleed: described(
        numberBetween(0, 20, millimetres),
        'Fond perdu en mm, avec traits de coupe.',
      ),
      imposed: described(yesOrNo(), 'Faire aussi un cahier à plier pour une imprimante de bureau.'),
      'attach-feed': described(yesOrNo(), 'Joindre les données au PDF.'),
      multiple: described(
        readAs(
          (text) =>
            text === '1' || text === '4'
              ? { value: Number(text) }
              : {
                  problem: {
                    code: 'multiple',
                    message: {
                      fr: `«\u00a0${text.slice(0, 40)}\u00a0» n’est pas un multiple accepté.`,
                      en: `“${text.slice(0, 40)}” is not an accepted multiple.`,
                    },
                    hint: {
                      fr: 'Écrivez 1, ou 4 pour un livret agrafé.',
                      en: 'Write 1, or 4 for a stapled booklet.',
                    },
                  },
                },
          { enum: [1, 4] },
        ),
        'Nombre de pages arrondi à un multiple de 1 ou de 4.',
      ),
      colour: described(
        wordOf(colourWords),
        'Couleurs\u00a0: complète, gris (aussi clairs que les couleurs), ou économe (pas d’aplats).',
      ),
    }),
    'Fichiers produits.',
  ),
  fit: described(
    fitSchema,
    'Nombre de pages à atteindre en serrant ou en ouvrant la composition.',
    24,
    { pages: 24 },
  ),
});

/** A booklet as the schema reads it, before defaults and paths. */
export type WrittenBooklet = z.output<typeof bookletSchema>;
