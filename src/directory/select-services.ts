import type { Service } from '../feed/service.ts';
import type { BookletSpec } from '../spec/booklet-spec.ts';
import type { Membership, Territory } from '../territory/territory.ts';
import type { ServiceType, Typology } from '../typology/typology.ts';
import type { Chosen, Place } from './chosen.ts';
import type { LeftOut, LeftOutReason } from './directory.ts';
import { makePlaceFinder, type PlaceFinder, placeOf } from './find-place.ts';
import { leaveOut } from './left-out.ts';
import type { TypeSelection } from './type-selection.ts';

/** What the choice of services depends on. */
export interface SelectionInput {
  readonly services: readonly Service[];
  readonly spec: BookletSpec;
  readonly typology: Typology;
  readonly territory: Territory;
  readonly selection: TypeSelection;
}

/** Services to print and services left out: each one given is in one of the two. */
export interface Selected {
  readonly chosen: readonly Chosen[];
  readonly leftOut: readonly LeftOut[];
}

interface Context extends SelectionInput {
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly findPlace: PlaceFinder;
  readonly places: Map<string, Place>;
  readonly typesById: Map<string, ServiceType | undefined>;
}

/** Chooses the services of a booklet; what is added by hand skips the tests of type and territory. */
export function selectServices(input: SelectionInput): Selected {
  const context: Context = {
    ...input,
    added: new Set(input.spec.add),
    removed: new Set(input.spec.remove),
    findPlace: makePlaceFinder(input.territory),
    places: new Map(),
    typesById: new Map(),
  };
  const chosen: Chosen[] = [];
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();
  for (const service of input.services) {
    const verdict = seen.has(service.id) ? 'duplicate-id' : choose(service, context);
    seen.add(service.id);
    if (typeof verdict === 'string') leftOut.push(leaveOut(service, verdict));
    else chosen.push(verdict);
  }
  return { chosen, leftOut };
}

function choose(service: Service, context: Context): Chosen | LeftOutReason {
  if (context.removed.has(service.id)) return 'removed-by-hand';
  if (service.status === 'closed') return 'status-closed';
  if (service.status === 'planned') return 'status-planned';
  const known = knownTypes(service, context);
  const byHand = context.added.has(service.id);
  const [main, ...others] = byHand ? known : known.filter(context.selection.prints);
  if (!main) return known.length > 0 ? 'type-not-selected' : 'invalid';
  const membership = context.territory.locate({
    insee: service.address.insee,
    longitude: service.position?.longitude,
    latitude: service.position?.latitude,
  });
  const serving = membership.kind === 'inside' ? [] : servedMembers(service, context);
  if (!byHand && membership.kind !== 'inside' && serving.length === 0) return absence(membership);
  const located = membership.kind === 'inside' ? membership.commune : undefined;
  return { service, types: [main, ...others], place: context.findPlace(service, located), serving };
}

function absence(membership: Membership): LeftOutReason {
  return membership.kind === 'outside' ? 'outside-territory' : 'not-placed';
}

/** Two types of 2008 that one replaced count once. */
function knownTypes(service: Service, context: Context): readonly ServiceType[] {
  const types = service.types.flatMap((id) => knownType(id, context) ?? []);
  return types.length > 1 ? [...new Set(types)] : types;
}

/** A type that another one replaced is read as that one. */
function knownType(id: string, { typology, typesById }: Context): ServiceType | undefined {
  if (!typesById.has(id)) {
    const found = typology.resolveType(id);
    typesById.set(id, found.kind === 'found' ? found.type : typology.type(id));
  }
  return typesById.get(id);
}

function servedMembers(service: Service, { territory, places }: Context): readonly Place[] {
  const served = new Set<Place>();
  for (const insee of service.serves) {
    const membership = territory.locate({ insee });
    if (membership.kind === 'inside' && membership.commune) {
      served.add(placeOf(membership.commune, places));
    }
  }
  return [...served];
}
