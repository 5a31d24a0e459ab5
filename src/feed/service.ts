/** Text by BCP 47 language tag: { fr: "...", en: "..." }. */
export type LocalizedText = Readonly<Record<string, string>>;

export interface Address {
  /** Street lines, without postcode and commune. */
  readonly lines: readonly string[];
  /** Five characters, leading zero kept. */
  readonly postcode?: string;
  /** Name of the commune as printed on the envelope. */
  readonly commune?: string;
  /** INSEE code of the commune, five characters ("01033", "2A004"). */
  readonly insee?: string;
}

/** How the position is known, from best to worst. */
export type PositionOrigin = 'entrance' | 'building' | 'address' | 'street' | 'commune' | 'unknown';

export interface Position {
  /** WGS84 degrees. */
  readonly longitude: number;
  readonly latitude: number;
  readonly origin: PositionOrigin;
}

export interface Phone {
  readonly number: string;
  readonly label?: string;
  /** What a call costs, as printed: "0,06 €/min", "gratuit". */
  readonly cost?: string;
}

export interface WebSite {
  readonly url: string;
  readonly label?: string;
}

export interface Email {
  readonly address: string;
  readonly label?: string;
}

/** A dated closure, both days included, ISO 8601 dates. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
}

export interface Accessibility {
  readonly wheelchair?: 'yes' | 'limited' | 'no';
  readonly notes?: LocalizedText;
}

export interface ServiceImage {
  /** Path relative to the feed's folder, or URL. */
  readonly source: string;
  readonly alt: LocalizedText;
  readonly credit?: string;
}

export interface Source {
  /** Who gave the data: printed by name. */
  readonly contributor: string;
  readonly dataset?: string;
  readonly licence?: string;
  readonly url?: string;
  /** Date of the data, ISO 8601. */
  readonly date?: string;
  /** Date when somebody last checked it, ISO 8601. */
  readonly checked?: string;
}

export type ServiceStatus = 'open' | 'temporarily-closed' | 'planned' | 'closed';

/** One local service: one feature of the feed, one entry of the directory. */
export interface Service {
  /** Unique in the feed; kept in every edition. */
  readonly id: string;
  readonly name: string;
  /** Typology ids, canonical (a name of 2008 is resolved on reading), main one first. */
  readonly types: readonly string[];
  readonly address: Address;
  readonly position?: Position;
  /** INSEE codes of communes served, wherever the service stands. */
  readonly serves: readonly string[];
  readonly phones: readonly Phone[];
  readonly emails: readonly Email[];
  readonly websites: readonly WebSite[];
  /** OSM opening_hours syntax. */
  readonly openingHours?: string;
  readonly closures: readonly Closure[];
  readonly description?: LocalizedText;
  readonly notes?: LocalizedText;
  readonly accessibility?: Accessibility;
  /** Who it is for: "0-3 ans", "seniors". */
  readonly audience?: LocalizedText;
  readonly images: readonly ServiceImage[];
  readonly source: Source;
  readonly status: ServiceStatus;
}

/** What identifies an edition, in the feed's foreign members and in the colophon. */
export interface EditionIdentity {
  readonly id: string;
  readonly title: string;
  /** Date of the data, ISO 8601. */
  readonly date: string;
  /** Set when the data carries no date: `date` is then that of the printing. */
  readonly dateOf?: 'printing';
  /** SHA-256, hex, of the printed content. */
  readonly digest: string;
}

/** A feed as read: its services and what is known of the feed itself. */
export interface Feed {
  readonly services: readonly Service[];
  /** Path or name, for messages. */
  readonly file: string;
  readonly title?: string;
  /** Date of the data, ISO 8601. */
  readonly date?: string;
}
