import { sum } from '../../metrics/build.ts';
import { calculate, coalesce, type Expression, field, money } from '../../metrics/expression.ts';
import type { SimpleMetric } from '../../metrics/metric.ts';

/** Activities have a type, costs and campaigns a channel: both answer to `channel`. */
export const channelOfActivity = { channel: 'type' } as const;

/** What the staff’s time on activities cost: talking and writing up, at each person’s cost an hour. */
export const staffTime = (where: Expression): SimpleMetric =>
  sum(
    'activity',
    calculate(
      calculate(calculate(field('duration_s'), '+', coalesce(field('wrap_s'), 0)), '/', 3600),
      '*',
      money('owner.hourly_cost', 'occurred_at'),
    ),
    { at: 'occurred_at', where, dimensions: channelOfActivity },
  );
