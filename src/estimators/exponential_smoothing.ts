import { leastSquares } from './least_squares.ts';
import { sumOf } from './numbers.ts';
import { minimise } from './optimise.ts';

/** What is smoothed beside the level: a trend that may be damped, seasons of so many periods that add to it (1: none). */
export interface SmoothingForm {
  readonly trend: 'none' | 'linear' | 'damped';
  readonly season: number;
}

/** Of the level, the trend (a share of alpha), the damping, the season: FPP's α, β*, φ, γ. */
export interface SmoothingWeights {
  readonly alpha: number;
  readonly beta: number;
  readonly phi: number;
  readonly gamma: number;
}

/** Level, trend and seasons before the first value, the season of the first value first. */
export interface SmoothingStart {
  readonly level: number;
  readonly trend: number;
  readonly seasons: readonly number[];
}

export interface SmoothingFit {
  readonly form: SmoothingForm;
  readonly weights: SmoothingWeights;
  readonly start: SmoothingStart;
  /** Errors one step ahead, and the sum of their squares. */
  readonly errors: readonly number[];
  readonly squares: number;
  /** The standard deviation of one error, less what was fitted: √(SSE / (n − parameters)). */
  readonly deviation: number;
  /** What is expected 1, 2, … steps ahead, and the standard deviation of what comes around it. */
  ahead(steps: number): { readonly mean: number; readonly deviation: number };
}

/** How hard the weights are searched for: `quick` is near enough to tell how well a form does. */
export type Effort = 'full' | 'quick';

interface Walk {
  readonly errors: readonly number[];
  readonly level: number;
  readonly trend: number;
  readonly seasons: readonly number[];
}

/**
 * Holt's and Winters's additive exponential smoothing in its error-correction form, with the damping of Gardner and McKenzie (1985), Management
 * Science 31: Hyndman and Athanasopoulos, Forecasting: principles and practice (2nd ed. 2018), sections 7.1 to 7.5.
 */
export function smooth(values: readonly number[], { season }: SmoothingForm, weights: SmoothingWeights, start: SmoothingStart): Walk {
  const { alpha, beta, phi, gamma } = weights;
  let { level, trend } = start;
  const seasons = season > 1 ? [...start.seasons] : [0];
  const errors: number[] = [];
  for (const [index, value] of values.entries()) {
    const place = index % seasons.length;
    const own = seasons[place] ?? 0;
    const error = value - (level + phi * trend + own);
    level += phi * trend + alpha * error;
    trend = phi * trend + alpha * beta * error;
    if (season > 1) seasons[place] = own + gamma * error;
    errors.push(error);
  }
  return { errors, level, trend, seasons };
}

/** How many starting states are fitted: of the seasons one less than there are, as they sum to nothing. */
const statesOf = ({ trend, season }: SmoothingForm): number => 1 + (trend === 'none' ? 0 : 1) + (season > 1 ? season - 1 : 0);
const weightsOf = ({ trend, season }: SmoothingForm): number =>
  [1, trend === 'none' ? 0 : trend === 'linear' ? 1 : 2, season > 1 ? 1 : 0].reduce((a, b) => a + b, 0);

/** How many values a form needs so that more is known than fitted. */
export const leastValues = (form: SmoothingForm): number => statesOf(form) + weightsOf(form) + 2;

const startOf = (states: readonly number[], { trend, season }: SmoothingForm): SmoothingStart => {
  const hasTrend = trend !== 'none';
  const free = states.slice(hasTrend ? 2 : 1);
  return {
    level: states[0] ?? 0,
    trend: hasTrend ? (states[1] ?? 0) : 0,
    seasons: season > 1 ? [...free, -sumOf(free)] : [],
  };
};

/** The errors of a walk, as `smooth` makes them, in numbers only: this is done some ten thousand times a forecast. */
function errorsFrom(
  values: Float64Array,
  season: number,
  { alpha, beta, phi, gamma }: SmoothingWeights,
  start: SmoothingStart,
): Float64Array {
  const seasons = Float64Array.from(season > 1 ? start.seasons : [0]);
  const errors = new Float64Array(values.length);
  const [step, seasonal] = [alpha * beta, season > 1 ? gamma : 0];
  let { level, trend } = start;
  for (let index = 0, place = 0; index < values.length; index++) {
    const own = seasons[place] ?? 0;
    const error = (values[index] ?? 0) - (level + phi * trend + own);
    level += phi * trend + alpha * error;
    trend = phi * trend + step * error;
    seasons[place] = own + seasonal * error;
    errors[index] = error;
    place = place + 1 === seasons.length ? 0 : place + 1;
  }
  return errors;
}

interface Best {
  readonly start: SmoothingStart;
  readonly squares: number;
}

/**
 * The start that leaves the least squares, exactly: with given weights every error is linear in the starting states, so that each state's effect on the
 * errors is the walk over zeros from it, and the best start is a regression on these effects.
 */
