/** What a map says in words. */
export interface MapFacts {
  /** Name of the territory as printed. */
  readonly territory: string;
  /** "Santé" when the map shows one theme. */
  readonly subject?: string;
  /** Numbers of the markers, ascending. */
  readonly numbers: readonly number[];
  /** Markers whose place is known to the commune only. */
  readonly approximate: number;
  /** Markers at the edge for places off the map. */
  readonly offMap: number;
}

interface Words {
  title(territory: string): string;
  places(count: string, first: string, last: string, isOne: boolean): string;
  readonly none: string;
  readonly list: string;
  readonly approximate: string;
  readonly offMap: string;
  /** Between the title and the rest. */
  readonly colon: string;
}

const languages: Readonly<Record<string, Words>> = {
  fr: {
    title: (territory) => `Carte ${frenchOf(territory)}`,
    places: (count, first, last, isOne) =>
      isOne ? `un lieu, numéro ${first}` : `${count} lieux numérotés de ${first} à ${last}`,
    none: 'aucun lieu numéroté',
    list: 'La liste des lieux est à côté, dans le même ordre de numéros.',
    approximate: 'Numéro sur fond blanc\u00a0: position approximative.',
    offMap: 'Numéro au bord de la carte\u00a0: lieu situé plus loin, dans cette direction.',
    colon: '\u00a0: ',
  },
  en: {
    title: (territory) => `Map of ${territory}`,
    places: (count, first, last, isOne) =>
      isOne ? `one place, number ${first}` : `${count} places numbered ${first} to ${last}`,
    none: 'no numbered place',
    list: 'The list of places is beside it, in the same order of numbers.',
    approximate: 'Number on white: approximate position.',
    offMap: 'Number at the edge of the map: the place lies further, in that direction.',
    colon: ': ',
  },
  de: {
    title: (territory) => `Karte: ${territory}`,
    places: (count, first, last, isOne) =>
      isOne ? `ein Ort, Nummer ${first}` : `${count} Orte, nummeriert von ${first} bis ${last}`,
    none: 'kein nummerierter Ort',
    list: 'Die Liste der Orte steht daneben, nach denselben Nummern geordnet.',
    approximate: 'Nummer auf Weiß: ungefähre Lage.',
    offMap: 'Nummer am Kartenrand: Der Ort liegt weiter in dieser Richtung.',
    colon: ' – ',
  },
  es: {
    title: (territory) => `Mapa de ${territory}`,
    places: (count, first, last, isOne) =>
      isOne ? `un lugar, número ${first}` : `${count} lugares numerados del ${first} al ${last}`,
    none: 'ningún lugar numerado',
    list: 'La lista de lugares está al lado, en el mismo orden de números.',
    approximate: 'Número sobre blanco: posición aproximada.',
    offMap: 'Número en el borde del mapa: el lugar está más lejos, en esa dirección.',
    colon: ': ',
  },
  it: {
    title: (territory) => `Carta di ${territory}`,
    places: (count, first, last, isOne) =>
      isOne ? `un luogo, numero ${first}` : `${count} luoghi numerati da ${first} a ${last}`,
    none: 'nessun luogo numerato',
    list: 'L’elenco dei luoghi è accanto, nello stesso ordine di numeri.',
    approximate: 'Numero su fondo bianco: posizione approssimativa.',
    offMap: 'Numero sul bordo della carta: il luogo si trova più lontano, in quella direzione.',
    colon: ': ',
  },
  nl: {
    title: (territory) => `Kaart van ${territory}`,
    places: (count, first, last, isOne) =>
      isOne
        ? `één plaats, nummer ${first}`
        : `${count} plaatsen, genummerd van ${first} tot ${last}`,
    none: 'geen genummerde plaats',
    list: 'De lijst van plaatsen staat ernaast, in dezelfde volgorde van nummers.',
    approximate: 'Nummer op wit: benaderende ligging.',
    offMap: 'Nummer aan de rand van de kaart: de plaats ligt verder, in die richting.',
    colon: ': ',
  },
};

/** The text alternative of a map, in the language of the BCP 47 tag; French when it is not one of ours. */
export function mapAlt(facts: MapFacts, language: string): string {
  const words = wordsIn(language);
  const { numbers } = facts;
  const subject = facts.subject ? `, ${facts.subject}` : '';
  const places =
    numbers.length === 0
      ? words.none
      : words.places(
          String(numbers.length),
          String(numbers[0]),
          String(numbers[numbers.length - 1]),
          numbers.length === 1,
        );
  const opening = `${words.title(facts.territory)}${subject}${words.colon}${places}.`;
  return [opening, ...(numbers.length ? [words.list] : []), ...mapNotes(facts, language)].join(' ');
}

/** What a reader must be told of the markers, in the same language. */
export function mapNotes(facts: MapFacts, language: string): readonly string[] {
  const words = wordsIn(language);
  return [
    ...(facts.approximate > 0 ? [words.approximate] : []),
    ...(facts.offMap > 0 ? [words.offMap] : []),
  ];
}

function wordsIn(language: string): Words {
  return languages[language.split('-')[0]?.toLowerCase() ?? ''] ?? (languages.fr as Words);
}

/** "de Redon", "d’Aurillac", "du Puy-en-Velay", "des Ancizes-Comps"; an h is taken as aspirated. */
function frenchOf(name: string): string {
  if (/^Les? /.test(name)) return name.replace(/^Le /, 'du ').replace(/^Les /, 'des ');
  return /^[AEIOUYÀÂÉÈÊËÎÏÔŒÙÛÜ]/i.test(name) ? `d’${name}` : `de ${name}`;
}
