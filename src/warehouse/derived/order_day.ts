import type { DerivedContext } from './context.ts';
import { mapMoment, momentOf } from './moment.ts';

/** What tells sequences of orders apart: of an account, or of an account and a product. */
const key = (row: string): string => `${row}._source, ${row}.account_id, ${row}.product_id`;

const daysOf = ({ dialect, relation }: DerivedContext, level: 'account' | 'product'): string => {
  const product = level === 'account' ? `''` : 's.product_id';
  const dataset = relation(level === 'account' ? 'order_sequence' : 'product_order_sequence');
  return `select s._source as _source, '${level}' as level, s.account_id as account_id, ${product} as product_id, ${momentOf(dialect, 's', 'ordered_at', 'ordered')},
      row_number() over (partition by s._source, s.account_id, ${product}, s.ordered_at_day order by s.ordinal) as place
    from ${dataset} as s`;
};

/**
 * A SELECT of each day on which an account ordered, of anything (`level` account, `product_id` '') and of each product: the moments `ordered`
 * (the day's first order) and `next`, `days` since the one before, and how many there are so far (`orders`), with the number and the sum of
 * the logarithms of the intervals so far (`intervals`, `log_sum`).
 */
export const orderDaySql = (context: DerivedContext): string => {
  const { dialect } = context;
  const inOrder = `over (partition by d.level, ${key('d')} order by d.ordered_day)`;
  const soFar = `over (partition by n.level, ${key('n')} order by n.ordered_day rows between unbounded preceding and current row)`;
  return `select n.*, n.orders - 1 as intervals, coalesce(sum(ln(n.days)) ${soFar}, 0) as log_sum
  from (
    select d.*, ${mapMoment('d.ordered', 'next', (column) => `lead(${column}) ${inOrder}`)},
      row_number() ${inOrder} as orders, ${dialect.double(dialect.daysBetween(`lag(d.ordered_day) ${inOrder}`, 'd.ordered_day'))} as days
    from (
      ${daysOf(context, 'account')}
      union all
      ${daysOf(context, 'product')}
    ) as d
    where d.place = 1
  ) as n`;
};
