import type { ServiceType, Typology } from './typology.ts';

/** Today's type for a type: its last successor, or itself. */
export function successorOf(type: ServiceType, typology: Pick<Typology, 'type'>): ServiceType {
  const passed = new Set<string>();
  let today = type;
  while (today.successor) {
    if (passed.has(today.id)) throw new Error(`successors of ${type.id} run in a circle`);
    passed.add(today.id);
    const next = typology.type(today.successor.id);
    if (!next) throw new Error(`unknown successor of ${today.id}: ${today.successor.id}`);
    today = next;
  }
  return today;
}
