/** Coefficients of Lanczos's approximation with g = 7 and nine terms (Godfrey 2001); relative error below 1e-14. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** The natural logarithm of Γ(x) for x > 0. NaN for x ≤ 0. Source: Lanczos (1964), SIAM J. Numer. Anal. 1. */
export const logGamma = (x: number): number => {
  if (!(x > 0)) return Number.NaN;
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const t = shifted + 7.5;
  let sum: number = lanczos[0];
  for (let index = 1; index < lanczos.length; index++) sum += (lanczos[index] ?? 0) / (shifted + index);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
};

/** ln B(a, b) for positive a and b. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** A number whose size may be beyond what a double holds: `sign × e^log`. */
export interface Scaled {
  readonly sign: number;
  readonly log: number;
}

const huge = 1e200;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for 0 ≤ z < 1, by its series (DLMF 15.2.1), however great. NaN where c is 0, −1, −2 …
 * or the series has not settled after a million terms.
 */
export const scaledHypergeometric = (a: number, b: number, c: number, z: number): Scaled => {
  const none = { sign: Number.NaN, log: Number.NaN };
  if (!(z >= 0 && z < 1) || (c <= 0 && Number.isInteger(c))) return none;
  let term = 1;
  let sum = 1;
  let log = 0;
  for (let n = 0; n < 1_000_000; n++) {
    const growth = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= growth;
    sum += term;
    if (Math.abs(term) <= 1e-15 * Math.abs(sum) && Math.abs(growth) < 1)
      return { sign: Math.sign(sum), log: log + Math.log(Math.abs(sum)) };
    if (Math.abs(term) > huge) {
      term /= huge;
      sum /= huge;
      log += Math.log(huge);
    }
  }
  return none;
};

/** The same as a plain number. */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  const { sign, log } = scaledHypergeometric(a, b, c, z);
  return sign * Math.exp(log);
};

/** Lentz's continued fraction of the incomplete beta function (Press et al. 2007, section 6.4). */
const betaFraction = (a: number, b: number, x: number): number => {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
};

/** The regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1 (DLMF 8.17). */
export const incompleteBeta = (a: number, b: number, x: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(a, b, x)) / a : 1 - (front * betaFraction(b, a, 1 - x)) / b;
};

/** P(|T| ≥ |t|) of Student's t with so many degrees of freedom. */
export const studentTwoSided = (t: number, degrees: number): number => incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));
