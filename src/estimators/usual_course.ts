import { meanOf, sumOf, varianceOf } from './numbers.ts';
import { studentTwoSided } from './special.ts';

/** What a series would be expected to be next, by its own past, and how far from it what came was. */
export interface Departure {
  /** In the series' own unit. */
  readonly expected: number;
  /** Where what comes lies nineteen times of twenty. */
  readonly usual: readonly [number, number];
  /** How many standard deviations the value is from it. */
  readonly z: number;
  /** How often chance alone makes as much, upwards and downwards. */
  readonly up: number;
  readonly down: number;
}

export interface DepartureAsked {
  /** Oldest first; the last is the one that is judged. */
  readonly values: readonly number[];
  /** Periods after which a season returns; 1: none. */
  readonly season: number;
  /** How it varies: alike at any height, with the square root of the height (counts), in proportion to it (amounts, times). */
  readonly spread: 'alike' | 'root' | 'share';
  /** The standard error of the last value by its own sample, where that is known; null: it is not. */
  readonly error: number | null;
  /** How many of the last values, the judged one too, belong to what is going on already: they are no past to judge it by. Default: 1, nothing is. */
  readonly going?: number;
}

/** Fewer values before the judged one and the one before it say nothing of what is usual. */
export const leastPast = 8;
/** Of months four years: enough seasons, and not another company. */
const mostPast = (season: number): number => (season > 24 ? 2 * season : Math.max(36, Math.min(60, 4 * season)));

interface Scale {
  readonly to: (value: number) => number;
  readonly from: (value: number) => number;
  /** The standard error of a value of this height on the scale. */
  readonly error: (value: number, error: number) => number;
}

const alike: Scale = { to: (value) => value, from: (value) => value, error: (_, error) => error };
/** Counts vary with the root of their height, their roots alike: Anscombe (1948), Biometrika 35. */
const root: Scale = {
  to: (value) => Math.sqrt(value + 0.375),
  from: (value) => Math.max(0, Math.max(0, value) ** 2 - 0.375),
  error: (value, error) => error / (2 * Math.sqrt(value + 0.375)),
};
const share: Scale = { to: Math.log, from: Math.exp, error: (value, error) => error / value };

function scaleOf({ spread, values }: DepartureAsked): Scale {
  const least = Math.min(...values);
  if (spread === 'share' && least > 0) return share;
  return spread !== 'alike' && least >= 0 ? root : alike;
}

/** How much of each part there is, in variances of the noise. */
interface Parts {
  readonly season: number;
  /** Of the level's step from one period to the next. */
  readonly walk: number;
  /** Of the trend's rise a period. */
  readonly trend: number;
}

/** Most companies go on as they went: a level that walks is to be shown by the past. */
const walks = [
  { walk: 0, chance: 0.7 },
  { walk: 0.05, chance: 0.2 },
  { walk: 0.3, chance: 0.1 },
] as const;

const worlds = (season: number, count: number): readonly (Parts & { readonly chance: number })[] =>
  (season > 1 && count >= season + 3 ? [0, 0.5, 4, 16] : [0]).flatMap((ofSeason) =>
    walks.flatMap(({ walk, chance }) => [0, 0.02].map((trend) => ({ season: ofSeason, walk, trend, chance }))),
  );

/** Any level is as likely as any other. */
const anyLevel = 100;

/** How alike the seasons of two places are: half of it by neighbourhood, half for each alone, as an August is; weeks are too many for each to be told alone. */
function seasonLikeness(lag: number, season: number): number {
  const apart = Math.min(lag % season, season - (lag % season));
  const same = Number(apart === 0);
  if (season < 8) return same;
  return season > 24 ? Math.exp(-(apart * apart) / 8) : 0.5 * same + 0.5 * Math.exp(-(apart * apart) / 4);
}

/** What two places have in common but their noise. An older place has walked less. */
interface Kinship {
  readonly middle: number;
  /** How alike seasons are, by how many periods they are apart. */
  readonly likeness: Float64Array;
}

const kinshipOf = (count: number, steps: number, season: number): Kinship => ({
  middle: (count - 1) / 2,
  likeness: Float64Array.from({ length: count + steps }, (_, lag) => seasonLikeness(lag, season)),
});

const covariance = (one: number, other: number, { middle, likeness }: Kinship, parts: Parts): number =>
  anyLevel +
  parts.season * (likeness[Math.abs(one - other)] ?? 0) +
  parts.walk * Math.min(one + 1, other + 1) +
  parts.trend * (one - middle) * (other - middle);

/** A lower triangle, row after row in one array: this is done some ten thousand times a day. */
interface Triangle {
  readonly size: number;
  readonly rows: Float64Array;
}

