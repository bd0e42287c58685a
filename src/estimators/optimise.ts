export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  readonly evaluations: number;
  readonly converged: boolean;
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * The least value of a function of a few variables that need not have derivatives, from a starting point: Nelder and Mead (1965),
 * Computer Journal 7, with their coefficients 1, 2, ½, ½; started again from where it ended until that no longer helps, since a
 * simplex may shrink before it is there. A value that is not a number counts as infinite.
 */
export const minimise = (
  f: (at: readonly number[]) => number,
  start: readonly number[],
  { tolerance = 1e-10, step = 0.5, evaluations: limit = 4000 }: { tolerance?: number; step?: number; evaluations?: number } = {},
): Minimum => {
  let evaluations = 0;
  const corner = (at: readonly number[]): Corner => {
    evaluations += 1;
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let best = corner(start);
  for (let round = 0; round < 10; round++) {
    const before = best.value;
    best = descend(corner, best, step, tolerance, () => evaluations >= limit);
    if (evaluations >= limit) return { ...best, evaluations, converged: false };
    if (round > 0 && !(before - best.value > tolerance * (1 + Math.abs(best.value)))) break;
  }
  return { ...best, evaluations, converged: Number.isFinite(best.value) };
};

const descend = (
  corner: (at: readonly number[]) => Corner,
  from: Corner,
  step: number,
  tolerance: number,
  isSpent: () => boolean,
): Corner => {
  const simplex = [from, ...from.at.map((_, axis) => corner(from.at.map((x, index) => (index === axis ? x + step : x))))];
  const order = (): void => {
    simplex.sort((a, b) => a.value - b.value);
  };
  order();
  while (!isSpent()) {
    const [best, worst, second] = [simplex[0] ?? from, simplex.at(-1) ?? from, simplex.at(-2) ?? from];
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value)) && spread(simplex) < 1e-6) return best;
    const centre = from.at.map((_, axis) => simplex.slice(0, -1).reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / (simplex.length - 1));
    const along = (distance: number): Corner => corner(centre.map((x, axis) => x + distance * (x - (worst.at[axis] ?? 0))));
    const reflected = along(1);
    if (reflected.value < best.value) {
      const expanded = along(2);
      simplex[simplex.length - 1] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < second.value) simplex[simplex.length - 1] = reflected;
    else {
      const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[simplex.length - 1] = contracted;
      else for (let index = 1; index < simplex.length; index++) simplex[index] = corner(halfway(best, simplex[index] ?? best));
    }
    order();
  }
  return simplex[0] ?? from;
};

const halfway = (to: Corner, from: Corner): readonly number[] => from.at.map((x, axis) => (x + (to.at[axis] ?? x)) / 2);

const spread = (simplex: readonly Corner[]): number => {
  const best = simplex[0];
  return Math.max(...simplex.map(({ at }) => Math.max(...at.map((x, axis) => Math.abs(x - (best?.at[axis] ?? x))))));
};
