import type { Service } from '../feed/service.ts';

/** A service as it will be printed, once. */
export interface Entry {
  /** 1, 2, 3 ... in printing order: the number of its map marker. */
  readonly number: number;
  /** Anchor in the document: "e-0001"; fixed width, lower-case ASCII. */
  readonly anchor: string;
  readonly service: Service;
  /** Type label as printed, in the singular. */
  readonly typeLabels: readonly string[];
  /** Name of today's commune, for grouping and index. */
  readonly commune?: string;
  /** Names of the territory's communes that it serves from outside. */
  readonly serves?: readonly string[];
}

/** A group of entries: a category or a type under a theme, a theme under a commune. */
export interface Group {
  readonly anchor: string;
  readonly title: string;
  readonly groups: readonly Group[];
  readonly entries: readonly Entry[];
}

/** A chapter: a theme, a commune, an EPCI or a département. */
export interface Section extends Group {
  readonly kind: 'theme' | 'commune' | 'epci' | 'departement';
  /** Theme id, INSEE code or SIREN. */
  readonly id: string;
  readonly entryCount: number;
}

/** One line of an index. */
export interface IndexTerm {
  readonly text: string;
  /** Key for collation, article moved behind: "Poste (La)". */
  readonly sortKey: string;
  /** Anchors of what it points to, main one first. */
  readonly anchors: readonly string[];
  /** For a name printed twice: the commune. */
  readonly detail?: string;
  readonly see?: readonly string[];
  readonly seeAlso?: readonly string[];
}

/** Terms under one letter, A to Z, "0-9" first. */
export interface IndexLetter {
  readonly letter: string;
  readonly terms: readonly IndexTerm[];
}

/** Why a service was not printed. */
export interface LeftOut {
  readonly id: string;
  readonly name: string;
  readonly reason: LeftOutReason;
  /** In the user's language of the report, one sentence. */
  readonly message: { readonly fr: string; readonly en: string };
}

export type LeftOutReason =
  | 'invalid'
  | 'outside-territory'
  | 'not-placed'
  | 'type-not-selected'
  | 'removed-by-hand'
  | 'status-closed'
  | 'status-planned'
  | 'duplicate-id';

export interface SourceCredit {
  readonly contributor: string;
  readonly dataset?: string;
  readonly licence?: string;
  readonly url?: string;
  /** Latest date of the data. */
  readonly date?: string;
  readonly entryCount: number;
}

/** The content of an edition, before any page exists. */
export interface Directory {
  readonly sections: readonly Section[];
  /** Every entry in printing order. */
  readonly entries: readonly Entry[];
  readonly nameIndex: readonly IndexLetter[];
  readonly communeIndex: readonly IndexLetter[];
  /** Types in the plural; needs, their old names and other words refer to them. */
  readonly typeIndex?: readonly IndexLetter[];
  readonly leftOut: readonly LeftOut[];
  readonly credits: readonly SourceCredit[];
}
