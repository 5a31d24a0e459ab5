/** Deepest nesting of a feature's properties that is read. */
export const deepest = 12;

const hostile = new Set(['__proto__', 'constructor', 'prototype']);

/** Thrown at by `withoutNothing` when a value is nested deeper than any feed needs. */
export class TooDeep extends Error {}

/** The same value without null members and without keys that attack JavaScript objects; itself when it has none. */
export function withoutNothing(value: unknown, dropped: (key: string) => void): unknown {
  return isClean(value, 0) ? value : cleaned(value, dropped);
}

/** Most features are clean: looking first makes nothing for the garbage collector. */
function isClean(value: unknown, depth: number): boolean {
  if (typeof value !== 'object') return value !== undefined;
  if (value === null) return false;
  if (depth > deepest) throw new TooDeep();
  if (Array.isArray(value)) {
    for (const member of value) if (!isClean(member, depth + 1)) return false;
    return true;
  }
  for (const key in value) {
    if (hostile.has(key) || !isClean((value as Record<string, unknown>)[key], depth + 1))
      return false;
  }
  return true;
}

function cleaned(value: unknown, dropped: (key: string) => void, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw new TooDeep();
  if (Array.isArray(value)) {
    return value.map((member) => cleaned(member, dropped, depth + 1)).filter(isSomething);
  }
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (hostile.has(key)) dropped(key);
    else if (isSomething(member)) kept[key] = cleaned(member, dropped, depth + 1);
  }
  return kept;
}

function isSomething(value: unknown): boolean {
  return value !== null && value !== undefined;
}
