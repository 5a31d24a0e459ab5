const hexColour = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const known = new Map<string, readonly [fill: string, stroke: string]>();

/** Operator that sets the fill colour; black and greys stay on one ink. */
export function fillOperator(colour: string): string {
  return operators(colour)[0];
}

/** Operator that sets the stroke colour. */
export function strokeOperator(colour: string): string {
  return operators(colour)[1];
}

function operators(colour: string): readonly [fill: string, stroke: string] {
  const found = known.get(colour);
  if (found) return found;
  const match = hexColour.exec(colour);
  if (!match) throw new Error(`not a colour "#rrggbb": "${colour}"`);
  const levels = match
    .slice(1)
    .map((hex) => String(Math.round((parseInt(hex, 16) / 255) * 1e3) / 1e3));
  const grey = levels.every((level) => level === levels[0]);
  const made: readonly [string, string] = grey
    ? [`${levels[0]} g`, `${levels[0]} G`]
    : [`${levels.join(' ')} rg`, `${levels.join(' ')} RG`];
  known.set(colour, made);
  return made;
}
