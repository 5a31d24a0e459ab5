import type { UserLanguage } from '../diagnostics/diagnostic.ts';

/** What a first booklet is made of. */
export interface StarterAnswers {
  readonly title: string;
  readonly territory: string;
  /** Words of themes; empty for all. */
  readonly themes: readonly string[];
  /** Path of the feed from the booklet's folder. */
  readonly feed: string;
  readonly organisation?: string;
  readonly template: string;
  /** Base name of the files to make. */
  readonly slug: string;
}

/** A commented booklet file; `schema` is the path of the JSON Schema that editors complete with. */
export function starterBooklet(
  answers: StarterAnswers,
  schema: string,
  language: UserLanguage,
): string {
  const text = language === 'fr' ? frenchBooklet(answers) : englishBooklet(answers);
  return `# yaml-language-server: $schema=${schema}\n${text}`;
}

/** A text between quotation marks, which YAML reads as JSON does. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function list(words: readonly string[]): string {
  return `[${words.map(quoted).join(', ')}]`;
}

function frenchBooklet(answers: StarterAnswers): string {
  const { title, territory, themes, feed, organisation, template, slug } = answers;
  return `# Livret de proximites. Une ligne qui commence par « # » est un commentaire : retirez le « # »
# pour la rendre active. Les textes qui contiennent « : » et les codes vont entre guillemets.

titre: ${quoted(title)}
# sous-titre: "À votre service toute l’année"
# édition: "Édition 2026"

# Nom des fichiers produits, sans accents ni espaces.
nom-de-fichier: ${slug}

# Commune, intercommunalité, département ou région, par son nom ou son code.
# Pour trouver le bon mot : proximites list territories <mots>
territoire: ${quoted(territory)}

# Thèmes à imprimer ; tous s’il n’y en a pas. Pour les connaître : proximites list themes
${themes.length > 0 ? `thèmes: ${list(themes)}` : '# thèmes: ["Vie pratique"]'}
# Types à retenir ou à écarter. Pour les connaître : proximites list types <mots>
# types:
#   exclure: ["restaurant"]

# Les services : un ou plusieurs fichiers GeoJSON, depuis le dossier de ce livret.
flux: ${quoted(feed)}

# Services ajoutés ou retirés à la main, par leur identifiant.
# ajouter: ["mon-service-1"]
# retirer: ["mon-service-2"]

# Présentation. Pour connaître les modèles : proximites list templates
modèle: ${template}
page: A5
# regrouper: commune        # thème, commune, epci ou département
# tri: commune              # nom, commune ou code-postal
# champs: {exclure: [remarques]}
# index: {services: oui, noms: oui, communes: oui}

# Couverture et organisme ; les images sont dans le dossier de ce livret.
# couverture:
#   image: photo.jpg
#   crédit: "Photo : mairie"
organisme:
  ${organisation === undefined ? '# nom: "Mairie de …"' : `nom: ${quoted(organisation)}`}
  # logo: logo.png
  # téléphone: "01 99 00 12 34"
  # courriel: mairie@example.fr
  # site: https://www.mairie.example.fr
  couleur: "#1a4f8b"

# Pour l’imprimeur : fond perdu en millimètres, nombre de pages multiple de 4.
# sortie: {fond-perdu: 3, multiple: 4}
`;
}

function englishBooklet(answers: StarterAnswers): string {
  const { title, territory, themes, feed, organisation, template, slug } = answers;
  return `# A booklet of proximites. A line that begins with "#" is a comment: remove the "#" to make it
# count. Put texts that contain ": " and codes between quotation marks.

title: ${quoted(title)}
# subtitle: "At your service all year round"
# edition: "2026 edition"

# Name of the files to make, without accents and blanks.
slug: ${slug}

# Commune, intercommunality, département or région, by name or code.
# To find the word: proximites list territories <words>
territory: ${quoted(territory)}

# Themes to print; all of them if none is given. To know them: proximites list themes
${themes.length > 0 ? `themes: ${list(themes)}` : '# themes: ["Vie pratique"]'}
# Types to keep or to leave out. To know them: proximites list types <words>
# types:
#   exclude: ["restaurant"]

# The services: one or several GeoJSON files, from the folder of this booklet.
feed: ${quoted(feed)}

# Services added or removed by hand, by their id.
# add: ["my-service-1"]
# remove: ["my-service-2"]

# Look. To know the templates: proximites list templates
template: ${template}
page: A5
# group: commune            # theme, commune, epci or departement
# sort: commune             # name, commune or postcode
# fields: {exclude: [notes]}
# index: {types: yes, names: yes, communes: yes}

# Cover and organisation; the pictures are in the folder of this booklet.
# cover:
#   image: photo.jpg
#   credit: "Photo: town hall"
organisation:
  ${organisation === undefined ? '# name: "Mairie de …"' : `name: ${quoted(organisation)}`}
  # logo: logo.png
  # phone: "01 99 00 12 34"
  # email: mairie@example.fr
  # website: https://www.mairie.example.fr
  colour: "#1a4f8b"

# For the press: bleed in millimetres, number of pages a multiple of 4.
# output: {bleed: 3, multiple: 4}
`;
}