/** Cholesky's root of the covariance of the places, their noise included. */
function rootOf(noises: readonly number[], kinship: Kinship, parts: Parts): Triangle {
  const size = noises.length;
  const rows = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const start = row * size;
    for (let column = 0; column <= row; column++) {
      const other = column * size;
      let left = covariance(row, column, kinship, parts) + (row === column ? (noises[row] ?? 1) : 0);
      for (let at = 0; at < column; at++) left -= (rows[start + at] ?? 0) * (rows[other + at] ?? 0);
      rows[start + column] = row === column ? Math.sqrt(Math.max(left, 1e-12)) : left / (rows[other + column] ?? 1);
    }
  }
  return { size, rows };
}

/** What, times the root, gives the vector; its first `from` values are 0. */
function forward({ size, rows }: Triangle, vector: ArrayLike<number>, from = 0): Float64Array {
  const solved = new Float64Array(size);
  for (let row = from; row < size; row++) {
    let left = vector[row] ?? 0;
    for (let at = from; at < row; at++) left -= (rows[row * size + at] ?? 0) * (solved[at] ?? 0);
    solved[row] = left / (rows[row * size + row] ?? 1);
  }
  return solved;
}

const product = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
};

/** One world's word: how likely the past is in it, and what it says of what comes. */
interface Said {
  readonly logLikelihood: number;
  readonly means: readonly number[];
  /** Of the places that come, in the order of rows, each with those before. */
  readonly covariances: readonly (readonly number[])[];
  readonly noise: number;
}

function sayOf(past: readonly number[], noises: readonly number[], kinship: Kinship, steps: readonly number[], parts: Parts): Said {
  const count = past.length;
  const root = rootOf(noises, kinship, parts);
  const told = forward(root, past);
  const squares = product(told, told);
  let halfLog = 0;
  for (let place = 0; place < count; place++) halfLog += Math.log(root.rows[place * count + place] ?? 1);
  const free = count - 1;
  const noise = squares / free;
  const next = steps.map((step) => {
    const shared = new Float64Array(count);
    for (let place = 0; place < count; place++) shared[place] = covariance(count + step, place, kinship, parts);
    return forward(root, shared);
  });
  const placeOf = (row: number): number => count + (steps[row] ?? row);
  return {
    logLikelihood: -halfLog - (free / 2) * Math.log(squares),
    means: next.map((one) => product(one, told)),
    covariances: next.map((one, row) =>
      next
        .slice(0, row + 1)
        .map(
          (other, column) =>
            noise * (covariance(placeOf(row), placeOf(column), kinship, parts) + (row === column ? 1 : 0) - product(one, other)),
        ),
    ),
    noise,
  };
}

/** How far each value of the past stands out among the others in a world: leave-one-out errors (Rasmussen and Williams 2006, section 5.4.2). */
function standingOut(past: readonly number[], noises: readonly number[], kinship: Kinship, parts: Parts): readonly number[] {
  const root = rootOf(noises, kinship, parts);
  const told = forward(root, past);
  const noise = product(told, told) / (past.length - 1);
  return past.map((_, place) => {
    const unit = new Float64Array(past.length);
    unit[place] = 1;
    const column = forward(root, unit, place);
    return product(column, told) / Math.sqrt(noise * product(column, column));
  });
}

/** What stands out by more than this is given more noise, so that it pulls less: as Huber's weights do, on the value itself. */
const farOut = 2.5;
/** How often it is looked again who stands out once others pull less. */
const mostRounds = 3;

interface Foreseen {
  readonly said: readonly Said[];
  readonly weights: readonly number[];
  readonly free: number;
}

/** The noise of each value of the past: more of those that stand out, until none does any more. */
function noisesOf(past: readonly number[], kinship: Kinship, parts: Parts): readonly number[] {
  let noises: readonly number[] = past.map(() => 1);
  for (let round = 0; round < mostRounds; round++) {
    const out = standingOut(past, noises, kinship, parts);
    if (out.every((one) => Math.abs(one) <= farOut)) break;
    noises = noises.map((noise, place) => Math.max(noise, (Math.abs(out[place] ?? 0) / farOut) ** 2 * noise));
  }
  return noises;
}

