/** 95 % confidence intervals from sufficient statistics. */
export type Interval = readonly [number, number];

/** Between what a mean or a ratio lies whatever the rows are: answers of 1 to 5 have a mean of 1 to 5; null: no end on that side. */
export type Scale = readonly [number | null, number | null];

/**
 * An interval cut at the ends of the scale. What is cut off cannot hold the true value, so that the rest holds it as often (intersection with
 * the parameter space: Mandelkern, Setting confidence intervals for bounded parameters, Statistical Science 17, 2002). The value stays within.
 */
export const cut = ([low, high]: Interval, [least, most]: Scale, value: number): Interval => [
  Math.max(low, Math.min(value, least ?? low)),
  Math.min(high, Math.max(value, most ?? high)),
];

/** The 97.5 % point of the standard normal distribution. */
export const z = 1.959963984540054;

/** Wilson's score interval of a proportion (Wilson 1927). @returns null for n = 0 */
export function wilson(successes: number, n: number): Interval | null {
  if (n <= 0 || successes < 0 || successes > n) return null;
  const p = successes / n;
  const denominator = 1 + z ** 2 / n;
  const centre = (p + z ** 2 / (2 * n)) / denominator;
  const half = (z / denominator) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [successes === 0 ? 0 : centre - half, successes === n ? 1 : centre + half];
}

/** ln Γ(x) by Lanczos' approximation (g = 7, 9 terms), to about 1e-15 for x > 0. */
export function logGamma(x: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = terms.reduce((total, term, index) => (index === 0 ? term : total + term / (x - 1 + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The regularised lower incomplete gamma function P(a, x): series for x < a + 1, else Lentz's continued fraction. */
export function regularizedGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && Math.abs(term) > Math.abs(sum) * 1e-16; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * scale;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || 1e-300);
    c = b + an / c || 1e-300;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-16) break;
  }
  return 1 - scale * h;
}

/** x with P(a, x) = p: Newton's method from Wilson and Hilferty's approximation (1931), kept between bounds. */
function inverseGamma(a: number, p: number): number {
  const normal = p < 0.5 ? -z : z;
  const guess = a * (1 - 1 / (9 * a) + normal / (3 * Math.sqrt(a))) ** 3;
  let low = 0;
  let high = a + 10 * Math.sqrt(a) + 20;
  let x = guess > low && guess < high ? guess : a;
  const scale = logGamma(a);
  for (let step = 0; step < 60; step += 1) {
    const error = regularizedGamma(a, x) - p;
    if (error > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) - x - scale);
    const next = x - error / density;
    const bounded = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(bounded - x) <= 1e-12 * Math.max(1, x)) return bounded;
    x = bounded;
  }
  return x;
}

/** Counts met before: a board asks for the same ones again and again, and each takes dozens of steps. */
const known: (Interval | undefined)[] = [];

/** The exact interval of a Poisson count (Garwood 1936). Above 10,000 the normal approximation of √x, equal to 4 digits. */
export function poisson(count: number): Interval | null {
  if (count < 0 || !Number.isInteger(count)) return null;
  if (count > 10_000) return [(Math.sqrt(count) - z / 2) ** 2, (Math.sqrt(count + 1) + z / 2) ** 2];
  known[count] ??= [count === 0 ? 0 : inverseGamma(count, 0.025), inverseGamma(count + 1, 0.975)];
  return known[count];
}

/** The 97.5 % point of Student's t: tables below 5 degrees of freedom, else Fisher's expansion (error < 0.002). */
export function student(degrees: number): number {
  const small = [Number.POSITIVE_INFINITY, 12.7062, 4.3027, 3.1824, 2.7764];
  const tabled = small[degrees];
  if (tabled !== undefined) return tabled;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + g1 / degrees + g2 / degrees ** 2 + g3 / degrees ** 3;
}

/**
 * The score interval of a mean of n values of a scale with two ends: Wilson's, as no values of that mean vary more than those that lie
 * at the ends only (Bhatia and Davis, A better bound on the variance, American Mathematical Monthly 107, 2000).
 */
export function onScale(value: number, n: number, [least, most]: readonly [number, number]): Interval | null {
  const length = most - least;
  const found = wilson((n * (value - least)) / length, n);
  return found && [least + length * found[0], least + length * found[1]];
}

/** @returns an interval on its scale; null where values that are all alike show no spread and the scale does not say how far they might be. */
function fitted(value: number, half: number, n: number | null, scale: Scale): Interval | null {
  const [least, most] = scale;
  // Few values that happen to be alike are no certainty. What is left of a difference of sums counts as nothing.
  if (half <= 1e-7 * Math.abs(value)) return n === null || least === null || most === null ? null : onScale(value, n, [least, most]);
  return cut([value - half, value + half], scale, value);
}

const endless: Scale = [null, null];

/** Student's interval of a mean from n, Σx and Σx². @returns null for n < 2, and where all are alike on a scale without ends */
export function mean(n: number, sum: number, squares: number, scale: Scale = endless): Interval | null {
  if (n < 2) return null;
  const average = sum / n;
  const variance = Math.max(0, (squares - n * average ** 2) / (n - 1));
  const half = student(n - 1) * Math.sqrt(variance / n);
  return fitted(average, half, n, scale);
}

export interface RatioMoments {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/**
 * The delta-method interval of Σx/Σy over independent rows whose number is itself random (compound Poisson):
 * var(R) ≈ (Σx² − 2RΣxy + R²Σy²) / (Σy)². Inputs from different datasets have Σxy = 0. (Cochran, Sampling Techniques, ch. 6.)
 * @param scale of the ratio
 * @param n where it is a mean of so many rows that count alike, as of answers: the interval is `onScale` where they show no spread; null: it is none
 */
export function ratio({ x, y, xx, yy, xy }: RatioMoments, scale: Scale = endless, n: number | null = null): Interval | null {
  if (y === 0) return null;
  const value = x / y;
  const half = (z * Math.sqrt(Math.max(0, xx - 2 * value * xy + value ** 2 * yy))) / Math.abs(y);
  return fitted(value, half, n, scale);
}
