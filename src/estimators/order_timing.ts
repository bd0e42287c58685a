import { normalQuantile } from './normal.ts';

/** Sums over the intervals of customers: what an analysis of variance of their logarithms needs. */
export interface IntervalSums {
  /** Intervals, and customers with at least one. */
  readonly intervals: number;
  readonly customers: number;
  /** Σ n² over customers, n their intervals. */
  readonly squaredCounts: number;
  /** Σ and Σ of squares of the logarithms of all intervals. */
  readonly sum: number;
  readonly squares: number;
  /** Σ n·mean² over customers, mean that of the customer's logarithms. */
  readonly betweenSquares: number;
}

/** Logarithms of intervals: normal around the customer's mean, and those normal around `mean`. */
export interface IntervalPrior {
  readonly mean: number;
  readonly within: number;
  readonly between: number;
}

/** What is assumed of spread where the intervals cannot tell: a factor of e^0.5 either way. */
const usualVariance = 0.25;
const leastVariance = 0.01;

/**
 * The spread of intervals within and between customers, by the moments of an unbalanced one-way analysis of variance (Searle, Casella and McCulloch 1992, section 3.6).
 * Where too few customers have two intervals, or there are too few customers, the spread that cannot be told is taken as 0.25. Null for no intervals.
 */
export const fitIntervals = ({ intervals, customers, squaredCounts, sum, squares, betweenSquares }: IntervalSums): IntervalPrior | null => {
  if (intervals <= 0) return null;
  const mean = sum / intervals;
  const withinFree = intervals - customers;
  const within = Math.max(leastVariance, withinFree > 0 ? (squares - betweenSquares) / withinFree : usualVariance);
  const size = customers > 1 ? (intervals - squaredCounts / intervals) / (customers - 1) : 0;
  if (size <= 0) return { mean, within, between: usualVariance };
  const meanSquare = (betweenSquares - intervals * mean * mean) / (customers - 1);
  // All intervals of one each: their spread is within and between together, and half of it is taken for each.
  if (withinFree <= 0) {
    const half = Math.max(leastVariance, meanSquare / 2);
    return { mean, within: half, between: half };
  }
  return { mean, within, between: Math.max(0, (meanSquare - within) / size) };
};

/** A prior drawn towards a wider one that weighs as much as so many intervals. */
export const drawTowards = (own: IntervalPrior, intervals: number, wide: IntervalPrior, weight = 20): IntervalPrior => {
  const share = intervals / (intervals + weight);
  const mix = (name: keyof IntervalPrior): number => share * own[name] + (1 - share) * wide[name];
  return { mean: mix('mean'), within: mix('within'), between: mix('between') };
};

export interface NextOrder {
  /** The median, and the bounds that hold `level` of next orders, in days. */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly ownWeight: number;
}

/**
 * In how many days a customer orders again: the mean logarithm of their own intervals drawn towards all customers' (normal with a normal
 * prior; Gelman et al. 2013, section 2.5), and the spread of one more interval around it.
 * @param own how many intervals the customer has and the mean of their logarithms
 */
export const nextOrder = (
  { mean, within, between }: IntervalPrior,
  own: { readonly intervals: number; readonly meanLog: number },
  level = 0.8,
): NextOrder => {
  const ownWeight = between === 0 ? 0 : (own.intervals * between) / (own.intervals * between + within);
  const centre = ownWeight * own.meanLog + (1 - ownWeight) * mean;
  const half = normalQuantile(0.5 + level / 2) * Math.sqrt(within + (1 - ownWeight) * between);
  return { expected: Math.exp(centre), lower: Math.exp(centre - half), upper: Math.exp(centre + half), ownWeight };
};
