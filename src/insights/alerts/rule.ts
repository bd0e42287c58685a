/** What has to happen for somebody to be told. Figures are in the KPI's own unit; shares are fractions. */
export type AlertCondition =
  /** Above or below a value. */
  | { readonly kind: 'threshold'; readonly side: 'above' | 'below'; readonly value: number }
  /** Worse than the target set for it by more than a share of it. */
  | { readonly kind: 'target'; readonly by: number }
  /** Against the period before, or the same of last year, by so many points (of its unit) or by a share of what was. */
  | {
      readonly kind: 'change';
      readonly against: 'previous' | 'year';
      readonly side: 'rise' | 'fall';
      readonly by: number;
      readonly in: 'unit' | 'share';
    }
  /** Other than its own past lets one expect: level, trend and season. */
  | { readonly kind: 'anomaly'; readonly side: 'worse' | 'better' | 'rise' | 'fall' | 'either' }
  /** The parts have moved though the whole has not: so much of it is elsewhere than before. */
  | { readonly kind: 'mix'; readonly by: string; readonly share: number }
  /** It gets better while a KPI that guards it gets worse. */
  | { readonly kind: 'guard' }
  /** No new data for so many days. */
  | { readonly kind: 'stale'; readonly days: number }
  /** A rule of the readings says so. */
  | { readonly kind: 'reading'; readonly rule: string; readonly outcomes: readonly string[] };

export const ruleGrains = ['day', 'week', 'month', 'quarter'] as const;
export type RuleGrain = (typeof ruleGrains)[number];

/** How often in a row something must be seen before it is believed, and before it is over. */
export interface Patience {
  /** Periods in a row: 1 tells at once. */
  readonly breaches: number;
  readonly clears: number;
}

/** One rule. Read as a sentence: «Tell me when …». */
export interface AlertRule {
  readonly id: string;
  readonly kpi: string;
  /** DIM=VALUE; null: the company. */
  readonly scope: string | null;
  /** For each member of this dimension by itself; null: for the scope as a whole. */
  readonly each: string | null;
  /** Null: the one that the KPI is best read by. */
  readonly grain: RuleGrain | null;
  readonly condition: AlertCondition;
  /** Below so many rows nothing is said; null: the KPI's own least. */
  readonly leastSample: number | null;
  readonly patience: Patience;
}

/** After how many periods a season returns. */
export const seasonOf: Readonly<Record<RuleGrain, number>> = { day: 7, week: 52, month: 12, quarter: 4 };
/** How often a month such a period ends. */
const perMonth: Readonly<Record<RuleGrain, number>> = { day: 30.4, week: 4.35, month: 1, quarter: 1 / 3 };

/** How many tests a month a rule makes in one scope: a fact (a reading's outcome, old data) is no test; null: it does not look. */
export const testsOf = ({ condition: { kind } }: Pick<AlertRule, 'condition'>, grain: RuleGrain | null): number =>
  grain === null || kind === 'reading' || kind === 'stale' ? 0 : perMonth[grain];
