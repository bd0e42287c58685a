/** How a change is told of what has no shares: in points of a hundred, in points of the scale, as a bare number. */
const differences = {
  /** Two rates differ by percentage points: «+10 %» of a rate of 20 % would be read as 30 %. */
  rate: 'percentage_points',
  /** A score is a place on a scale (NPS −100 to 100, CSAT 1 to 5), whose zero, where it has one, does not mean none. */
  score: 'points',
  /** Nor does a correlation of 0.4 hold twice one of 0.2. */
  correlation: 'number',
} as const;

const isDifference = (unit: string): unit is keyof typeof differences => Object.hasOwn(differences, unit);

/** In what a change is told: `share`, of what was before (counts, money, durations, ratios), else as the difference itself. */
export const toldIn = (unit: string): 'share' | (typeof differences)[keyof typeof differences] =>
  isDifference(unit) ? differences[unit] : 'share';

/** A change between two values of a KPI. */
export interface Change {
  /** In the unit itself. Null: one of the two is not known. */
  readonly change: number | null;
  /** As a share of what was before; null where that says nothing: of rates, scores and correlations, and on a base that is not above zero. */
  readonly relative: number | null;
}

/**
 * The one rule of how a change is told: as a share of what was before where a share means something, else as the difference alone.
 * What went from −10 to 5 did not change by 150 %, and what was nothing has grown by no share of it.
 */
export function changeFrom(before: number | null, now: number | null, unit: string): Change {
  if (before === null || now === null) return { change: null, relative: null };
  const change = now - before;
  return { change, relative: toldIn(unit) === 'share' && before > 0 ? change / before : null };
}
