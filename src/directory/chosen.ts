import type { Service } from '../feed/service.ts';
import type { ServiceType } from '../typology/typology.ts';

/** A commune as entries are grouped under it; without a code when only its name is known. */
export interface Place {
  /** Code, else folded name: what two mentions of one commune share. */
  readonly key: string;
  readonly code?: string;
  readonly name: string;
}

/** A service that will be printed, with what its place in the directory depends on. */
export interface Chosen {
  readonly service: Service;
  /** Types printed, the one it stands under first. */
  readonly types: readonly [ServiceType, ...ServiceType[]];
  /** Where it stands. */
  readonly place?: Place;
  /** Member communes that it serves from outside the territory. */
  readonly serving: readonly Place[];
}
