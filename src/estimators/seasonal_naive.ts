import { meanOf } from './numbers.ts';

/**
 * What was a season ago comes again (season 1: what was last), the floor that any forecast must beat. Its spread grows with each season gone:
 * σ·√(k + 1), k the whole seasons before. Hyndman and Athanasopoulos, Forecasting: principles and practice (3rd ed. 2021), section 5.5, table 5.2.
 * @returns null for fewer values than a season and two
 */
export function fitSeasonalNaive(
  values: readonly number[],
  season = 1,
): { ahead(steps: number): { readonly mean: number; readonly deviation: number } } | null {
  if (values.length < season + 2) return null;
  const changes = values.slice(season).map((value, index) => value - (values[index] ?? 0));
  const deviation = Math.sqrt(meanOf(changes.map((change) => change * change)));
  return {
    ahead: (steps) => {
      const gone = Math.floor((steps - 1) / season);
      return {
        mean: values[values.length - season + ((steps - 1) % season)] ?? 0,
        deviation: deviation * Math.sqrt(gone + 1),
      };
    },
  };
}
