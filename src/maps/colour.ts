type Channels = readonly [number, number, number];

/** White or black, whichever reads better on the colour "#rrggbb": always 4.5:1 at least. */
export function textColourOn(background: string): string {
  const luminance = relativeLuminance(background);
  const withWhite = 1.05 / (luminance + 0.05);
  const withBlack = (luminance + 0.05) / 0.05;
  return withWhite >= withBlack ? '#ffffff' : '#000000';
}

/** Colour of the furniture. */
export const ink = '#1a1a1a';

/** The colour mixed with white; 0 leaves it as it is, 1 gives white. */
export function tint(colour: string, share: number): string {
  const mixed = channels(colour).map((value) => Math.round(value + (255 - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): Channels {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) throw new Error(`not a colour "#rrggbb": ${colour}`);
  return [
    Number.parseInt(match[1] as string, 16),
    Number.parseInt(match[2] as string, 16),
    Number.parseInt(match[3] as string, 16),
  ];
}

/** Relative luminance as the accessibility guidelines (WCAG 2) define it, 0 to 1. */
export function relativeLuminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
