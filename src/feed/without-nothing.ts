/** Deepest nesting of a feature's properties that is read. */
export const deepest = 12;

const hostile = new Set(['__proto__', 'constructor', 'prototype']);

/** Thrown at by `withoutNothing` when a value is nested deeper than any feed needs. */
export class TooDeep extends Error {}

/** The same value without null members and without keys that attack JavaScript objects; itself when it has none. */
export function withoutNothing(value: unknown, dropped: (key: string) => void, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw new TooDeep();
  if (Array.isArray(value)) return cleanArray(value, dropped, depth);
  let same = true;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const before = (value as Record<string, unknown>)[key];
    if (hostile.has(key)) {
      dropped(key);
      same = false;
      continue;
    }
    const after = withoutNothing(before, dropped, depth + 1);
    if (after === null || after === undefined) same = false;
    else kept[key] = after;
    if (after !== before) same = false;
  }
  return same ? value : kept;
}

function cleanArray(
  value: readonly unknown[],
  dropped: (key: string) => void,
  depth: number,
): unknown {
  let same = true;
  const kept: unknown[] = [];
  for (const before of value) {
    const after = withoutNothing(before, dropped, depth + 1);
    if (after !== before) same = false;
    if (after === null || after === undefined) same = false;
    else kept.push(after);
  }
  return same ? value : kept;
}
