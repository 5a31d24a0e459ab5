import { metresPerPaperPoint } from './projection.ts';

/** A scale bar without its place. */
export interface ScaleLength {
  /** pt */
  readonly length: number;
  /** "500 m", "2 km", with a no-break space. */
  readonly label: string;
}

/** Denominator of the scale ("25 000" for 1:25 000) of a map of so many ground metres in one point. */
export function scaleDenominator(metresPerPoint: number): number {
  return Math.round(metresPerPoint / metresPerPaperPoint);
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that is at most `longest` pt. */
export function scaleLength(metresPerPoint: number, longest: number): ScaleLength {
  const metres = roundDown(metresPerPoint * longest);
  return { length: metres / metresPerPoint, label: distanceLabel(metres) };
}

function roundDown(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const factor = [5, 2, 1].find((each) => each * power <= metres) ?? 1;
  return factor * power;
}

function distanceLabel(metres: number): string {
  return metres >= 1000 ? `${metres / 1000}\u00a0km` : `${metres}\u00a0m`;
}
