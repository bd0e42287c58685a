/**
 * Where the engine is known to answer otherwise than the oracle, so that random metrics keep clear of it until it is mended. Take a line out and the
 * suites try it.
 */
export const known = {
  /** `SimpleMetric.empty` is not obeyed: an empty count stays 0 with `null`. */
  empty: false,
  /** Retention needs a dataset with `ordinal`: `mrr_span`, `opportunity_span` and the others are an SQL error. */
  retentionWithoutOrdinal: false,
  /** n of a retention weighted by value is the sum of the values. */
  retentionByValue: false,
  /** A stock's `since` that is not known on a row: count_distinct and median count the row all the same. */
  sinceUnknown: false,
  /** Business time in a workspace without business hours is null instead of calendar time. */
  businessWithoutHours: false,
  /** Retention of a period that is not over looks beyond the last day known, where a stock stays at it: all whose time runs out by then are lost. */
  retentionOfRunningPeriod: false,
  /** A conversion by value does not say `rate_missing`. */
  conversionRateMissing: false,
} as const;
