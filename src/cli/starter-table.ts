import type { UserLanguage } from '../diagnostics/diagnostic.ts';

/** The commune that the sample rows stand in. */
export interface StarterCommune {
  readonly name: string;
  readonly insee: string;
  readonly postcode: string;
}

const columns = [
  'identifiant',
  'nom',
  'type',
  'adresse',
  'code_postal',
  'commune',
  'code_insee',
  'telephone',
  'courriel',
  'site',
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
  'acces_fauteuil',
  'remarques',
  'latitude',
  'longitude',
] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/** A table with two invented services, to be replaced, as spreadsheets open it: BOM, semicolons, CRLF. */
export function starterTable(commune: StarterCommune): string {
  const place: Row = {
    code_postal: commune.postcode,
    commune: commune.name,
    code_insee: commune.insee,
  };
  const day = '9h-12h / 14h-17h';
  const rows: readonly Row[] = [
    {
      ...place,
      identifiant: 'mairie',
      nom: 'Mairie (exemple à remplacer)',
      type: 'mairie',
      adresse: '1 place de la Mairie',
      telephone: '01 99 00 00 01',
      courriel: 'mairie@example.fr',
      site: 'https://www.mairie.example.fr',
      acces_fauteuil: 'oui',
      ...{ lundi: day, mardi: day, mercredi: '9h-12h', jeudi: day, vendredi: day },
    },
    {
      ...place,
      identifiant: 'pharmacie',
      nom: 'Pharmacie du Centre (exemple à remplacer)',
      type: 'pharmacie',
      adresse: '2 rue du Centre',
      telephone: '01 99 00 00 02',
      remarques: 'Hors des heures d’ouverture, la pharmacie de garde est affichée en vitrine.',
    },
  ];
  const lines = [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return `\ufeff${lines.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('')}`;
}

/** The file that says what the columns of that table mean, and who gives the data. */
export function starterMapping(
  contributor: string,
  schema: string,
  language: UserLanguage,
): string {
  const fr = language === 'fr';
  const comment = fr
    ? `# Ce que veut dire chaque colonne de services.csv : « champ: colonne ».
# Les types s’écrivent comme les donne : proximites list types <mots>
# Une case peut en avoir plusieurs : « gymnase | salle-des-fetes ».`
    : `# What each column of services.csv means: "field: column".
# Types are written as given by: proximites list types <words>
# A cell may have several: "gymnase | salle-des-fetes".`;
  return `# yaml-language-server: $schema=${schema}
${comment}
id: {columns: identifiant}
name: nom
types: {column: type}
address:
  lines: adresse
  postcode: code_postal
  commune: commune
  insee: code_insee
phones: telephone
emails: courriel
websites: site
hours:
  monday: lundi
  tuesday: mardi
  wednesday: mercredi
  thursday: jeudi
  friday: vendredi
  saturday: samedi
  sunday: dimanche
accessibility:
  wheelchair:
    column: acces_fauteuil
    values: {oui: yes, Oui: yes, partiel: limited, Partiel: limited, non: no, Non: no}
notes: remarques
# ${fr ? 'Degrés, pour les cartes ; vide si l’on ne sait pas.' : 'Degrees, for maps; empty when not known.'}
position: {latitude: latitude, longitude: longitude, origin: {constant: address}}
# ${fr ? 'Qui donne ces informations : son nom est imprimé.' : 'Who gives this information: the name is printed.'}
source:
  contributor: ${JSON.stringify(contributor)}
`;
}

function cell(text: string): string {
  return /[";\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
