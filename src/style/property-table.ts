import { boxProperties } from './box-properties.ts';
import { flowProperties } from './flow-properties.ts';
import type { Longhand } from './property.ts';
import { textProperties } from './text-properties.ts';

/** The property table: what a style sheet may say, and what the manual prints. */
export const propertyTable = { ...textProperties, ...boxProperties, ...flowProperties };

/** Name of a property that holds a value of its own. */
export type LonghandName = keyof typeof propertyTable;

/** A value of each property, computed. */
export type LonghandValues = {
  readonly [N in LonghandName]: (typeof propertyTable)[N] extends Longhand<infer T> ? T : never;
};

/** All longhand names, in the order of the table. */
export const longhandNames = Object.keys(propertyTable) as readonly LonghandName[];

/** Names of the properties that elements take from their parent. */
export const inheritedNames: readonly LonghandName[] = longhandNames.filter(
  (name) => propertyTable[name].inherited,
);

/** The row of a property, typed by its name. */
export function rowOf<N extends LonghandName>(name: N): Longhand<LonghandValues[N]> {
  return propertyTable[name] as unknown as Longhand<LonghandValues[N]>;
}

/** Whether a name is that of a longhand. */
export function isLonghand(name: string): name is LonghandName {
  return Object.hasOwn(propertyTable, name);
}