function bestStart(values: Float64Array, form: SmoothingForm, weights: SmoothingWeights): Best | null {
  const count = statesOf(form);
  const none = new Float64Array(values.length);
  const errors = errorsFrom(values, form.season, weights, startOf(new Array<number>(count).fill(0), form));
  // The walk over zeros from a state of 1 gives the error that it takes away, with its sign turned.
  const effects = Array.from({ length: count }, (_, index) => {
    const unit = startOf(
      Array.from({ length: count }, (__, other) => (other === index ? 1 : 0)),
      form,
    );
    return errorsFrom(none, form.season, weights, unit).map((error) => -error);
  });
  const states = leastSquares(effects, errors);
  if (states === null) return null;
  let squares = 0;
  for (let index = 0; index < errors.length; index++) {
    let left = errors[index] ?? 0;
    for (let state = 0; state < count; state++) left -= (states[state] ?? 0) * (effects[state]?.[index] ?? 0);
    squares += left * left;
  }
  return { start: startOf(states, form), squares };
}

const between = (low: number, high: number, x: number): number => low + (high - low) / (1 + Math.exp(-x));

/** Weights from numbers without bounds, in the bounds that Hyndman et al. (2008), Forecasting with exponential smoothing, section 2.4, call usual. */
function weightsFrom(at: readonly number[], { trend, season }: SmoothingForm): SmoothingWeights {
  const rest = [...at];
  const alpha = between(1e-4, 0.9999, rest.shift() ?? 0);
  const beta = trend === 'none' ? 0 : between(0, 0.9999, rest.shift() ?? 0);
  const phi = trend === 'none' ? 0 : trend === 'linear' ? 1 : between(0.8, 0.98, rest.shift() ?? 0);
  const gamma = season > 1 ? between(0, 1 - alpha, rest.shift() ?? 0) : 0;
  return { alpha, beta, phi, gamma };
}

/** Where the search begins: α 0.3 or 0.9, β* 0.1, φ 0.95, γ a tenth of its room. */
function beginnings({ trend, season }: SmoothingForm): readonly (readonly number[])[] {
  const others = [...(trend === 'none' ? [] : [-2.2]), ...(trend === 'damped' ? [1.6] : []), ...(season > 1 ? [-2.2] : [])];
  return [-0.85, 2.2].map((alpha) => [alpha, ...others]);
}

/**
 * Smoothing with the weights and the start that leave the least squares one step ahead. `given` fixes weights, as a worked example does.
 * @returns null for fewer values than the form needs (`leastValues`)
 */
export function fitSmoothing(
  values: readonly number[],
  form: SmoothingForm,
  given: Partial<SmoothingWeights> = {},
  effort: Effort = 'full',
): SmoothingFit | null {
  if (values.length < leastValues(form)) return null;
  const series = Float64Array.from(values);
  const weightsAt = (at: readonly number[]): SmoothingWeights => ({ ...weightsFrom(at, form), ...given });
  // Squares are measured by those of the values around their mean, so that the search ends alike for euros and for millions.
  const mean = sumOf(values) / values.length;
  const scale = sumOf(values.map((value) => (value - mean) ** 2)) || 1;
  const missed = (at: readonly number[]): number => (bestStart(series, form, weightsAt(at))?.squares ?? Number.NaN) / scale;
  const evaluations = effort === 'full' ? 250 : 80;
  const found = beginnings(form)
    .slice(0, effort === 'full' ? 2 : 1)
    .map((beginning) => minimise(missed, beginning, { tolerance: 1e-7, evaluations }))
    .reduce((best, one) => (one.value < best.value ? one : best));
  const weights = weightsAt(found.at);
  const start = bestStart(series, form, weights)?.start;
  if (!start) return null;
  const walk = smooth(values, form, weights, start);
  const squares = sumOf(walk.errors.map((error) => error * error));
  const deviation = Math.sqrt(squares / (values.length - statesOf(form) - weightsOf(form)));
  return {
    form,
    weights,
    start,
    errors: walk.errors,
    squares,
    deviation,
    ahead: (steps) => ahead(steps, form, weights, walk, deviation, values.length),
  };
}

/** φ + φ² + … + φ^steps. */
const damped = (phi: number, steps: number): number => {
  let sum = 0;
  for (let step = 1; step <= steps; step++) sum += phi ** step;
  return sum;
};

/**
 * The mean and its spread: σ²·(1 + Σ c_j²), c_j = α + αβ*·(φ + … + φ^j) + γ where a season returns. Hyndman and Athanasopoulos (2018), table 7.7;
 * Hyndman et al. (2008), table 6.2.
 */
function ahead(
  steps: number,
  { season, trend }: SmoothingForm,
  weights: SmoothingWeights,
  walk: Walk,
  deviation: number,
  seen: number,
): { mean: number; deviation: number } {
  const { alpha, beta, phi, gamma } = weights;
  const own = season > 1 ? (walk.seasons[(seen + steps - 1) % season] ?? 0) : 0;
  let factor = 1;
  for (let step = 1; step < steps; step++) {
    const grows = trend === 'none' ? 0 : alpha * beta * damped(phi, step);
    factor += (alpha + grows + (season > 1 && step % season === 0 ? gamma : 0)) ** 2;
  }
  return { mean: walk.level + (trend === 'none' ? 0 : damped(phi, steps) * walk.trend) + own, deviation: deviation * Math.sqrt(factor) };
}
