import { all, compare, day, type Expression, field, isKnown, isNot, money } from '../../metrics/expression.ts';
import type { ComputedMetric, StockMetric } from '../../metrics/metric.ts';

/** Deals open at the close of the period, as `opportunity_state_span` tells of them. */
export const statedDeals: StockMetric = { kind: 'stock', dataset: 'opportunity_state_span', aggregate: 'count', at: 'closing' };

/** Something that may hold of an open deal on a day: what its row says, and from which day on that is over. */
export interface Check {
  readonly where?: Expression;
  readonly until?: readonly Expression[];
}

export const activeWithin = (days: number): Check => ({ where: isKnown('last_activity_on'), until: [day('last_activity_on', days + 1)] });
/** Its next step is today or later. */
export const hasNextStep: Check = { where: isKnown('next_step_on'), until: [day('next_step_on', 1)] };
/** Not more than 1.5 times the usual stay in its stage; of a stage whose usual stay is not known, always. */
export const isStageFresh: Check = { until: [day('slow_from')] };
/** Its expected close is today or later. */
export const closesAhead: Check = { where: isKnown('expected_close_on'), until: [day('expected_close_on', 1)] };
export const hasAmount: Check = { where: compare(field('amount'), '>', 0) };
export const hasContact: Check = { where: isKnown('contact_id') };
export const isUnique: Check = { where: isNot('is_repeated', true) };
export const pushedAtMost = (times: number): Check => ({ where: compare(field('pushes'), '<=', times) });

/** Open deals of which all checks hold, by number or by worth. */
export const dealsThat = (checks: readonly Check[], by: 'count' | 'value'): StockMetric => {
  const where = checks.flatMap((check) => (check.where ? [check.where] : []));
  const until = checks.flatMap((check) => check.until ?? []);
  return {
    ...statedDeals,
    ...(by === 'value' ? { aggregate: 'sum', of: money('amount', 'valid_from') } : {}),
    ...(where.length === 0 ? {} : { where: all(...where) }),
    ...(until.length === 0 ? {} : { until }),
  };
};

/** The share of open deals of which every check holds, with the share of each in the detail. */
export const shareThat = (checks: Readonly<Record<string, Check>>, by: 'count' | 'value'): ComputedMetric => ({
  kind: 'computed',
  inputs: {
    open: dealsThat([], by),
    deals: statedDeals,
    all: dealsThat(Object.values(checks), by),
    ...Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, dealsThat([check], by)])),
  },
  compute: ({ cells }) => {
    const open = cells.open?.value ?? 0;
    const n = cells.deals?.value ?? 0;
    const share = (name: string): number | null => (open === 0 ? null : (cells[name]?.value ?? 0) / open);
    return {
      value: share('all'),
      numerator: cells.all?.value ?? 0,
      denominator: open,
      n,
      reasons: open === 0 ? ['denominator_zero'] : [],
      detail: { open, components: Object.fromEntries(Object.keys(checks).map((name) => [name, share(name)])) },
    };
  },
});
