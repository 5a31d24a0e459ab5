/** A label in the two forms that headings and entries need. */
export interface TypeLabel {
  readonly singular: string;
  readonly plural: string;
}

export interface Theme {
  /** "services-publics" */
  readonly id: string;
  readonly label: string;
  readonly order: number;
  /** Default colour "#rrggbb", at least 4.5:1 against white. */
  readonly colour?: string;
  /** Pictogram, "maki:name" or "temaki:name". */
  readonly icon?: string;
}

export interface Category {
  /** "services-publics/justice" */
  readonly id: string;
  readonly theme: string;
  readonly label: string;
  readonly order: number;
}

/** What became of a type of 2008. */
export interface Succession {
  /** Id of today's type (in the 2008 list or in the extension). */
  readonly id: string;
  /** Year of the change. */
  readonly year: number;
  /** One French sentence: "L'ANPE et les Assedic ont formé Pôle emploi en 2008, devenu France Travail en 2024." */
  readonly note: string;
}

export interface ServiceType {
  /** Stable, lower-case ASCII slug: "mairie", "ecole-elementaire". */
  readonly id: string;
  readonly theme: string;
  /** Category id. */
  readonly category: string;
  readonly subcategory?: string;
  /** Today's French label; for a type of 2008 whose label was badly written, the mended one. */
  readonly label: TypeLabel;
  /** The label of the 2008 list, letter for letter; absent for an extension. */
  readonly label2008?: string;
  readonly origin: '2008' | 'extension';
  readonly successor?: Succession;
  /** Other words that find it: "BM", "lecture publique". */
  readonly synonyms: readonly string[];
  readonly order: number;
  /** Pictogram, "maki:name" or "temaki:name". */
  readonly icon?: string;
  /** One French sentence on a type of 2008 that was renamed in place or that nothing replaced. */
  readonly note?: string;
}

/** What a reader looks for under a word that names no type: "Carte d’identité", found at the town hall. */
export interface Need {
  /** The word as an index prints it, by language; always in French. */
  readonly text: { readonly fr: string } & Readonly<Record<string, string>>;
  /** Ids of the types that answer it, the first to turn to first. */
  readonly see: readonly string[];
}

/** What a word of a booklet or a feed means. */
export type TypeResolution =
  | { readonly kind: 'found'; readonly type: ServiceType; readonly replaced?: ServiceType }
  | { readonly kind: 'ambiguous'; readonly types: readonly ServiceType[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly ServiceType[] };

/** The loaded typology. */
export interface Typology {
  readonly themes: readonly Theme[];
  readonly categories: readonly Category[];
  readonly types: readonly ServiceType[];
  /** None when absent. */
  readonly needs?: readonly Need[];
  /** Groups of ids of types that stand close: who looks for one may want the others. */
  readonly neighbours?: readonly (readonly string[])[];
  /** Synonyms that find a type but would mislead in an index: words of offices, names of one kind among several. */
  readonly unprinted?: readonly string[];
  theme(id: string): Theme | undefined;
  category(id: string): Category | undefined;
  type(id: string): ServiceType | undefined;
  /** Finds a type by id, by today's label, by the label of 2008 or a synonym; follows successors. */
  resolveType(word: string): TypeResolution;
  /** Finds a theme by id or label (case and accents ignored). */
  resolveTheme(word: string): Theme | undefined;
  /** Finds a category by id, "theme/category" or unambiguous label. */
  resolveCategory(word: string): Category | undefined;
}
