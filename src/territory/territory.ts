export interface Commune {
  /** INSEE code. */
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  readonly region: string;
  readonly population?: number;
  readonly postcodes: readonly string[];
}

/** Degrees, WGS84. */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Outer ring first, then holes; [longitude, latitude] degrees. */
export type Polygon = readonly (readonly (readonly [number, number])[])[];

/** A commune's outline, when a contours file is given. */
export interface Contour {
  readonly code: string;
  readonly name: string;
  readonly polygons: readonly Polygon[];
}

/** Whether a service belongs, and why not. */
export type Membership =
  | { readonly kind: 'inside'; readonly commune?: Commune }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unplaced' };

/** What a service is placed by. */
export interface Placement {
  readonly insee?: string;
  readonly longitude?: number;
  readonly latitude?: number;
}

export interface Territory {
  /** As printed: "Redon Agglomération", "Allier, Cantal, Haute-Loire et Puy-de-Dôme". */
  readonly name: string;
  /** Member communes of today by code; empty for a radius or a polygon. */
  readonly communes: ReadonlyMap<string, Commune>;
  readonly extent?: Extent;
  readonly contours: readonly Contour[];
  /** By INSEE code (former codes followed to today's commune), else by position in a contour. */
  locate(placement: Placement): Membership;
  /** Today's commune of an INSEE code, former ones included. */
  commune(code: string): Commune | undefined;
  /** Names of the groupings that a commune code stands in. */
  epciOf(code: string): { readonly code: string; readonly name: string } | undefined;
  departementOf(code: string): { readonly code: string; readonly name: string } | undefined;
}
