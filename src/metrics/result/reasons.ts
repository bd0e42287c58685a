/**
 * Why a cell is as it is. Stable codes; their words are the reader's. A field that the KPI needs and the workspace lacks stands there
 * by its name, `order.amount` (of alternatives, all of them: `contract.started_at|order.ordered_at`).
 */
export const reasons = {
  /** Nothing to divide by. */
  denominatorZero: 'denominator_zero',
  /** The cohort has not had its whole window yet. */
  immature: 'immature',
  /** The period is not over by the data's watermark. */
  partial: 'partial',
  /** An open record without a start counts from its watermark on. */
  startUnknown: 'start_unknown',
  /** Money without a rate on its day was left out. */
  rateMissing: 'rate_missing',
  /** Rows whose end lies before their start were left out. */
  endBeforeStart: 'end_before_start',
  /** Fewer cases than the KPI's minimum sample. */
  smallSample: 'small_sample',
  /** Half of the cases have not ended: the median is not reached. */
  medianNotReached: 'median_not_reached',
  /** Beyond what whoever asks may see. */
  noRights: 'no_rights',
  /** So few that they would be known one by one. */
  smallGroup: 'small_group',
} as const;
