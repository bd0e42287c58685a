/** P(Z ≤ x) of the standard normal; absolute error below 1e-14. Source: series and continued fraction of erfc (DLMF 7.6.2, 7.9.4). */
export const normalCdf = (x: number): number => {
  const size = Math.abs(x);
  if (size > 38) return x < 0 ? 0 : 1;
  const density = Math.exp((-size * size) / 2) / Math.sqrt(2 * Math.PI);
  if (size < 3) {
    let term = size;
    let sum = size;
    for (let n = 1; n < 200 && term > 1e-17 * sum; n++) {
      term *= (size * size) / (2 * n + 1);
      sum += term;
    }
    return x < 0 ? 0.5 - density * sum : 0.5 + density * sum;
  }
  let fraction = 0;
  for (let n = 100; n > 0; n--) fraction = n / (size + fraction);
  const tail = density / (size + fraction);
  return x < 0 ? tail : 1 - tail;
};

/** The z below which a share p of the standard normal lies, 0 < p < 1. Acklam's approximation (2003), one Halley step on `normalCdf`. */
export const normalQuantile = (p: number): number => {
  if (!(p > 0 && p < 1)) return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  const rough = p < 0.02425 ? tailQuantile(Math.sqrt(-2 * Math.log(p))) : middleQuantile(p - 0.5);
  const error = (normalCdf(rough) - p) * Math.sqrt(2 * Math.PI) * Math.exp((rough * rough) / 2);
  return rough - error / (1 + (rough * error) / 2);
};

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, each) => sum * x + each, 0);

const tailQuantile = (q: number): number =>
  polynomial(
    [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783],
    q,
  ) / polynomial([7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1], q);

const middleQuantile = (q: number): number =>
  (q *
    polynomial(
      [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239],
      q * q,
    )) /
  polynomial([-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1], q * q);
