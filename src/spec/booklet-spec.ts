import type { Edges, Size } from '../geometry/geometry.ts';

/** One territory word: a code or an unambiguous name, or an explicit kind. */
export type TerritoryTerm =
  | string
  | { readonly commune: string }
  | { readonly epci: string }
  | { readonly departement: string }
  | { readonly region: string };

export interface TerritorySpec {
  /** Printed instead of the computed name. */
  readonly name?: string;
  readonly include: readonly TerritoryTerm[];
  readonly exclude: readonly TerritoryTerm[];
  /** Disc around a point, kilometres. */
  readonly radius?: { readonly longitude: number; readonly latitude: number; readonly km: number };
  /** GeoJSON file holding Polygon or MultiPolygon features: the territory is their union. */
  readonly polygon?: string;
  /** GeoJSON file of commune outlines (`code`, `nom`), to place services without an INSEE code and to draw maps. */
  readonly contours?: string;
}

export type EntryField =
  | 'type'
  | 'address'
  | 'phones'
  | 'emails'
  | 'websites'
  | 'hours'
  | 'closures'
  | 'description'
  | 'notes'
  | 'accessibility'
  | 'audience'
  | 'source';

/** Colours printed: all of them, greys as light as they are, or no coloured areas. */
export type ColourChoice = 'full' | 'grey' | 'ink-saving';

/** What a booklet asks of copy-fitting. */
export interface FitSpec {
  /** Both included; the same number twice when one count is asked for. */
  readonly pages: { readonly least: number; readonly most: number };
  /** Least type size of the entries, pt; the engine's own when absent. */
  readonly floor?: number;
}

export type Grouping = 'theme' | 'commune' | 'epci' | 'departement';

/** A booklet file once read: defaults filled in, paths absolute. */
export interface BookletSpec {
  /** Absolute path of the file it came from. */
  readonly file: string;
  /** Base name of what is written; from `slug`, else from the file's name. */
  readonly slug: string;
  readonly title: string;
  readonly subtitle?: string;
  /** Printed edition name ("Édition 2026") and its date, ISO 8601. */
  readonly edition: { readonly name?: string; readonly date?: string };
  /** BCP 47 tag of the document. */
  readonly language: string;
  readonly territory: TerritorySpec;
  /** Words of themes, categories or types to print (empty: all) and not to print. */
  readonly select: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly feeds: readonly string[];
  /** Ids added whatever the selection says, and ids left out. */
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Name of a shipped template or absolute path of a template folder. */
  readonly template: string;
  readonly page: {
    readonly size: Size;
    /** Overrides the template's margins; `left` is inside, `right` outside. */
    readonly margins?: Partial<Edges>;
  };
  /** Fields printed, in template order. */
  readonly fields: readonly EntryField[];
  /** Outer to inner: 'theme' gives theme > category > type. */
  readonly group: Grouping;
  readonly sort: 'name' | 'commune' | 'postcode';
  readonly cover: {
    readonly image?: string;
    readonly credit?: string;
    readonly text?: string;
  };
  readonly organisation: {
    readonly name?: string;
    readonly logo?: string;
    readonly address?: string;
    readonly phone?: string;
    readonly email?: string;
    readonly website?: string;
    /** Main colour "#rrggbb" and colours by theme id. */
    readonly colour?: string;
    readonly themeColours: Readonly<Record<string, string>>;
  };
  readonly index: {
    readonly names: boolean;
    readonly communes: boolean;
    /** Types and needs, with what they refer to. */
    readonly types: boolean;
  };
  readonly map: {
    /** 'none', 'outline' (contours only) or 'ign' / a tile URL template with {z} {x} {y}. */
    readonly base: string;
    /** Credit printed with a tile base of one's own. */
    readonly credit?: string;
  };
  readonly output: {
    /** Millimetres of bleed with crop marks; 0 for none. */
    readonly bleed: number;
    /** Also write a saddle-stitched version for a home printer. */
    readonly imposed: boolean;
    /** Attach the feed to the PDF. */
    readonly attachFeed: boolean;
    /** Page count made a multiple of this with useful pages: 1 or 4. */
    readonly multiple: number;
    /** 'full' when absent. */
    readonly colour?: ColourChoice;
  };
  /** Page count to reach; absent: as many as the content takes. */
  readonly fit?: FitSpec;
}
