import { sumOf } from './numbers.ts';

/** Cases given the same probability. */
export interface Forecast {
  readonly probability: number;
  /** How many happened, of `n`. */
  readonly happened: number;
  readonly n: number;
}

export interface ReliabilityBand {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** The mean of the probabilities given, and the share that happened. */
  readonly expected: number;
  readonly observed: number;
}

export interface Reliability {
  readonly bands: readonly ReliabilityBand[];
  /** The mean square of probability less outcome: 0 is perfect. Brier (1950), Monthly Weather Review 78. */
  readonly brier: number;
  /** That of always saying the share that happened over all; the skill is 1 − brier/reference (null where all or none happened). */
  readonly reference: number;
  readonly skill: number | null;
  readonly n: number;
}

/** Whether what was given 30 % happened three times of ten: forecasts in bands of equal width, empty ones left out. Null without cases. */
export const reliabilityOf = (forecasts: readonly Forecast[], bands = 10): Reliability | null => {
  const n = sumOf(forecasts.map((each) => each.n));
  if (n <= 0) return null;
  const rate = sumOf(forecasts.map(({ happened }) => happened)) / n;
  const brier =
    sumOf(forecasts.map((each) => each.happened * (1 - each.probability) ** 2 + (each.n - each.happened) * each.probability ** 2)) / n;
  const reference = rate * (1 - rate);
  const placed = Array.from({ length: bands }, (_, band) => {
    const own = forecasts.filter(({ probability }) => Math.min(bands - 1, Math.floor(probability * bands)) === band);
    const size = sumOf(own.map((each) => each.n));
    return {
      from: band / bands,
      to: (band + 1) / bands,
      n: size,
      expected: sumOf(own.map((each) => each.probability * each.n)) / size,
      observed: sumOf(own.map(({ happened }) => happened)) / size,
    };
  });
  return { bands: placed.filter((band) => band.n > 0), brier, reference, skill: reference > 0 ? 1 - brier / reference : null, n };
};
