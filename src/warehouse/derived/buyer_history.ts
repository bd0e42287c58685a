import { inBaseCurrency, rateJoin } from './base_money.ts';
import type { DerivedContext } from './context.ts';
import { salesSql } from './sales.ts';

/**
 * A SELECT of what each account bought on a day, in the workspace's currency: `revenue` (0 where no rate is known), and of the sales whose
 * cost is known `costed` (their revenue) and `cost`; `place` counts the account's days with sales.
 */
export const boughtDaySql = (context: DerivedContext): string => {
  const { relation } = context;
  const amount = inBaseCurrency(context, 's', 'amount', 'rate');
  const cost = inBaseCurrency(context, 's', 'cost', 'rate');
  return `select s._source as _source, s.account_id as account_id, s.ordered_at_day as day, sum(coalesce(${amount}, 0)) as revenue,
    sum(case when s.cost is not null then coalesce(${amount}, 0) else 0 end) as costed, sum(coalesce(${cost}, 0)) as cost,
    row_number() over (partition by s._source, s.account_id order by s.ordered_at_day) as place
  from (
    select t.*, o.cost as cost from (${salesSql(context)}) as t
    join ${relation('order')} as o on o._source = t._source and o.id = t.order_id
  ) as s
  ${rateJoin(context, 's', 'ordered_at_day', 'rate')}
  group by s._source, s.account_id, s.ordered_at_day`;
};

/**
 * A SELECT of accounts with sales up to each snapshot: `orders` (days with them), `first_day`, `last_day`, the sums of `boughtDaySql`, and
 * `again`, the revenue of the days after the first.
 * @param snapshots a relation with `_source` and `snapshot_on`
 */
export const boughtByThenSql = (
  bought: string,
  snapshots: string,
): string => `select b._source as _source, t.snapshot_on as snapshot_on, b.account_id as account_id,
    count(*) as orders, min(b.day) as first_day, max(b.day) as last_day, sum(b.revenue) as revenue, sum(b.costed) as costed, sum(b.cost) as cost,
    sum(case when b.place > 1 then b.revenue else 0 end) as again
  from ${bought} as b
  join ${snapshots} as t on t._source = b._source
  where b.day <= t.snapshot_on
  group by b._source, t.snapshot_on, b.account_id`;

/** Recurring revenue in the workspace's currency, by the rate of the day it began; accounts as in `mrr_span`. */
export const recurringSql = (
  context: DerivedContext,
): string => `select m._source as _source, m.account_id as account_id, m.valid_from_day as from_day, m.valid_to_day as to_day,
    coalesce(${inBaseCurrency(context, 'm', 'mrr', 'rate')}, 0) as mrr
  from ${context.relation('mrr_span')} as m
  ${rateJoin(context, 'm', 'valid_from_day', 'rate')}`;