/** Every world's word on the periods that come, each as likely as it makes the past. */
function foresee(past: readonly number[], season: number, steps: readonly number[]): Foreseen | null {
  const spread = Math.sqrt(varianceOf(past) ?? 0);
  if (!(spread > 0)) return null;
  const all = worlds(season, past.length);
  const kinship = kinshipOf(past.length, Math.max(...steps) + 1, season);
  const hear = (noises: readonly number[]) => {
    const said = all.map((parts) => sayOf(past, noises, kinship, steps, parts));
    const most = Math.max(...said.map(({ logLikelihood }) => logLikelihood));
    const likely = said.map(({ logLikelihood }, index) => Math.exp(logLikelihood - most) * (all[index]?.chance ?? 0));
    const sum = sumOf(likely);
    return { said, weights: likely.map((one) => one / sum), free: past.length - 1 };
  };
  const even = past.map(() => 1);
  const first = hear(even);
  const best = all[first.weights.indexOf(Math.max(...first.weights))];
  const noises = best ? noisesOf(past, kinship, best) : even;
  return noises.every((noise) => noise === 1) ? first : hear(noises);
}

/** P(T ≥ t) of Student's t. */
const above = (t: number, free: number): number => {
  const both = studentTwoSided(t, free) / 2;
  return t >= 0 ? both : 1 - both;
};

/** What of the last value is told by one world: alone, and together with the value before. */
interface Word {
  readonly mean: number;
  readonly deviation: number;
  readonly sum: number;
  readonly ofSum: number;
}

/** What is told of the last value by what was before something began, however long ago that is. */
function farWordOf({ means, covariances, noise }: Said, own: number | null): Word {
  const [mean = 0] = means;
  const sampled = own === null ? 0 : Math.max(0, own * own - noise);
  const deviation = Math.sqrt((covariances[0]?.[0] ?? 1) + sampled);
  return { mean, deviation, sum: mean, ofSum: deviation };
}

function wordOf({ means, covariances, noise }: Said, before: number, own: number | null): Word {
  const [first = 0, second = 0] = means;
  const [ofFirst = 1, between = 0, ofSecond = 1] = covariances.flat();
  // A sample smaller than usual is less sure than the past is.
  const sampled = own === null ? 0 : Math.max(0, own * own - noise);
  const known = between / ofFirst;
  return {
    mean: second + known * (before - first),
    deviation: Math.sqrt(ofSecond - between * known + sampled),
    sum: first + second,
    ofSum: Math.sqrt(ofFirst + 2 * between + ofSecond + sampled),
  };
}

/**
 * How far the last value of a series is from what its own level, trend and seasons lead one to expect: the basic structural model (Harvey 1989, Forecasting, structural time series models
 * and the Kalman filter, chapter 2) as a Gaussian process, for each of some two dozen relations of its parts' variances, weighed by how likely they make the past (Hoeting et al. 1999,
 * Statistical Science 14), the noise's own variance integrated out, so that what comes is distributed as Student's t. Values of the past that stand out pull less. The value is looked at
 * alone and together with the one before it, which finds a lasting shift sooner (the idea of run rules and of cumulated sums: Western Electric 1956; Page 1954); the chance is
 * doubled for there being two looks.
 * @returns null for too few values before it (`leastPast`), or where they do not vary
 */
export function departureOf(asked: DepartureAsked): Departure | null {
  const { season, error, going = 1 } = asked;
  // What has just begun was seen together with the value before it.
  const left = going + 1;
  const values = asked.values.slice(-(mostPast(season) + left));
  const now = values.at(-1);
  if (now === undefined || values.length < leastPast + left) return null;
  const scale = scaleOf({ ...asked, values });
  const scaled = values.map(scale.to);
  const own = error === null ? null : scale.error(now, error);
  const past = scaled.slice(0, -left);
  const level = meanOf(past);
  const found = foresee(
    past.map((value) => value - level),
    season,
    going === 1 ? [0, 1] : [going],
  );
  if (found === null) return null;
  const [before = level, last = level] = scaled.slice(-2);
  const words = found.said.map((one) => (going === 1 ? wordOf(one, before - level, own) : farWordOf(one, own)));
  const weighed = (of: (word: Word) => number): number => sumOf(words.map((word, index) => (found.weights[index] ?? 0) * of(word)));
  const mean = weighed((word) => word.mean);
  const deviation = Math.sqrt(weighed((word) => word.deviation ** 2 + (word.mean - mean) ** 2));
  const z = (last - level - mean) / deviation;
  const both = before + last - 2 * level;
  const chance = (sign: 1 | -1): number => {
    const alone = weighed((word) => above((sign * (last - level - word.mean)) / word.deviation, found.free));
    if (going > 1) return alone;
    const pair = weighed((word) => above((sign * (both - word.sum)) / word.ofSum, found.free));
    // What the value before shows almost alone has gone by.
    return Math.min(1, 2 * (sign * z >= 1 ? Math.min(alone, pair) : alone));
  };
  return {
    expected: scale.from(mean + level),
    usual: [scale.from(mean + level - 1.96 * deviation), scale.from(mean + level + 1.96 * deviation)],
    z,
    up: chance(1),
    down: chance(-1),
  };
}
