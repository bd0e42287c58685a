/**
 * Signs that a customer may leave. The first four are the seed's (complaint logged; very frequent calls; calls about contracts or
 * obligations; calls about closing the account), the rest are the trade's.
 */
export const riskSignals = [
  'complaint',
  'frequent_calls',
  'contract_calls',
  'closing_calls',
  'overdue_order',
  'low_survey',
  'unpaid_invoice',
] as const;

export type RiskSignal = (typeof riskSignals)[number];

/** Points of each signal. */
export type RiskWeights = Readonly<Record<RiskSignal, number>>;

/** Judged by the trade, not fitted: whoever has enough lost customers should weigh them by what went before. */
export const usualRiskWeights: RiskWeights = {
  complaint: 25,
  frequent_calls: 15,
  contract_calls: 25,
  closing_calls: 40,
  overdue_order: 15,
  low_survey: 20,
  unpaid_invoice: 15,
};

/** A score reads from 0 to this. */
export const topRisk = 100;

export interface RiskScore {
  /** The points of the signals that hold, at most 100. */
  readonly score: number;
  /** Each signal that holds with its points, the weightiest first. */
  readonly points: readonly { readonly signal: RiskSignal; readonly points: number }[];
}

/**
 * An explainable score: what holds, what it weighs, and the sum. An additive points system as in Sullivan, Massaro and D'Agostino (2004),
 * Statistics in Medicine 23, with weights that the reader can change.
 */
export const scoreRisk = (holds: Readonly<Partial<Record<RiskSignal, boolean>>>, weights: RiskWeights = usualRiskWeights): RiskScore => {
  const points = riskSignals
    .filter((signal) => holds[signal] === true && weights[signal] > 0)
    .map((signal) => ({ signal, points: weights[signal] }))
    .sort((a, b) => b.points - a.points);
  return {
    score: Math.min(
      topRisk,
      points.reduce((sum, each) => sum + each.points, 0),
    ),
    points,
  };
};
