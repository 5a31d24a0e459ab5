import type { LocatedAnchor } from './folios.ts';

/** Knows on which page an anchor stands, as far as the document has been laid out. */
export interface FolioResolver {
  /** Places of the anchors in the order given; null when one is not known yet. */
  locate(anchors: readonly string[]): readonly LocatedAnchor[] | null;
  /** Text as wide as the widest page number: the slot kept for those not known yet. */
  readonly widest: string;
  /** "page", in the document's language: what a page link says when read aloud. */
  readonly pageWord: string;
}
