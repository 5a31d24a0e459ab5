/** What a face is chosen by. */
export interface Weighted {
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

/**
 * The face of a family that CSS would choose: the style first, then the weight (400 and 500 stand
 * for each other, lighter weights look down, bolder ones up). Null for a family without faces.
 */
export function nearestFace<F extends Weighted>(
  faces: readonly F[],
  weight: number,
  style: 'normal' | 'italic',
): F | null {
  const styled = faces.filter((face) => face.style === style);
  const candidates = styled.length > 0 ? styled : faces;
  let best: F | null = null;
  for (const face of candidates) {
    if (best === null || distance(face.weight, weight) < distance(best.weight, weight)) best = face;
  }
  return best;
}

/** Any weight on the wrong side comes after all on the right one. */
const wrongSide = 10_000;
const farSide = 1_000;

function distance(offered: number, wanted: number): number {
  const gap = Math.abs(offered - wanted);
  if (gap === 0) return 0;
  if (wanted >= 400 && wanted <= 500) {
    if (offered > wanted && offered <= 500) return gap;
    return offered < wanted ? farSide + gap : wrongSide + gap;
  }
  const rightSide = wanted < 400 ? offered < wanted : offered > wanted;
  return rightSide ? gap : wrongSide + gap;
}
