/** Somebody's figure with what chance leaves open of it. */
export interface Ranked {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
}

export interface Rank {
  /** By the figure alone; equals share a place. */
  readonly place: number;
  /** The best and the worst place that chance leaves open. */
  readonly best: number;
  readonly worst: number;
}

/**
 * The places of people by their figures, each with the places that it could have as well: behind all whose interval lies wholly on the better side, before all whose interval lies
 * wholly on the worse. Where two intervals overlap the order of the two is open. The idea: Goldstein and Spiegelhalter (1996), League tables and their limitations, JRSS A 159.
 *
 * 0.5 (0.4–0.6), 0.45 (0.35–0.55), 0.2 (0.1–0.3), more is better: places 1 (1–2), 2 (1–2), 3 (3–3).
 */
export function ranksOf(people: readonly Ranked[], isMoreBetter: boolean): readonly Rank[] {
  const sign = isMoreBetter ? 1 : -1;
  const bounds = people.map(({ value, interval }) => {
    const [low, high] = interval ?? [value, value];
    return { value: sign * value, low: Math.min(sign * low, sign * high), high: Math.max(sign * low, sign * high) };
  });
  return bounds.map((own) => ({
    place: 1 + bounds.filter(({ value }) => value > own.value).length,
    best: 1 + bounds.filter(({ low }) => low > own.high).length,
    worst: bounds.length - bounds.filter(({ high }) => high < own.low).length,
  }));
}
