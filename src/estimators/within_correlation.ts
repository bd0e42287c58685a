import { type Correlation, pearson } from './correlation.ts';
import { meanOf } from './numbers.ts';

/** One person's numbers of each period, in order; of periods in which they were not there, null. */
export interface PersonSeries {
  readonly xs: readonly (number | null)[];
  readonly ys: readonly (number | null)[];
}

interface Point {
  readonly person: number;
  readonly period: number;
  x: number;
  y: number;
}

/** Means of persons and periods are taken off by turns until nothing is left of either. */
const rounds = 50;

/**
 * The correlation of x with the y of `lag` periods later within persons: what differs between persons (some are better at all they do) and
 * between periods (the season) is taken off first, as fixed effects of a two-way model. Null where too little is left.
 * Source: Frisch and Waugh (1933); alternating projections, Guimarães and Portugal (2010).
 */
export const withinCorrelation = (series: readonly PersonSeries[], lag: number): Correlation | null => {
  const points: Point[] = series.flatMap(({ xs, ys }, person) =>
    xs.flatMap((x, period) => {
      const y = ys[period + lag] ?? null;
      return x === null || y === null ? [] : [{ person, period, x, y }];
    }),
  );
  const groups = (of: (point: Point) => number): readonly Point[][] => {
    const made = new Map<number, Point[]>();
    for (const point of points) made.set(of(point), [...(made.get(of(point)) ?? []), point]);
    return [...made.values()];
  };
  const persons = groups(({ person }) => person);
  const periods = groups(({ period }) => period);
  for (let round = 0; round < rounds; round++) {
    for (const group of [...persons, ...periods]) {
      const [mx, my] = [meanOf(group.map(({ x }) => x)), meanOf(group.map(({ y }) => y))];
      for (const point of group) {
        point.x -= mx;
        point.y -= my;
      }
    }
  }
  const size = Math.max(0, ...points.map(({ x }) => Math.abs(x)));
  if (size < 1e-9) return null;
  return pearson(
    points.map(({ x }) => x),
    points.map(({ y }) => y),
    persons.length + periods.length - 1,
  );
};
